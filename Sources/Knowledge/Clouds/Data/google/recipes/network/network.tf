resource "google_compute_network" "{{label}}" {
  name                    = {{full_name}}
  auto_create_subnetworks = false
  routing_mode            = "REGIONAL"
}

resource "google_compute_subnetwork" "{{label}}" {
  count = {{subnets}}

  name                     = "{{text_name}}-${count.index + 1}"
  network                  = google_compute_network.{{label}}.id
  region                   = var.region
  ip_cidr_range            = cidrsubnet("{{cidr}}", 4, count.index)
  private_ip_google_access = true
  {{#pods}}

  secondary_ip_range {
    range_name    = "pods"
    ip_cidr_range = cidrsubnet("10.64.0.0/10", 4, count.index)
  }

  secondary_ip_range {
    range_name    = "services"
    ip_cidr_range = cidrsubnet("10.32.0.0/12", 4, count.index)
  }
  {{/pods}}
  {{#flow_logs}}

  log_config {
    aggregation_interval = "INTERVAL_10_MIN"
    flow_sampling        = 0.5
    metadata             = "INCLUDE_ALL_METADATA"
  }
  {{/flow_logs}}
}
{{#services}}

resource "google_compute_global_address" "{{label}}_services" {
  name          = "${var.name}-services"
  network       = google_compute_network.{{label}}.id
  purpose       = "VPC_PEERING"
  address_type  = "INTERNAL"
  prefix_length = 20
}

resource "google_service_networking_connection" "{{label}}" {
  network                 = google_compute_network.{{label}}.id
  service                 = "servicenetworking.googleapis.com"
  reserved_peering_ranges = [google_compute_global_address.{{label}}_services.name]
}
{{/services}}
{{#is.nat.single}}

resource "google_compute_router" "{{label}}" {
  name    = "${var.name}-nat"
  network = google_compute_network.{{label}}.id
  region  = var.region
}

resource "google_compute_router_nat" "{{label}}" {
  name                               = "${var.name}-nat"
  router                             = google_compute_router.{{label}}.name
  region                             = var.region
  nat_ip_allocate_option             = "AUTO_ONLY"
  source_subnetwork_ip_ranges_to_nat = "ALL_SUBNETWORKS_ALL_IP_RANGES"

  log_config {
    enable = true
    filter = "ERRORS_ONLY"
  }
}
{{/is.nat.single}}
