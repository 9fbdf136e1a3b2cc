resource "azurerm_public_ip" "{{label}}" {
  name                = "${var.name}-{{slug}}"
  resource_group_name = {{group.group_name}}
  location            = {{group.location}}
  allocation_method   = "Static"
  sku                 = "Standard"
  zones               = ["1", "2", "3"]
  tags                = local.tags
}
{{#waf}}

resource "azurerm_web_application_firewall_policy" "{{label}}" {
  name                = "${var.name}-{{slug}}"
  resource_group_name = {{group.group_name}}
  location            = {{group.location}}
  tags                = local.tags

  policy_settings {
    enabled = true
    mode    = "Prevention"
  }

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.2"
    }
  }
}
{{/waf}}

resource "azurerm_application_gateway" "{{label}}" {
  name                = {{full_name}}
  resource_group_name = {{group.group_name}}
  location            = {{group.location}}
  zones               = ["1", "2", "3"]
  enable_http2        = true
  {{#waf}}
  firewall_policy_id  = azurerm_web_application_firewall_policy.{{label}}.id
  {{/waf}}
  tags                = local.tags

  sku {
    {{#waf}}
    name = "WAF_v2"
    tier = "WAF_v2"
    {{/waf}}
    {{^waf}}
    name = "Standard_v2"
    tier = "Standard_v2"
    {{/waf}}
  }

  autoscale_configuration {
    min_capacity = 1
    max_capacity = {{maximum}}
  }

  ssl_policy {
    policy_type = "Predefined"
    policy_name = "AppGwSslPolicy20220101"
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = {{network.gateway_subnet_id}}
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = azurerm_public_ip.{{label}}.id
  }

  frontend_port {
    name = "http"
    port = 80
  }

  http_listener {
    name                           = "http"
    frontend_ip_configuration_name = "public"
    frontend_port_name             = "http"
    protocol                       = "Http"
  }

  backend_address_pool {
    name  = "backend"
    {{#outgoing.gateway_web}}
    fqdns = [{{hostname}}]
    {{/outgoing.gateway_web}}
  }

  backend_http_settings {
    name                                = "backend"
    cookie_based_affinity               = "Disabled"
    {{#outgoing.gateway_web}}
    port                                = 443
    protocol                            = "Https"
    pick_host_name_from_backend_address = true
    {{/outgoing.gateway_web}}
    {{^outgoing.gateway_web}}
    port                                = {{target_port}}
    protocol                            = "Http"
    {{/outgoing.gateway_web}}
    request_timeout                     = 30
    probe_name                          = "health"
  }

  probe {
    name                                      = "health"
    {{#outgoing.gateway_web}}
    protocol                                  = "Https"
    pick_host_name_from_backend_http_settings = true
    {{/outgoing.gateway_web}}
    {{^outgoing.gateway_web}}
    protocol                                  = "Http"
    host                                      = "127.0.0.1"
    {{/outgoing.gateway_web}}
    path                                      = "{{health_path}}"
    interval                                  = 30
    timeout                                   = 10
    unhealthy_threshold                       = 3
  }

  request_routing_rule {
    name                       = "all"
    priority                   = 100
    rule_type                  = "Basic"
    http_listener_name         = "http"
    backend_address_pool_name  = "backend"
    backend_http_settings_name = "backend"
  }
}
