resource "azurerm_consumption_budget_resource_group" "{{label}}" {
  name              = {{full_name}}
  resource_group_id = {{group.id}}
  amount            = {{limit}}
  time_grain        = "Monthly"

  time_period {
    start_date = var.{{label}}_start
  }

  notification {
    operator       = "GreaterThan"
    threshold      = 80
    threshold_type = "Actual"
    contact_groups = [{{target.id}}]
  }

  notification {
    operator       = "GreaterThan"
    threshold      = 100
    threshold_type = "Forecasted"
    contact_groups = [{{target.id}}]
  }
}
