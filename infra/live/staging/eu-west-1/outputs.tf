output "attachment_id" {
  description = "Attachment that the network account accepts."
  value       = module.attachment.attachment_id
}

output "cluster" {
  description = "The cluster, for Argo CD and for people."
  value       = { name = module.eks.cluster_name, endpoint = module.eks.cluster_endpoint, arn = module.eks.cluster_arn }
}
