data "aws_iam_policy_document" "{{label}}_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["config.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "{{label}}" {
  name_prefix        = "${var.name}-{{slug}}-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_trust.json
}

data "aws_iam_policy_document" "{{label}}" {
  statement {
    actions   = ["s3:PutObject"]
    resources = ["${{{target.arn}}}/AWSLogs/*"]
  }

  statement {
    actions   = ["s3:GetBucketAcl", "s3:ListBucket"]
    resources = [{{target.arn}}]
  }
}

resource "aws_iam_role_policy" "{{label}}" {
  name   = "work"
  role   = aws_iam_role.{{label}}.id
  policy = data.aws_iam_policy_document.{{label}}.json
}

resource "aws_iam_role_policy_attachment" "{{label}}" {
  role       = aws_iam_role.{{label}}.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWS_ConfigRole"
}

resource "aws_config_configuration_recorder" "{{label}}" {
  name     = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
  role_arn = aws_iam_role.{{label}}.arn

  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
}

resource "aws_config_delivery_channel" "{{label}}" {
  name           = "${var.name}-{{slug}}"
  s3_bucket_name = {{target.id}}

  depends_on = [aws_config_configuration_recorder.{{label}}]
}

resource "aws_config_configuration_recorder_status" "{{label}}" {
  name       = aws_config_configuration_recorder.{{label}}.name
  is_enabled = true

  depends_on = [aws_config_delivery_channel.{{label}}]
}
