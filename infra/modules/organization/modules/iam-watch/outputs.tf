output "topic_arn" {
  description = "SNS topic that hears of IAM changes outside the pipeline."
  value       = aws_sns_topic.this.arn
}

output "rule_arn" {
  description = "ARN of the EventBridge rule."
  value       = aws_cloudwatch_event_rule.this.arn
}
