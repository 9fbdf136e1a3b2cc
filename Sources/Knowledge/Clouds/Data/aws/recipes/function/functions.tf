resource "aws_s3_object" "{{label}}" {
  bucket         = {{code.id}}
  key            = "{{slug}}.zip"
  content_base64 = local.placeholder_program

  lifecycle {
    ignore_changes = [content_base64]
  }
}

data "aws_iam_policy_document" "{{label}}_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "{{label}}" {
  statement {
    sid       = "WriteLogs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.{{label}}.arn}:*"]
  }
  {{#vpc}}

  statement {
    sid       = "NetworkInterfaces"
    actions   = ["ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DeleteNetworkInterface", "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses"]
    resources = ["*"]
  }
  {{/vpc}}
  {{#tracing}}

  statement {
    sid       = "Traces"
    actions   = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"]
    resources = ["*"]
  }
  {{/tracing}}
  {{#outgoing.function_table}}

  statement {
    actions   = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:Query", "dynamodb:BatchGetItem", "dynamodb:BatchWriteItem"]
    resources = [{{arn}}, "${ {{arn}} }/index/*"]
  }
  {{/outgoing.function_table}}
  {{#outgoing.function_bucket}}

  statement {
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${ {{arn}} }/*"]
  }
  {{/outgoing.function_bucket}}
  {{#incoming.queue_function}}

  statement {
    actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
    resources = [{{arn}}]
  }
  {{/incoming.queue_function}}
  {{#incoming.stream_function}}

  statement {
    actions   = ["kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"]
    resources = [{{arn}}]
  }
  {{/incoming.stream_function}}
  {{#incoming.table_function}}

  statement {
    actions   = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"]
    resources = ["${ {{arn}} }/stream/*"]
  }
  {{/incoming.table_function}}
  {{#outgoing.function_secret}}

  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [{{arn}}]
  }
  {{/outgoing.function_secret}}
}

resource "aws_iam_role" "{{label}}" {
  name_prefix        = "${var.name}-{{slug}}-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_trust.json
}

resource "aws_iam_role_policy" "{{label}}" {
  name   = "run"
  role   = aws_iam_role.{{label}}.id
  policy = data.aws_iam_policy_document.{{label}}.json
}

resource "aws_cloudwatch_log_group" "{{label}}" {
  {{#named}}
  name              = "/aws/lambda/{{name}}"
  {{/named}}
  {{^named}}
  name              = "/aws/lambda/${var.name}-{{slug}}"
  {{/named}}
  retention_in_days = {{log_days}}
}
{{#vpc}}

resource "aws_security_group" "{{label}}" {
  name_prefix = "${var.name}-{{slug}}-"
  description = "Function {{name}}"
  vpc_id      = {{network.vpc_id}}

  tags = {
    Name = {{full_name}}
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "{{label}}_https" {
  security_group_id = aws_security_group.{{label}}.id
  description       = "HTTPS to AWS services"
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}
{{/vpc}}

resource "aws_lambda_function" "{{label}}" {
  function_name = {{full_name}}
  role          = aws_iam_role.{{label}}.arn
  runtime       = "{{runtime}}"
  handler       = "index.handler"
  architectures = ["arm64"]
  memory_size   = {{memory}}
  timeout       = {{timeout}}
  s3_bucket     = aws_s3_object.{{label}}.bucket
  s3_key        = aws_s3_object.{{label}}.key

  {{#tracing}}
  tracing_config {
    mode = "Active"
  }
  {{/tracing}}

  {{#vpc}}
  vpc_config {
    subnet_ids         = {{network.private_subnet_ids}}
    security_group_ids = [aws_security_group.{{label}}.id]
  }
  {{/vpc}}

  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.{{label}}.name
  }

  depends_on = [aws_iam_role_policy.{{label}}]
}
