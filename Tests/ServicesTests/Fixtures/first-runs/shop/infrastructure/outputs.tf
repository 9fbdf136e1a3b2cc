output "vpc_id" {
  description = "The network."
  value       = aws_vpc.main.id
}

output "web_url" {
  description = "Where the load balancer answers."
  value       = "http://${aws_lb.web.dns_name}"
}

output "database_endpoint" {
  description = "Address of the database, inside the network."
  value       = aws_db_instance.database.address
}

output "database_secret_arn" {
  description = "Secret that holds the password, kept and rotated by AWS."
  value       = aws_db_instance.database.master_user_secret[0].secret_arn
}
