resource "aws_codecommit_repository" "{{label}}" {
  repository_name = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
  description     = "{{title}}"
}
