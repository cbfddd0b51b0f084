output "cluster_arn" {
  description = "ARN of the cluster."
  value       = aws_msk_cluster.this.arn
}

output "cluster_name" {
  description = "Name of the cluster."
  value       = aws_msk_cluster.this.cluster_name
}

output "cluster_uuid" {
  description = "Last part of the ARN: ARNs of topics and groups hold it."
  value       = aws_msk_cluster.this.cluster_uuid
}

output "bootstrap_brokers" {
  description = "Addresses that clients start from: TLS with IAM, port 9098."
  value       = aws_msk_cluster.this.bootstrap_brokers_sasl_iam
}

output "security_group_id" {
  description = "Security group of the brokers."
  value       = aws_security_group.this.id
}

output "kms_key_arn" {
  description = "Key of the disks and of the broker logs."
  value       = aws_kms_key.this.arn
}

output "log_group_name" {
  description = "Log group of the brokers."
  value       = aws_cloudwatch_log_group.this.name
}
