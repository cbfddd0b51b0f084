# A public zone of one account, signed, with a log of what is asked.

data "aws_caller_identity" "this" {}

locals {
  account = data.aws_caller_identity.this.account_id
  label   = replace(var.domain_name, ".", "-")
}

resource "aws_route53_zone" "this" {
  name    = var.domain_name
  comment = "Public names below ${var.domain_name}"
  tags    = module.tags.all
}

resource "aws_route53_record" "delegation" {
  for_each = var.delegations

  zone_id = aws_route53_zone.this.zone_id
  name    = each.key
  type    = "NS"
  ttl     = 3600
  records = each.value
}

resource "aws_route53_record" "alias" {
  for_each = { for pair in setproduct(keys(var.aliases), ["A", "AAAA"]) : "${pair[0]} ${pair[1]}" => { name = pair[0], type = pair[1] } }

  zone_id = aws_route53_zone.this.zone_id
  name    = each.value.name
  type    = each.value.type

  alias {
    name                   = var.aliases[each.value.name].domain_name
    zone_id                = var.aliases[each.value.name].hosted_zone_id
    evaluate_target_health = false
  }
}

# Signing: Route 53 takes keys of us-east-1 only, so this module runs there.
data "aws_iam_policy_document" "signing" {
  #checkov:skip=CKV_AWS_109:in the policy of a key "*" is this key alone (until 2027-05-31)
  #checkov:skip=CKV_AWS_111:in the policy of a key "*" is this key alone (until 2027-05-31)
  #checkov:skip=CKV_AWS_356:in the policy of a key "*" is this key alone (until 2027-05-31)
  statement {
    sid       = "AccountDelegatesByIam"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${local.account}:root"]
    }
  }

  statement {
    sid       = "Route53Signs"
    actions   = ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign", "kms:Verify", "kms:CreateGrant"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["dnssec-route53.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_kms_key" "signing" {
  #checkov:skip=CKV_AWS_7:AWS rotates no asymmetric key; a key-signing key is replaced by a second one (until 2027-05-31)
  description              = "DNSSEC of ${var.domain_name}"
  customer_master_key_spec = "ECC_NIST_P256"
  key_usage                = "SIGN_VERIFY"
  deletion_window_in_days  = 30
  policy                   = data.aws_iam_policy_document.signing.json
  tags                     = module.tags.all
}

resource "aws_kms_alias" "signing" {
  name          = "alias/dnssec-${local.label}"
  target_key_id = aws_kms_key.signing.key_id
}

resource "aws_route53_key_signing_key" "this" {
  hosted_zone_id             = aws_route53_zone.this.zone_id
  key_management_service_arn = aws_kms_key.signing.arn
  name                       = "ksk"
}

resource "aws_route53_hosted_zone_dnssec" "this" {
  hosted_zone_id = aws_route53_key_signing_key.this.hosted_zone_id
}

# Log of queries.
data "aws_iam_policy_document" "log_key" {
  #checkov:skip=CKV_AWS_109:in the policy of a key "*" is this key alone (until 2027-05-31)
  #checkov:skip=CKV_AWS_111:in the policy of a key "*" is this key alone (until 2027-05-31)
  #checkov:skip=CKV_AWS_356:in the policy of a key "*" is this key alone (until 2027-05-31)
  statement {
    sid       = "AccountDelegatesByIam"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${local.account}:root"]
    }
  }

  statement {
    sid       = "LogsAreEncrypted"
    actions   = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["logs.us-east-1.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "kms:EncryptionContext:aws:logs:arn"
      values   = ["arn:aws:logs:us-east-1:${local.account}:log-group:/aws/route53/${var.domain_name}"]
    }
  }
}

resource "aws_kms_key" "log" {
  description             = "Query log of ${var.domain_name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.log_key.json
  tags                    = module.tags.all
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/route53/${var.domain_name}"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.log.arn
  tags              = module.tags.all
}

data "aws_iam_policy_document" "log" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["arn:aws:logs:us-east-1:${local.account}:log-group:/aws/route53/*"]

    principals {
      type        = "Service"
      identifiers = ["route53.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_cloudwatch_log_resource_policy" "this" {
  policy_name     = "route53-${local.label}"
  policy_document = data.aws_iam_policy_document.log.json
}

resource "aws_route53_query_log" "this" {
  zone_id                  = aws_route53_zone.this.zone_id
  cloudwatch_log_group_arn = aws_cloudwatch_log_group.this.arn

  depends_on = [aws_cloudwatch_log_resource_policy.this]
}
