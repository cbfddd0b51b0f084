output "cluster_name" {
  description = "Name of the cluster."
  value       = aws_eks_cluster.this.name
}

output "cluster_arn" {
  description = "ARN of the cluster."
  value       = aws_eks_cluster.this.arn
}

output "cluster_endpoint" {
  description = "Address of the API server. It resolves to private addresses only."
  value       = aws_eks_cluster.this.endpoint
}

output "cluster_certificate_authority" {
  description = "Certificate of the API server's authority, base64."
  value       = one(aws_eks_cluster.this.certificate_authority[*].data)
}

output "cluster_security_group_id" {
  description = "Security group of the control plane's interfaces that this module makes. Rules for clients of the API go there."
  value       = aws_security_group.cluster.id
}

output "node_security_group_id" {
  description = "Security group of all nodes and pods. Data stores open to it; Karpenter finds it by the tag karpenter.sh/discovery."
  value       = aws_security_group.node.id
}

output "node_role_name" {
  description = "Role of the system nodes. Karpenter's nodes have their own (module karpenter)."
  value       = aws_iam_role.node.name
}

output "node_role_arn" {
  description = "ARN of the role of the system nodes."
  value       = aws_iam_role.node.arn
}

output "oidc_issuer" {
  description = "Issuer of the service account tokens. Roles are given by pod identity; the issuer is for systems outside AWS that verify a pod's token."
  value       = one(flatten([for identity in aws_eks_cluster.this.identity : identity.oidc[*].issuer]))
}

output "kms_key_arn" {
  description = "Key that encrypts Kubernetes secrets, the control plane's logs and the volumes of the system nodes."
  value       = aws_kms_key.this.arn
}

output "log_group_name" {
  description = "Log group of the control plane."
  value       = aws_cloudwatch_log_group.this.name
}

output "addon_versions" {
  description = "Pinned version of each add-on."
  value       = { for name, addon in var.addons : name => addon.version }
}
