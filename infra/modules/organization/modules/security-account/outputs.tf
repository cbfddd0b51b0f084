output "detector_id" {
  description = "Id of the GuardDuty detector of the security account in this region."
  value       = aws_guardduty_detector.this.id
}

output "analyzer_arns" {
  description = "ARNs of the access analyzers by kind: external, unused (where there is one)."
  value       = { for key, analyzer in aws_accessanalyzer_analyzer.this : key => analyzer.arn }
}
