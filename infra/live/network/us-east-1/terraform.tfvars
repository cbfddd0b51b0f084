account_id         = "210000000003"
region             = "us-east-1"
availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c"]
amazon_side_asn    = 64601

attached_roots = {
  "dev/us-east-1"     = "nonprod"
  "staging/us-east-1" = "nonprod"
  "prod/us-east-1"    = "prod"
}

data_centre = {
  ip_address   = "198.51.100.20"
  bgp_asn      = 65010
  device       = "pair of firewalls in front of the monolith"
  domain       = "dc.arctiq.io"
  name_servers = ["10.240.0.10", "10.240.1.10"]
}

blocked_domains = ["*.onion.to", "*.ngrok.io", "*.webhook.site", "*.burpcollaborator.net", "*.interact.sh"]
