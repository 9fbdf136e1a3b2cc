{{^has.email}}
variable "{{label}}_email" {
  description = "Address that receives the notices; it has to be confirmed once."
  type        = string
  default     = null
}
{{/has.email}}
