{{^public}}
resource "azurerm_private_dns_zone" "sql" {
  name                = "privatelink.database.windows.net"
  resource_group_name = {{group.group_name}}
  tags                = local.tags
}

resource "azurerm_private_dns_zone_virtual_network_link" "sql" {
  name                  = "sql"
  resource_group_name   = {{group.group_name}}
  private_dns_zone_name = azurerm_private_dns_zone.sql.name
  virtual_network_id    = {{network.id}}
  tags                  = local.tags
}
{{/public}}
