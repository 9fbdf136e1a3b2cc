{{^internal}}
resource "azurerm_public_ip" "{{label}}" {
  name                = "${var.name}-{{slug}}"
  resource_group_name = {{group.group_name}}
  location            = {{group.location}}
  allocation_method   = "Static"
  sku                 = "Standard"
  zones               = ["1", "2", "3"]
  tags                = local.tags
}

{{/internal}}
resource "azurerm_lb" "{{label}}" {
  name                = {{full_name}}
  resource_group_name = {{group.group_name}}
  location            = {{group.location}}
  sku                 = "Standard"
  tags                = local.tags

  frontend_ip_configuration {
    name                 = "entry"
    {{^internal}}
    public_ip_address_id = azurerm_public_ip.{{label}}.id
    {{/internal}}
    {{#internal}}
    subnet_id            = {{network.app_subnet_id}}
    {{/internal}}
  }
}

resource "azurerm_lb_backend_address_pool" "{{label}}" {
  name            = "servers"
  loadbalancer_id = azurerm_lb.{{label}}.id
}

resource "azurerm_lb_probe" "{{label}}" {
  name                = "health"
  loadbalancer_id     = azurerm_lb.{{label}}.id
  protocol            = "Http"
  port                = {{target_port}}
  request_path        = "{{health_path}}"
  interval_in_seconds = 15
}

resource "azurerm_lb_rule" "{{label}}" {
  name                           = "requests"
  loadbalancer_id                = azurerm_lb.{{label}}.id
  protocol                       = "Tcp"
  frontend_ip_configuration_name = "entry"
  frontend_port                  = {{port}}
  backend_port                   = {{target_port}}
  backend_address_pool_ids       = [azurerm_lb_backend_address_pool.{{label}}.id]
  probe_id                       = azurerm_lb_probe.{{label}}.id
  disable_outbound_snat          = true
}
