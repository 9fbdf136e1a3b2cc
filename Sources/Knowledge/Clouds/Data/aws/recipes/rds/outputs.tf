output "{{label}}_endpoint" {
  description = "Address of the database, inside the network."
  value       = aws_db_instance.{{label}}.address
}

output "{{label}}_secret_arn" {
  description = "Secret that holds the password, kept and rotated by AWS."
  value       = aws_db_instance.{{label}}.master_user_secret[0].secret_arn
}
