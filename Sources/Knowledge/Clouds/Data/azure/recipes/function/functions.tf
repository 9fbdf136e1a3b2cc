resource "azurerm_storage_account" "{{label}}_host" {
  name                            = substr(replace("${var.name}{{slug}}fn", "-", ""), 0, 24)
  resource_group_name             = {{group.group_name}}
  location                        = {{group.location}}
  account_tier                    = "Standard"
  account_replication_type        = "LRS"
  min_tls_version                 = "TLS1_2"
  allow_nested_items_to_be_public = false
  shared_access_key_enabled       = false
  default_to_oauth_authentication = true
  tags                            = local.tags
}

resource "azurerm_service_plan" "{{label}}" {
  name                = "${var.name}-{{slug}}"
  resource_group_name = {{group.group_name}}
  location            = {{group.location}}
  os_type             = "Linux"
  sku_name            = "{{sku}}"
  tags                = local.tags
}

resource "azurerm_linux_function_app" "{{label}}" {
  name                          = {{full_name}}
  resource_group_name           = {{group.group_name}}
  location                      = {{group.location}}
  service_plan_id               = azurerm_service_plan.{{label}}.id
  storage_account_name          = azurerm_storage_account.{{label}}_host.name
  storage_uses_managed_identity = true
  functions_extension_version   = "~4"
  https_only                    = {{https}}
  public_network_access_enabled = {{public}}
  tags                          = local.tags

  ftp_publish_basic_authentication_enabled       = false
  webdeploy_publish_basic_authentication_enabled = false
  {{#incoming.insights_function}}

  app_settings = {
    APPLICATIONINSIGHTS_CONNECTION_STRING = {{connection_string}}
  }
  {{/incoming.insights_function}}

  site_config {
    ftps_state              = "Disabled"
    http2_enabled           = true
    minimum_tls_version     = "{{tls}}"
    scm_minimum_tls_version = "{{tls}}"

    application_stack {
      {{#is.stack.node}}
      node_version = "22"
      {{/is.stack.node}}
      {{#is.stack.python}}
      python_version = "3.12"
      {{/is.stack.python}}
      {{#is.stack.java}}
      java_version = "21"
      {{/is.stack.java}}
      {{#is.stack.dotnet}}
      dotnet_version              = "9.0"
      use_dotnet_isolated_runtime = true
      {{/is.stack.dotnet}}
    }
  }

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_role_assignment" "{{label}}_host" {
  scope                = azurerm_storage_account.{{label}}_host.id
  role_definition_name = "Storage Blob Data Owner"
  principal_id         = azurerm_linux_function_app.{{label}}.identity[0].principal_id
}
