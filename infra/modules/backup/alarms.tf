locals {
  # Events name the job that failed. The alarms below tell what no event tells: that nothing ran at all.
  failures = {
    backup  = { type = "Backup Job State Change", states = ["FAILED", "EXPIRED", "ABORTED", "PARTIAL"] }
    copy    = { type = "Copy Job State Change", states = ["FAILED", "PARTIAL"] }
    restore = { type = "Restore Job State Change", states = ["FAILED"] }
  }

  alarms = {
    failed   = { metric = "NumberOfBackupJobsFailed", operator = "GreaterThanThreshold", threshold = 0, period = 3600, missing = "notBreaching", text = "Backup jobs failed in the last hour." }
    copies   = { metric = "NumberOfCopyJobsFailed", operator = "GreaterThanThreshold", threshold = 0, period = 3600, missing = "notBreaching", text = "Copies to the other region or to the security account failed." }
    restores = { metric = "NumberOfRestoreJobsFailed", operator = "GreaterThanThreshold", threshold = 0, period = 3600, missing = "notBreaching", text = "A restore failed: a test, or a real one." }
    silence  = { metric = "NumberOfBackupJobsCompleted", operator = "LessThanThreshold", threshold = 1, period = 86400, missing = "breaching", text = "No backup was completed for a day." }
  }
}

resource "aws_cloudwatch_event_rule" "this" {
  for_each    = local.failures
  name        = "${var.name}-${each.key}-failed"
  description = "AWS Backup: a ${each.key} job did not succeed"
  tags        = module.tags.all

  event_pattern = jsonencode({
    source      = ["aws.backup"]
    detail-type = [each.value.type]
    detail      = each.key == "restore" ? { status = each.value.states } : { state = each.value.states }
  })
}

resource "aws_cloudwatch_event_target" "this" {
  for_each  = local.failures
  rule      = aws_cloudwatch_event_rule.this[each.key].name
  target_id = "alarms"
  arn       = var.alarm_topic_arn
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each            = local.alarms
  alarm_name          = "${var.name}-backup-${each.key}"
  alarm_description   = each.value.text
  namespace           = "AWS/Backup"
  metric_name         = each.value.metric
  statistic           = "Sum"
  comparison_operator = each.value.operator
  threshold           = each.value.threshold
  period              = each.value.period
  evaluation_periods  = 1
  treat_missing_data  = each.value.missing
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = module.tags.all

  # Restores have no vault that they go to.
  dimensions = each.key == "restores" ? {} : { BackupVaultName = module.vault.name }
}
