variable "{{label}}_image" {
  description = "Container image of the batch jobs {{name}}."
  type        = string
  default     = "{{image}}"
}
