# Roles of the cluster's add-ons, as the tables of infra/platform name their
# service accounts.
locals {
  pod_roles = merge(local.add_on_roles, { for service, client in local.search_clients : service => {
    team      = client.team
    service   = service
    namespace = client.namespace
    statements = [{
      sid       = "AskOpenSearch"
      actions   = ["es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPost", "es:ESHttpPut", "es:ESHttpDelete"]
      resources = ["arn:aws:es:${var.region}:${var.account_id}:domain/${local.name}/*"]
    }]
  } })

  add_on_roles = {
    external-secrets = {
      team      = "platform"
      service   = "secrets"
      namespace = "external-secrets"
      statements = [
        {
          sid       = "ReadSecretsOfThisEnvironment"
          actions   = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret", "secretsmanager:ListSecretVersionIds"]
          resources = ["arn:aws:secretsmanager:${var.region}:${var.account_id}:secret:${local.environment}/*", "arn:aws:secretsmanager:${var.region}:${var.account_id}:secret:${local.name}-portal/*"]
        },
        {
          sid       = "OpenThem"
          actions   = ["kms:Decrypt"]
          resources = ["arn:aws:kms:${var.region}:${var.account_id}:key/*"]
          conditions = [
            { test = "StringEquals", variable = "kms:ViaService", values = ["secretsmanager.${var.region}.amazonaws.com"] },
          ]
        },
      ]
    }

    external-dns = {
      team      = "platform"
      service   = "dns"
      namespace = "external-dns"
      statements = [
        {
          sid       = "WriteRecords"
          actions   = ["route53:ChangeResourceRecordSets"]
          resources = ["arn:aws:route53:::hostedzone/${data.terraform_remote_state.primary.outputs.zone_id}"]
        },
        {
          sid       = "FindZones"
          actions   = ["route53:ListHostedZones", "route53:ListHostedZonesByName", "route53:ListResourceRecordSets", "route53:ListTagsForResource"]
          resources = ["*"]
        },
      ]
    }

    cert-manager = {
      team      = "platform"
      service   = "dns"
      namespace = "cert-manager"
      statements = [
        {
          sid       = "ProveNames"
          actions   = ["route53:ChangeResourceRecordSets", "route53:ListResourceRecordSets"]
          resources = ["arn:aws:route53:::hostedzone/${data.terraform_remote_state.primary.outputs.zone_id}"]
        },
        {
          sid       = "WaitForThem"
          actions   = ["route53:GetChange"]
          resources = ["arn:aws:route53:::change/*"]
        },
        {
          sid       = "FindZones"
          actions   = ["route53:ListHostedZonesByName"]
          resources = ["*"]
        },
      ]
    }
  }
}
