data "aws_ssm_parameter" "image" {
  for_each = toset(["arm64", "x86_64"])

  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${each.value}"
}

locals {
  app_architecture = length(regexall("^[a-z]+[0-9]+g", "t4g.small")) > 0 ? "arm64" : "x86_64"
}

resource "aws_security_group" "app" {
  name_prefix = "${var.name}-app-"
  description = "Servers app"
  vpc_id      = aws_vpc.main.id

  tags = {
    Name = "${var.name}-app"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "app_https" {
  security_group_id = aws_security_group.app.id
  description       = "HTTPS to AWS services and package repositories"
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}

data "aws_iam_policy_document" "app_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "app" {
  name_prefix        = "${var.name}-app-"
  assume_role_policy = data.aws_iam_policy_document.app_trust.json
}

data "aws_iam_policy_document" "app_sessions" {
  statement {
    sid       = "SessionManagerInsteadOfSSH"
    resources = ["*"]

    actions = [
      "ssm:UpdateInstanceInformation",
      "ssmmessages:CreateControlChannel",
      "ssmmessages:CreateDataChannel",
      "ssmmessages:OpenControlChannel",
      "ssmmessages:OpenDataChannel",
    ]
  }
}

resource "aws_iam_role_policy" "app_sessions" {
  name   = "sessions"
  role   = aws_iam_role.app.id
  policy = data.aws_iam_policy_document.app_sessions.json
}

resource "aws_iam_instance_profile" "app" {
  name_prefix = "${var.name}-app-"
  role        = aws_iam_role.app.name
}

resource "aws_instance" "app" {
  count = 2

  ami                         = data.aws_ssm_parameter.image[local.app_architecture].insecure_value
  instance_type               = "t4g.small"
  subnet_id                   = element(aws_subnet.main_private[*].id, count.index)
  associate_public_ip_address = false
  vpc_security_group_ids      = [aws_security_group.app.id]
  iam_instance_profile        = aws_iam_instance_profile.app.name
  monitoring                  = false
  ebs_optimized               = true

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  root_block_device {
    volume_type = "gp3"
    volume_size = 20
    encrypted   = true
  }

  tags = {
    Name = "${var.name}-app-${count.index + 1}"
  }

  lifecycle {
    ignore_changes = [ami]
  }
}
