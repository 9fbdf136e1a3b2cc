resource "google_redis_instance" "{{label}}" {
  name                    = {{full_name}}
  region                  = var.region
  tier                    = "{{tier}}"
  memory_size_gb          = {{memory_gb}}
  redis_version           = "REDIS_${replace("{{version}}", ".", "_")}"
  authorized_network      = {{network.id}}
  connect_mode            = "PRIVATE_SERVICE_ACCESS"
  auth_enabled            = true
  transit_encryption_mode = "SERVER_AUTHENTICATION"

  maintenance_policy {
    weekly_maintenance_window {
      day = "SUNDAY"

      start_time {
        hours   = 3
        minutes = 0
        seconds = 0
        nanos   = 0
      }
    }
  }

  depends_on = [{{network.services}}]
}
