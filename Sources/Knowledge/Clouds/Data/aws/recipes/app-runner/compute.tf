data "aws_iam_policy_document" "{{label}}_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["build.apprunner.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "{{label}}" {
  name_prefix        = "${var.name}-{{slug}}-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_trust.json
}

resource "aws_iam_role_policy_attachment" "{{label}}" {
  role       = aws_iam_role.{{label}}.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSAppRunnerServicePolicyForECRAccess"
}

resource "aws_apprunner_service" "{{label}}" {
  service_name = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}

  source_configuration {
    auto_deployments_enabled = true

    authentication_configuration {
      access_role_arn = aws_iam_role.{{label}}.arn
    }

    image_repository {
      image_identifier      = "${{{registry.url}}}:latest"
      image_repository_type = "ECR"

      image_configuration {
        port = "8080"
      }
    }
  }
}
