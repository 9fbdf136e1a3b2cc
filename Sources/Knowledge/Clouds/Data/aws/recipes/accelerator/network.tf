resource "aws_globalaccelerator_accelerator" "{{label}}" {
  name            = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
  ip_address_type = "IPV4"
  enabled         = true
}

resource "aws_globalaccelerator_listener" "{{label}}" {
  accelerator_arn = aws_globalaccelerator_accelerator.{{label}}.id
  protocol        = "TCP"

  port_range {
    from_port = 443
    to_port   = 443
  }
}
