account_id       = "210000000001"
region           = "us-east-1"
secondary_region = "eu-west-1"

account_emails = {
  security = "aws+security@arctiq.io"
  network  = "aws+network@arctiq.io"
  dev      = "aws+dev@arctiq.io"
  staging  = "aws+staging@arctiq.io"
  prod     = "aws+prod@arctiq.io"
  dr       = "aws+dr@arctiq.io"
}

# Identity Center and its groups come from the company's directory; their ids are
# on its settings page.
sso = {
  instance_arn = "arn:aws:sso:::instance/ssoins-7223a0c1d9e45b68"
  assignments = {
    platform = {
      group_id       = "90671a2b-5c01-4d3e-8f70-1a2b3c4d5e01"
      permission_set = "platform-admin"
      accounts       = ["management", "security", "network", "dev", "staging", "prod", "dr"]
    }
    developers = {
      group_id       = "90671a2b-5c01-4d3e-8f70-1a2b3c4d5e02"
      permission_set = "developer"
      accounts       = ["dev", "staging"]
    }
    on-call = {
      group_id       = "90671a2b-5c01-4d3e-8f70-1a2b3c4d5e03"
      permission_set = "read-only"
      accounts       = ["prod", "dr", "network"]
    }
    auditors = {
      group_id       = "90671a2b-5c01-4d3e-8f70-1a2b3c4d5e04"
      permission_set = "auditor"
      accounts       = ["management", "security", "network", "prod", "dr"]
    }
    finance = {
      group_id       = "90671a2b-5c01-4d3e-8f70-1a2b3c4d5e05"
      permission_set = "billing"
      accounts       = ["management"]
    }
    break-glass = {
      group_id       = "90671a2b-5c01-4d3e-8f70-1a2b3c4d5e06"
      permission_set = "break-glass"
      accounts       = ["security", "network", "prod", "dr"]
    }
  }
}

alert_emails = ["platform@arctiq.io", "finance@arctiq.io"]

ceiling_usd = 85000
team_budgets_usd = {
  platform     = 26000
  orders       = 6500
  payments     = 5500
  cart-pricing = 4500
  fulfilment   = 4000
  catalogue    = 7000
  inventory    = 5000
  identity     = 4500
  customer     = 5000
  growth       = 3500
  storefront   = 6000
  risk         = 3500
  data         = 4000
}
