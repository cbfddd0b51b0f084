locals {
  # The company's accounts, teams and addresses: one file for all roots.
  company  = jsondecode(file("${path.module}/../../company.json"))
  accounts = { for name, account in local.company.accounts : name => account.id }

  name    = "arctiq-network-${var.region}"
  plan    = local.company.addressPlan
  on_site = local.company.reservedCidrs["data centre of the monolith, behind the VPN"]

  # Every other range of the company, so that an overlap is refused in the plan.
  other_cidrs = merge({ for root, cidr in local.plan : replace(root, "/", "-") => cidr if root != "network/${var.region}" }, { data-centre = local.on_site })

  # Ranges of the other region by segment: a peering learns nothing.
  segments = { network = "shared", dev = "nonprod", staging = "nonprod", prod = "prod", dr = "prod" }
  remote_cidrs = { for segment in ["prod", "nonprod", "shared"] : segment => sort([
    for root, cidr in local.plan : cidr if endswith(root, "/us-east-1") && local.segments[split("/", root)[0]] == segment
  ]) }

  # merge(local.tags["orders"], { service = "orders-db" }) is what a module takes.
  tags = { for team, cost_centre in local.company.teams : team => {
    team        = team
    environment = "network"
    cost_centre = cost_centre
  } }

  attachments = merge(
    { for root, segment in var.attached_roots : replace(root, "/", "-") => {
      id      = data.terraform_remote_state.attached[root].outputs.attachment_id
      kind    = "vpc"
      segment = segment
      cidrs   = [local.plan[root]]
    } },
    { network = {
      id      = module.own_attachment.attachment_id
      kind    = "own-vpc"
      segment = "shared"
      cidrs   = [module.network.cidr]
    } },
  )
}
