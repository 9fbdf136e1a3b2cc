locals {
  {{label}}_steps = [{{#outgoing.state_machine_step}}{{arn}}, {{/outgoing.state_machine_step}}]
  {{label}}_retry = [{
    ErrorEquals     = ["States.TaskFailed"]
    IntervalSeconds = 5
    MaxAttempts     = 3
    BackoffRate     = 2
  }]
}

data "aws_iam_policy_document" "{{label}}_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["states.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "{{label}}" {
  statement {
    actions   = ["lambda:InvokeFunction"]
    resources = local.{{label}}_steps
  }

  statement {
    sid       = "DeliverLogs"
    actions   = ["logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups"]
    resources = ["*"]
  }
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
  name              = "/aws/vendedlogs/states/${var.name}-{{slug}}"
  retention_in_days = {{log_days}}
}

resource "aws_sfn_state_machine" "{{label}}" {
  name     = {{full_name}}
  role_arn = aws_iam_role.{{label}}.arn

  definition = jsonencode({
    StartAt = "Step1"
    States = merge(
      {
        for number, step in slice(local.{{label}}_steps, 0, length(local.{{label}}_steps) - 1) : "Step${number + 1}" => {
          Type     = "Task"
          Resource = step
          Retry    = local.{{label}}_retry
          Next     = "Step${number + 2}"
        }
      },
      {
        "Step${length(local.{{label}}_steps)}" = {
          Type     = "Task"
          Resource = local.{{label}}_steps[length(local.{{label}}_steps) - 1]
          Retry    = local.{{label}}_retry
          End      = true
        }
      },
    )
  })

  logging_configuration {
    log_destination        = "${aws_cloudwatch_log_group.{{label}}.arn}:*"
    include_execution_data = false
    level                  = "ERROR"
  }

  depends_on = [aws_iam_role_policy.{{label}}]
}
