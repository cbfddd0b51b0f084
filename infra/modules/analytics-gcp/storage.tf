locals {
  buckets = {
    raw     = { days = var.retention_days.raw }
    curated = { days = var.retention_days.curated }
    temp    = { days = var.retention_days.temp }
  }

  # Agents of Google that encrypt for us, and with which key.
  agents = {
    storage  = { key = "storage", member = "serviceAccount:service-${var.project_number}@gs-project-accounts.iam.gserviceaccount.com" }
    compute  = { key = "compute", member = "serviceAccount:service-${var.project_number}@compute-system.iam.gserviceaccount.com" }
    dataproc = { key = "compute", member = "serviceAccount:service-${var.project_number}@dataproc-accounts.iam.gserviceaccount.com" }
  }
}

resource "google_storage_bucket" "this" {
  #checkov:skip=CKV_GCP_62:reads and writes are in Cloud Audit Logs, see google_project_iam_audit_config (until 2027-05-31)
  for_each = local.buckets

  name          = "${var.name}-${each.key}"
  project       = var.project_id
  location      = upper(var.region)
  storage_class = "STANDARD"
  force_destroy = !var.deletion_protection

  # Rights come from IAM alone, and nothing here can be made public.
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"

  encryption {
    default_kms_key_name = google_kms_crypto_key.this["storage"].id
  }

  # Raw events keep no old versions: what a deletion request removes is gone.
  versioning {
    enabled = each.key == "curated"
  }

  soft_delete_policy {
    retention_duration_seconds = each.key == "curated" ? 604800 : 0
  }

  lifecycle_rule {
    condition {
      age = each.value.days
    }

    action {
      type = "Delete"
    }
  }

  lifecycle_rule {
    condition {
      days_since_noncurrent_time = 7
    }

    action {
      type = "Delete"
    }
  }

  labels = local.labels

  depends_on = [google_kms_crypto_key_iam_member.agent]
}

resource "google_kms_key_ring" "this" {
  name     = var.name
  project  = var.project_id
  location = var.region

  depends_on = [google_project_service.this]
}

resource "google_kms_crypto_key" "this" {
  #checkov:skip=CKV_GCP_82:a destroyed version can be brought back for 30 days (until 2027-05-31)
  for_each = toset(["storage", "compute"])

  name                       = "${var.name}-${each.key}"
  key_ring                   = google_kms_key_ring.this.id
  purpose                    = "ENCRYPT_DECRYPT"
  rotation_period            = "7776000s"
  destroy_scheduled_duration = "2592000s"

  labels = local.labels
}

resource "google_kms_crypto_key_iam_member" "agent" {
  for_each = local.agents

  crypto_key_id = google_kms_crypto_key.this[each.value.key].id
  role          = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member        = each.value.member
}

# Who read or wrote which object: kept in Cloud Audit Logs, where the writer of
# an object cannot change it.
resource "google_project_iam_audit_config" "storage" {
  project = var.project_id
  service = "storage.googleapis.com"

  dynamic "audit_log_config" {
    for_each = toset(["DATA_READ", "DATA_WRITE"])

    content {
      log_type = audit_log_config.value
    }
  }
}
