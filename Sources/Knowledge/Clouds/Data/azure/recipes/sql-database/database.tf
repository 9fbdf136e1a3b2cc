resource "azurerm_mssql_server" "{{label}}" {
  name                                 = {{full_name}}
  resource_group_name                  = {{group.group_name}}
  location                             = {{group.location}}
  version                              = "12.0"
  minimum_tls_version                  = "{{tls}}"
  public_network_access_enabled        = {{public}}
  outbound_network_restriction_enabled = true
  tags                                 = local.tags

  azuread_administrator {
    login_username              = var.{{label}}_admin_name
    object_id                   = var.{{label}}_admin_object_id
    azuread_authentication_only = true
  }

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_mssql_database" "{{label}}" {
  name                                = "{{#named}}{{name}}{{/named}}{{^named}}app{{/named}}"
  server_id                           = azurerm_mssql_server.{{label}}.id
  sku_name                            = "{{sku}}"
  max_size_gb                         = {{storage_gb}}
  zone_redundant                      = {{high_availability}}
  geo_backup_enabled                  = true
  transparent_data_encryption_enabled = true
  tags                                = local.tags

  short_term_retention_policy {
    retention_days = {{backup_days}}
  }

  lifecycle {
    prevent_destroy = true
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
    name                           = "sql"
    private_connection_resource_id = azurerm_mssql_server.{{label}}.id
    subresource_names              = ["sqlServer"]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name                 = "sql"
    private_dns_zone_ids = [azurerm_private_dns_zone.sql.id]
  }
}
{{/public}}
