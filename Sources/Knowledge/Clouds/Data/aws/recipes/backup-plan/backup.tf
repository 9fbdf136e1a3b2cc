resource "aws_backup_vault" "{{label}}" {
  name        = {{full_name}}
  kms_key_arn = {{#is.encryption.customer}}{{key.arn}}{{/is.encryption.customer}}{{#is.encryption.aws}}null{{/is.encryption.aws}}
}

resource "aws_backup_plan" "{{label}}" {
  name = {{full_name}}

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.{{label}}.name
    schedule          = "cron(0 4 * * ? *)"

    lifecycle {
      delete_after = {{keep_days}}
    }
  }
}

data "aws_iam_policy_document" "{{label}}_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["backup.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "{{label}}" {
  name_prefix        = "${var.name}-backup-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_trust.json
}

resource "aws_iam_role_policy_attachment" "{{label}}" {
  role       = aws_iam_role.{{label}}.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup"
}

resource "aws_backup_selection" "{{label}}" {
  name         = {{full_name}}
  plan_id      = aws_backup_plan.{{label}}.id
  iam_role_arn = aws_iam_role.{{label}}.arn

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "Project"
    value = var.name
  }
}
