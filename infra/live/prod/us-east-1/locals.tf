locals {
  # The company's accounts, teams and addresses: one file for all roots.
  company  = jsondecode(file("${path.module}/../../company.json"))
  accounts = { for name, account in local.company.accounts : name => account.id }

  environment = "prod"
  name        = "arctiq-prod-${var.region}"
  cidr        = local.company.addressPlan["prod/${var.region}"]
  on_site     = local.company.reservedCidrs["data centre of the monolith, behind the VPN"]

  # Every other range of the company, so that an overlap is refused in the plan.
  other_cidrs = merge(
    { for root, cidr in local.company.addressPlan : replace(root, "/", "-") => cidr if root != "prod/${var.region}" },
    local.company.reservedCidrs,
  )

  # Alarms about replicas go to the topic of their region, by its name: that
  # region is planned after this one.
  secondary_topic_arn = "arn:aws:sns:${var.secondary_region}:${var.account_id}:arctiq-prod-${var.secondary_region}-page"

  # Services that ask OpenSearch. The domain lets in nobody else.
  search_clients = {
    search-service        = { team = "catalogue", namespace = "catalogue" }
    search-indexer        = { team = "catalogue", namespace = "catalogue" }
    order-history-service = { team = "orders", namespace = "orders" }
    audit-log-service     = { team = "risk", namespace = "risk" }
  }

  # Roles that the pipeline makes carry it; without it AWS refuses them.
  boundary_arn = module.iam.permissions_boundary_arn

  # merge(local.tags["orders"], { service = "orders-db" }) is what a module takes.
  tags = { for team, cost_centre in local.company.teams : team => {
    team        = team
    environment = "prod"
    cost_centre = cost_centre
  } }
}
