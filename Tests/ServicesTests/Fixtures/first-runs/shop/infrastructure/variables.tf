variable "name" {
  description = "Short name that stands at the start of every resource's name."
  type        = string
  default     = "web-application"

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
  default     = "eu-west-1"
}

variable "web_certificate_arn" {
  description = "Certificate for HTTPS on the load balancer; without one it answers over HTTP only."
  type        = string
  default     = null
}
