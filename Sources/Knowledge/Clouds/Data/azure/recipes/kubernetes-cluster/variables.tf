{{^private_api}}
variable "{{label}}_operators" {
  description = "Public ranges that may reach the interface of the cluster {{name}}."
  type        = list(string)

  validation {
    condition     = length(var.{{label}}_operators) > 0
    error_message = "At least one range is needed; an empty list would let everybody in."
  }
}
{{/private_api}}
