{{^public}}
resource "azurerm_private_dns_zone" "postgres" {
  name                = "privatelink.postgres.database.azure.com"
  resource_group_name = {{group.group_name}}
  tags                = local.tags
}

resource "azurerm_private_dns_zone_virtual_network_link" "postgres" {
  name                  = "postgres"
  resource_group_name   = {{group.group_name}}
  private_dns_zone_name = azurerm_private_dns_zone.postgres.name
  virtual_network_id    = {{network.id}}
  tags                  = local.tags
}
{{/public}}
