output "all" {
  description = "Tags for every taggable resource of the calling module."
  value       = local.all
}
