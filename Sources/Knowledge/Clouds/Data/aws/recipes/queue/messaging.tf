resource "aws_sqs_queue" "{{label}}" {
  {{#fifo}}
  name                        = "${trimsuffix({{full_name}}, ".fifo")}.fifo"
  fifo_queue                  = true
  content_based_deduplication = true
  {{/fifo}}
  {{^fifo}}
  name                       = {{full_name}}
  {{/fifo}}
  visibility_timeout_seconds = {{visibility}}
  message_retention_seconds  = {{retention_days}} * 86400
  receive_wait_time_seconds  = 20
  {{#is.encryption.customer}}
  kms_master_key_id          = {{key.id}}
  {{/is.encryption.customer}}
  {{#is.encryption.aws}}
  sqs_managed_sse_enabled    = true
  {{/is.encryption.aws}}
  {{#dead_letter}}

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.{{label}}_failed.arn
    maxReceiveCount     = {{receive_count}}
  })
  {{/dead_letter}}
}
{{#dead_letter}}

resource "aws_sqs_queue" "{{label}}_failed" {
  {{#fifo}}
  name                      = "${trimsuffix({{full_name}}, ".fifo")}-failed.fifo"
  fifo_queue                = true
  {{/fifo}}
  {{^fifo}}
  name                      = "{{text_name}}-failed"
  {{/fifo}}
  message_retention_seconds = 14 * 86400
  {{#is.encryption.customer}}
  kms_master_key_id         = {{key.id}}
  {{/is.encryption.customer}}
  {{#is.encryption.aws}}
  sqs_managed_sse_enabled   = true
  {{/is.encryption.aws}}
}
{{/dead_letter}}
{{#receives}}

data "aws_iam_policy_document" "{{label}}_senders" {
  {{#incoming.topic_queue}}
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.{{self.label}}.arn]

    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [{{arn}}]
    }
  }
  {{/incoming.topic_queue}}
  {{#incoming.bus_queue}}
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.{{self.label}}.arn]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [{{rule_arn}}]
    }
  }
  {{/incoming.bus_queue}}
  {{#incoming.bucket_queue}}
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.{{self.label}}.arn]

    principals {
      type        = "Service"
      identifiers = ["s3.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [{{arn}}]
    }
  }
  {{/incoming.bucket_queue}}
}

resource "aws_sqs_queue_policy" "{{label}}" {
  queue_url = aws_sqs_queue.{{label}}.id
  policy    = data.aws_iam_policy_document.{{label}}_senders.json
}
{{/receives}}
