output "bucket" {
  description = "Name of the state bucket."
  value       = aws_s3_bucket.this.bucket
}

output "bucket_arn" {
  description = "ARN of the state bucket."
  value       = aws_s3_bucket.this.arn
}

output "kms_key_arn" {
  description = "ARN of the key of the states."
  value       = aws_kms_key.this.arn
}

output "log_bucket" {
  description = "Name of the bucket that holds the access log."
  value       = aws_s3_bucket.logs.bucket
}

output "backends" {
  description = "Arguments of the backend \"s3\" by stack: bucket, region, kms_key_id, key prefix, encrypt, use_lockfile. Add the file name to the prefix."
  value = { for prefix in keys(var.stacks) : prefix => {
    bucket       = aws_s3_bucket.this.bucket
    region       = var.region
    kms_key_id   = aws_kms_key.this.arn
    key_prefix   = "${prefix}/"
    encrypt      = true
    use_lockfile = true
  } }
}
