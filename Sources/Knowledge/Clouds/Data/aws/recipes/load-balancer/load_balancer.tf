resource "aws_security_group" "{{label}}" {
  name_prefix = "${var.name}-{{slug}}-lb-"
  description = "Load balancer {{name}}"
  vpc_id      = {{network.vpc_id}}

  tags = {
    Name = "${var.name}-{{slug}}-lb"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "{{label}}_http" {
  security_group_id = aws_security_group.{{label}}.id
  {{#internal}}
  description       = "HTTP from the network"
  cidr_ipv4         = {{network.cidr_block}}
  {{/internal}}
  {{^internal}}
  description       = "HTTP from the internet"
  cidr_ipv4         = "0.0.0.0/0"
  {{/internal}}
  from_port         = {{port}}
  to_port           = {{port}}
  ip_protocol       = "tcp"
}

resource "aws_vpc_security_group_ingress_rule" "{{label}}_https" {
  security_group_id = aws_security_group.{{label}}.id
  {{#internal}}
  description       = "HTTPS from the network"
  cidr_ipv4         = {{network.cidr_block}}
  {{/internal}}
  {{^internal}}
  description       = "HTTPS from the internet"
  cidr_ipv4         = "0.0.0.0/0"
  {{/internal}}
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}

resource "aws_vpc_security_group_egress_rule" "{{label}}_targets" {
  security_group_id = aws_security_group.{{label}}.id
  description       = "Requests to the targets"
  cidr_ipv4         = {{network.cidr_block}}
  from_port         = {{target_port}}
  to_port           = {{target_port}}
  ip_protocol       = "tcp"
}

resource "aws_lb" "{{label}}" {
  name                       = substr("${var.name}-{{slug}}", 0, 32)
  load_balancer_type         = "{{kind}}"
  internal                   = {{internal}}
  {{#internal}}
  subnets                    = {{network.private_subnet_ids}}
  {{/internal}}
  {{^internal}}
  subnets                    = {{network.public_subnet_ids}}
  {{/internal}}
  security_groups            = [aws_security_group.{{label}}.id]
  enable_deletion_protection = {{deletion_protection}}
  drop_invalid_header_fields = {{#is.kind.application}}true{{/is.kind.application}}{{#is.kind.network}}null{{/is.kind.network}}
  {{#access_logs}}

  access_logs {
    bucket  = {{logs.id}}
    prefix  = "{{slug}}"
    enabled = true
  }
  {{/access_logs}}

  tags = {
    Name = {{full_name}}
  }
  {{#access_logs}}

  depends_on = [{{logs.policy}}]
  {{/access_logs}}
}

resource "aws_lb_target_group" "{{label}}" {
  name        = substr("${var.name}-{{slug}}", 0, 32)
  port        = {{target_port}}
  {{#is.kind.application}}
  protocol    = "HTTP"
  {{/is.kind.application}}
  {{#is.kind.network}}
  protocol    = "TCP"
  {{/is.kind.network}}
  target_type = "{{target}}"
  vpc_id      = {{network.vpc_id}}

  health_check {
    {{#is.kind.application}}
    path                = "{{health_path}}"
    matcher             = "200-399"
    {{/is.kind.application}}
    {{#is.kind.network}}
    protocol            = "TCP"
    {{/is.kind.network}}
    interval            = 30
    healthy_threshold   = 3
    unhealthy_threshold = 3
  }

  tags = {
    Name = {{full_name}}
  }
}

{{#is.kind.application}}
resource "aws_lb_listener" "{{label}}_http" {
  load_balancer_arn = aws_lb.{{label}}.arn
  port              = {{port}}
  protocol          = "HTTP"

  default_action {
    {{#https}}
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
    {{/https}}
    {{^https}}
    type             = var.{{label}}_certificate_arn == null ? "forward" : "redirect"
    target_group_arn = var.{{label}}_certificate_arn == null ? aws_lb_target_group.{{label}}.arn : null

    dynamic "redirect" {
      for_each = var.{{label}}_certificate_arn == null ? [] : ["https"]

      content {
        protocol    = "HTTPS"
        port        = "443"
        status_code = "HTTP_301"
      }
    }
    {{/https}}
  }
}
{{/is.kind.application}}
{{#is.kind.network}}
resource "aws_lb_listener" "{{label}}_http" {
  load_balancer_arn = aws_lb.{{label}}.arn
  port              = {{port}}
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.{{label}}.arn
  }
}
{{/is.kind.network}}

resource "aws_lb_listener" "{{label}}_https" {
  {{^https}}
  count = var.{{label}}_certificate_arn == null ? 0 : 1

  {{/https}}
  load_balancer_arn = aws_lb.{{label}}.arn
  port              = 443
  {{#is.kind.application}}
  protocol          = "HTTPS"
  {{/is.kind.application}}
  {{#is.kind.network}}
  protocol          = "TLS"
  {{/is.kind.network}}
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  {{#https}}
  certificate_arn   = {{certificate.validated_arn}}
  {{/https}}
  {{^https}}
  certificate_arn   = var.{{label}}_certificate_arn
  {{/https}}

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.{{label}}.arn
  }
}
