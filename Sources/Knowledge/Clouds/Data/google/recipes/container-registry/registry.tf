resource "google_artifact_registry_repository" "{{label}}" {
  repository_id = {{full_name}}
  location      = var.region
  format        = "DOCKER"
  description   = "Container images of ${var.name}"
  {{#is.encryption.customer}}
  kms_key_name  = {{key.id}}
  {{/is.encryption.customer}}

  docker_config {
    immutable_tags = {{immutable}}
  }

  vulnerability_scanning_config {
    enablement_config = "INHERITED"
  }
  {{#has.images}}

  cleanup_policies {
    id     = "keep-newest"
    action = "KEEP"

    most_recent_versions {
      keep_count = {{images}}
    }
  }

  cleanup_policies {
    id     = "delete-the-rest"
    action = "DELETE"

    condition {
      tag_state = "ANY"
    }
  }
  {{/has.images}}
}
