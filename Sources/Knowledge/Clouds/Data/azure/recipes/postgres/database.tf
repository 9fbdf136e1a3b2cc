resource "azurerm_postgresql_flexible_server" "{{label}}" {
  name                          = {{full_name}}
  resource_group_name           = {{group.group_name}}
  location                      = {{group.location}}
  version                       = "{{version}}"
  sku_name                      = "{{sku}}"
  administrator_login           = "appadmin"
  administrator_password        = var.{{label}}_admin_password
  storage_mb                    = {{storage_gb}} * 1024
  auto_grow_enabled             = true
  backup_retention_days         = {{backup_days}}
  geo_redundant_backup_enabled  = {{geo_backup}}
  public_network_access_enabled = {{public}}
  {{^public}}
  delegated_subnet_id           = {{network.postgres_subnet_id}}
  private_dns_zone_id           = azurerm_private_dns_zone.postgres.id
  {{/public}}
  zone                          = "1"
  tags                          = local.tags
  {{#high_availability}}

  high_availability {
    mode                      = "ZoneRedundant"
    standby_availability_zone = "2"
  }
  {{/high_availability}}
  {{#is.encryption.customer}}

  identity {
    type         = "UserAssigned"
    identity_ids = [{{key.identity_id}}]
  }

  customer_managed_key {
    key_vault_key_id                  = {{key.id}}
    primary_user_assigned_identity_id = {{key.identity_id}}
  }
  {{/is.encryption.customer}}

  maintenance_window {
    day_of_week  = 0
    start_hour   = 3
    start_minute = 0
  }

  lifecycle {
    # After a failover the zones of the two servers are swapped.
    ignore_changes = [zone{{#high_availability}}, high_availability[0].standby_availability_zone{{/high_availability}}]
  }
  {{^public}}

  depends_on = [azurerm_private_dns_zone_virtual_network_link.postgres]
  {{/public}}
}

resource "azurerm_postgresql_flexible_server_database" "{{label}}" {
  name      = "{{#named}}{{label}}{{/named}}{{^named}}app{{/named}}"
  server_id = azurerm_postgresql_flexible_server.{{label}}.id
  charset   = "UTF8"
  collation = "en_US.utf8"
}
{{#has.replicas}}

resource "azurerm_postgresql_flexible_server" "{{label}}_replica" {
  count = {{replicas}}

  name                          = "{{text_name}}-replica-${count.index + 1}"
  resource_group_name           = {{group.group_name}}
  location                      = {{group.location}}
  create_mode                   = "Replica"
  source_server_id              = azurerm_postgresql_flexible_server.{{label}}.id
  sku_name                      = "{{sku}}"
  storage_mb                    = {{storage_gb}} * 1024
  auto_grow_enabled             = true
  public_network_access_enabled = {{public}}
  {{^public}}
  delegated_subnet_id           = {{network.postgres_subnet_id}}
  private_dns_zone_id           = azurerm_private_dns_zone.postgres.id
  {{/public}}
  tags                          = local.tags

  lifecycle {
    ignore_changes = [zone]
  }
}
{{/has.replicas}}
