locals {
  accounts = {
    worker   = "Nodes of the Dataproc cluster"
    writer   = "Roles in AWS that write raw events"
    deployer = "Workflows on GitHub that submit the job"
  }

  bucket_roles = {
    "worker/raw"      = { account = "worker", bucket = "raw", role = "roles/storage.objectViewer" }
    "worker/curated"  = { account = "worker", bucket = "curated", role = "roles/storage.objectUser" }
    "worker/temp"     = { account = "worker", bucket = "temp", role = "roles/storage.objectUser" }
    "writer/raw"      = { account = "writer", bucket = "raw", role = "roles/storage.objectCreator" }
    "deployer/temp"   = { account = "deployer", bucket = "temp", role = "roles/storage.objectUser" }
    "deployer/curate" = { account = "deployer", bucket = "curated", role = "roles/storage.objectViewer" }
  }
}

resource "google_service_account" "this" {
  for_each = local.accounts

  # 24 + 1 + 5 letters: Google's limit is 30.
  account_id   = "${var.name}-${substr(each.key, 0, 5)}"
  project      = var.project_id
  display_name = each.value
}

resource "google_project_iam_member" "worker" {
  project = var.project_id
  role    = "roles/dataproc.worker"
  member  = "serviceAccount:${google_service_account.this["worker"].email}"
}

resource "google_project_iam_member" "deployer" {
  project = var.project_id
  role    = "roles/dataproc.editor"
  member  = "serviceAccount:${google_service_account.this["deployer"].email}"

  condition {
    title      = "this-cluster-and-its-jobs"
    expression = "resource.name.startsWith(\"projects/${var.project_id}/regions/${var.region}/\")"
  }
}

# The deployer submits jobs that run as the worker.
resource "google_service_account_iam_member" "deployer_runs_as_worker" {
  service_account_id = google_service_account.this["worker"].name
  role               = "roles/iam.serviceAccountUser"
  member             = "serviceAccount:${google_service_account.this["deployer"].email}"
}

resource "google_storage_bucket_iam_member" "this" {
  for_each = local.bucket_roles

  bucket = google_storage_bucket.this[each.value.bucket].name
  role   = each.value.role
  member = "serviceAccount:${google_service_account.this[each.value.account].email}"
}

# --- who may act as them, without a key that could be lost ---------------------

resource "google_iam_workload_identity_pool" "this" {
  project                   = var.project_id
  workload_identity_pool_id = var.name
  display_name              = var.name
  description               = "AWS roles and GitHub workflows of Arctiq"

  depends_on = [google_project_service.this]
}

resource "google_iam_workload_identity_pool_provider" "aws" {
  #checkov:skip=CKV_GCP_125:this provider is of AWS, not of GitHub (until 2027-05-31)
  project                            = var.project_id
  workload_identity_pool_id          = google_iam_workload_identity_pool.this.workload_identity_pool_id
  workload_identity_pool_provider_id = "aws"
  description                        = "Named roles of AWS account ${var.aws_account_id}"

  # arn:aws:sts::<account>:assumed-role/<role>/<session>
  attribute_mapping = {
    "google.subject"     = "assertion.arn"
    "attribute.aws_role" = "assertion.arn.extract('assumed-role/{role}/')"
  }

  attribute_condition = "assertion.arn.extract('assumed-role/{role}/') in ${jsonencode(sort(var.aws_writer_roles))}"

  aws {
    account_id = var.aws_account_id
  }
}

resource "google_iam_workload_identity_pool_provider" "github" {
  #checkov:skip=CKV_GCP_125:the condition pins the owner by number, the branch and the repositories (until 2027-05-31)
  project                            = var.project_id
  workload_identity_pool_id          = google_iam_workload_identity_pool.this.workload_identity_pool_id
  workload_identity_pool_provider_id = "github"
  description                        = "Workflows of the organisation on branch main"

  attribute_mapping = {
    "google.subject"       = "assertion.sub"
    "attribute.repository" = "assertion.repository"
  }

  attribute_condition = "assertion.repository_owner_id == '${var.github_owner_id}' && assertion.ref == 'refs/heads/main' && assertion.repository in ${jsonencode(sort(values(var.github_deployers)))}"

  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

resource "google_service_account_iam_member" "aws" {
  for_each = var.aws_writer_roles

  service_account_id = google_service_account.this["writer"].name
  role               = "roles/iam.workloadIdentityUser"
  member             = "principalSet://iam.googleapis.com/${google_iam_workload_identity_pool.this.name}/attribute.aws_role/${each.value}"
}

resource "google_service_account_iam_member" "github" {
  for_each = var.github_deployers

  service_account_id = google_service_account.this["deployer"].name
  role               = "roles/iam.workloadIdentityUser"
  member             = "principalSet://iam.googleapis.com/${google_iam_workload_identity_pool.this.name}/attribute.repository/${each.value}"
}
