resource "azurerm_storage_account" "{{label}}" {
  name                            = {{#named}}substr(replace("{{name}}", "-", ""), 0, 24){{/named}}{{^named}}substr(replace("${var.name}{{slug}}", "-", ""), 0, 24){{/named}}
  resource_group_name             = {{group.group_name}}
  location                        = {{group.location}}
  account_kind                    = "StorageV2"
  account_tier                    = "Standard"
  account_replication_type        = "{{replication}}"
  access_tier                     = "Hot"
  min_tls_version                 = "{{tls}}"
  https_traffic_only_enabled      = {{https}}
  allow_nested_items_to_be_public = {{public}}
  shared_access_key_enabled       = false
  default_to_oauth_authentication = true
  tags                            = local.tags

  blob_properties {
    versioning_enabled = {{versioning}}

    delete_retention_policy {
      days = {{soft_delete_days}}
    }

    container_delete_retention_policy {
      days = {{soft_delete_days}}
    }
  }
  {{^public}}
  {{^website}}

  network_rules {
    default_action = "Deny"
    bypass         = ["AzureServices"]
    ip_rules       = var.{{label}}_allowed_addresses
  }
  {{/website}}
  {{/public}}
  {{#is.encryption.customer}}

  identity {
    type         = "UserAssigned"
    identity_ids = [{{key.identity_id}}]
  }

  customer_managed_key {
    key_vault_key_id          = {{key.versionless_id}}
    user_assigned_identity_id = {{key.identity_id}}
  }

  depends_on = [{{key.role}}]
  {{/is.encryption.customer}}
}

resource "azurerm_storage_container" "{{label}}" {
  name                  = "{{slug}}"
  storage_account_id    = azurerm_storage_account.{{label}}.id
  container_access_type = "{{#public}}blob{{/public}}{{^public}}private{{/public}}"
}

{{#website}}
resource "azurerm_storage_account_static_website" "{{label}}" {
  storage_account_id = azurerm_storage_account.{{label}}.id
  index_document     = "index.html"
  error_404_document = "404.html"
}

{{/website}}
resource "azurerm_storage_management_policy" "{{label}}" {
  storage_account_id = azurerm_storage_account.{{label}}.id

  rule {
    name    = "tidy"
    enabled = true

    filters {
      blob_types = ["blockBlob"]
    }

    actions {
      {{#has.keep_days}}
      base_blob {
        {{#has.cool_days}}
        tier_to_cool_after_days_since_modification_greater_than    = {{cool_days}}
        {{/has.cool_days}}
        {{#has.archive_days}}
        tier_to_archive_after_days_since_modification_greater_than = {{archive_days}}
        {{/has.archive_days}}
        delete_after_days_since_modification_greater_than          = {{keep_days}}
      }

      {{/has.keep_days}}
      {{^has.keep_days}}
      {{#has.archive_days}}
      base_blob {
        {{#has.cool_days}}
        tier_to_cool_after_days_since_modification_greater_than    = {{cool_days}}
        {{/has.cool_days}}
        tier_to_archive_after_days_since_modification_greater_than = {{archive_days}}
      }

      {{/has.archive_days}}
      {{^has.archive_days}}
      {{#has.cool_days}}
      base_blob {
        tier_to_cool_after_days_since_modification_greater_than = {{cool_days}}
      }

      {{/has.cool_days}}
      {{/has.archive_days}}
      {{/has.keep_days}}
      version {
        delete_after_days_since_creation = 90
      }
    }
  }
}
