output "{{label}}_name_servers" {
  description = "Name servers to enter at the registrar."
  value       = aws_route53_zone.{{label}}.name_servers
}
