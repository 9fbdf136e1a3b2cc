data "aws_region" "{{label}}" {}

resource "aws_securityhub_account" "{{label}}" {}

resource "aws_securityhub_standards_subscription" "{{label}}" {
  standards_arn = "arn:aws:securityhub:${data.aws_region.{{label}}.name}::standards/aws-foundational-security-best-practices/v/1.0.0"

  depends_on = [aws_securityhub_account.{{label}}]
}
