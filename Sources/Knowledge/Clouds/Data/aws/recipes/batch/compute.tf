data "aws_iam_policy_document" "{{label}}_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["batch.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "{{label}}" {
  name_prefix        = "${var.name}-{{slug}}-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_trust.json
}

resource "aws_iam_role_policy_attachment" "{{label}}" {
  role       = aws_iam_role.{{label}}.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSBatchServiceRole"
}

resource "aws_security_group" "{{label}}" {
  name_prefix = "${var.name}-{{slug}}-"
  description = "Batch {{name}}"
  vpc_id      = {{network.vpc_id}}

  tags = {
    Name = {{full_name}}
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_batch_compute_environment" "{{label}}" {
  compute_environment_name = "${var.name}-{{slug}}"
  service_role             = aws_iam_role.{{label}}.arn
  type                     = "MANAGED"

  compute_resources {
    type               = "FARGATE"
    max_vcpus          = 16
    subnets            = {{network.private_subnet_ids}}
    security_group_ids = [aws_security_group.{{label}}.id]
  }
}

resource "aws_batch_job_queue" "{{label}}" {
  name     = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
  state    = "ENABLED"
  priority = 1

  compute_environment_order {
    order               = 1
    compute_environment = aws_batch_compute_environment.{{label}}.arn
  }
}

data "aws_iam_policy_document" "{{label}}_start_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "{{label}}_start" {
  name_prefix        = "${var.name}-{{slug}}-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_start_trust.json
}

resource "aws_iam_role_policy_attachment" "{{label}}_start" {
  role       = aws_iam_role.{{label}}_start.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}

resource "aws_vpc_security_group_egress_rule" "{{label}}_https" {
  security_group_id = aws_security_group.{{label}}.id
  description       = "Images, logs and AWS services"
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}

resource "aws_batch_job_definition" "{{label}}" {
  name                  = "${var.name}-{{slug}}"
  type                  = "container"
  platform_capabilities = ["FARGATE"]

  container_properties = jsonencode({
    image            = var.{{label}}_image
    executionRoleArn = aws_iam_role.{{label}}_start.arn

    resourceRequirements = [
      { type = "VCPU", value = tostring({{cpu}} / 1024) },
      { type = "MEMORY", value = tostring({{memory}}) },
    ]
  })
}
