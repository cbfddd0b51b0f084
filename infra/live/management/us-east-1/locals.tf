locals {
  # The company's accounts, teams and addresses: one file for all roots.
  company  = jsondecode(file("${path.module}/../../company.json"))
  accounts = { for name, account in local.company.accounts : name => account.id }

  # Atlantis runs in the cluster of production.
  atlantis_role_arn = "arn:aws:iam::${local.accounts.prod}:role/arctiq-prod-us-east-1-atlantis"

  # Whose states are read by whom; see docs/adr/0010.
  readers = {
    management = ["security", "network", "dev", "staging", "prod", "dr"]
    security   = []
    network    = ["dev", "staging", "prod", "dr"]
    dev        = ["network", "prod"]
    staging    = ["network", "prod"]
    prod       = ["network"]
    dr         = ["network"]
  }

  # merge(local.tags["orders"], { service = "orders-db" }) is what a module takes.
  tags = { for team, cost_centre in local.company.teams : team => {
    team        = team
    environment = "management"
    cost_centre = cost_centre
  } }
}
