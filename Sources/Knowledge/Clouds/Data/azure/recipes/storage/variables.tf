{{^public}}
{{^website}}
variable "{{label}}_allowed_addresses" {
  description = "Public addresses or ranges that may reach the storage of {{name}} besides services of Azure."
  type        = list(string)
  default     = []
}
{{/website}}
{{/public}}
