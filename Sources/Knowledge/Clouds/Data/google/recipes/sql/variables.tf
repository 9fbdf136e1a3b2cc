variable "{{label}}_password" {
  description = "Password of the user of the database {{name}}."
  type        = string
  sensitive   = true

  validation {
    condition     = length(var.{{label}}_password) >= 16
    error_message = "The password needs at least 16 characters."
  }
}
