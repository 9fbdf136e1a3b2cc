variable "{{label}}_limit" {
  description = "US dollars a month above which a notice is sent."
  type        = number
  default     = {{limit}}
}
