{{^https}}
variable "{{label}}_certificate_arn" {
  description = "Certificate for HTTPS on the load balancer; without one it answers over HTTP only."
  type        = string
  default     = null
}
{{/https}}
