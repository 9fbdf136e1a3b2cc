resource "azurerm_application_insights" "{{label}}" {
  name                = {{full_name}}
  resource_group_name = {{group.group_name}}
  location            = {{group.location}}
  application_type    = "web"
  workspace_id        = {{workspace.id}}
  tags                = local.tags
}
