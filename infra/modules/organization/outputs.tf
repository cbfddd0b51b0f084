output "organization_id" {
  description = "Id of the organisation (o-...): for aws:PrincipalOrgID in policies."
  value       = aws_organizations_organization.this.id
}

output "organization_arn" {
  description = "ARN of the organisation: what RAM shares are shared with."
  value       = aws_organizations_organization.this.arn
}

output "root_id" {
  description = "Id of the root (r-...)."
  value       = aws_organizations_organization.this.roots[0].id
}

output "organizational_unit_ids" {
  description = "Ids by path: security, infrastructure, workloads, workloads/nonprod, workloads/prod."
  value = merge(
    { for key, ou in aws_organizations_organizational_unit.top : key => ou.id },
    { for key, ou in aws_organizations_organizational_unit.workloads : "workloads/${key}" => ou.id },
  )
}

output "account_ids" {
  description = "Account ids by name: security, network, dev, staging, prod, dr."
  value       = { for key, account in aws_organizations_account.this : key => account.id }
}

output "policy_ids" {
  description = "Ids of the service control policies by name."
  value       = { for key, policy in aws_organizations_policy.this : key => policy.id }
}

output "permission_set_arns" {
  description = "ARNs of the permission sets by name."
  value       = { for key, set in aws_ssoadmin_permission_set.this : key => set.arn }
}

output "trail_arn" {
  description = "ARN of the organisation's trail."
  value       = aws_cloudtrail.this.arn
}

output "trail_bucket" {
  description = "Name of the bucket that holds the audit log."
  value       = aws_s3_bucket.trail.bucket
}

output "iam_alert_topic_arn" {
  description = "SNS topic that hears of IAM changes outside the pipeline in the management account."
  value       = module.iam_watch.topic_arn
}
