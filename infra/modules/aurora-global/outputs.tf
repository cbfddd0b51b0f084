output "global_cluster_identifier" {
  description = "Name of the global database. The secondary takes it from here, so that it is made after the primary."
  value       = local.primary ? one(aws_rds_global_cluster.this[*].id) : var.global_cluster_identifier

  # A secondary cannot join before the primary has its writer.
  depends_on = [aws_rds_cluster_instance.this]
}

output "global_writer_endpoint" {
  description = "Host that follows the writer over a switchover (primary only, null in the secondary). Clients keep its DNS answer for 5 s at most."
  value       = one(aws_rds_global_cluster.this[*].endpoint)
}

output "cluster_identifier" {
  description = "Name of the cluster of this region."
  value       = aws_rds_cluster.this.cluster_identifier
}

output "cluster_arn" {
  description = "ARN of the cluster of this region, for fault injection, backup and failover plans."
  value       = aws_rds_cluster.this.arn
}

output "cluster_resource_id" {
  description = "Resource id, part of the ARN that rds-db:connect is granted on."
  value       = aws_rds_cluster.this.cluster_resource_id
}

output "endpoint" {
  description = "Writer of this region's cluster. In the region that does not write it answers reads only."
  value       = aws_rds_cluster.this.endpoint
}

output "reader_endpoint" {
  description = "Readers of this region."
  value       = aws_rds_cluster.this.reader_endpoint
}

output "port" {
  description = "Port, TLS only."
  value       = local.port
}

output "database_name" {
  description = "Database that was made with the cluster. Null in the secondary."
  value       = var.database_name
}

output "master_secret_arn" {
  description = "Secret with name and password of the administrator. Null in the secondary."
  value       = one(aws_secretsmanager_secret.master[*].arn)
}

output "security_group_id" {
  description = "Security group of the cluster."
  value       = aws_security_group.this.id
}

output "kms_key_arn" {
  description = "Key of this region's cluster."
  value       = aws_kms_key.this.arn
}

output "rpo_alarm_name" {
  description = "Name of the alarm on the lag between the regions, for health checks and failover plans."
  value       = aws_cloudwatch_metric_alarm.rpo.alarm_name
}
