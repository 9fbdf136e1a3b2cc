resource "azurerm_monitor_metric_alert" "{{label}}" {
  name                = {{full_name}}
  resource_group_name = {{group.group_name}}
  description         = "Tells the operators that {{name}} is above {{threshold}}."
  {{#outgoing.alert_subject}}
  scopes              = {{metric_scope}}
  {{/outgoing.alert_subject}}
  {{^outgoing.alert_subject}}
  scopes              = [{{group.id}}]
  {{/outgoing.alert_subject}}
  severity            = 2
  frequency           = "PT1M"
  window_size         = "PT5M"
  {{#outgoing.alert_subject}}
  target_resource_type     = "{{metric_namespace}}"
  target_resource_location = var.location
  {{/outgoing.alert_subject}}
  {{^outgoing.alert_subject}}
  target_resource_type     = "Microsoft.Compute/virtualMachines"
  target_resource_location = var.location
  {{/outgoing.alert_subject}}
  tags                = local.tags

  criteria {
    {{#outgoing.alert_subject}}
    metric_namespace = "{{metric_namespace}}"
    metric_name      = "{{metric_name}}"
    {{/outgoing.alert_subject}}
    {{^outgoing.alert_subject}}
    metric_namespace = "Microsoft.Compute/virtualMachines"
    metric_name      = "Percentage CPU"
    {{/outgoing.alert_subject}}
    aggregation      = "Average"
    operator         = "GreaterThan"
    threshold        = {{threshold}}
  }

  action {
    action_group_id = {{target.id}}
  }
}
