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
