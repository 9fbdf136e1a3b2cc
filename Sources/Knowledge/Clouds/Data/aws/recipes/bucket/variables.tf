{{#cors}}
variable "{{label}}_allowed_origins" {
  description = "Web origins that browsers may read the bucket from."
  type        = list(string)
  default     = []
}
{{/cors}}
