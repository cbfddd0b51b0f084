output "bucket_names" {
  description = "Names of the buckets: raw, curated, temp."
  value       = { for key, bucket in google_storage_bucket.this : key => bucket.name }
}

output "cluster_name" {
  description = "Name of the Dataproc cluster."
  value       = google_dataproc_cluster.this.name
}

output "autoscaling_policy" {
  description = "Name of the autoscaling policy."
  value       = google_dataproc_autoscaling_policy.this.name
}

output "service_account_emails" {
  description = "Service accounts: worker (the cluster), writer (AWS), deployer (GitHub)."
  value       = { for key, account in google_service_account.this : key => account.email }
}

output "workload_identity_providers" {
  description = "Full names of the providers, for the credential configuration of AWS roles and of GitHub workflows."
  value = {
    aws    = google_iam_workload_identity_pool_provider.aws.name
    github = google_iam_workload_identity_pool_provider.github.name
  }
}

output "kms_key_ids" {
  description = "Keys: storage (buckets) and compute (disks of the cluster)."
  value       = { for key, kms in google_kms_crypto_key.this : key => kms.id }
}

output "network" {
  description = "Network and subnet of the cluster."
  value       = { network = google_compute_network.this.id, subnet = google_compute_subnetwork.this.id }
}
