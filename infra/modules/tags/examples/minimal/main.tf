terraform {
  required_version = ">= 1.9.0"
}

module "tags" {
  source = "../.."
  module = "bucket"
  values = {
    team        = "orders"
    service     = "order-service"
    environment = "dev"
    cost_centre = "cc-1001"
  }
}

output "tags" {
  description = "What a resource of this module would carry."
  value       = module.tags.all
}
