{{^outgoing.edge_web}}
{{^outgoing.edge_storage}}
variable "{{label}}_origin" {
  description = "Host name that Front Door fetches from."
  type        = string
}
{{/outgoing.edge_storage}}
{{/outgoing.edge_web}}
