output "{{label}}_endpoint" {
  description = "Interface of the Kubernetes cluster."
  value       = aws_eks_cluster.{{label}}.endpoint
}
