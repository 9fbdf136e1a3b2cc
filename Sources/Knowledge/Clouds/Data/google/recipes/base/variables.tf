variable "project" {
  description = "Id of the Google Cloud project that everything is created in."
  type        = string
}

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
  description = "Environment, for labels."
  type        = string
  default     = "{{environment}}"
}

variable "region" {
  description = "Google Cloud region that everything is created in."
  type        = string
  default     = "{{region}}"
}
