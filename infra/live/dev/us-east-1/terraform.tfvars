account_id         = "210000000011"
region             = "us-east-1"
availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c"]
nat_gateways       = "one"
# What pods need every second; the rest goes through the NAT gateway.
interface_endpoints = ["ecr.api", "ecr.dkr", "sts"]

kubernetes = { system_nodes = { min_size = 2, max_size = 4 } }

administrator_role_arn = "arn:aws:iam::210000000011:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_platform-admin_4f1c0a9be2d37711"
on_call_endpoint       = "https://events.pagerduty.com/integration/platform-dev/enqueue"

engine_version = "16.6"
# One cluster for all contexts, a database in it for each.
databases = {
  shared = { team = "platform", service = "aurora-global", instance_count = 1, backup_tier = "none" }
}

events = { instance_type = "kafka.m7g.large", volume_gib = 100 }
cache  = { node_type = "cache.t4g.small", shards = 1, replicas_per_shard = 1, users = { session = "session", cart = "cart", inventory = "inventory", promo = "promo" } }

tables = {
  products = {
    team     = "catalogue"
    hash_key = { name = "id", type = "S" }
    indexes = {
      by-category = { hash_key = { name = "category", type = "S" } }
      by-sku      = { hash_key = { name = "sku", type = "S" } }
    }
    global = false
  }
  user-profiles     = { team = "customer", hash_key = { name = "userId", type = "S" }, global = false }
  notifications-log = { team = "customer", hash_key = { name = "userId", type = "S" }, range_key = { name = "sentAt", type = "N" }, ttl = "expiresAt", global = false }
  ml-feature-store  = { team = "data", hash_key = { name = "entity", type = "S" }, ttl = "expiresAt" }
}

buckets = {
  event-archive     = { team = "data", archive_days = 30, expire_days = 1096, copied = false }
  product-media     = { team = "catalogue", copied = false }
  return-labels     = { team = "orders", expire_days = 60 }
  psp-statements    = { team = "payments", archive_days = 90, expire_days = 2557, copied = false }
  message-templates = { team = "customer", copied = false }
  privacy-exports   = { team = "identity", expire_days = 14 }
  web-assets        = { team = "storefront", copied = false }
}

secrets = {
  "payment-service/stripe"            = "Charges and refunds cards at Stripe."
  "payment-service/adyen"             = "Charges and refunds cards at Adyen."
  "local-rails-adapter/sepa"          = "Signs SEPA transfers at the bank."
  "notification-service/twilio"       = "Sends texts through Twilio."
  "notification-service/fcm"          = "Pushes to phones through Firebase."
  "carrier-gateway/delivery-partners" = "Books parcels with the carriers."
  "route-planner/google-maps"         = "Asks Google for routes and distances."
  "sap-connector/sap"                 = "Writes completed orders into SAP."
  "identity-federation/social-login"  = "Client secrets of Google and Apple sign-in."
  "observability/pagerduty"           = "Wakes who is on call."
  "continuous-delivery/github-app"    = "Argo CD and Kargo read repositories with it."
}
