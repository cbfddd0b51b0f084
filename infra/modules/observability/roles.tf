locals {
  read  = ["s3:GetObject"]
  write = ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload"]
  keep  = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"]

  # Loki and Tempo write, read and compact as one service account each. Metrics
  # have three: a Prometheus that is broken into cannot delete the past.
  clients = {
    loki           = { bucket = "logs", actions = local.keep, account = var.service_accounts.loki }
    tempo          = { bucket = "traces", actions = local.keep, account = var.service_accounts.tempo }
    metrics-writer = { bucket = "metrics", actions = local.write, account = var.service_accounts.metrics_writer }
    metrics-reader = { bucket = "metrics", actions = local.read, account = var.service_accounts.metrics_reader }
    metrics-keeper = { bucket = "metrics", actions = local.keep, account = var.service_accounts.metrics_keeper }
  }

  associations = merge([
    for short, cluster in var.cluster_names : {
      for client, spec in local.clients : "${short}/${client}" => { cluster = cluster, client = client, account = spec.account }
    }
  ]...)
}

resource "aws_iam_role" "this" {
  for_each = local.clients

  name                 = "${var.name}-${each.key}"
  description          = "${each.key}: objects of bucket ${local.buckets[each.value.bucket].name}"
  permissions_boundary = var.permissions_boundary_arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "pods.eks.amazonaws.com" }
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Condition = {
        StringEquals = { "aws:SourceAccount" = local.account_id }
        ArnEquals    = { "aws:SourceArn" = [for cluster in values(var.cluster_names) : "${local.arn_prefix}:eks:${var.region}:${local.account_id}:cluster/${cluster}"] }
      }
    }]
  })

  tags = module.tags.all
}

resource "aws_iam_role_policy" "this" {
  for_each = local.clients

  name = "objects"
  role = aws_iam_role.this[each.key].name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "FindObjects"
        Effect   = "Allow"
        Action   = ["s3:ListBucket", "s3:GetBucketLocation"]
        Resource = module.bucket[each.value.bucket].arn
      },
      {
        Sid      = "Objects"
        Effect   = "Allow"
        Action   = each.value.actions
        Resource = "${module.bucket[each.value.bucket].arn}/*"
      },
      {
        Sid      = "Key"
        Effect   = "Allow"
        Action   = contains(each.value.actions, "s3:PutObject") ? ["kms:Decrypt", "kms:GenerateDataKey"] : ["kms:Decrypt"]
        Resource = module.bucket[each.value.bucket].kms_key_arn
      },
    ]
  })
}

resource "aws_eks_pod_identity_association" "this" {
  for_each = local.associations

  cluster_name    = each.value.cluster
  namespace       = each.value.account.namespace
  service_account = each.value.account.service_account
  role_arn        = aws_iam_role.this[each.value.client].arn

  tags = module.tags.all
}
