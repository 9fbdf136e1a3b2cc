data "aws_iam_policy_document" "{{label}}_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["appsync.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "{{label}}" {
  name_prefix        = "${var.name}-{{slug}}-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_trust.json
}

resource "aws_iam_role_policy_attachment" "{{label}}" {
  role       = aws_iam_role.{{label}}.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSAppSyncPushToCloudWatchLogs"
}

resource "aws_appsync_graphql_api" "{{label}}" {
  name                = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
  authentication_type = "AWS_IAM"
  xray_enabled        = true

  log_config {
    cloudwatch_logs_role_arn = aws_iam_role.{{label}}.arn
    field_log_level          = "ERROR"
  }
}
