variable "{{label}}_admin_name" {
  description = "Group or person of Entra ID that administers the SQL server {{name}}."
  type        = string
}

variable "{{label}}_admin_object_id" {
  description = "Object id of that group or person."
  type        = string
}
