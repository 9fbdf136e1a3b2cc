output "{{label}}_endpoint" {
  description = "Address of the cache, inside the network."
  value       = aws_elasticache_replication_group.{{label}}.primary_endpoint_address
}
