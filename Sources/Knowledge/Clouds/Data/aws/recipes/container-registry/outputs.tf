output "{{label}}_repository_url" {
  description = "Where images are pushed to."
  value       = aws_ecr_repository.{{label}}.repository_url
}
