output "vpc_id" {
  description = "The network."
  value       = aws_vpc.{{label}}.id
}
