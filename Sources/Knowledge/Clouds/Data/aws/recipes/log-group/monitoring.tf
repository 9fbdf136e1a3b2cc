resource "aws_cloudwatch_log_group" "{{label}}" {
  {{#named}}
  name              = "{{name}}"
  {{/named}}
  {{^named}}
  name              = "/${var.name}/{{slug}}"
  {{/named}}
  retention_in_days = {{log_days}}
  {{#is.encryption.customer}}
  kms_key_id        = {{key.arn}}
  {{/is.encryption.customer}}
}
{{#incoming.alarm_subject}}

resource "aws_cloudwatch_log_metric_filter" "{{self.label}}_errors" {
  name           = "{{self.slug}}-errors"
  log_group_name = aws_cloudwatch_log_group.{{self.label}}.name
  pattern        = "?ERROR ?Error ?error"

  metric_transformation {
    namespace     = "${var.name}"
    name          = "{{self.slug}}-errors"
    value         = "1"
    default_value = "0"
  }
}
{{/incoming.alarm_subject}}
