variable "{{label}}_ssh_public_key" {
  description = "Public SSH key that may log in to {{name}}."
  type        = string

  validation {
    condition     = can(regex("^ssh-(rsa|ed25519) ", var.{{label}}_ssh_public_key))
    error_message = "A public key in the form of OpenSSH is needed: ssh-ed25519 or ssh-rsa."
  }
}
