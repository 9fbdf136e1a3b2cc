resource "aws_customer_gateway" "{{label}}" {
  bgp_asn    = 65000
  ip_address = {{#has.peer}}"{{peer}}"{{/has.peer}}{{^has.peer}}var.{{label}}_peer{{/has.peer}}
  type       = "ipsec.1"

  tags = {
    Name = {{full_name}}
  }
}

resource "aws_vpn_connection" "{{label}}" {
  vpn_gateway_id      = {{gateway.id}}
  customer_gateway_id = aws_customer_gateway.{{label}}.id
  type                = aws_customer_gateway.{{label}}.type
  static_routes_only  = true

  tags = {
    Name = {{full_name}}
  }
}
{{#has.network_there}}

resource "aws_vpn_connection_route" "{{label}}" {
  vpn_connection_id      = aws_vpn_connection.{{label}}.id
  destination_cidr_block = "{{network_there}}"
}
{{/has.network_there}}
