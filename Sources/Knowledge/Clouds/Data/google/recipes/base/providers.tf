provider "google" {
  project = var.project
  region  = var.region

  default_labels = {
    project     = var.name
    environment = var.environment
    managed-by  = "opentofu"
    {{#tags}}
    "{{key}}" = "{{value}}"
    {{/tags}}
  }
}
