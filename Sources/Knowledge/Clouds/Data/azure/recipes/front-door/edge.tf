resource "azurerm_cdn_frontdoor_profile" "{{label}}" {
  name                     = {{full_name}}
  resource_group_name      = {{group.group_name}}
  sku_name                 = "{{tier}}_AzureFrontDoor"
  response_timeout_seconds = 60
  tags                     = local.tags
}

resource "azurerm_cdn_frontdoor_endpoint" "{{label}}" {
  name                     = {{full_name}}
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.{{label}}.id
  tags                     = local.tags
}

resource "azurerm_cdn_frontdoor_origin_group" "{{label}}" {
  name                     = "origins"
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.{{label}}.id

  load_balancing {
    sample_size                 = 4
    successful_samples_required = 3
  }

  health_probe {
    interval_in_seconds = 100
    protocol            = "Https"
    path                = "/"
    request_type        = "HEAD"
  }
}

resource "azurerm_cdn_frontdoor_origin" "{{label}}" {
  name                           = "origin"
  cdn_frontdoor_origin_group_id  = azurerm_cdn_frontdoor_origin_group.{{label}}.id
  enabled                        = true
  certificate_name_check_enabled = true
  {{#outgoing.edge_web}}
  host_name                      = {{hostname}}
  origin_host_header             = {{hostname}}
  {{/outgoing.edge_web}}
  {{#outgoing.edge_storage}}
  host_name                      = {{web_host}}
  origin_host_header             = {{web_host}}
  {{/outgoing.edge_storage}}
  {{^outgoing.edge_web}}
  {{^outgoing.edge_storage}}
  host_name                      = var.{{label}}_origin
  origin_host_header             = var.{{label}}_origin
  {{/outgoing.edge_storage}}
  {{/outgoing.edge_web}}
}

resource "azurerm_cdn_frontdoor_route" "{{label}}" {
  name                          = "all"
  cdn_frontdoor_endpoint_id     = azurerm_cdn_frontdoor_endpoint.{{label}}.id
  cdn_frontdoor_origin_group_id = azurerm_cdn_frontdoor_origin_group.{{label}}.id
  cdn_frontdoor_origin_ids      = [azurerm_cdn_frontdoor_origin.{{label}}.id]
  patterns_to_match             = ["/*"]
  supported_protocols           = ["Http", "Https"]
  forwarding_protocol           = "HttpsOnly"
  https_redirect_enabled        = true
}
{{#is.tier.Premium}}

resource "azurerm_cdn_frontdoor_firewall_policy" "{{label}}" {
  name                = replace("${var.name}{{slug}}", "-", "")
  resource_group_name = {{group.group_name}}
  sku_name            = "Premium_AzureFrontDoor"
  mode                = "Prevention"
  tags                = local.tags

  managed_rule {
    type    = "Microsoft_DefaultRuleSet"
    version = "2.1"
    action  = "Block"
  }
}

resource "azurerm_cdn_frontdoor_security_policy" "{{label}}" {
  name                     = "firewall"
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.{{label}}.id

  security_policies {
    firewall {
      cdn_frontdoor_firewall_policy_id = azurerm_cdn_frontdoor_firewall_policy.{{label}}.id

      association {
        patterns_to_match = ["/*"]

        domain {
          cdn_frontdoor_domain_id = azurerm_cdn_frontdoor_endpoint.{{label}}.id
        }
      }
    }
  }
}
{{/is.tier.Premium}}
