module "velero_bucket" {
  source = "../bucket"
  count  = var.velero == null ? 0 : 1

  name                = var.velero.bucket_name
  region              = var.region
  access_log_bucket   = var.access_log_bucket
  deletion_protection = var.deletion_protection
  tags                = var.tags

  # Velero deletes what is past its own time to live; this is for what it forgot.
  lifecycle_rules = [{ id = "forgotten", expiration_days = var.velero.retention_days + 30 }]
}

resource "aws_iam_role" "velero" {
  count       = var.velero == null ? 0 : 1
  name        = "${var.name}-${var.region}-velero"
  description = "Velero of the cluster ${var.velero.cluster_name}"
  tags        = module.tags.all

  # Pod identity sends namespace and service account as tags of the session.
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "pods.eks.amazonaws.com" }
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Condition = {
        StringEquals = {
          "aws:SourceAccount"                         = data.aws_caller_identity.this.account_id
          "aws:RequestTag/eks-cluster-name"           = var.velero.cluster_name
          "aws:RequestTag/kubernetes-namespace"       = var.velero.namespace
          "aws:RequestTag/kubernetes-service-account" = var.velero.service_account
        }
      }
    }]
  })
}

resource "aws_iam_role_policy" "velero" {
  #checkov:skip=CKV_AWS_355:Describe calls of EC2 know no resource (until 2027-05-31)
  count = var.velero == null ? 0 : 1
  name  = "velero"
  role  = aws_iam_role.velero[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Objects"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"]
        Resource = "${module.velero_bucket[0].arn}/*"
      },
      {
        Sid      = "Bucket"
        Effect   = "Allow"
        Action   = ["s3:ListBucket", "s3:GetBucketLocation"]
        Resource = module.velero_bucket[0].arn
      },
      {
        Sid      = "Key"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = module.velero_bucket[0].kms_key_arn
      },
      {
        Sid      = "SeeVolumesAndSnapshots"
        Effect   = "Allow"
        Action   = ["ec2:DescribeVolumes", "ec2:DescribeSnapshots"]
        Resource = "*"
      },
      {
        Sid    = "TakeAndRestoreSnapshots"
        Effect = "Allow"
        Action = ["ec2:CreateSnapshot", "ec2:CreateVolume", "ec2:CreateTags"]
        Resource = [
          "arn:${data.aws_partition.this.partition}:ec2:${var.region}:*:volume/*",
          "arn:${data.aws_partition.this.partition}:ec2:${var.region}::snapshot/*",
        ]
      },
      {
        Sid       = "DeleteItsOwnSnapshots"
        Effect    = "Allow"
        Action    = "ec2:DeleteSnapshot"
        Resource  = "arn:${data.aws_partition.this.partition}:ec2:${var.region}::snapshot/*"
        Condition = { StringLike = { "aws:ResourceTag/velero.io/backup" = "*" } }
      },
    ]
  })
}
