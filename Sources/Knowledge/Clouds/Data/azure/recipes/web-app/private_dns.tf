{{^public}}
resource "azurerm_private_dns_zone" "web" {
  name                = "privatelink.azurewebsites.net"
  resource_group_name = {{group.group_name}}
  tags                = local.tags
}

resource "azurerm_private_dns_zone_virtual_network_link" "web" {
  name                  = "web"
  resource_group_name   = {{group.group_name}}
  private_dns_zone_name = azurerm_private_dns_zone.web.name
  virtual_network_id    = {{network.id}}
  tags                  = local.tags
}
{{/public}}
