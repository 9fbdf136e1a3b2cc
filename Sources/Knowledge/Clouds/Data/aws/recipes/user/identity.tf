resource "aws_iam_user" "{{label}}" {
  name = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
}
