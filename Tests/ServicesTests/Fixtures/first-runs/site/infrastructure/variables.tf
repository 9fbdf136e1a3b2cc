variable "name" {
  description = "Short name that stands at the start of every resource's name."
  type        = string
  default     = "s3-cdn"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,19}$", var.name))
    error_message = "The name has to be 1 to 20 lower-case letters, digits and hyphens and start with a letter."
  }
}

variable "environment" {
  description = "Environment, for tags."
  type        = string
  default     = "production"
}

variable "region" {
  description = "AWS region that everything is created in."
  type        = string
  default     = "us-east-1"
}

variable "docs_site_certificate_arn" {
  description = "Certificate in us-east-1 for the site's own name; without one CloudFront's name and certificate serve."
  type        = string
  default     = null
}
