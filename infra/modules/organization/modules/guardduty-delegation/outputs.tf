output "admin_account_id" {
  description = "Account that administers GuardDuty in this region."
  value       = aws_guardduty_organization_admin_account.this.admin_account_id
}
