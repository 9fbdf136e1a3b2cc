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
