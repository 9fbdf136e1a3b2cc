resource "azurerm_monitor_action_group" "{{label}}" {
  name                = {{full_name}}
  resource_group_name = {{group.group_name}}
  short_name          = "operators"
  tags                = local.tags
  {{#has.email}}

  email_receiver {
    name                    = "operators"
    email_address           = "{{email}}"
    use_common_alert_schema = true
  }
  {{/has.email}}
  {{^has.email}}

  dynamic "email_receiver" {
    for_each = var.alert_addresses

    content {
      name                    = email_receiver.value
      email_address           = email_receiver.value
      use_common_alert_schema = true
    }
  }
  {{/has.email}}
}
