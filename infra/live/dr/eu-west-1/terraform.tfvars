account_id          = "210000000014"
region              = "eu-west-1"
availability_zones  = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
nat_gateways        = "per-az"
interface_endpoints = ["ecr.api", "ecr.dkr", "sts"]

kubernetes = { system_nodes = { min_size = 3, max_size = 6 } }

administrator_role_arn = "arn:aws:iam::210000000014:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_platform-admin_c93e51b07d248af6"
on_call_endpoint       = "https://events.pagerduty.com/integration/platform-dr/enqueue"

mirrors = {
  psp-statements = { team = "payments", source_role = "rep-arctiq-prod-psp-statements-us-east-1", lock_days = 400 }
}

secrets = {
  "continuous-delivery/github-app" = "Argo CD and Kargo read repositories with it."
  "observability/pagerduty"        = "Wakes who is on call."
}
