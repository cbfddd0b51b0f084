locals {
  sso_instance = var.sso == null ? null : var.sso.instance_arn

  permission_sets = {
    platform-admin = {
      description = "Platform team: everything in an account, four hours"
      duration    = "PT4H"
      policies    = ["arn:aws:iam::aws:policy/AdministratorAccess"]
    }
    read-only = {
      description = "Looks at settings, never at data"
      duration    = "PT8H"
      policies    = ["arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"]
    }
    developer = {
      description = "Works in dev and staging"
      duration    = "PT8H"
      policies    = ["arn:aws:iam::aws:policy/PowerUserAccess"]
    }
    auditor = {
      description = "Reads configuration and findings for PCI and SOC 2"
      duration    = "PT8H"
      policies    = ["arn:aws:iam::aws:policy/SecurityAudit"]
    }
    billing = {
      description = "Sees cost and budgets"
      duration    = "PT8H"
      policies    = ["arn:aws:iam::aws:policy/job-function/Billing"]
    }
    break-glass = {
      description = "Emergency: used with an incident number, reported at once"
      duration    = "PT1H"
      policies    = ["arn:aws:iam::aws:policy/AdministratorAccess"]
    }
  }

  # None before Identity Center is there.
  sets = { for name, set in local.permission_sets : name => set if var.sso != null }

  set_policies = merge([for set, settings in local.sets : {
    for arn in settings.policies : "${set}/${basename(arn)}" => { set = set, arn = arn }
  }]...)

  account_ids = merge({ management = var.account_id }, { for key, account in aws_organizations_account.this : key => account.id })

  assignments = merge([for name, assignment in try(var.sso.assignments, {}) : {
    for account in assignment.accounts : "${name}/${account}" => {
      set     = assignment.permission_set
      group   = assignment.group_id
      account = account
    }
  }]...)
}

resource "aws_ssoadmin_permission_set" "this" {
  for_each = local.sets

  name             = each.key
  description      = each.value.description
  instance_arn     = local.sso_instance
  session_duration = each.value.duration
  tags             = module.tags.all
}

resource "aws_ssoadmin_managed_policy_attachment" "this" {
  for_each = local.set_policies

  instance_arn       = local.sso_instance
  permission_set_arn = aws_ssoadmin_permission_set.this[each.value.set].arn
  managed_policy_arn = each.value.arn
}

# A developer changes IAM by pull request only, and reads no secret outside the own namespace's way in.
resource "aws_ssoadmin_permission_set_inline_policy" "developer" {
  count = var.sso == null ? 0 : 1

  instance_arn       = local.sso_instance
  permission_set_arn = aws_ssoadmin_permission_set.this["developer"].arn

  inline_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "NotByHand"
      Effect   = "Deny"
      Action   = ["iam:*", "organizations:*", "kms:ScheduleKeyDeletion", "kms:PutKeyPolicy", "secretsmanager:GetSecretValue", "sts:AssumeRole"]
      Resource = "*"
    }]
  })
}

resource "aws_ssoadmin_account_assignment" "this" {
  for_each = local.assignments

  instance_arn       = local.sso_instance
  permission_set_arn = aws_ssoadmin_permission_set.this[each.value.set].arn
  principal_type     = "GROUP"
  principal_id       = each.value.group
  target_type        = "AWS_ACCOUNT"
  target_id          = local.account_ids[each.value.account]

  depends_on = [aws_ssoadmin_managed_policy_attachment.this]
}
