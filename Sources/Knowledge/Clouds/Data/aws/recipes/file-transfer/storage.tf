data "aws_iam_policy_document" "{{label}}_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["transfer.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "{{label}}" {
  name_prefix        = "${var.name}-{{slug}}-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_trust.json
}

data "aws_iam_policy_document" "{{label}}" {
  statement {
    actions   = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]
    resources = ["arn:aws:logs:*:*:log-group:/aws/transfer/*"]
  }
}

resource "aws_iam_role_policy" "{{label}}" {
  name   = "work"
  role   = aws_iam_role.{{label}}.id
  policy = data.aws_iam_policy_document.{{label}}.json
}

resource "aws_transfer_server" "{{label}}" {
  protocols              = ["SFTP"]
  endpoint_type          = "PUBLIC"
  identity_provider_type = "SERVICE_MANAGED"
  logging_role           = aws_iam_role.{{label}}.arn
  security_policy_name   = "TransferSecurityPolicy-2024-01"

  tags = {
    Name = {{full_name}}
  }
}
