resource "aws_db_parameter_group" "{{label}}" {
  {{#named}}
  name        = "{{name}}"
  {{/named}}
  {{^named}}
  name_prefix = "${var.name}-{{slug}}-"
  {{/named}}
  family      = "{{family}}"
  description = "Settings of {{title}}"

  lifecycle {
    create_before_destroy = true
  }
}
