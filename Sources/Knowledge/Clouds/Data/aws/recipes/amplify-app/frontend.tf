resource "aws_amplify_app" "{{label}}" {
  name = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
}

resource "aws_amplify_branch" "{{label}}" {
  app_id      = aws_amplify_app.{{label}}.id
  branch_name = "main"
  stage       = "PRODUCTION"
}
