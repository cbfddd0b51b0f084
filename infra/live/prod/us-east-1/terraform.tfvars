account_id          = "210000000013"
region              = "us-east-1"
secondary_region    = "eu-west-1"
availability_zones  = ["us-east-1a", "us-east-1b", "us-east-1c"]
nat_gateways        = "per-az"
interface_endpoints = ["ec2", "ecr.api", "ecr.dkr", "eks", "eks-auth", "kms", "logs", "monitoring", "secretsmanager", "sqs", "ssm", "sts"]

kubernetes = { system_nodes = { min_size = 3, max_size = 9 } }

administrator_role_arn = "arn:aws:iam::210000000013:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_platform-admin_e0a75c3186d9b42f"
on_call_endpoint       = "https://events.pagerduty.com/integration/platform-prod/enqueue"

domain_name     = "arctiq.io"
shield_advanced = true

engine_version = "16.6"
databases = {
  identity   = { team = "identity", service = "identity-db", instance_class = "db.r7g.xlarge", instance_count = 3, backup_tier = "tier-1" }
  orders     = { team = "orders", service = "orders-db", instance_class = "db.r7g.2xlarge", instance_count = 3, backup_tier = "tier-1" }
  payments   = { team = "payments", service = "payments-db", instance_class = "db.r7g.xlarge", instance_count = 3, backup_tier = "tier-1", pci = true }
  pricing    = { team = "cart-pricing", service = "pricing-db", instance_class = "db.r7g.large", instance_count = 3, backup_tier = "tier-1" }
  fulfilment = { team = "fulfilment", service = "fulfilment-db", instance_class = "db.r7g.large", instance_count = 3, backup_tier = "tier-2" }
  inventory  = { team = "inventory", service = "inventory-db", instance_class = "db.r7g.xlarge", instance_count = 3, backup_tier = "tier-1" }
  promo      = { team = "growth", service = "promo-db", instance_class = "db.r7g.large", instance_count = 3, backup_tier = "tier-2" }
  returns    = { team = "orders", service = "returns-db", instance_class = "db.r7g.large", instance_count = 3, backup_tier = "tier-2" }
  portal     = { team = "platform", service = "portal-db", instance_class = "db.r7g.large", instance_count = 2, backup_tier = "tier-3" }
}

events = { instance_type = "kafka.m7g.large", volume_gib = 1000 }
cache  = { node_type = "cache.r7g.large", shards = 3, replicas_per_shard = 2, users = { session = "session", cart = "cart", inventory = "inventory", promo = "promo" } }
search = {
  data_nodes       = { count = 6, type = "r7g.large.search", volume_gib = 200 }
  master_node_type = "m7g.large.search"
}

tables = {
  products = {
    team     = "catalogue"
    hash_key = { name = "id", type = "S" }
    indexes = {
      by-category = { hash_key = { name = "category", type = "S" } }
      by-sku      = { hash_key = { name = "sku", type = "S" } }
    }
    global = true
  }
  user-profiles     = { team = "customer", hash_key = { name = "userId", type = "S" }, global = true }
  notifications-log = { team = "customer", hash_key = { name = "userId", type = "S" }, range_key = { name = "sentAt", type = "N" }, ttl = "expiresAt", global = true }
  ml-feature-store  = { team = "data", hash_key = { name = "entity", type = "S" }, ttl = "expiresAt" }
}

buckets = {
  event-archive     = { team = "data", archive_days = 30, expire_days = 1096, copied = true }
  product-media     = { team = "catalogue", copied = true }
  return-labels     = { team = "orders", expire_days = 60 }
  psp-statements    = { team = "payments", archive_days = 90, expire_days = 2557, mirrored = true }
  message-templates = { team = "customer", copied = true }
  privacy-exports   = { team = "identity", expire_days = 14 }
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
