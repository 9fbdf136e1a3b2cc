resource "azurerm_service_plan" "{{label}}" {
  name                   = "${var.name}-{{slug}}"
  resource_group_name    = {{group.group_name}}
  location               = {{group.location}}
  os_type                = "Linux"
  sku_name               = "{{sku}}"
  worker_count           = {{count}}
  {{#zones}}
  zone_balancing_enabled = true
  {{/zones}}
  tags                   = local.tags
  {{#autoscaling}}

  lifecycle {
    ignore_changes = [worker_count]
  }
  {{/autoscaling}}
}

resource "azurerm_linux_web_app" "{{label}}" {
  name                          = {{full_name}}
  resource_group_name           = {{group.group_name}}
  location                      = {{group.location}}
  service_plan_id               = azurerm_service_plan.{{label}}.id
  https_only                    = {{https}}
  public_network_access_enabled = {{public}}
  {{#integrated}}
  virtual_network_subnet_id     = {{network.web_subnet_id}}
  {{/integrated}}
  tags                          = local.tags

  ftp_publish_basic_authentication_enabled       = false
  webdeploy_publish_basic_authentication_enabled = false
  {{#incoming.insights_app}}

  app_settings = {
    APPLICATIONINSIGHTS_CONNECTION_STRING = {{connection_string}}
  }
  {{/incoming.insights_app}}

  site_config {
    always_on               = true
    ftps_state              = "Disabled"
    http2_enabled           = true
    minimum_tls_version     = "{{tls}}"
    scm_minimum_tls_version = "{{tls}}"
    {{#integrated}}
    vnet_route_all_enabled  = true
    {{/integrated}}

    application_stack {
      {{#is.stack.node}}
      node_version = "22-lts"
      {{/is.stack.node}}
      {{#is.stack.python}}
      python_version = "3.13"
      {{/is.stack.python}}
      {{#is.stack.java}}
      java_version        = "21"
      java_server         = "JAVA"
      java_server_version = "21"
      {{/is.stack.java}}
      {{#is.stack.dotnet}}
      dotnet_version = "9.0"
      {{/is.stack.dotnet}}
      {{#is.stack.php}}
      php_version = "8.4"
      {{/is.stack.php}}
    }
  }

  identity {
    type = "SystemAssigned"
  }

  logs {
    http_logs {
      file_system {
        retention_in_days = 7
        retention_in_mb   = 35
      }
    }
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
    name                           = "web"
    private_connection_resource_id = azurerm_linux_web_app.{{label}}.id
    subresource_names              = ["sites"]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name                 = "web"
    private_dns_zone_ids = [azurerm_private_dns_zone.web.id]
  }
}
{{/public}}
{{#slot}}

resource "azurerm_linux_web_app_slot" "{{label}}_staging" {
  name           = "staging"
  app_service_id = azurerm_linux_web_app.{{label}}.id
  https_only     = true
  tags           = local.tags

  ftp_publish_basic_authentication_enabled       = false
  webdeploy_publish_basic_authentication_enabled = false

  site_config {
    always_on               = true
    ftps_state              = "Disabled"
    http2_enabled           = true
    minimum_tls_version     = "{{tls}}"
    scm_minimum_tls_version = "{{tls}}"
    {{#integrated}}
    vnet_route_all_enabled  = true
    {{/integrated}}

    application_stack {
      {{#is.stack.node}}
      node_version = "22-lts"
      {{/is.stack.node}}
      {{#is.stack.python}}
      python_version = "3.13"
      {{/is.stack.python}}
      {{#is.stack.java}}
      java_version        = "21"
      java_server         = "JAVA"
      java_server_version = "21"
      {{/is.stack.java}}
      {{#is.stack.dotnet}}
      dotnet_version = "9.0"
      {{/is.stack.dotnet}}
      {{#is.stack.php}}
      php_version = "8.4"
      {{/is.stack.php}}
    }
  }

  identity {
    type = "SystemAssigned"
  }
}
{{/slot}}
{{#autoscaling}}

resource "azurerm_monitor_autoscale_setting" "{{label}}" {
  name                = "${var.name}-{{slug}}-load"
  resource_group_name = {{group.group_name}}
  location            = {{group.location}}
  target_resource_id  = azurerm_service_plan.{{label}}.id
  tags                = local.tags

  profile {
    name = "processor"

    capacity {
      default = {{count}}
      minimum = {{count}}
      maximum = {{maximum}}
    }

    rule {
      metric_trigger {
        metric_name        = "CpuPercentage"
        metric_resource_id = azurerm_service_plan.{{label}}.id
        time_grain         = "PT1M"
        statistic          = "Average"
        time_window        = "PT5M"
        time_aggregation   = "Average"
        operator           = "GreaterThan"
        threshold          = 70
      }

      scale_action {
        direction = "Increase"
        type      = "ChangeCount"
        value     = "1"
        cooldown  = "PT5M"
      }
    }

    rule {
      metric_trigger {
        metric_name        = "CpuPercentage"
        metric_resource_id = azurerm_service_plan.{{label}}.id
        time_grain         = "PT1M"
        statistic          = "Average"
        time_window        = "PT10M"
        time_aggregation   = "Average"
        operator           = "LessThan"
        threshold          = 30
      }

      scale_action {
        direction = "Decrease"
        type      = "ChangeCount"
        value     = "1"
        cooldown  = "PT10M"
      }
    }
  }
}
{{/autoscaling}}
