resource "aws_iam_openid_connect_provider" "{{label}}" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_policy_document" "{{label}}_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.{{label}}.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }

    condition {
      test     = "StringLike"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:{{#has.repository}}{{repository}}{{/has.repository}}{{^has.repository}}${var.{{label}}_repository}{{/has.repository}}:{{#has.branch}}ref:refs/heads/{{branch}}{{/has.branch}}{{^has.branch}}*{{/has.branch}}"]
    }
  }
}

resource "aws_iam_role" "{{label}}" {
  name                 = {{full_name}}
  assume_role_policy   = data.aws_iam_policy_document.{{label}}_trust.json
  max_session_duration = 3600
}
{{#has.grants}}

data "aws_iam_policy_document" "{{label}}" {
  {{#grants}}
  statement {
    actions   = ["{{action}}"]
    resources = ["{{before}}{{#scoped}}${ {{account.id}} }{{/scoped}}{{after}}"]
  }
  {{/grants}}
}

resource "aws_iam_role_policy" "{{label}}" {
  name   = "work"
  role   = aws_iam_role.{{label}}.id
  policy = data.aws_iam_policy_document.{{label}}.json
}
{{/has.grants}}
