resource "azurerm_key_vault_secret" "{{label}}" {
  name         = {{full_name}}
  key_vault_id = {{vault.id}}
  value        = var.{{label}}_value
  content_type = "text/plain"
  tags         = local.tags
}
