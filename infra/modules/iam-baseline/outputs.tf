output "github_oidc_provider_arn" {
  description = "ARN of the OIDC provider of GitHub."
  value       = aws_iam_openid_connect_provider.github.arn
}

output "permissions_boundary_arn" {
  description = "ARN of the policy that every role made for a product team must carry as its permissions boundary."
  value       = aws_iam_policy.boundary.arn
}

output "service_role_arns" {
  description = "Roles of the services' workflows: \"<service>/<environment>\" => ARN."
  value       = { for key, role in aws_iam_role.service : key => role.arn }
}

output "terraform_plan_role_arn" {
  description = "ARN of the role that plans: reads everything but secrets and data, writes nothing but the lock of a state."
  value       = aws_iam_role.plan.arn
}

output "terraform_apply_role_arn" {
  description = "ARN of the role that applies the platform's stacks."
  value       = aws_iam_role.apply.arn
}

output "terraform_delivery_role_arn" {
  description = "ARN of the role that applies stacks of product teams. It is bounded, and so is every role that it makes."
  value       = aws_iam_role.delivery.arn
}

output "terraform_apply_role_name" {
  description = "Name of the role that applies: what the organisation exempts and the IAM watch ignores."
  value       = aws_iam_role.apply.name
}

output "ebs_kms_key_arn" {
  description = "Key that EBS volumes of this region get when nobody names one. null where another stack holds the defaults."
  value       = one(module.region_defaults[*].kms_key_arn)
}

output "iam_alert_topic_arn" {
  description = "SNS topic that hears of IAM changes outside the pipeline. null outside us-east-1, where no IAM event is delivered, and in the management account, which the module organization watches."
  value       = one(module.iam_watch[*].topic_arn)
}
