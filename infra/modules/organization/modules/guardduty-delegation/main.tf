# GuardDuty is a service of every region: the delegation must be made in each.
resource "aws_guardduty_organization_admin_account" "this" {
  admin_account_id = var.security_account_id
}
