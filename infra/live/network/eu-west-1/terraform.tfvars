account_id         = "210000000003"
region             = "eu-west-1"
availability_zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
amazon_side_asn    = 64602

attached_roots = {
  "staging/eu-west-1" = "nonprod"
  "prod/eu-west-1"    = "prod"
  "dr/eu-west-1"      = "prod"
}

data_centre = {
  domain       = "dc.arctiq.io"
  name_servers = ["10.240.0.10", "10.240.1.10"]
}

blocked_domains = ["*.onion.to", "*.ngrok.io", "*.webhook.site", "*.burpcollaborator.net", "*.interact.sh"]
