resource "azurerm_servicebus_namespace" "{{label}}" {
  name                         = {{full_name}}
  resource_group_name          = {{group.group_name}}
  location                     = {{group.location}}
  sku                          = "{{sku}}"
  minimum_tls_version          = "{{tls}}"
  local_auth_enabled           = false
  tags                         = local.tags

  identity {
    {{#is.encryption.customer}}
    type         = "UserAssigned"
    identity_ids = [{{key.identity_id}}]
    {{/is.encryption.customer}}
    {{#is.encryption.azure}}
    type = "SystemAssigned"
    {{/is.encryption.azure}}
  }
  {{#is.encryption.customer}}

  customer_managed_key {
    key_vault_key_id = {{key.id}}
    identity_id      = {{key.identity_id}}
  }
  {{/is.encryption.customer}}
}
