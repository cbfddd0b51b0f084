locals {
  # The company's accounts, teams and addresses: one file for all roots.
  company  = jsondecode(file("${path.module}/../../company.json"))
  accounts = { for name, account in local.company.accounts : name => account.id }


  # merge(local.tags["orders"], { service = "orders-db" }) is what a module takes.
  tags = { for team, cost_centre in local.company.teams : team => {
    team        = team
    environment = "security"
    cost_centre = cost_centre
  } }
}
