variable "{{label}}_operators" {
  description = "Private ranges that may reach the interface of the cluster {{name}}, besides its own subnet."
  type        = list(string)
  default     = []
}
