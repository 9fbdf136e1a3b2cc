locals {
  {{label}}_architecture = length(regexall("^[a-z]+[0-9]+g", "{{instance_type}}")) > 0 ? "arm64" : "x86_64"
}

resource "aws_security_group" "{{label}}" {
  name_prefix = "${var.name}-{{slug}}-"
  description = "Servers {{name}}"
  vpc_id      = {{network.vpc_id}}

  tags = {
    Name = {{full_name}}
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "{{label}}_https" {
  security_group_id = aws_security_group.{{label}}.id
  description       = "HTTPS to AWS services and package repositories"
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}
{{#has.ssh_from}}

resource "aws_vpc_security_group_ingress_rule" "{{label}}_ssh" {
  security_group_id = aws_security_group.{{label}}.id
  description       = "SSH from the one network that may"
  cidr_ipv4         = "{{ssh_from}}"
  from_port         = 22
  to_port           = 22
  ip_protocol       = "tcp"
}
{{/has.ssh_from}}
{{#public}}
{{^bastion}}

resource "aws_vpc_security_group_ingress_rule" "{{label}}_public" {
  security_group_id = aws_security_group.{{label}}.id
  description       = "Requests from the internet"
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = {{port}}
  to_port           = {{port}}
  ip_protocol       = "tcp"
}
{{/bastion}}
{{/public}}

data "aws_iam_policy_document" "{{label}}_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "{{label}}" {
  name_prefix        = "${var.name}-{{slug}}-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_trust.json
}

data "aws_iam_policy_document" "{{label}}_sessions" {
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

resource "aws_iam_role_policy" "{{label}}_sessions" {
  name   = "sessions"
  role   = aws_iam_role.{{label}}.id
  policy = data.aws_iam_policy_document.{{label}}_sessions.json
}

resource "aws_iam_instance_profile" "{{label}}" {
  name_prefix = "${var.name}-{{slug}}-"
  role        = aws_iam_role.{{label}}.name
}
{{#is.mode.fixed}}

resource "aws_instance" "{{label}}" {
  count = {{count}}

  ami                         = data.aws_ssm_parameter.{{image.label}}[local.{{label}}_architecture].insecure_value
  instance_type               = "{{instance_type}}"
  {{#public}}
  subnet_id                   = element({{network.public_subnet_ids}}, count.index)
  {{/public}}
  {{^public}}
  subnet_id                   = element({{network.private_subnet_ids}}, count.index)
  {{/public}}
  associate_public_ip_address = {{public}}
  vpc_security_group_ids      = [aws_security_group.{{label}}.id]
  iam_instance_profile        = aws_iam_instance_profile.{{label}}.name
  monitoring                  = {{monitoring}}
  ebs_optimized               = true
  {{#spot}}

  instance_market_options {
    market_type = "spot"
  }
  {{/spot}}

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  root_block_device {
    volume_type = "{{volume_type}}"
    volume_size = {{disk_gb}}
    encrypted   = true
  }

  tags = {
    Name = "${var.name}-{{slug}}-${count.index + 1}"
  }

  lifecycle {
    ignore_changes = [ami]
  }
}
{{/is.mode.fixed}}
{{#is.mode.group}}

resource "aws_launch_template" "{{label}}" {
  name_prefix            = "${var.name}-{{slug}}-"
  image_id               = data.aws_ssm_parameter.{{image.label}}[local.{{label}}_architecture].insecure_value
  instance_type          = "{{instance_type}}"
  update_default_version = true
  ebs_optimized          = true
  {{#spot}}

  instance_market_options {
    market_type = "spot"
  }
  {{/spot}}

  iam_instance_profile {
    arn = aws_iam_instance_profile.{{label}}.arn
  }

  network_interfaces {
    associate_public_ip_address = {{public}}
    security_groups             = [aws_security_group.{{label}}.id]
  }

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  monitoring {
    enabled = {{monitoring}}
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_type = "{{volume_type}}"
      volume_size = {{disk_gb}}
      encrypted   = true
    }
  }

  tag_specifications {
    resource_type = "instance"

    tags = {
      Name = {{full_name}}
    }
  }
}

resource "aws_autoscaling_group" "{{label}}" {
  name_prefix               = "${var.name}-{{slug}}-"
  min_size                  = {{count}}
  max_size                  = {{maximum}}
  desired_capacity          = {{count}}
  {{#public}}
  vpc_zone_identifier       = {{network.public_subnet_ids}}
  {{/public}}
  {{^public}}
  vpc_zone_identifier       = {{network.private_subnet_ids}}
  {{/public}}
  health_check_grace_period = 120
  {{#behind_balancer}}
  health_check_type         = "ELB"
  {{/behind_balancer}}

  launch_template {
    id      = aws_launch_template.{{label}}.id
    version = aws_launch_template.{{label}}.latest_version
  }

  tag {
    key                 = "Name"
    value               = {{full_name}}
    propagate_at_launch = true
  }

  lifecycle {
    ignore_changes = [desired_capacity]
  }
}

resource "aws_autoscaling_policy" "{{label}}_load" {
  name                   = "${var.name}-{{slug}}-load"
  autoscaling_group_name = aws_autoscaling_group.{{label}}.name
  policy_type            = "TargetTrackingScaling"

  target_tracking_configuration {
    target_value = {{cpu_target}}

    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }
  }
}
{{/is.mode.group}}
