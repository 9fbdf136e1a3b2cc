resource "azurerm_container_app" "{{label}}" {
  name                         = {{full_name}}
  resource_group_name          = {{group.group_name}}
  container_app_environment_id = {{apps.id}}
  revision_mode                = "Single"
  workload_profile_name        = "Consumption"
  tags                         = local.tags

  identity {
    type = "SystemAssigned"
  }

  ingress {
    external_enabled           = {{public}}
    allow_insecure_connections = false
    target_port                = {{port}}

    traffic_weight {
      latest_revision = true
      percentage      = 100
    }
  }

  template {
    {{#has.replicas}}
    min_replicas = {{replicas}}
    {{/has.replicas}}
    {{^has.replicas}}
    min_replicas = {{count}}
    {{/has.replicas}}
    max_replicas = {{maximum}}

    container {
      name   = "{{slug}}"
      image  = var.{{label}}_image
      cpu    = 0.5
      memory = "1Gi"
    }

    http_scale_rule {
      name                = "requests"
      concurrent_requests = "50"
    }
  }
}
