# Which event stands for which instant of a drill (README, table T0 to T11). All
# are hints with a time: the portal confirms and orders them, since AWS delivers
# at least once and in any order.
locals {
  rds_types = ["RDS DB Cluster Event", "RDS DB Instance Event"]

  rds_signals = {
    t4-switchover-started = { instant = "T4", ids = ["RDS-EVENT-0181"], note = "global switchover started" }
    t5-writes-blocked     = { instant = "T5", ids = ["RDS-EVENT-0390", "RDS-EVENT-0182"], note = "old writer fenced" }
    t5-fence-timed-out    = { instant = "T5", ids = ["RDS-EVENT-0391"], note = "fencing timed out: data may have to be recovered from the snapshot" }
    t6-promoted           = { instant = "T6", ids = ["RDS-EVENT-0184", "RDS-EVENT-0185", "RDS-EVENT-0238"], note = "new writer promoted" }
    t6-promotion-failed   = { instant = "none", ids = ["RDS-EVENT-0239"], note = "global failover failed" }
    t6-promoted-headless  = { instant = "none", ids = ["RDS-EVENT-0519"], note = "promoted cluster has no instance" }
    t7-writer-dns-changed = { instant = "T7", ids = ["RDS-EVENT-0397"], note = "global writer endpoint moved" }
    t10-resync-started    = { instant = "none", ids = ["RDS-EVENT-0240"], note = "resynchronisation started" }
    t10-resync-finished   = { instant = "T10", ids = ["RDS-EVENT-0241"], note = "resynchronisation finished" }
  }

  step_signals = {
    t2-approval-asked    = { instant = "T2", step = "approve", status = ["Waiting"], note = "declared, approval asked" }
    t3-approved          = { instant = "T3", step = "approve", status = ["Success"], note = "failover decided" }
    t4-switchover-called = { instant = "T4", step = "switchover", status = ["InProgress"], note = "switchover called" }
    t4-failover-called   = { instant = "T4", step = "failover", status = ["InProgress"], note = "failover called" }
    t5-fence-ended       = { instant = "T5", step = "fence", status = ["Success"], note = "fence step ended, its output says whether it held" }
    t6-writer-confirmed  = { instant = "T6", step = "promoted", status = ["Success"], note = "new writer confirmed by state" }
    t7-routed            = { instant = "T7", step = "route", status = ["Success"], note = "routing controls changed" }
    t8-verified          = { instant = "T8", step = "verify", status = ["Success"], note = "synthetic write and read work" }
  }

  signals = merge(
    {
      t0-disruption-began = {
        instant = "T0", at = "$.time", note = "experiment runs"
        pattern = jsonencode({ source = ["aws.fis"], detail-type = ["FIS Experiment State Change"], detail = { new-state = { status = ["running"] } } })
      }
      t0-disruption-ended = {
        instant = "none", at = "$.time", note = "experiment ended"
        pattern = jsonencode({ source = ["aws.fis"], detail-type = ["FIS Experiment State Change"], detail = { new-state = { status = ["completed", "stopped", "failed"] } } })
      }
      t1-detected = {
        instant = "T1", at = "$.detail.state.timestamp", note = "alarm went off"
        pattern = jsonencode({ source = ["aws.cloudwatch"], detail-type = ["CloudWatch Alarm State Change"], resources = sort(var.detection_alarm_arns), detail = { state = { value = ["ALARM"] } } })
      }
      t9-stable = {
        instant = "T9", at = "$.detail.state.timestamp", note = "alarm is quiet again"
        pattern = jsonencode({ source = ["aws.cloudwatch"], detail-type = ["CloudWatch Alarm State Change"], resources = sort(var.detection_alarm_arns), detail = { state = { value = ["OK"] }, previousState = { value = ["ALARM"] } } })
      }
      t7-routing-control = {
        instant = "T7", at = "$.detail.eventTime", note = "routing control changed"
        pattern = jsonencode({
          source      = ["aws.route53-recovery-cluster"]
          detail-type = ["AWS API Call via CloudTrail"]
          detail      = { eventName = ["UpdateRoutingControlState", "UpdateRoutingControlStates"], errorCode = [{ exists = false }] }
        })
      }
      run-ended = {
        instant = "none", at = "$.time", note = "failover document ended"
        pattern = jsonencode({
          source      = ["aws.ssm"]
          detail-type = ["EC2 Automation Execution Status-change Notification"]
          detail      = { Definition = [local.document], Status = ["Success", "Failed", "TimedOut", "Cancelled"] }
        })
      }
    },
    { for key, signal in local.rds_signals : key => {
      instant = signal.instant, at = "$.detail.Date", note = signal.note
      pattern = jsonencode({ source = ["aws.rds"], detail-type = local.rds_types, detail = { EventID = signal.ids } })
    } },
    { for key, signal in local.step_signals : key => {
      instant = signal.instant, at = "$.time", note = signal.note
      pattern = jsonencode({
        source      = ["aws.ssm"]
        detail-type = ["EC2 Automation Step Status-change Notification"]
        detail      = { Definition = [local.document], StepName = [signal.step], Status = signal.status }
      })
    } },
  )

  document = "${var.name}-failover-to-${var.region}"
}
