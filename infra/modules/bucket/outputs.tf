output "name" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.this.id
}

output "arn" {
  description = "ARN of the bucket, for policies of roles."
  value       = aws_s3_bucket.this.arn
}

output "regional_domain_name" {
  description = "Host name in the region, for origins of CloudFront."
  value       = aws_s3_bucket.this.bucket_regional_domain_name
}

output "kms_key_arn" {
  description = "Key of the objects. A role that reads needs kms:Decrypt on it, one that writes kms:GenerateDataKey."
  value       = aws_kms_key.this.arn
}

output "replication_role_arn" {
  description = "Role that copies objects, for replication_source_role_arns of a destination in another account. Null without replication."
  value       = one(aws_iam_role.replication[*].arn)
}
