output "controller_role_arn" {
  description = "Role of the controller. EKS gives it to the service account by pod identity; the chart needs no annotation."
  value       = aws_iam_role.controller.arn
}

output "node_role_name" {
  description = "Role of the nodes that Karpenter starts: always <cluster>-karpenter-node."
  value       = aws_iam_role.node.name
}

output "node_role_arn" {
  description = "ARN of the role of the nodes that Karpenter starts."
  value       = aws_iam_role.node.arn
}

output "instance_profile_name" {
  description = "Value of spec.instanceProfile in the EC2NodeClass: always <cluster>-karpenter-node."
  value       = aws_iam_instance_profile.node.name
}

output "interruption_queue_name" {
  description = "Value of settings.interruptionQueue of the chart: always <cluster>-karpenter."
  value       = aws_sqs_queue.this.name
}

output "discovery_tag" {
  description = "Tag by which the EC2NodeClass finds subnets and security groups."
  value       = { "karpenter.sh/discovery" = var.cluster_name }
}

output "profile" {
  description = "Profile of this cluster's environment."
  value       = var.profiles[var.tags.environment]
}

output "profiles" {
  description = "Profiles of all environments, as the node pools in infra/platform repeat them."
  value       = var.profiles
}

output "maximum" {
  description = "Highest cpu and memory limit that this module accepts in each environment."
  value       = local.maximum
}
