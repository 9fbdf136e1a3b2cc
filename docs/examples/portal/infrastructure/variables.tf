variable "name" {
  description = "Short name that stands at the start of every resource's name."
  type        = string
  default     = "web-service"

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

variable "cluster_operators" {
  description = "Networks from which the cluster may be operated, as [\"203.0.113.0/24\"]; empty keeps it closed."
  type        = list(string)
  default     = []
}
