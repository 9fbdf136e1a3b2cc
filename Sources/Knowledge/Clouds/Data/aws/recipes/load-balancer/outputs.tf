output "{{label}}_url" {
  description = "Where the load balancer answers."
  value       = {{#https}}"https://{{domain}}"{{/https}}{{^https}}"http://${aws_lb.{{label}}.dns_name}"{{/https}}
}
