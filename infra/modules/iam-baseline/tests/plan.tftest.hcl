mock_provider "aws" {
  mock_resource "aws_kms_key" {
    defaults = {
      arn    = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
      key_id = "11111111-2222-3333-4444-555555555555"
    }
  }
  mock_resource "aws_iam_openid_connect_provider" {
    defaults = { arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
  }
  mock_resource "aws_iam_policy" {
    defaults = { arn = "arn:aws:iam::123456789012:policy/arctiq-boundary" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/role" }
  }
  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:us-east-1:123456789012:arctiq-iam-outside-pipeline" }
  }
  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:us-east-1:123456789012:arctiq-iam-outside-pipeline-failed" }
  }
  mock_resource "aws_cloudwatch_event_rule" {
    defaults = { arn = "arn:aws:events:us-east-1:123456789012:rule/arctiq-iam-outside-pipeline" }
  }
}

variables {
  name                = "arctiq"
  account_id          = "123456789012"
  region              = "us-east-1"
  github_organization = "arctiq"
  services = {
    order-service = {
      repository           = "order-service"
      environments         = ["build", "prod"]
      push_repository_arns = ["arn:aws:ecr:us-east-1:123456789012:repository/arctiq/order-service"]
      statements           = [{ sid = "Assets", actions = ["s3:PutObject"], resources = ["arn:aws:s3:::arctiq-prod-order-assets/*"] }]
    }
    payment-service = { repository = "payment-service", environments = ["prod"] }
  }
  terraform = {
    repository         = "infrastructure"
    atlantis_role_arns = ["arn:aws:iam::210987654321:role/arctiq-network-atlantis"]
    state = {
      bucket_arn  = "arn:aws:s3:::arctiq-terraform-state-123456789012-us-east-1"
      kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
      prefix      = "prod"
    }
  }
  tags = {
    team        = "platform"
    service     = "iam-baseline"
    environment = "prod"
    cost_centre = "cc-1000"
  }
}

run "trusts_one_repository_and_one_environment_exactly" {
  assert {
    condition     = toset(keys(aws_iam_role.service)) == toset(["order-service/build", "order-service/prod", "payment-service/prod"])
    error_message = "There must be one role per service and environment."
  }

  assert {
    condition = alltrue([for key, role in aws_iam_role.service :
      jsondecode(role.assume_role_policy).Statement[0].Condition == { StringEquals = {
        "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:sub" = "repo:arctiq/${split("/", key)[0]}:environment:${split("/", key)[1]}"
    } }])
    error_message = "The trust must name one repository, one environment and the audience, by StringEquals."
  }

  assert {
    condition     = alltrue([for role in values(aws_iam_role.service) : role.permissions_boundary == aws_iam_policy.boundary.arn && jsondecode(role.assume_role_policy).Statement[0].Principal.Federated == aws_iam_openid_connect_provider.github.arn])
    error_message = "A role of a service must carry the boundary and trust GitHub's provider only."
  }

  assert {
    condition     = aws_iam_openid_connect_provider.github.url == "https://token.actions.githubusercontent.com" && aws_iam_openid_connect_provider.github.client_id_list == toset(["sts.amazonaws.com"])
    error_message = "The provider must accept tokens for AWS only."
  }

  assert {
    condition = { for s in jsondecode(aws_iam_role_policy.service["order-service/prod"].policy).Statement : s.Sid => join(" ", s.Resource) } == {
      RegistryLogin = "*"
      PushOwnImages = "arn:aws:ecr:us-east-1:123456789012:repository/arctiq/order-service"
      Assets        = "arn:aws:s3:::arctiq-prod-order-assets/*"
    } && !contains(keys(aws_iam_role_policy.service), "payment-service/prod")
    error_message = "A service may push its own images and do what its statements name, nothing else."
  }
}

