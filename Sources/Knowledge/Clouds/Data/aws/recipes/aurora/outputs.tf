output "{{label}}_endpoint" {
  description = "Address for writing, inside the network."
  value       = aws_rds_cluster.{{label}}.endpoint
}

output "{{label}}_reader_endpoint" {
  description = "Address for reading, inside the network."
  value       = aws_rds_cluster.{{label}}.reader_endpoint
}
