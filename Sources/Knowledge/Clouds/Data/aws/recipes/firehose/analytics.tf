data "aws_iam_policy_document" "{{label}}_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["firehose.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "{{label}}" {
  name_prefix        = "${var.name}-{{slug}}-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_trust.json
}

data "aws_iam_policy_document" "{{label}}" {
  statement {
    actions   = ["s3:AbortMultipartUpload", "s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:PutObject"]
    resources = [{{target.arn}}, "${{{target.arn}}}/*"]
  }
}

resource "aws_iam_role_policy" "{{label}}" {
  name   = "work"
  role   = aws_iam_role.{{label}}.id
  policy = data.aws_iam_policy_document.{{label}}.json
}

resource "aws_kinesis_firehose_delivery_stream" "{{label}}" {
  name        = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn            = aws_iam_role.{{label}}.arn
    bucket_arn          = {{target.arn}}
    buffering_size      = 64
    buffering_interval  = 300
    compression_format  = "GZIP"
    prefix              = "data/!{timestamp:yyyy/MM/dd}/"
    error_output_prefix = "errors/!{firehose:error-output-type}/"
  }

  server_side_encryption {
    enabled = true
  }
}
