{{#outgoing.alarm_subject}}
resource "aws_cloudwatch_metric_alarm" "{{self.label}}_{{label}}" {
  alarm_name          = "{{self.text_name}}-{{slug}}"
  alarm_description   = "{{metric_name}} of {{name}} {{#measures_count}}is not zero{{/measures_count}}{{^measures_count}}is too high{{/measures_count}}"
  namespace           = "{{metric_namespace}}"
  {{#measures_age}}
  metric_name         = {{#self.has.messages}}"ApproximateNumberOfMessagesVisible"{{/self.has.messages}}{{^self.has.messages}}"{{metric_name}}"{{/self.has.messages}}
  {{/measures_age}}
  {{^measures_age}}
  metric_name         = "{{metric_name}}"
  {{/measures_age}}
  {{#measures_count}}
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  {{/measures_count}}
  {{^measures_count}}
  statistic           = "{{#measures_age}}Maximum{{/measures_age}}{{^measures_age}}Average{{/measures_age}}"
  period              = 300
  evaluation_periods  = 3
  threshold           = {{#measures_age}}{{#self.has.messages}}{{self.messages}}{{/self.has.messages}}{{^self.has.messages}}{{self.age}}{{/self.has.messages}}{{/measures_age}}{{^measures_age}}{{self.threshold}}{{/measures_age}}
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "missing"
  {{/measures_count}}
  alarm_actions       = [{{target.arn}}]
  ok_actions          = [{{target.arn}}]

  dimensions = {
    {{metric_dimension}} = {{metric_value}}
  }
}
{{/outgoing.alarm_subject}}
{{^outgoing.alarm_subject}}
resource "aws_cloudwatch_metric_alarm" "{{label}}" {
  alarm_name          = {{full_name}}
  alarm_description   = "Estimated charges of the account are above the threshold"
  namespace           = "AWS/Billing"
  metric_name         = "EstimatedCharges"
  statistic           = "Maximum"
  period              = 21600
  evaluation_periods  = 1
  threshold           = {{threshold}}
  comparison_operator = "GreaterThanThreshold"
  alarm_actions       = [{{target.arn}}]

  dimensions = {
    Currency = "USD"
  }
}
{{/outgoing.alarm_subject}}
