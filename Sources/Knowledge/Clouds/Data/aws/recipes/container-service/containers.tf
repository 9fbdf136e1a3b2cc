resource "aws_security_group" "{{label}}" {
  name_prefix = "${var.name}-{{slug}}-"
  description = "Containers {{name}}"
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
  description       = "HTTPS to AWS services and registries"
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}

data "aws_iam_policy_document" "{{label}}_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "{{label}}_start" {
  statement {
    sid       = "PullImages"
    actions   = ["ecr:GetAuthorizationToken", "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"]
    resources = ["*"]
  }

  statement {
    sid       = "WriteLogs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.{{label}}.arn}:*"]
  }
}

resource "aws_iam_role" "{{label}}_start" {
  name_prefix        = "${var.name}-start-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_trust.json
}

resource "aws_iam_role_policy" "{{label}}_start" {
  name   = "start"
  role   = aws_iam_role.{{label}}_start.id
  policy = data.aws_iam_policy_document.{{label}}_start.json
}

resource "aws_iam_role" "{{label}}" {
  name_prefix        = "${var.name}-{{slug}}-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_trust.json
}

resource "aws_cloudwatch_log_group" "{{label}}" {
  name              = "/${var.name}/containers/{{slug}}"
  retention_in_days = {{log_days}}
}

resource "aws_ecs_task_definition" "{{label}}" {
  family                   = {{full_name}}
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = {{cpu}}
  memory                   = {{memory}}
  execution_role_arn       = aws_iam_role.{{label}}_start.arn
  task_role_arn            = aws_iam_role.{{label}}.arn

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = "X86_64"
  }

  container_definitions = jsonencode([{
    name      = "{{slug}}"
    image     = var.{{label}}_image
    essential = true

    portMappings = [{
      containerPort = {{port}}
      protocol      = "tcp"
    }]

    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.{{label}}.name
        awslogs-region        = var.region
        awslogs-stream-prefix = "{{slug}}"
      }
    }
  }])
}

resource "aws_ecs_service" "{{label}}" {
  name                   = {{full_name}}
  cluster                = {{cluster.id}}
  task_definition        = aws_ecs_task_definition.{{label}}.arn
  desired_count          = {{count}}
  {{^spot}}
  launch_type            = "FARGATE"
  {{/spot}}
  enable_execute_command = false

  network_configuration {
    subnets          = {{network.private_subnet_ids}}
    security_groups  = [aws_security_group.{{label}}.id]
    assign_public_ip = false
  }
  {{#spot}}

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }
  {{/spot}}

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
  {{#incoming.balancer_containers}}

  load_balancer {
    target_group_arn = {{target_group_arn}}
    container_name   = "{{self.slug}}"
    container_port   = {{self.port}}
  }
  {{/incoming.balancer_containers}}
  {{#autoscaling}}

  lifecycle {
    ignore_changes = [desired_count]
  }
  {{/autoscaling}}
  {{#incoming.balancer_containers}}

  depends_on = [{{listener}}]
  {{/incoming.balancer_containers}}
}
{{#autoscaling}}

resource "aws_appautoscaling_target" "{{label}}" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${ {{cluster.cluster_name}} }/${aws_ecs_service.{{label}}.name}"
  min_capacity       = {{count}}
  max_capacity       = {{maximum}}
}

resource "aws_appautoscaling_policy" "{{label}}" {
  name               = "{{slug}}-load"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.{{label}}.service_namespace
  scalable_dimension = aws_appautoscaling_target.{{label}}.scalable_dimension
  resource_id        = aws_appautoscaling_target.{{label}}.resource_id

  target_tracking_scaling_policy_configuration {
    target_value = {{cpu_target}}

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}
{{/autoscaling}}
