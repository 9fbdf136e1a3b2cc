variable "{{label}}_addresses" {
  description = "Addresses that the record {{name}} points to."
  type        = list(string)
  default     = ["{{target}}"]
}
