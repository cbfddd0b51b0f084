# Roles of the cluster's add-ons, as the tables of infra/platform name their
# service accounts.
locals {
  pod_roles = {
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
  }
}
