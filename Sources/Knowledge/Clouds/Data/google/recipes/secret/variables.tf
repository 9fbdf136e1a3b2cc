variable "{{label}}_value" {
  description = "What the secret {{name}} holds."
  type        = string
  sensitive   = true
}
