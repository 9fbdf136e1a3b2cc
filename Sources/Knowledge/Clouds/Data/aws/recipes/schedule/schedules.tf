data "aws_iam_policy_document" "{{label}}_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "{{label}}" {
  statement {
    actions   = ["lambda:InvokeFunction"]
    resources = [{{task.arn}}]
  }
}

resource "aws_iam_role" "{{label}}" {
  name_prefix        = "${var.name}-{{slug}}-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_trust.json
}

resource "aws_iam_role_policy" "{{label}}" {
  name   = "invoke"
  role   = aws_iam_role.{{label}}.id
  policy = data.aws_iam_policy_document.{{label}}.json
}

resource "aws_scheduler_schedule" "{{label}}" {
  name                         = {{full_name}}
  schedule_expression          = "{{schedule.expression}}"
  schedule_expression_timezone = "UTC"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = {{task.arn}}
    role_arn = aws_iam_role.{{label}}.arn

    retry_policy {
      maximum_retry_attempts       = 3
      maximum_event_age_in_seconds = 3600
    }
  }
}
