output "{{label}}_url" {
  description = "Where the load balancer answers."
  value       = "http://${aws_lb.{{label}}.dns_name}"
}
