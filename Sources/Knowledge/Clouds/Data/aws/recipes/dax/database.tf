data "aws_iam_policy_document" "{{label}}_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["dax.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "{{label}}" {
  name_prefix        = "${var.name}-{{slug}}-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_trust.json
}

data "aws_iam_policy_document" "{{label}}" {
  statement {
    actions   = ["dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:UpdateItem"]
    resources = [{{source.arn}}]
  }
}

resource "aws_iam_role_policy" "{{label}}" {
  name   = "work"
  role   = aws_iam_role.{{label}}.id
  policy = data.aws_iam_policy_document.{{label}}.json
}

resource "aws_security_group" "{{label}}" {
  name_prefix = "${var.name}-{{slug}}-"
  description = "Cache {{name}}"
  vpc_id      = {{network.vpc_id}}

  tags = {
    Name = {{full_name}}
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_dax_subnet_group" "{{label}}" {
  name       = "${var.name}-{{slug}}"
  subnet_ids = {{network.private_subnet_ids}}
}

resource "aws_dax_cluster" "{{label}}" {
  cluster_name                     = {{#named}}"{{slug}}"{{/named}}{{^named}}trimsuffix(substr("${var.name}-{{slug}}", 0, 20), "-"){{/named}}
  iam_role_arn                     = aws_iam_role.{{label}}.arn
  node_type                        = "dax.t3.small"
  replication_factor               = {{nodes}}
  cluster_endpoint_encryption_type = "TLS"
  subnet_group_name                = aws_dax_subnet_group.{{label}}.name
  security_group_ids               = [aws_security_group.{{label}}.id]

  server_side_encryption {
    enabled = true
  }
}
