resource "azurerm_user_assigned_identity" "{{label}}" {
  name                = "${var.name}-{{slug}}"
  resource_group_name = {{group.group_name}}
  location            = {{group.location}}
  tags                = local.tags
}

resource "azurerm_key_vault_key" "{{label}}" {
  name         = {{full_name}}
  key_vault_id = {{vault.id}}
  key_type     = "RSA"
  key_size     = 3072
  key_opts     = ["decrypt", "encrypt", "unwrapKey", "wrapKey"]
  tags         = local.tags
  {{#rotation}}

  rotation_policy {
    expire_after         = "P1Y"
    notify_before_expiry = "P30D"

    automatic {
      time_before_expiry = "P60D"
    }
  }
  {{/rotation}}
}

resource "azurerm_role_assignment" "{{label}}" {
  scope                = {{vault.id}}
  role_definition_name = "Key Vault Crypto Service Encryption User"
  principal_id         = azurerm_user_assigned_identity.{{label}}.principal_id
}
