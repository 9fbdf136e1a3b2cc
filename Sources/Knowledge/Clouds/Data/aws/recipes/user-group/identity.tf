resource "aws_iam_group" "{{label}}" {
  name = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
}

data "aws_iam_policy_document" "{{label}}" {
  statement {
    sid         = "NothingWithoutSecondFactor"
    effect      = "Deny"
    not_actions = ["iam:ChangePassword", "iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:GetUser", "iam:ListMFADevices", "iam:ResyncMFADevice", "sts:GetSessionToken"]
    resources   = ["*"]

    condition {
      test     = "BoolIfExists"
      variable = "aws:MultiFactorAuthPresent"
      values   = ["false"]
    }
  }
}

resource "aws_iam_group_policy" "{{label}}" {
  name   = "second-factor"
  group  = aws_iam_group.{{label}}.name
  policy = data.aws_iam_policy_document.{{label}}.json
}
{{#read_only}}

resource "aws_iam_group_policy_attachment" "{{label}}_read" {
  group      = aws_iam_group.{{label}}.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
{{/read_only}}
