variable "name" {
  description = "Short name that stands at the start of every resource's name."
  type        = string
  default     = "{{project}}"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,19}$", var.name))
    error_message = "The name has to be 1 to 20 lower-case letters, digits and hyphens and start with a letter."
  }
}

variable "environment" {
  description = "Environment, for tags."
  type        = string
  default     = "{{environment}}"
}

variable "location" {
  description = "Azure region that everything is created in."
  type        = string
  default     = "{{region}}"
}

locals {
  tags = {
    Project     = var.name
    Environment = var.environment
    ManagedBy   = "opentofu"
    {{#tags}}
    "{{key}}" = "{{value}}"
    {{/tags}}
  }
}
