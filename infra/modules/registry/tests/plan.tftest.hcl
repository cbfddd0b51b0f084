mock_provider "aws" {
  mock_resource "aws_kms_key" {
    defaults = {
      arn    = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
      key_id = "11111111-2222-3333-4444-555555555555"
    }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/ecr-template" }
  }
}

variables {
  name                 = "arctiq"
  account_id           = "123456789012"
  region               = "us-east-1"
  workload_account_ids = { dev = "234567890123", prod = "345678901234" }
  repositories = {
    order-service   = { push_role_arns = ["arn:aws:iam::345678901234:role/arctiq-order-service-prod"] }
    payment-service = { keep_releases = 100 }
  }
  pull_through_cache = { quay = { upstream = "quay.io" } }
  tags = {
    team        = "platform"
    service     = "registry"
    environment = "network"
    cost_centre = "cc-1000"
  }
}

run "makes_immutable_scanned_encrypted_repositories" {
  assert {
    condition = alltrue([for repository in values(aws_ecr_repository.this) :
      repository.image_tag_mutability == "IMMUTABLE" &&
      repository.image_scanning_configuration[0].scan_on_push &&
      repository.force_delete == false &&
      repository.encryption_configuration[0].encryption_type == "KMS" &&
    repository.encryption_configuration[0].kms_key == aws_kms_key.this.arn])
    error_message = "A repository must be immutable, scanned on push, encrypted with our key and kept while it holds images."
  }

  assert {
    condition     = aws_ecr_repository.this["order-service"].name == "arctiq/order-service" && aws_kms_key.this.enable_key_rotation
    error_message = "The repository must be called after its service."
  }

  assert {
    condition     = aws_ecr_registry_scanning_configuration.this.scan_type == "ENHANCED" && one(aws_ecr_registry_scanning_configuration.this.rule).scan_frequency == "CONTINUOUS_SCAN"
    error_message = "Images must be scanned again when a vulnerability is published."
  }

  assert {
    condition = [for rule in jsondecode(aws_ecr_lifecycle_policy.this["payment-service"].policy).rules : "${rule.selection.tagStatus} ${rule.selection.countNumber}"] == [
    "untagged 7", "tagged 400"]
    error_message = "Untagged images must go; the last releases and their signatures must stay."
  }

  assert {
    condition     = [for destination in aws_ecr_replication_configuration.this[0].replication_configuration[0].rule[0].destination : "${destination.region} ${destination.registry_id}"] == ["eu-west-1 123456789012"]
    error_message = "Images must be copied to eu-west-1."
  }

  assert {
    condition = alltrue([for tags in concat(
      [aws_kms_key.this.tags, aws_iam_role.template[0].tags],
      [for repository in values(aws_ecr_repository.this) : repository.tags],
      [for template in values(aws_ecr_repository_creation_template.this) : template.resource_tags],
    ) : tags["cost-centre"] == "cc-1000" && tags["module"] == "registry"])
    error_message = "A resource, or what ECR makes from a template, lacks the tags of the company."
  }
}

run "lets_workload_accounts_pull_and_the_pipeline_push" {
  assert {
    condition = { for s in jsondecode(aws_ecr_repository_policy.this["payment-service"].policy).Statement : s.Sid => "${s.Effect} ${jsonencode(s.Principal)}" } == {
      WorkloadsPull         = "Allow {\"AWS\":[\"arn:aws:iam::234567890123:root\",\"arn:aws:iam::345678901234:root\"]}"
      DenyInsecureTransport = "Deny \"*\""
    }
    error_message = "Only the workload accounts may pull, and nobody else may push."
  }

  assert {
    condition     = !strcontains(jsonencode({ for s in jsondecode(aws_ecr_repository_policy.this["order-service"].policy).Statement : s.Sid => s.Action }["WorkloadsPull"]), "Put")
    error_message = "A workload account can push."
  }

  assert {
    condition     = { for s in jsondecode(aws_ecr_repository_policy.this["order-service"].policy).Statement : s.Sid => jsonencode(s.Principal) }["PipelinePushes"] == "{\"AWS\":[\"arn:aws:iam::345678901234:role/arctiq-order-service-prod\"]}"
    error_message = "The pipeline's role cannot push."
  }
}

run "mirrors_upstreams_under_our_key" {
  assert {
    condition     = aws_ecr_pull_through_cache_rule.this["quay"].upstream_registry_url == "quay.io" && aws_ecr_repository_creation_template.this["quay"].applied_for == toset(["PULL_THROUGH_CACHE"]) && aws_ecr_repository_creation_template.this["quay"].encryption_configuration[0].kms_key == aws_kms_key.this.arn
    error_message = "Mirrored images must be encrypted with our key as well."
  }
}

run "prepares_a_region_that_receives_copies" {
  variables {
    region             = "eu-west-1"
    role               = "replica"
    repositories       = {}
    pull_through_cache = {}
  }

  assert {
    condition     = length(aws_ecr_repository.this) == 0 && length(aws_ecr_replication_configuration.this) == 0
    error_message = "A copy must not make repositories or copy further."
  }

  assert {
    condition     = aws_ecr_repository_creation_template.this["arctiq"].image_tag_mutability == "IMMUTABLE" && aws_ecr_repository_creation_template.this["arctiq"].applied_for == toset(["REPLICATION"]) && aws_ecr_repository_creation_template.this["arctiq"].encryption_configuration[0].encryption_type == "KMS" && aws_ecr_repository_creation_template.this["arctiq"].encryption_configuration[0].kms_key == aws_kms_key.this.arn
    error_message = "Copies must be immutable and encrypted with the key of their region."
  }
}
