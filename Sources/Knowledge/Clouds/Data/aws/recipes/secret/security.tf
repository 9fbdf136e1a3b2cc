resource "aws_secretsmanager_secret" "{{label}}" {
  name                    = {{full_name}}
  description             = "Secret {{name}} of ${var.name}"
  recovery_window_in_days = {{recovery_days}}
  {{#is.encryption.customer}}
  kms_key_id              = {{key.arn}}
  {{/is.encryption.customer}}
}
