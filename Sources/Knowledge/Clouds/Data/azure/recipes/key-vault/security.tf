resource "azurerm_key_vault" "{{label}}" {
  name                       = {{#named}}"{{name}}"{{/named}}{{^named}}substr("kv-${var.name}-{{slug}}", 0, 24){{/named}}
  resource_group_name        = {{group.group_name}}
  location                   = {{group.location}}
  tenant_id                  = data.azurerm_client_config.current.tenant_id
  sku_name                   = "{{sku}}"
  rbac_authorization_enabled = true
  purge_protection_enabled   = {{deletion_protection}}
  soft_delete_retention_days = {{soft_delete_days}}
  tags                       = local.tags

  network_acls {
    {{#public}}
    default_action = "Allow"
    {{/public}}
    {{^public}}
    default_action = "Deny"
    {{/public}}
    bypass         = "AzureServices"
  }
}
