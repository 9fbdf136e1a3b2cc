{{^has.email}}
variable "alert_address" {
  description = "E-mail address that is told of alerts."
  type        = string
}
{{/has.email}}
