data "aws_iam_policy_document" "{{label}}_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["kendra.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "{{label}}" {
  name_prefix        = "${var.name}-{{slug}}-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_trust.json
}

data "aws_iam_policy_document" "{{label}}" {
  statement {
    actions   = ["cloudwatch:PutMetricData", "logs:DescribeLogGroups"]
    resources = ["*"]
  }

  statement {
    actions   = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]
    resources = ["arn:aws:logs:*:*:log-group:/aws/kendra/*"]
  }
}

resource "aws_iam_role_policy" "{{label}}" {
  name   = "work"
  role   = aws_iam_role.{{label}}.id
  policy = data.aws_iam_policy_document.{{label}}.json
}

resource "aws_kendra_index" "{{label}}" {
  name     = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
  edition  = "{{edition}}"
  role_arn = aws_iam_role.{{label}}.arn
}
