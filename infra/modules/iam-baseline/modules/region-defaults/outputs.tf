output "kms_key_arn" {
  description = "Key that EBS volumes of this region get when nobody names one."
  value       = aws_kms_key.this.arn
}
