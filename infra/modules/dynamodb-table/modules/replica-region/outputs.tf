output "kms_key_arn" {
  description = "Key for the replica of this region: goes into replicas of the table."
  value       = aws_kms_key.this.arn
}
