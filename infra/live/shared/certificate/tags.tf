variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}

module "tags" {
  source = "../../../modules/tags"
  module = "certificate"
  values = var.tags
}
