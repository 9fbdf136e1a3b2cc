output "{{label}}_bucket" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.{{label}}.id
}
