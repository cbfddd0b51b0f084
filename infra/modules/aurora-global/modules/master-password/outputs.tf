output "password" {
  description = "Random password of 48 letters and digits, for master_password of the primary."
  value       = ephemeral.aws_secretsmanager_random_password.this.random_password
  ephemeral   = true
  sensitive   = true
}
