output "alarm_topic_arns" {
  description = "Topics by urgency: page and ticket. Modules take one of them as alarm_topic_arn."
  value       = { for urgency, topic in aws_sns_topic.this : urgency => topic.arn }
}

output "bucket_names" {
  description = "Names of the buckets: logs (Loki), traces (Tempo), metrics (Thanos)."
  value       = { for signal, bucket in module.bucket : signal => bucket.name }
}

output "bucket_arns" {
  description = "ARNs of the buckets by signal."
  value       = { for signal, bucket in module.bucket : signal => bucket.arn }
}

output "role_arns" {
  description = "Roles by client: loki, tempo, metrics-writer, metrics-reader, metrics-keeper."
  value       = { for client, role in aws_iam_role.this : client => role.arn }
}

output "log_group_names" {
  description = "Names of the log groups by key."
  value       = { for key, group in aws_cloudwatch_log_group.this : key => group.name }
}

output "kms_key_arn" {
  description = "Key of the topics and log groups. The buckets have keys of their own."
  value       = aws_kms_key.this.arn
}
