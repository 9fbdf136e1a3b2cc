variable "{{label}}_image" {
  description = "Container image of {{name}}."
  type        = string
  default     = "{{image}}"
}
