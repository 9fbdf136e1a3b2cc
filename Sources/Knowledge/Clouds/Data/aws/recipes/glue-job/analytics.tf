data "aws_iam_policy_document" "{{label}}_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["glue.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "{{label}}" {
  name_prefix        = "${var.name}-{{slug}}-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_trust.json
}

data "aws_iam_policy_document" "{{label}}" {
  statement {
    actions   = ["s3:GetObject", "s3:PutObject", "s3:ListBucket"]
    resources = [{{code.arn}}, "${{{code.arn}}}/*"]
  }
}

resource "aws_iam_role_policy" "{{label}}" {
  name   = "work"
  role   = aws_iam_role.{{label}}.id
  policy = data.aws_iam_policy_document.{{label}}.json
}

resource "aws_iam_role_policy_attachment" "{{label}}" {
  role       = aws_iam_role.{{label}}.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole"
}

resource "aws_glue_job" "{{label}}" {
  name              = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
  role_arn          = aws_iam_role.{{label}}.arn
  glue_version      = "5.0"
  worker_type       = "G.1X"
  number_of_workers = 2
  timeout           = 120

  command {
    script_location = "s3://${{{code.id}}}/scripts/{{slug}}.py"
    python_version  = "3"
  }
}
