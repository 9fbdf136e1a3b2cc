resource "aws_sns_topic" "{{label}}" {
  name              = {{full_name}}
  {{#is.encryption.customer}}
  kms_master_key_id = {{key.id}}
  {{/is.encryption.customer}}
  {{#is.encryption.aws}}
  kms_master_key_id = "alias/aws/sns"
  {{/is.encryption.aws}}
}

data "aws_iam_policy_document" "{{label}}_topic" {
  statement {
    sid       = "ServicesOfThisAccountPublish"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.{{label}}.arn]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com", "events.amazonaws.com", "s3.amazonaws.com", "budgets.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [{{account.id}}]
    }
  }
}

resource "aws_sns_topic_policy" "{{label}}" {
  arn    = aws_sns_topic.{{label}}.arn
  policy = data.aws_iam_policy_document.{{label}}_topic.json
}
{{#has.email}}

resource "aws_sns_topic_subscription" "{{label}}_email" {
  topic_arn = aws_sns_topic.{{label}}.arn
  protocol  = "email"
  endpoint  = "{{email}}"
}
{{/has.email}}
{{^has.email}}

resource "aws_sns_topic_subscription" "{{label}}_email" {
  count = var.{{label}}_email == null ? 0 : 1

  topic_arn = aws_sns_topic.{{label}}.arn
  protocol  = "email"
  endpoint  = var.{{label}}_email
}
{{/has.email}}
