resource "azurerm_eventhub_namespace" "{{label}}" {
  name                         = "${var.name}-{{slug}}"
  resource_group_name          = {{group.group_name}}
  location                     = {{group.location}}
  sku                          = "Standard"
  capacity                     = 1
  auto_inflate_enabled         = {{autoscaling}}
  {{#autoscaling}}
  maximum_throughput_units     = 10
  {{/autoscaling}}
  minimum_tls_version          = "{{tls}}"
  local_authentication_enabled = false
  tags                         = local.tags
}

resource "azurerm_eventhub" "{{label}}" {
  name              = "{{name}}"
  namespace_id      = azurerm_eventhub_namespace.{{label}}.id
  partition_count   = {{partitions}}
  message_retention = {{keep_days}}
}
