resource "azurerm_virtual_network" "{{label}}" {
  name                = {{full_name}}
  resource_group_name = {{group.group_name}}
  location            = {{group.location}}
  address_space       = ["{{cidr}}"]
  tags                = local.tags
}

resource "azurerm_subnet" "{{label}}_app" {
  count = {{subnets}}

  name                            = "app-${count.index + 1}"
  resource_group_name             = {{group.group_name}}
  virtual_network_name            = azurerm_virtual_network.{{label}}.name
  address_prefixes                = [cidrsubnet("{{cidr}}", 4, count.index)]
  default_outbound_access_enabled = false
}

resource "azurerm_network_security_group" "{{label}}" {
  name                = "${var.name}-app"
  resource_group_name = {{group.group_name}}
  location            = {{group.location}}
  tags                = local.tags
}

resource "azurerm_network_security_rule" "{{label}}_no_internet" {
  name                        = "deny-internet"
  resource_group_name         = {{group.group_name}}
  network_security_group_name = azurerm_network_security_group.{{label}}.name
  priority                    = 4000
  direction                   = "Inbound"
  access                      = "Deny"
  protocol                    = "*"
  source_address_prefix       = "Internet"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "*"
}

resource "azurerm_subnet_network_security_group_association" "{{label}}_app" {
  count = {{subnets}}

  subnet_id                 = azurerm_subnet.{{label}}_app[count.index].id
  network_security_group_id = azurerm_network_security_group.{{label}}.id
}
{{#nodes}}

resource "azurerm_subnet" "{{label}}_nodes" {
  name                            = "nodes"
  resource_group_name             = {{group.group_name}}
  virtual_network_name            = azurerm_virtual_network.{{label}}.name
  address_prefixes                = [cidrsubnet("{{cidr}}", 4, 6)]
  default_outbound_access_enabled = false
}

resource "azurerm_subnet_network_security_group_association" "{{label}}_nodes" {
  subnet_id                 = azurerm_subnet.{{label}}_nodes.id
  network_security_group_id = azurerm_network_security_group.{{label}}.id
}
{{/nodes}}
{{#gateway}}

resource "azurerm_subnet" "{{label}}_gateway" {
  name                            = "gateway"
  resource_group_name             = {{group.group_name}}
  virtual_network_name            = azurerm_virtual_network.{{label}}.name
  address_prefixes                = [cidrsubnet("{{cidr}}", 4, 7)]
  default_outbound_access_enabled = false
}
{{/gateway}}
{{#apps}}

resource "azurerm_subnet" "{{label}}_apps" {
  name                            = "apps"
  resource_group_name             = {{group.group_name}}
  virtual_network_name            = azurerm_virtual_network.{{label}}.name
  address_prefixes                = [cidrsubnet("{{cidr}}", 4, 8)]
  default_outbound_access_enabled = false

  delegation {
    name = "service"

    service_delegation {
      name    = "Microsoft.App/environments"
      actions = ["Microsoft.Network/virtualNetworks/subnets/join/action"]
    }
  }
}

resource "azurerm_subnet_network_security_group_association" "{{label}}_apps" {
  subnet_id                 = azurerm_subnet.{{label}}_apps.id
  network_security_group_id = azurerm_network_security_group.{{label}}.id
}
{{/apps}}
{{#web}}

resource "azurerm_subnet" "{{label}}_web" {
  name                            = "web"
  resource_group_name             = {{group.group_name}}
  virtual_network_name            = azurerm_virtual_network.{{label}}.name
  address_prefixes                = [cidrsubnet("{{cidr}}", 4, 9)]
  default_outbound_access_enabled = false

  delegation {
    name = "service"

    service_delegation {
      name    = "Microsoft.Web/serverFarms"
      actions = ["Microsoft.Network/virtualNetworks/subnets/action"]
    }
  }
}

resource "azurerm_subnet_network_security_group_association" "{{label}}_web" {
  subnet_id                 = azurerm_subnet.{{label}}_web.id
  network_security_group_id = azurerm_network_security_group.{{label}}.id
}
{{/web}}
{{#postgres}}

resource "azurerm_subnet" "{{label}}_postgres" {
  name                            = "postgres"
  resource_group_name             = {{group.group_name}}
  virtual_network_name            = azurerm_virtual_network.{{label}}.name
  address_prefixes                = [cidrsubnet("{{cidr}}", 4, 10)]
  default_outbound_access_enabled = false

  delegation {
    name = "service"

    service_delegation {
      name    = "Microsoft.DBforPostgreSQL/flexibleServers"
      actions = ["Microsoft.Network/virtualNetworks/subnets/join/action"]
    }
  }
}

resource "azurerm_subnet_network_security_group_association" "{{label}}_postgres" {
  subnet_id                 = azurerm_subnet.{{label}}_postgres.id
  network_security_group_id = azurerm_network_security_group.{{label}}.id
}
{{/postgres}}
{{#mysql}}

resource "azurerm_subnet" "{{label}}_mysql" {
  name                            = "mysql"
  resource_group_name             = {{group.group_name}}
  virtual_network_name            = azurerm_virtual_network.{{label}}.name
  address_prefixes                = [cidrsubnet("{{cidr}}", 4, 11)]
  default_outbound_access_enabled = false

  delegation {
    name = "service"

    service_delegation {
      name    = "Microsoft.DBforMySQL/flexibleServers"
      actions = ["Microsoft.Network/virtualNetworks/subnets/join/action"]
    }
  }
}

resource "azurerm_subnet_network_security_group_association" "{{label}}_mysql" {
  subnet_id                 = azurerm_subnet.{{label}}_mysql.id
  network_security_group_id = azurerm_network_security_group.{{label}}.id
}
{{/mysql}}
{{#endpoints}}

resource "azurerm_subnet" "{{label}}_endpoints" {
  name                            = "endpoints"
  resource_group_name             = {{group.group_name}}
  virtual_network_name            = azurerm_virtual_network.{{label}}.name
  address_prefixes                = [cidrsubnet("{{cidr}}", 4, 12)]
  default_outbound_access_enabled = false
}

resource "azurerm_subnet_network_security_group_association" "{{label}}_endpoints" {
  subnet_id                 = azurerm_subnet.{{label}}_endpoints.id
  network_security_group_id = azurerm_network_security_group.{{label}}.id
}
{{/endpoints}}
{{#is.nat.single}}

resource "azurerm_public_ip" "{{label}}_nat" {
  name                = "${var.name}-nat"
  resource_group_name = {{group.group_name}}
  location            = {{group.location}}
  allocation_method   = "Static"
  sku                 = "Standard"
  tags                = local.tags
}

resource "azurerm_nat_gateway" "{{label}}" {
  name                    = var.name
  resource_group_name     = {{group.group_name}}
  location                = {{group.location}}
  sku_name                = "Standard"
  idle_timeout_in_minutes = 10
  tags                    = local.tags
}

resource "azurerm_nat_gateway_public_ip_association" "{{label}}" {
  nat_gateway_id       = azurerm_nat_gateway.{{label}}.id
  public_ip_address_id = azurerm_public_ip.{{label}}_nat.id
}

resource "azurerm_subnet_nat_gateway_association" "{{label}}_app" {
  count = {{subnets}}

  subnet_id      = azurerm_subnet.{{label}}_app[count.index].id
  nat_gateway_id = azurerm_nat_gateway.{{label}}.id
}
{{#nodes}}

resource "azurerm_subnet_nat_gateway_association" "{{label}}_nodes" {
  subnet_id      = azurerm_subnet.{{label}}_nodes.id
  nat_gateway_id = azurerm_nat_gateway.{{label}}.id
}
{{/nodes}}
{{/is.nat.single}}
