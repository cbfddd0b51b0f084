locals {
  # The company's accounts, teams and addresses: one file for all roots.
  company  = jsondecode(file("${path.module}/../../company.json"))
  accounts = { for name, account in local.company.accounts : name => account.id }

  environment = "dr"
  name        = "arctiq-dr-${var.region}"
  cidr        = local.company.addressPlan["dr/${var.region}"]
  on_site     = local.company.reservedCidrs["data centre of the monolith, behind the VPN"]

  # Every other range of the company, so that an overlap is refused in the plan.
  other_cidrs = merge(
    { for root, cidr in local.company.addressPlan : replace(root, "/", "-") => cidr if root != "dr/${var.region}" },
    local.company.reservedCidrs,
  )

  # Roles that the pipeline makes carry it; without it AWS refuses them.
  boundary_arn = module.iam.permissions_boundary_arn

  # merge(local.tags["orders"], { service = "orders-db" }) is what a module takes.
  tags = { for team, cost_centre in local.company.teams : team => {
    team        = team
    environment = "dr"
    cost_centre = cost_centre
  } }
}
