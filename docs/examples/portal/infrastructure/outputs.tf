output "vpc_id" {
  description = "The network."
  value       = aws_vpc.main.id
}

output "database_endpoint" {
  description = "Address of the database, inside the network."
  value       = aws_db_instance.database.address
}

output "database_secret_arn" {
  description = "Secret that holds the password, kept and rotated by AWS."
  value       = aws_db_instance.database.master_user_secret[0].secret_arn
}

output "cluster_endpoint" {
  description = "Interface of the Kubernetes cluster."
  value       = aws_eks_cluster.cluster.endpoint
}
