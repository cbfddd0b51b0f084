# The one place that spells the tags of the company. Keys with a hyphen are what
# the cost allocation in AWS and the namespaces in Kubernetes use as well.
locals {
  all = tomap({
    team        = var.values.team
    service     = var.values.service
    environment = var.values.environment
    cost-centre = var.values.cost_centre
    managed-by  = "terraform"
    module      = var.module
  })
}
