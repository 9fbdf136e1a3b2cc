{{^https}}
variable "{{label}}_certificate_arn" {
  description = "Certificate in us-east-1 for the site's own name; without one CloudFront's name and certificate serve."
  type        = string
  default     = null
}
{{/https}}
