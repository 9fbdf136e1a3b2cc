resource "google_compute_disk" "{{label}}" {
  name = {{full_name}}
  type = "{{disk_type}}"
  zone = "${var.region}-b"
  size = {{size_gb}}
}
