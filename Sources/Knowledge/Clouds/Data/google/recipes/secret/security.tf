resource "google_secret_manager_secret" "{{label}}" {
  secret_id = {{full_name}}

  replication {
    user_managed {
      replicas {
        location = var.region
      }
    }
  }
}

resource "google_secret_manager_secret_version" "{{label}}" {
  secret      = google_secret_manager_secret.{{label}}.id
  secret_data = var.{{label}}_value
}
