{{^has.peer}}
variable "{{label}}_peer" {
  description = "Public address of the other side's gateway."
  type        = string
}
{{/has.peer}}
