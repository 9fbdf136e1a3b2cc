{{^has.repository}}
variable "{{label}}_repository" {
  description = "The repository that may take the role on, as \"owner/name\"."
  type        = string
}
{{/has.repository}}
