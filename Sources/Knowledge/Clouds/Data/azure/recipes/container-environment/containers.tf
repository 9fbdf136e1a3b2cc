resource "azurerm_container_app_environment" "{{label}}" {
  name                           = {{full_name}}
  resource_group_name            = {{group.group_name}}
  location                       = {{group.location}}
  log_analytics_workspace_id     = {{workspace.id}}
  logs_destination               = "log-analytics"
  infrastructure_subnet_id       = {{network.apps_subnet_id}}
  internal_load_balancer_enabled = {{internal}}
  zone_redundancy_enabled        = {{zones}}
  tags                           = local.tags

  workload_profile {
    name                  = "Consumption"
    workload_profile_type = "Consumption"
  }
}
