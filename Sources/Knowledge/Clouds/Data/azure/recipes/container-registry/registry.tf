resource "azurerm_container_registry" "{{label}}" {
  name                          = {{#named}}"{{name}}"{{/named}}{{^named}}substr(replace("${var.name}{{slug}}", "-", ""), 0, 50){{/named}}
  resource_group_name           = {{group.group_name}}
  location                      = {{group.location}}
  sku                           = "{{sku}}"
  admin_enabled                 = false
  anonymous_pull_enabled        = false
  public_network_access_enabled = {{public}}
  {{#zones}}
  zone_redundancy_enabled       = true
  {{/zones}}
  tags                          = local.tags

  identity {
    type = "SystemAssigned"
  }
}
