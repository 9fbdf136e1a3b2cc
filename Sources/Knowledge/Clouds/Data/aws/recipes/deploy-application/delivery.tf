resource "aws_codedeploy_app" "{{label}}" {
  name             = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
  compute_platform = "{{platform}}"
}
