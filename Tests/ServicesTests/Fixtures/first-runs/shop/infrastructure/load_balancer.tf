resource "aws_security_group" "web" {
  name_prefix = "${var.name}-web-lb-"
  description = "Load balancer web"
  vpc_id      = aws_vpc.main.id

  tags = {
    Name = "${var.name}-web-lb"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "web_http" {
  security_group_id = aws_security_group.web.id
  description       = "HTTP from the internet"
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = 80
  to_port           = 80
  ip_protocol       = "tcp"
}

resource "aws_vpc_security_group_ingress_rule" "web_https" {
  security_group_id = aws_security_group.web.id
  description       = "HTTPS from the internet"
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}

resource "aws_vpc_security_group_egress_rule" "web_targets" {
  security_group_id = aws_security_group.web.id
  description       = "Requests to the targets"
  cidr_ipv4         = aws_vpc.main.cidr_block
  from_port         = 8080
  to_port           = 8080
  ip_protocol       = "tcp"
}

resource "aws_lb" "web" {
  name                       = substr("${var.name}-web", 0, 32)
  load_balancer_type         = "application"
  internal                   = false
  subnets                    = aws_subnet.main_public[*].id
  security_groups            = [aws_security_group.web.id]
  enable_deletion_protection = false
  drop_invalid_header_fields = true

  tags = {
    Name = "${var.name}-web"
  }
}

resource "aws_lb_target_group" "web" {
  name        = substr("${var.name}-web", 0, 32)
  port        = 8080
  protocol    = "HTTP"
  target_type = "instance"
  vpc_id      = aws_vpc.main.id

  health_check {
    path                = "/"
    matcher             = "200-399"
    interval            = 30
    healthy_threshold   = 3
    unhealthy_threshold = 3
  }

  tags = {
    Name = "${var.name}-web"
  }
}

resource "aws_lb_listener" "web_http" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = var.web_certificate_arn == null ? "forward" : "redirect"
    target_group_arn = var.web_certificate_arn == null ? aws_lb_target_group.web.arn : null

    dynamic "redirect" {
      for_each = var.web_certificate_arn == null ? [] : ["https"]

      content {
        protocol    = "HTTPS"
        port        = "443"
        status_code = "HTTP_301"
      }
    }
  }
}

resource "aws_lb_listener" "web_https" {
  count = var.web_certificate_arn == null ? 0 : 1

  load_balancer_arn = aws_lb.web.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = var.web_certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_vpc_security_group_ingress_rule" "app_from_web" {
  security_group_id            = aws_security_group.app.id
  description                  = "Requests from the load balancer"
  referenced_security_group_id = aws_security_group.web.id
  from_port                    = 8080
  to_port                      = 8080
  ip_protocol                  = "tcp"
}

resource "aws_lb_target_group_attachment" "web_app" {
  count = 2

  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.app[count.index].id
  port             = 8080
}
