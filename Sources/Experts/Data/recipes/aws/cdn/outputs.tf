output "{{label}}_url" {
  description = "Where the distribution answers."
  value       = "https://${aws_cloudfront_distribution.{{label}}.domain_name}"
}
