resource "aws_kms_key" "{{label}}" {
  description             = "Encrypts the data of ${var.name}"
  deletion_window_in_days = {{deletion_days}}
  enable_key_rotation     = {{rotation}}
  policy                  = data.aws_iam_policy_document.{{label}}.json
}

resource "aws_kms_alias" "{{label}}" {
  name          = "alias/{{#named}}{{name}}{{/named}}{{^named}}${var.name}-{{slug}}{{/named}}"
  target_key_id = aws_kms_key.{{label}}.key_id
}

data "aws_iam_policy_document" "{{label}}" {
  statement {
    sid       = "AccountAdministersKey"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:${ {{account.partition}} }:iam::${ {{account.id}} }:root"]
    }
  }

  statement {
    sid       = "ServicesOfThisAccountUseKey"
    actions   = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey", "kms:CreateGrant"]
    resources = ["*"]

    principals {
      type = "Service"
      identifiers = [
        "budgets.amazonaws.com", "cloudwatch.amazonaws.com", "events.amazonaws.com", "logs.${var.region}.amazonaws.com", "s3.amazonaws.com",
        "sns.amazonaws.com", "sqs.amazonaws.com",
      ]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [{{account.id}}]
    }
  }
}
