resource "aws_placement_group" "{{label}}" {
  name     = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
  strategy = "{{strategy}}"
}
