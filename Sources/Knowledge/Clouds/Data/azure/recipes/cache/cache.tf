resource "azurerm_redis_cache" "{{label}}" {
  name                          = {{full_name}}
  resource_group_name           = {{group.group_name}}
  location                      = {{group.location}}
  {{#is.tier.Premium}}
  family                        = "P"
  sku_name                      = "Premium"
  capacity                      = 1
  zones                         = ["1", "2"]
  {{/is.tier.Premium}}
  {{#is.tier.Standard}}
  family                        = "C"
  sku_name                      = "Standard"
  capacity                      = 1
  {{/is.tier.Standard}}
  {{#is.tier.Basic}}
  family                        = "C"
  sku_name                      = "Basic"
  capacity                      = 1
  {{/is.tier.Basic}}
  redis_version                 = "6"
  minimum_tls_version           = "{{tls}}"
  non_ssl_port_enabled          = false
  public_network_access_enabled = {{public}}
  tags                          = local.tags

  redis_configuration {
    maxmemory_policy = "allkeys-lru"
  }

  patch_schedule {
    day_of_week    = "Sunday"
    start_hour_utc = 3
  }
}
{{^public}}

resource "azurerm_private_endpoint" "{{label}}" {
  name                = "{{text_name}}-endpoint"
  resource_group_name = {{group.group_name}}
  location            = {{group.location}}
  subnet_id           = {{network.endpoints_subnet_id}}
  tags                = local.tags

  private_service_connection {
    name                           = "redis"
    private_connection_resource_id = azurerm_redis_cache.{{label}}.id
    subresource_names              = ["redisCache"]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name                 = "redis"
    private_dns_zone_ids = [azurerm_private_dns_zone.redis.id]
  }
}
{{/public}}
