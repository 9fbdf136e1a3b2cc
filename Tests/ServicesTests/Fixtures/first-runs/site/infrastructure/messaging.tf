resource "aws_sqs_queue" "jobs" {
  name                       = "${var.name}-jobs"
  visibility_timeout_seconds = 180
  message_retention_seconds  = 4 * 86400
  receive_wait_time_seconds  = 20
  sqs_managed_sse_enabled    = true

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.jobs_failed.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "jobs_failed" {
  name                      = "${var.name}-jobs-failed"
  message_retention_seconds = 14 * 86400
  sqs_managed_sse_enabled   = true
}
