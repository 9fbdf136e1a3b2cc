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

variable "region" {
  description = "AWS region that everything is created in."
  type        = string
  default     = "{{region}}"
}
{{#second_region}}

variable "second_region" {
  description = "AWS region of the replicas."
  type        = string
  default     = "{{second_region}}"
}
{{/second_region}}
