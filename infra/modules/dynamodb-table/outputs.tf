output "name" {
  description = "Name of the table."
  value       = aws_dynamodb_table.this.name
}

output "arn" {
  description = "ARN of the table in its own region."
  value       = aws_dynamodb_table.this.arn
}

output "index_arns" {
  description = "ARN of each index by name, for policies that allow reading one index only."
  value       = { for name in keys(var.indexes) : name => "${aws_dynamodb_table.this.arn}/index/${name}" }
}

output "replica_arns" {
  description = "ARN of the table in each further region."
  value       = { for replica in aws_dynamodb_table.this.replica : replica.region_name => replica.arn }
}

output "stream_arn" {
  description = "ARN of the stream of changes. Null without one."
  value       = local.stream == null ? null : aws_dynamodb_table.this.stream_arn
}

output "kms_key_arn" {
  description = "Key of the table in its own region."
  value       = aws_kms_key.this.arn
}
