data "aws_iam_policy_document" "{{label}}_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["{{service}}"]
    }
  }
}

resource "aws_iam_role" "{{label}}" {
  name               = {{full_name}}
  assume_role_policy = data.aws_iam_policy_document.{{label}}_trust.json
}

{{#has.grants}}
data "aws_iam_policy_document" "{{label}}" {
  {{#grants}}
  statement {
    actions   = ["{{action}}"]
    resources = ["{{before}}{{#scoped}}${ {{account.id}} }{{/scoped}}{{after}}"]
  }
  {{/grants}}
}

resource "aws_iam_policy" "{{label}}" {
  name   = {{full_name}}
  policy = data.aws_iam_policy_document.{{label}}.json
}

resource "aws_iam_role_policy_attachment" "{{label}}" {
  role       = aws_iam_role.{{label}}.name
  policy_arn = aws_iam_policy.{{label}}.arn
}
{{/has.grants}}
{{^narrow}}
data "aws_iam_policy_document" "{{label}}" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["arn:aws:logs:*:*:log-group:/${var.name}/*"]
  }
}

resource "aws_iam_policy" "{{label}}" {
  name   = {{full_name}}
  policy = data.aws_iam_policy_document.{{label}}.json
}

resource "aws_iam_role_policy_attachment" "{{label}}" {
  role       = aws_iam_role.{{label}}.name
  policy_arn = aws_iam_policy.{{label}}.arn
}
{{/narrow}}
