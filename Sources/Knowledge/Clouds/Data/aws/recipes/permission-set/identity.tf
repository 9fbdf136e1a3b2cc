data "aws_ssoadmin_instances" "{{label}}" {}

resource "aws_ssoadmin_permission_set" "{{label}}" {
  name             = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
  description      = "{{title}}"
  instance_arn     = tolist(data.aws_ssoadmin_instances.{{label}}.arns)[0]
  session_duration = "PT4H"
}

resource "aws_ssoadmin_managed_policy_attachment" "{{label}}" {
  instance_arn       = aws_ssoadmin_permission_set.{{label}}.instance_arn
  permission_set_arn = aws_ssoadmin_permission_set.{{label}}.arn
  managed_policy_arn = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"
}
