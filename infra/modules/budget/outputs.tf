output "ceiling_usd" {
  description = "The ceiling in force."
  value       = var.ceiling_usd
}

output "budget_names" {
  description = "Names of the budgets: \"total\" and one per team."
  value       = merge({ total = aws_budgets_budget.total.name }, { for team, budget in aws_budgets_budget.team : team => budget.name })
}

output "topic_arn" {
  description = "SNS topic that hears of breaches and anomalies."
  value       = aws_sns_topic.this.arn
}

output "anomaly_monitor_arns" {
  description = "ARNs of the anomaly monitors: by AWS service and by team."
  value       = { service = aws_ce_anomaly_monitor.service.arn, team = aws_ce_anomaly_monitor.team.arn }
}
