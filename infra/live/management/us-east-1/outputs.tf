output "organization_id" {
  description = "Id of the organisation: endpoints of VPCs serve nobody else."
  value       = module.organization.organization_id
}

output "organizational_unit_arns" {
  description = "ARNs of the units that network resources are shared with, by path."
  value = { for path, id in module.organization.organizational_unit_ids :
    path => "arn:aws:organizations::${var.account_id}:ou/${module.organization.organization_id}/${id}"
  }
}

output "state_bucket_arn" {
  description = "Bucket that holds all states."
  value       = module.state.bucket_arn
}

output "state_kms_key_arn" {
  description = "Key of the states."
  value       = module.state.kms_key_arn
}
