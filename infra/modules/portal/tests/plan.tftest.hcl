mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/mock" }
  }

  mock_resource "aws_iam_policy" {
    defaults = { arn = "arn:aws:iam::111122223333:policy/mock" }
  }

  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:111122223333:key/mock" }
  }

  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:us-east-1:111122223333:mock" }
  }

  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::mock" }
  }

  mock_resource "aws_secretsmanager_secret" {
    defaults = { arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:mock" }
  }

  mock_resource "aws_acm_certificate" {
    defaults = {
      arn = "arn:aws:acm:us-east-1:111122223333:certificate/mock"
      domain_validation_options = [
        { domain_name = "portal.arctiq.io", resource_record_name = "_a.portal.arctiq.io", resource_record_type = "CNAME", resource_record_value = "_a.acm.aws" },
        { domain_name = "portal-us-east-1.arctiq.io", resource_record_name = "_b.portal-us-east-1.arctiq.io", resource_record_type = "CNAME", resource_record_value = "_b.acm.aws" },
      ]
    }
  }
}

variables {
  name                      = "arctiq-prod-us-east-1-portal"
  account_id                = "111122223333"
  region                    = "us-east-1"
  cluster_name              = "arctiq-prod-us-east-1"
  node_security_group_id    = "sg-0a1b2c3d"
  domain_name               = "portal.arctiq.io"
  hosted_zone_id            = "Z0123456789ABCDEFGHIJ"
  ingress_hostname          = "ingress.prod-us-east-1.arctiq.io"
  external_secrets_role_arn = "arn:aws:iam::111122223333:role/external-secrets"
  permissions_boundary_arn  = "arn:aws:iam::111122223333:policy/arctiq-boundary"
  tags                      = { team = "platform", service = "portal", environment = "prod", cost_centre = "cc-1001" }

  database = {
    endpoint          = "arctiq-prod-portal.cluster-abc.us-east-1.rds.amazonaws.com"
    security_group_id = "sg-0d1e2f3a"
    secret_arn        = "arn:aws:secretsmanager:us-east-1:111122223333:secret:master"
  }
}

run "the_role_does_what_the_backend_does_and_no_more" {
  command = apply

  assert {
    condition     = !contains(one([for s in jsondecode(aws_iam_role_policy.this.policy).Statement : s.Action if s.Sid == "Evidence"]), "s3:DeleteObject") && !strcontains(aws_iam_role_policy.this.policy, "BypassGovernance")
    error_message = "Evidence must be written once: no deletion, no way around the lock."
  }

  assert {
    condition     = alltrue([for resource in one([for s in jsondecode(aws_iam_role_policy.this.policy).Statement : s.Resource if s.Sid == "Pages"]) : can(regex("/\\*/[a-z]+/\\*$", resource))])
    error_message = "Pages must be limited to the prefixes of the publisher."
  }

  assert {
    condition     = alltrue([for s in jsondecode(aws_iam_role_policy.this.policy).Statement : alltrue([for action in s.Action : !endswith(action, ":*")])])
    error_message = "No statement may allow a whole service."
  }

  assert {
    condition     = !strcontains(aws_iam_role_policy.this.policy, "secretsmanager")
    error_message = "The portal must not read secrets itself; external-secrets does."
  }

  assert {
    condition     = jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Condition.ArnEquals["aws:SourceArn"] == "arn:aws:eks:us-east-1:111122223333:cluster/arctiq-prod-us-east-1" && aws_iam_role.this.permissions_boundary == var.permissions_boundary_arn
    error_message = "Only pods of the named cluster may take the role, which carries the boundary."
  }

  assert {
    condition     = aws_eks_pod_identity_association.this.namespace == "portal" && aws_eks_pod_identity_association.this.service_account == "portal"
    error_message = "The role must go to the service account of the chart."
  }
}

run "a_pipeline_publishes_its_own_pages_only" {
  command = apply

  variables {
    techdocs_publishers = { orders = { role_name = "order-service-prod", prefixes = ["default/component/order-service"] } }
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.publisher["orders"].policy).Statement[1].Resource == ["${module.techdocs.arn}/default/component/order-service/*"]
    error_message = "A publisher must write below its own prefix only."
  }
}

