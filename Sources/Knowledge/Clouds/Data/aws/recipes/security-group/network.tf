resource "aws_security_group" "{{label}}" {
  name_prefix = "${var.name}-{{slug}}-"
  description = "Access to {{name}}"
  vpc_id      = {{network.vpc_id}}

  tags = {
    Name = {{full_name}}
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "{{label}}" {
  security_group_id = aws_security_group.{{label}}.id
  {{#is.source.internet}}
  description       = "Requests from the internet"
  cidr_ipv4         = "0.0.0.0/0"
  {{/is.source.internet}}
  {{#is.source.network}}
  description       = "Requests from the network"
  cidr_ipv4         = {{network.cidr_block}}
  {{/is.source.network}}
  from_port         = {{port}}
  to_port           = {{port}}
  ip_protocol       = "tcp"
}
