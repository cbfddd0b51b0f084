mock_provider "google" {}

variables {
  name             = "arctiq-dev-analytics"
  project_id       = "arctiq-analytics-dev"
  project_number   = "123456789012"
  region           = "us-east4"
  aws_account_id   = "111122223333"
  aws_writer_roles = ["arctiq-dev-msk-connect"]
  github_owner_id  = "1234567"
  github_deployers = { clickstream = "arctiq/clickstream-job" }
  tags             = { team = "data", service = "clickstream", environment = "dev", cost_centre = "cc-1001" }
}

run "buckets_are_private_and_encrypted" {
  command = plan

  assert {
    condition     = alltrue([for bucket in google_storage_bucket.this : bucket.uniform_bucket_level_access && bucket.public_access_prevention == "enforced"])
    error_message = "No bucket may be public, and rights come from IAM alone."
  }

  assert {
    condition     = alltrue([for bucket in google_storage_bucket.this : length(bucket.encryption) == 1])
    error_message = "Every bucket must be encrypted with a key of ours."
  }

  assert {
    condition     = { for key, bucket in google_storage_bucket.this : key => one(bucket.lifecycle_rule[0].condition).age } == { raw = 30, curated = 400, temp = 7 }
    error_message = "Objects must be deleted when their time is over."
  }

  assert {
    condition     = !google_storage_bucket.this["raw"].versioning[0].enabled
    error_message = "Raw events must keep no old versions: what is deleted is gone."
  }

  assert {
    condition     = alltrue([for key in google_kms_crypto_key.this : key.rotation_period == "7776000s"])
    error_message = "Keys must rotate every 90 days."
  }
}

run "the_cluster_has_no_public_address" {
  command = plan

  assert {
    condition     = google_dataproc_cluster.this.cluster_config[0].gce_cluster_config[0].internal_ip_only
    error_message = "Nodes must have private addresses only."
  }

  assert {
    condition     = google_dataproc_cluster.this.cluster_config[0].gce_cluster_config[0].shielded_instance_config[0].enable_secure_boot && google_dataproc_cluster.this.cluster_config[0].gce_cluster_config[0].shielded_instance_config[0].enable_vtpm && google_dataproc_cluster.this.cluster_config[0].gce_cluster_config[0].shielded_instance_config[0].enable_integrity_monitoring
    error_message = "Nodes must be shielded VMs."
  }

  assert {
    condition     = length(google_dataproc_cluster.this.cluster_config[0].encryption_config) == 1
    error_message = "Disks must be encrypted with a key of ours."
  }

  assert {
    condition     = google_dataproc_autoscaling_policy.this.worker_config[0].max_instances == 10 && google_dataproc_autoscaling_policy.this.secondary_worker_config[0].max_instances == 10
    error_message = "The autoscaler must have an upper end."
  }

  assert {
    condition     = google_compute_network.this.delete_default_routes_on_create && !google_compute_network.this.auto_create_subnetworks
    error_message = "The network must have no way to the internet."
  }

  assert {
    condition     = google_compute_firewall.nodes_among_themselves.source_ranges == null || length(google_compute_firewall.nodes_among_themselves.source_ranges) == 0
    error_message = "Nobody but nodes may reach nodes."
  }

  assert {
    condition     = length(google_compute_firewall.egress["the-rest"].deny) == 1 && google_compute_firewall.egress["the-rest"].priority > google_compute_firewall.egress["google"].priority
    error_message = "What is not named must not leave."
  }
}

run "nobody_outside_can_act_here" {
  command = plan

  assert {
    condition     = strcontains(google_iam_workload_identity_pool_provider.github.attribute_condition, "1234567") && strcontains(google_iam_workload_identity_pool_provider.github.attribute_condition, "refs/heads/main")
    error_message = "GitHub workflows must be of the organisation and on main."
  }

  assert {
    condition     = strcontains(google_iam_workload_identity_pool_provider.aws.attribute_condition, "arctiq-dev-msk-connect") && google_iam_workload_identity_pool_provider.aws.aws[0].account_id == "111122223333"
    error_message = "AWS roles must be named."
  }

  assert {
    condition     = google_storage_bucket_iam_member.this["writer/raw"].role == "roles/storage.objectCreator"
    error_message = "Whoever writes events must not read or delete them."
  }

  assert {
    condition     = alltrue([for grant in concat(values(google_storage_bucket_iam_member.this), [google_project_iam_member.worker, google_project_iam_member.deployer]) : !contains(["roles/owner", "roles/editor", "roles/storage.admin"], grant.role)])
    error_message = "No role may be a basic or an administrator role."
  }
}

run "everything_is_labelled" {
  command = plan

  assert {
    condition = alltrue([for labels in concat(
      [google_dataproc_cluster.this.labels],
      [for r in google_storage_bucket.this : r.labels],
      [for r in google_kms_crypto_key.this : r.labels],
      [for r in google_dns_managed_zone.google_services : r.labels],
    ) : try(labels["team"] == "data" && labels["cost-centre"] == "cc-1001" && labels["module"] == "analytics-gcp", false)])
    error_message = "Every resource must carry team, service, environment and cost centre."
  }

  assert {
    condition     = alltrue([for key, value in local.labels : can(regex("^[a-z][a-z0-9_-]{0,62}$", key)) && can(regex("^[a-z0-9_-]{0,63}$", value))])
    error_message = "Labels must keep to the rules of Google."
  }
}
