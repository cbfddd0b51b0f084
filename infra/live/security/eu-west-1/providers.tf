# Only the pipeline works here: it plans with one role and applies with another,
# and no plan or apply can reach another account by mistake.
provider "aws" {
  region              = var.region
  allowed_account_ids = [var.account_id]

  dynamic "assume_role" {
    for_each = var.pipeline_role == "" ? [] : [var.pipeline_role]

    content {
      role_arn     = "arn:aws:iam::${var.account_id}:role/${assume_role.value}"
      session_name = "terraform"
    }
  }
}
