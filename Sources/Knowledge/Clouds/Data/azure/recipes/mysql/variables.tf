variable "{{label}}_admin_password" {
  description = "Password of the administrator of the database {{name}}."
  type        = string
  sensitive   = true

  validation {
    condition     = length(var.{{label}}_admin_password) >= 16
    error_message = "The password needs at least 16 characters."
  }
}
