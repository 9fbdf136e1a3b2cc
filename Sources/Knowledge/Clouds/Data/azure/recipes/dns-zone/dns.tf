{{^private}}
resource "azurerm_dns_zone" "{{label}}" {
  name                = "{{domain}}"
  resource_group_name = {{group.group_name}}
  tags                = local.tags
}
{{/private}}
{{#private}}
resource "azurerm_private_dns_zone" "{{label}}" {
  name                = "{{domain}}"
  resource_group_name = {{group.group_name}}
  tags                = local.tags
}

resource "azurerm_private_dns_zone_virtual_network_link" "{{label}}" {
  name                  = "{{slug}}"
  resource_group_name   = {{group.group_name}}
  private_dns_zone_name = azurerm_private_dns_zone.{{label}}.name
  virtual_network_id    = {{network.id}}
  tags                  = local.tags
}
{{/private}}
