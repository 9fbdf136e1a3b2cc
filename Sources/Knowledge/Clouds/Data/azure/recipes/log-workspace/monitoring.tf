resource "azurerm_log_analytics_workspace" "{{label}}" {
  name                = {{full_name}}
  resource_group_name = {{group.group_name}}
  location            = {{group.location}}
  sku                 = "PerGB2018"
  retention_in_days   = {{days}}
  tags                = local.tags
}
