resource "google_logging_project_bucket_config" "{{label}}" {
  project        = var.project
  location       = var.region
  bucket_id      = {{full_name}}
  retention_days = {{days}}
}

resource "google_logging_project_sink" "{{label}}" {
  name                   = "${var.name}-{{slug}}"
  destination            = "logging.googleapis.com/${google_logging_project_bucket_config.{{label}}.id}"
  unique_writer_identity = true
}
