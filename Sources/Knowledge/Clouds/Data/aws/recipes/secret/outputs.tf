output "{{label}}_secret_arn" {
  description = "The secret, to be filled once."
  value       = aws_secretsmanager_secret.{{label}}.arn
}