run "the_database_opens_to_the_pods_only" {
  command = plan

  assert {
    condition     = aws_vpc_security_group_ingress_rule.database.referenced_security_group_id == "sg-0a1b2c3d" && aws_vpc_security_group_ingress_rule.database.cidr_ipv4 == null
    error_message = "The database must open to a security group, not to addresses."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.database.from_port == 5432 && aws_vpc_security_group_ingress_rule.database.to_port == 5432
    error_message = "The database must open on its own port only."
  }
}

run "names_move_when_the_health_check_fails" {
  command = plan

  assert {
    condition     = aws_route53_health_check.this.fqdn == "portal-us-east-1.arctiq.io" && aws_route53_health_check.this.type == "HTTPS"
    error_message = "The check must ask this installation, not whichever serves the shared name."
  }

  assert {
    condition     = aws_route53_record.this.failover_routing_policy[0].type == "PRIMARY" && aws_route53_record.this.ttl == 60 && aws_route53_record.this.set_identifier == "us-east-1"
    error_message = "The shared name must fail over."
  }

  assert {
    condition     = toset(aws_acm_certificate.this.subject_alternative_names) == toset(["portal-us-east-1.arctiq.io"]) && aws_acm_certificate.this.validation_method == "DNS"
    error_message = "The certificate must hold both names."
  }

  assert {
    condition     = output.hostnames == ["portal.arctiq.io", "portal-us-east-1.arctiq.io"]
    error_message = "The ingress must be told both names."
  }
}

run "the_chart_gets_what_it_needs" {
  command = apply

  assert {
    condition     = output.environment.PORTAL_URL == "https://portal.arctiq.io" && output.environment.POSTGRES_PORT == "5432" && output.environment.AWS_REGION == "us-east-1"
    error_message = "The environment must be that of app-config.production.yaml."
  }

  assert {
    condition     = output.secret_names["github-app"] == "prod/portal/github-app"
    error_message = "Secret names must be those of module secrets."
  }

  assert {
    condition     = contains(output.secret_properties["session"], "AUTH_SESSION_SECRET") && contains(output.secret_properties["database"], "POSTGRES_PASSWORD")
    error_message = "Every secret variable must be in a secret."
  }

  assert {
    condition     = length(module.secrets) == 1
    error_message = "A primary makes the secrets."
  }
}

run "a_secondary_makes_no_secrets" {
  command = plan

  variables {
    role = "secondary"
  }

  assert {
    condition     = length(module.secrets) == 0 && output.secrets_kms_key_arn == null && aws_route53_record.this.failover_routing_policy[0].type == "SECONDARY"
    error_message = "A secondary must read the copies, and come second in DNS."
  }
}

run "everything_is_tagged" {
  command = plan

  assert {
    condition = alltrue([for tags in [
      aws_iam_role.this.tags, aws_eks_pod_identity_association.this.tags, aws_vpc_security_group_ingress_rule.database.tags,
      aws_acm_certificate.this.tags, aws_route53_health_check.this.tags,
    ] : try(tags["team"] == "platform" && tags["cost-centre"] == "cc-1001" && tags["module"] == "portal", false)])
    error_message = "Every resource must carry team, service, environment and cost centre."
  }
}

run "the_alarm_hears_the_health_check" {
  command = plan

  module {
    source = "./modules/readiness-alarm"
  }

  variables {
    health_check_id = "check"
    alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-prod-page"
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this.treat_missing_data == "breaching" && aws_cloudwatch_metric_alarm.this.dimensions.HealthCheckId == "check"
    error_message = "No answer of the check must count as not ready."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this.alarm_actions == toset([var.alarm_topic_arn]) && aws_cloudwatch_metric_alarm.this.ok_actions == toset([var.alarm_topic_arn])
    error_message = "The alarm must tell the topic, and tell when it is over."
  }

  assert {
    condition     = try(aws_cloudwatch_metric_alarm.this.tags["team"] == "platform" && aws_cloudwatch_metric_alarm.this.tags["module"] == "portal", false)
    error_message = "The alarm must carry the tags."
  }
}
