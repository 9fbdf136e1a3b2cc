resource "azurerm_resource_group" "{{label}}" {
  name     = {{#named}}"{{name}}"{{/named}}{{^named}}"rg-${var.name}-${var.environment}"{{/named}}
  location = var.location
  tags     = local.tags
}
