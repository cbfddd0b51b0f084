output "attachment_id" {
  description = "Attachment that the network account accepts."
  value       = module.attachment.attachment_id
}

output "cluster" {
  description = "The cluster, for Argo CD and for people."
  value       = { name = module.eks.cluster_name, endpoint = module.eks.cluster_endpoint, arn = module.eks.cluster_arn }
}

output "permissions_boundary_arn" {
  description = "Boundary of roles in this account, for its other region."
  value       = module.iam.permissions_boundary_arn
}

output "zone_id" {
  description = "Public zone of this environment."
  value       = module.zone.zone_id
}

output "events" {
  description = "Kafka of this region: the other one copies from it."
  value = {
    cluster_arn       = module.events.cluster_arn
    subnet_ids        = module.network.data_subnet_ids
    security_group_id = module.events.security_group_id
  }
}

output "routing" {
  description = "Switches that move traffic between the regions."
  value = {
    endpoints = { for endpoint in module.dns_failover.cluster_endpoints : endpoint.region => endpoint.endpoint }
    controls  = module.dns_failover.routing_control_arns
  }
}

output "portal_database_secret_arn" {
  description = "Secret of the portal's database, which the other region's portal opens as well."
  value       = module.database["portal"].master_secret_arn
}

output "alarm_topic_arn" {
  description = "Topic in us-east-1: metrics of Route 53 exist there only."
  value       = module.observability.alarm_topic_arns["ticket"]
}
