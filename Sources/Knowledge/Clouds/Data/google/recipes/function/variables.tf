variable "{{label}}_source_bucket" {
  description = "Bucket that holds the code of the function {{name}}."
  type        = string
}

variable "{{label}}_source_object" {
  description = "Archive with the code of the function {{name}}."
  type        = string
}