run "plans_applies_and_delivers_with_different_roles" {
  assert {
    condition = { for role, policy in { plan = aws_iam_role.plan, apply = aws_iam_role.apply, delivery = aws_iam_role.delivery } :
      role => jsondecode(policy.assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"] } == {
      plan     = "repo:arctiq/infrastructure:environment:prod-plan"
      apply    = "repo:arctiq/infrastructure:environment:prod-apply"
      delivery = "repo:arctiq/infrastructure:environment:prod-delivery"
    }
    error_message = "Every Terraform role must trust one environment of the repository of the stacks."
  }

  assert {
    condition = alltrue([for policy in [aws_iam_role.plan.assume_role_policy, aws_iam_role.apply.assume_role_policy, aws_iam_role.delivery.assume_role_policy] :
    jsondecode(policy).Statement[1].Condition.ArnEquals["aws:PrincipalArn"] == ["arn:aws:iam::210987654321:role/arctiq-network-atlantis"]])
    error_message = "Only the role of Atlantis may assume from outside GitHub."
  }

  assert {
    condition = aws_iam_role_policy_attachment.plan.policy_arn == "arn:aws:iam::aws:policy/ReadOnlyAccess" && alltrue([for sid in ["NoData", "NoObjectsButStates", "NoOtherKeys"] :
      { for s in jsondecode(aws_iam_role_policy.plan.policy).Statement : s.Sid => s.Effect }[sid] == "Deny"]) && alltrue([for s in jsondecode(aws_iam_role_policy.plan.policy).Statement :
    strcontains(jsonencode(s.Action), "PutObject") ? endswith(jsonencode(s.Resource), ".tflock\"]") : true])
    error_message = "A plan must read settings, no data, and write nothing but a lock."
  }

  assert {
    condition     = aws_iam_role.delivery.permissions_boundary == aws_iam_policy.boundary.arn && aws_iam_role.apply.name == "arctiq-terraform-apply"
    error_message = "Stacks of product teams must be applied within the boundary."
  }

  assert {
    condition     = { for s in jsondecode(aws_iam_role_policy.delivery.policy).Statement : s.Sid => s.Resource }["OwnState"] == ["arn:aws:s3:::arctiq-terraform-state-123456789012-us-east-1/prod/*"]
    error_message = "A role may touch its own states only."
  }
}

run "bounds_what_pipelines_create" {
  assert {
    condition     = { for s in jsondecode(aws_iam_policy.boundary.policy).Statement : s.Sid => s if s.Sid == "RolesOnlyWithThisBoundary" }["RolesOnlyWithThisBoundary"].Condition.StringNotEquals["iam:PermissionsBoundary"] == "arn:aws:iam::123456789012:policy/arctiq-boundary"
    error_message = "A bounded role could make a role without the boundary."
  }

  assert {
    condition = { for s in jsondecode(aws_iam_policy.boundary.policy).Statement : s.Sid => s.Effect } == {
      CapNothingElse            = "Allow"
      NoUsersAndNoKeys          = "Deny"
      RolesOnlyWithThisBoundary = "Deny"
      RolesOnlyBelowServices    = "Deny"
      BoundaryStays             = "Deny"
      BoundaryIsNotRewritten    = "Deny"
      TrustStays                = "Deny"
      GuardsStay                = "Deny"
      AllowedRegionsOnly        = "Deny"
    }
    error_message = "The boundary lost one of its denies."
  }

  assert {
    condition     = { for s in jsondecode(aws_iam_policy.boundary.policy).Statement : s.Sid => s if s.Sid == "AllowedRegionsOnly" }["AllowedRegionsOnly"].Condition.StringNotEquals["aws:RequestedRegion"] == ["eu-west-1", "us-east-1"]
    error_message = "The boundary must hold to the allowed regions."
  }

  assert {
    condition     = length(aws_iam_policy.boundary.policy) <= 6144
    error_message = "AWS takes at most 6144 characters of a managed policy."
  }
}

run "sets_the_defaults_of_the_account" {
  assert {
    condition     = aws_s3_account_public_access_block.this[0].block_public_acls && aws_s3_account_public_access_block.this[0].block_public_policy && aws_s3_account_public_access_block.this[0].ignore_public_acls && aws_s3_account_public_access_block.this[0].restrict_public_buckets
    error_message = "No bucket of the account may be public."
  }

  assert {
    condition     = aws_iam_account_password_policy.this[0].minimum_password_length >= 14 && aws_iam_account_password_policy.this[0].password_reuse_prevention == 24 && aws_iam_account_password_policy.this[0].require_symbols && aws_iam_account_password_policy.this[0].require_numbers
    error_message = "The password policy is weaker than CIS asks for."
  }

  assert {
    condition = alltrue([for tags in concat(
      [aws_iam_openid_connect_provider.github.tags, aws_iam_policy.boundary.tags, aws_iam_role.plan.tags, aws_iam_role.apply.tags, aws_iam_role.delivery.tags],
      [for role in values(aws_iam_role.service) : role.tags],
    ) : tags["cost-centre"] == "cc-1000" && tags["module"] == "iam-baseline"])
    error_message = "A resource lacks the tags of the company."
  }

  assert {
    condition     = length(module.iam_watch) == 1 && length(module.region_defaults) == 1
    error_message = "IAM changes outside the pipeline must be reported, and the region must have its defaults."
  }
}

run "watches_iam_in_us_east_1_only" {
  variables {
    region = "eu-west-1"
  }

  assert {
    condition     = length(module.iam_watch) == 0 && output.iam_alert_topic_arn == null
    error_message = "IAM events are delivered in us-east-1 only."
  }
}

run "encrypts_volumes_and_hides_metadata_by_default" {
  module {
    source = "./modules/region-defaults"
  }

  assert {
    condition     = aws_ebs_encryption_by_default.this.enabled && aws_ebs_default_kms_key.this.key_arn == aws_kms_key.this.arn && aws_kms_key.this.enable_key_rotation
    error_message = "Volumes must be encrypted by default with our key."
  }

  assert {
    condition     = { for s in jsondecode(aws_kms_key.this.policy).Statement : s.Sid => jsonencode(s) if s.Sid == "VolumesOfThisAccount" }["VolumesOfThisAccount"] != "" && { for s in jsondecode(aws_kms_key.this.policy).Statement : s.Sid => s if s.Sid == "VolumesOfThisAccount" }["VolumesOfThisAccount"].Condition.StringEquals["kms:CallerAccount"] == "123456789012"
    error_message = "The key must serve this account only."
  }

  assert {
    condition     = aws_ec2_instance_metadata_defaults.this.http_tokens == "required" && aws_ec2_instance_metadata_defaults.this.http_put_response_hop_limit == 1
    error_message = "Instances must use version 2 of the metadata service, out of reach of pods."
  }

  assert {
    condition     = aws_kms_key.this.tags["cost-centre"] == "cc-1000"
    error_message = "The key lacks the tags of the company."
  }
}

run "leaves_the_defaults_to_a_landing_zone" {
  variables {
    manage_defaults = false
  }

  assert {
    condition     = length(aws_s3_account_public_access_block.this) + length(aws_iam_account_password_policy.this) + length(module.region_defaults) == 0 && output.ebs_kms_key_arn == null
    error_message = "Two stacks would undo each other's defaults."
  }
}

run "leaves_the_watch_of_the_management_account_to_the_organisation" {
  variables {
    tags = { team = "platform", service = "iam-baseline", environment = "management", cost_centre = "cc-1000" }
  }

  assert {
    condition     = length(module.iam_watch) == 0
    error_message = "The module organization watches the management account already."
  }
}
