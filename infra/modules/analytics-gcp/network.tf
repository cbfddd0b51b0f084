locals {
  node_tag = "${var.name}-node"
}

resource "google_compute_network" "this" {
  name                    = var.name
  project                 = var.project_id
  auto_create_subnetworks = false
  routing_mode            = "REGIONAL"

  # No default route: nodes reach Google's services by private access, and the
  # internet not at all.
  delete_default_routes_on_create = true

  depends_on = [google_project_service.this]
}

resource "google_compute_subnetwork" "this" {
  name                     = var.name
  project                  = var.project_id
  region                   = var.region
  network                  = google_compute_network.this.id
  ip_cidr_range            = var.subnet_cidr
  private_ip_google_access = true

  log_config {
    aggregation_interval = "INTERVAL_5_SEC"
    flow_sampling        = 0.5
    metadata             = "INCLUDE_ALL_METADATA"
  }
}

# 199.36.153.8/30 is private.googleapis.com.
resource "google_compute_route" "google_services" {
  name             = "${var.name}-google-services"
  project          = var.project_id
  network          = google_compute_network.this.name
  dest_range       = "199.36.153.8/30"
  next_hop_gateway = "default-internet-gateway"
}

resource "google_dns_managed_zone" "google_services" {
  for_each = { googleapis = "googleapis.com.", dataproc = "dataproc.cloud.google.com." }

  name        = "${var.name}-${each.key}"
  project     = var.project_id
  dns_name    = each.value
  description = "Private addresses of ${each.value}"
  visibility  = "private"
  labels      = local.labels

  private_visibility_config {
    networks {
      network_url = google_compute_network.this.id
    }
  }
}

resource "google_dns_record_set" "private_access" {
  for_each = google_dns_managed_zone.google_services

  project      = var.project_id
  managed_zone = each.value.name
  name         = each.value.dns_name
  type         = "A"
  ttl          = 300
  rrdatas      = ["199.36.153.8", "199.36.153.9", "199.36.153.10", "199.36.153.11"]
}

resource "google_dns_record_set" "wildcard" {
  for_each = google_dns_managed_zone.google_services

  project      = var.project_id
  managed_zone = each.value.name
  name         = "*.${each.value.dns_name}"
  type         = "CNAME"
  ttl          = 300
  rrdatas      = [each.value.dns_name]
}

resource "google_compute_firewall" "nodes_among_themselves" {
  name        = "${var.name}-nodes"
  project     = var.project_id
  network     = google_compute_network.this.id
  description = "Nodes of the cluster among themselves"
  direction   = "INGRESS"
  source_tags = [local.node_tag]
  target_tags = [local.node_tag]

  allow {
    protocol = "tcp"
  }

  allow {
    protocol = "udp"
  }

  allow {
    protocol = "icmp"
  }

  log_config {
    metadata = "INCLUDE_ALL_METADATA"
  }
}

resource "google_compute_firewall" "egress" {
  for_each = {
    google   = { ranges = ["199.36.153.8/30"], priority = 1000, allow = true, description = "Nodes to Google's services" }
    subnet   = { ranges = [var.subnet_cidr], priority = 1000, allow = true, description = "Nodes to nodes" }
    the-rest = { ranges = ["0.0.0.0/0"], priority = 65000, allow = false, description = "Nothing else leaves" }
  }

  name               = "${var.name}-egress-${each.key}"
  project            = var.project_id
  network            = google_compute_network.this.id
  description        = each.value.description
  direction          = "EGRESS"
  priority           = each.value.priority
  target_tags        = [local.node_tag]
  destination_ranges = each.value.ranges

  dynamic "allow" {
    for_each = each.value.allow ? ["all"] : []

    content {
      protocol = allow.value
    }
  }

  dynamic "deny" {
    for_each = each.value.allow ? [] : ["all"]

    content {
      protocol = deny.value
    }
  }

  log_config {
    metadata = "INCLUDE_ALL_METADATA"
  }
}
