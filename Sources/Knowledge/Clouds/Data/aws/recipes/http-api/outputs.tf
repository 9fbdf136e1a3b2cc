output "{{label}}_url" {
  description = "Where the API answers."
  value       = aws_apigatewayv2_stage.{{label}}.invoke_url
}
