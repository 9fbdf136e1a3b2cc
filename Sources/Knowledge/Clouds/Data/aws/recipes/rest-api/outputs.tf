output "{{label}}_url" {
  description = "Where the API answers."
  value       = aws_api_gateway_stage.{{label}}.invoke_url
}
