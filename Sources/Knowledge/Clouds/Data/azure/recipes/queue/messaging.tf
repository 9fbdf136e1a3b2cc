resource "azurerm_servicebus_queue" "{{label}}" {
  name                                 = "{{name}}"
  namespace_id                         = {{messaging.id}}
  lock_duration                        = "PT{{lock_seconds}}S"
  max_delivery_count                   = {{deliveries}}
  default_message_ttl                  = "P{{keep_days}}D"
  dead_lettering_on_message_expiration = true
  requires_session                     = {{fifo}}
}
