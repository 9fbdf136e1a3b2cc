resource "google_compute_firewall" "{{label}}" {
  name          = {{full_name}}
  network       = {{network.id}}
  direction     = "INGRESS"
  source_ranges = ["{{source}}"]

  allow {
    protocol = "tcp"
    ports    = ["{{port}}"]
  }

  log_config {
    metadata = "INCLUDE_ALL_METADATA"
  }
}
