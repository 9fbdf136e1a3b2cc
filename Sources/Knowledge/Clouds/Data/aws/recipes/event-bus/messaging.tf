resource "aws_cloudwatch_event_bus" "{{label}}" {
  name = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
}
{{#has.archive_days}}

resource "aws_cloudwatch_event_archive" "{{label}}" {
  name             = "${var.name}-{{slug}}"
  event_source_arn = aws_cloudwatch_event_bus.{{label}}.arn
  retention_days   = {{archive_days}}
}
{{/has.archive_days}}

resource "aws_cloudwatch_event_rule" "{{label}}" {
  name           = "${var.name}-{{slug}}"
  event_bus_name = aws_cloudwatch_event_bus.{{label}}.name

  event_pattern = jsonencode({
    {{#has.event_type}}
    detail-type = ["{{event_type}}"]
    {{/has.event_type}}
    {{^has.event_type}}
    account = [data.aws_caller_identity.{{account.label}}.account_id]
    {{/has.event_type}}
  })
}
{{#outgoing.bus_queue}}

resource "aws_cloudwatch_event_target" "{{self.label}}_{{label}}" {
  rule           = aws_cloudwatch_event_rule.{{self.label}}.name
  event_bus_name = aws_cloudwatch_event_bus.{{self.label}}.name
  arn            = {{arn}}
  {{#fifo}}

  sqs_target {
    message_group_id = "{{self.slug}}"
  }
  {{/fifo}}
}
{{/outgoing.bus_queue}}
{{#outgoing.bus_function}}

resource "aws_cloudwatch_event_target" "{{self.label}}_{{label}}" {
  rule           = aws_cloudwatch_event_rule.{{self.label}}.name
  event_bus_name = aws_cloudwatch_event_bus.{{self.label}}.name
  arn            = {{arn}}
}

resource "aws_lambda_permission" "{{label}}_from_{{self.label}}" {
  statement_id  = "AllowFromEvents"
  action        = "lambda:InvokeFunction"
  function_name = {{function_name}}
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.{{self.label}}.arn
}
{{/outgoing.bus_function}}
