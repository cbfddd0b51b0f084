module "tags" {
  source = "../tags"
  module = "analytics-gcp"
  values = var.tags
}

locals {
  # A label of Google takes lower case letters, digits, hyphens and underscores,
  # 63 at most. The tags of the company keep to that already, so they are the
  # same on both sides and one query over both bills finds a team.
  labels = module.tags.all

  services = [
    "cloudkms.googleapis.com", "compute.googleapis.com", "dataproc.googleapis.com", "dns.googleapis.com",
    "iam.googleapis.com", "iamcredentials.googleapis.com", "logging.googleapis.com", "monitoring.googleapis.com",
    "storage.googleapis.com", "sts.googleapis.com",
  ]
}

resource "google_project_service" "this" {
  for_each = toset(local.services)

  project            = var.project_id
  service            = each.value
  disable_on_destroy = false
}

# --- the cluster that runs the Flink job --------------------------------------

resource "google_dataproc_cluster" "this" {
  name    = var.name
  project = var.project_id
  region  = var.region
  labels  = local.labels

  graceful_decommission_timeout = "600s"

  cluster_config {
    staging_bucket = google_storage_bucket.this["temp"].name
    temp_bucket    = google_storage_bucket.this["temp"].name

    gce_cluster_config {
      subnetwork             = google_compute_subnetwork.this.self_link
      internal_ip_only       = true
      service_account        = google_service_account.this["worker"].email
      service_account_scopes = ["cloud-platform"]
      tags                   = [local.node_tag]

      metadata = {
        block-project-ssh-keys = "true"
        enable-oslogin         = "true"
      }

      shielded_instance_config {
        enable_secure_boot          = true
        enable_vtpm                 = true
        enable_integrity_monitoring = true
      }
    }

    # Three masters: the job survives the loss of one (YARN and HDFS in HA mode).
    master_config {
      num_instances = 3
      machine_type  = var.cluster.master_machine_type

      disk_config {
        boot_disk_type    = "pd-ssd"
        boot_disk_size_gb = var.cluster.disk_gb
      }
    }

    worker_config {
      num_instances = var.cluster.min_workers
      machine_type  = var.cluster.worker_machine_type

      disk_config {
        boot_disk_type    = "pd-ssd"
        boot_disk_size_gb = var.cluster.disk_gb
      }
    }

    preemptible_worker_config {
      num_instances  = 0
      preemptibility = "SPOT"
    }

    software_config {
      image_version       = var.cluster.image_version
      optional_components = ["FLINK"]

      override_properties = {
        # Checkpoints outlive the cluster.
        "flink:state.checkpoints.dir"                             = "gs://${google_storage_bucket.this["temp"].name}/checkpoints"
        "flink:state.savepoints.dir"                              = "gs://${google_storage_bucket.this["curated"].name}/savepoints"
        "dataproc:dataproc.logging.stackdriver.job.driver.enable" = "true"
        "dataproc:dataproc.monitoring.stackdriver.enable"         = "true"
      }
    }

    encryption_config {
      kms_key_name = google_kms_crypto_key.this["compute"].id
    }

    autoscaling_config {
      policy_uri = google_dataproc_autoscaling_policy.this.name
    }

    # The component pages are reached through the gateway, with a Google sign-in.
    endpoint_config {
      enable_http_port_access = true
    }
  }

  # The autoscaler owns the number of workers.
  lifecycle {
    ignore_changes = [
      cluster_config[0].worker_config[0].num_instances,
      cluster_config[0].preemptible_worker_config[0].num_instances,
    ]
  }

  depends_on = [
    google_kms_crypto_key_iam_member.agent,
    google_project_iam_member.worker,
    google_storage_bucket_iam_member.this,
  ]
}

resource "google_dataproc_autoscaling_policy" "this" {
  policy_id = var.name
  project   = var.project_id
  location  = var.region

  worker_config {
    min_instances = var.cluster.min_workers
    max_instances = var.cluster.max_workers
    weight        = 1
  }

  secondary_worker_config {
    min_instances = 0
    max_instances = var.cluster.max_secondary_workers
    weight        = 2
  }

  basic_algorithm {
    cooldown_period = "4m"

    # A stream is one long job: scaling down fast throws its state around.
    yarn_config {
      scale_up_factor               = 0.5
      scale_down_factor             = 0.1
      graceful_decommission_timeout = "600s"
    }
  }

  depends_on = [google_project_service.this]
}
