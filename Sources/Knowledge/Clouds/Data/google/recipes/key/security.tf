resource "google_kms_key_ring" "{{label}}" {
  name     = "${var.name}-{{slug}}"
  location = var.region
}

resource "google_kms_crypto_key" "{{label}}" {
  name            = {{full_name}}
  key_ring        = google_kms_key_ring.{{label}}.id
  rotation_period = "${ {{rotation_days}} * 86400 }s"

  lifecycle {
    prevent_destroy = true
  }
}
