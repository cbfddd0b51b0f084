# A backup that was never restored is no backup. Every week one recovery point of each kind is restored, checked by
# whoever listens (see README), and cleaned away by AWS Backup.
resource "aws_backup_restore_testing_plan" "this" {
  name                         = replace("${var.name}_weekly", "-", "_")
  schedule_expression          = "cron(0 6 ? * SUN *)"
  schedule_expression_timezone = "UTC"
  start_window_hours           = 4
  tags                         = module.tags.all

  recovery_point_selection {
    algorithm             = "RANDOM_WITHIN_WINDOW"
    include_vaults        = [module.vault.arn]
    recovery_point_types  = ["SNAPSHOT", "CONTINUOUS"]
    selection_window_days = 7
  }
}

resource "aws_backup_restore_testing_selection" "this" {
  for_each                   = var.restore_tests
  name                       = each.key
  restore_testing_plan_name  = aws_backup_restore_testing_plan.this.name
  iam_role_arn               = aws_iam_role.this.arn
  protected_resource_type    = each.value.resource_type
  restore_metadata_overrides = each.value.metadata
  validation_window_hours    = each.value.hours_kept

  protected_resource_conditions {
    string_equals {
      key   = "aws:ResourceTag/backup"
      value = "tier-1"
    }
  }
}
