{{^public}}
resource "azurerm_private_dns_zone" "mysql" {
  name                = "privatelink.mysql.database.azure.com"
  resource_group_name = {{group.group_name}}
  tags                = local.tags
}

resource "azurerm_private_dns_zone_virtual_network_link" "mysql" {
  name                  = "mysql"
  resource_group_name   = {{group.group_name}}
  private_dns_zone_name = azurerm_private_dns_zone.mysql.name
  virtual_network_id    = {{network.id}}
  tags                  = local.tags
}
{{/public}}
