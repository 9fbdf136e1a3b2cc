output "{{label}}_table" {
  description = "Name of the table."
  value       = aws_dynamodb_table.{{label}}.name
}
