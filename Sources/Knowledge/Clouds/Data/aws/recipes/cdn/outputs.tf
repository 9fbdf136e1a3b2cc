output "{{label}}_url" {
  description = "Where the distribution answers."
  value       = "https://{{#https}}{{domain}}{{/https}}{{^https}}${aws_cloudfront_distribution.{{label}}.domain_name}{{/https}}"
}
