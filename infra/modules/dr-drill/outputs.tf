output "experiment_template_ids" {
  description = "FIS templates of this region: zone-outage, aurora-writer-loss, network-disruption."
  value       = { for key, template in aws_fis_experiment_template.this : key => template.id }
}

output "failover_document_name" {
  description = "SSM Automation document that makes this region take over."
  value       = aws_ssm_document.failover.name
}

output "failover_role_arn" {
  description = "Role that the document runs with."
  value       = aws_iam_role.failover.arn
}

output "approval_topic_arn" {
  description = "SNS topic that asks the approvers. Subscribe the on-call tool."
  value       = aws_sns_topic.approval.arn
}

output "event_rule_names" {
  description = "EventBridge rules by signal, for example \"t6-promoted\"."
  value       = { for key, rule in aws_cloudwatch_event_rule.signal : key => rule.name }
}

output "dead_letter_queue_arn" {
  description = "Queue with the events that the portal did not take."
  value       = aws_sqs_queue.dead_letter.arn
}

output "quarantine_security_group_id" {
  description = "Empty security group behind which a fenced writer of this region is put."
  value       = aws_security_group.quarantine.id
}
