resource "azurerm_servicebus_topic" "{{label}}" {
  name                = "{{name}}"
  namespace_id        = {{messaging.id}}
  default_message_ttl = "P14D"
}

resource "azurerm_servicebus_subscription" "{{label}}" {
  count = {{subscriptions}}

  name                                 = "subscriber-${count.index + 1}"
  topic_id                             = azurerm_servicebus_topic.{{label}}.id
  max_delivery_count                   = 10
  dead_lettering_on_message_expiration = true
}
