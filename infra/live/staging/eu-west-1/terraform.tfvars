account_id          = "210000000012"
region              = "eu-west-1"
availability_zones  = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
nat_gateways        = "one"
interface_endpoints = ["ecr.api", "ecr.dkr", "sts"]

kubernetes = { system_nodes = { min_size = 2, max_size = 4 } }

administrator_role_arn = "arn:aws:iam::210000000012:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_platform-admin_7b20d4e61f9a8c02"
on_call_endpoint       = "https://events.pagerduty.com/integration/platform-staging/enqueue"

engine_version = "16.6"
databases = {
  shared = { team = "platform", service = "aurora-global", instance_count = 1, backup_tier = "tier-3" }
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
