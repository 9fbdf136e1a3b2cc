resource "azurerm_cosmosdb_account" "{{label}}" {
  name                          = {{full_name}}
  resource_group_name           = {{group.group_name}}
  location                      = {{group.location}}
  offer_type                    = "Standard"
  kind                          = "GlobalDocumentDB"
  local_authentication_disabled = true
  minimal_tls_version           = "Tls12"
  public_network_access_enabled = {{public}}
  tags                          = local.tags
  {{#serverless}}

  capabilities {
    name = "EnableServerless"
  }
  {{/serverless}}

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = {{group.location}}
    failover_priority = 0
    zone_redundant    = {{zones}}
  }

  backup {
    type = "Continuous"
    tier = "Continuous7Days"
  }
}

resource "azurerm_cosmosdb_sql_database" "{{label}}" {
  name                = "app"
  resource_group_name = {{group.group_name}}
  account_name        = azurerm_cosmosdb_account.{{label}}.name
}
