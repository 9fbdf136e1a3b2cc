resource "aws_glacier_vault" "{{label}}" {
  name = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
}
