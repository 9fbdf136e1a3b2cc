{{^has.email}}
variable "alert_addresses" {
  description = "E-mail addresses that are told of alerts."
  type        = list(string)
  default     = []
}
{{/has.email}}
