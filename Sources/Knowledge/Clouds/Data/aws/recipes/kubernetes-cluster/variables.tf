{{^private_api}}
variable "{{label}}_operators" {
  description = "Networks from which the cluster may be operated, as [\"203.0.113.0/24\"]; empty keeps it closed."
  type        = list(string)
  default     = [{{#has.api_from}}"{{api_from}}"{{/has.api_from}}]
}
{{/private_api}}
