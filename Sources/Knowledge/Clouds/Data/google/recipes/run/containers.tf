resource "google_service_account" "{{label}}" {
  account_id   = "${substr(var.name, 0, 12)}-{{slug}}"
  display_name = "Cloud Run {{name}}"
}

resource "google_cloud_run_v2_service" "{{label}}" {
  name                = {{full_name}}
  location            = var.region
  deletion_protection = false
  {{#behind_balancer}}
  ingress             = "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"
  {{/behind_balancer}}
  {{^behind_balancer}}
  {{#public}}
  ingress             = "INGRESS_TRAFFIC_ALL"
  {{/public}}
  {{^public}}
  ingress             = "INGRESS_TRAFFIC_INTERNAL_ONLY"
  {{/public}}
  {{/behind_balancer}}

  template {
    service_account = google_service_account.{{label}}.email

    scaling {
      min_instance_count = {{count}}
      max_instance_count = {{maximum}}
    }
    {{#integrated}}

    vpc_access {
      egress = "PRIVATE_RANGES_ONLY"

      network_interfaces {
        network    = {{network.id}}
        subnetwork = {{network.subnet_id}}
      }
    }
    {{/integrated}}

    containers {
      image = var.{{label}}_image

      ports {
        container_port = {{port}}
      }

      resources {
        limits = {
          cpu    = "1"
          memory = "{{memory}}Mi"
        }
      }
    }
  }
}
{{#public}}

resource "google_cloud_run_v2_service_iam_member" "{{label}}_public" {
  name     = google_cloud_run_v2_service.{{label}}.name
  location = var.region
  role     = "roles/run.invoker"
  member   = "allUsers"
}
{{/public}}
