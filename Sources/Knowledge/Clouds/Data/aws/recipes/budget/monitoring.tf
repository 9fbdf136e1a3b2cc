resource "aws_budgets_budget" "{{label}}" {
  name         = {{full_name}}
  budget_type  = "COST"
  limit_amount = var.{{label}}_limit
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  notification {
    comparison_operator       = "GREATER_THAN"
    threshold                 = 80
    threshold_type            = "PERCENTAGE"
    notification_type         = "FORECASTED"
    subscriber_sns_topic_arns = [{{target.arn}}]
  }
}
