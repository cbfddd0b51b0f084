output "replication_group_id" {
  description = "Id of the replication group."
  value       = aws_elasticache_replication_group.this.id
}

output "arn" {
  description = "ARN of the replication group."
  value       = aws_elasticache_replication_group.this.arn
}

output "configuration_endpoint" {
  description = "Host that clients in cluster mode start from."
  value       = aws_elasticache_replication_group.this.configuration_endpoint_address
}

output "port" {
  description = "Port of the cluster, TLS only."
  value       = local.port
}

output "connect_arns" {
  description = "What a client role needs elasticache:Connect on, by user name: the cluster and the user."
  value       = { for name, user in aws_elasticache_user.this : name => [aws_elasticache_replication_group.this.arn, user.arn] }
}

output "security_group_id" {
  description = "Security group of the nodes."
  value       = aws_security_group.this.id
}

output "kms_key_arn" {
  description = "Key of data, snapshots and logs."
  value       = aws_kms_key.this.arn
}
