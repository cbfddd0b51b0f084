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

  # Services that ask OpenSearch. The domain lets in nobody else.
  search_clients = {
    search-service        = { team = "catalogue", namespace = "catalogue" }
    search-indexer        = { team = "catalogue", namespace = "catalogue" }
    order-history-service = { team = "orders", namespace = "orders" }
    audit-log-service     = { team = "risk", namespace = "risk" }
  }

  # Both ends of the replication of events.
  primary_events = {
    cluster_arn        = data.terraform_remote_state.primary.outputs.events.cluster_arn
    subnet_ids         = data.terraform_remote_state.primary.outputs.events.subnet_ids
    security_group_ids = [data.terraform_remote_state.primary.outputs.events.security_group_id]
  }
  own_events = {
    cluster_arn        = module.events.cluster_arn
    subnet_ids         = module.network.data_subnet_ids
    security_group_ids = [module.events.security_group_id]
  }

  # Roles that the pipeline makes carry it; without it AWS refuses them.
  boundary_arn = data.terraform_remote_state.primary.outputs.permissions_boundary_arn

  # merge(local.tags["orders"], { service = "orders-db" }) is what a module takes.
  tags = { for team, cost_centre in local.company.teams : team => {
    team        = team
    environment = "prod"
    cost_centre = cost_centre
  } }
}
