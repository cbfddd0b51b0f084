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

output "name_servers" {
  description = "Name servers of this environment's zone, for the delegation in production's."
  value       = module.zone.name_servers
}
