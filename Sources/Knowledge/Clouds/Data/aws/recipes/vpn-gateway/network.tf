resource "aws_vpn_gateway" "{{label}}" {
  vpc_id = {{network.vpc_id}}

  tags = {
    Name = {{full_name}}
  }
}

resource "aws_vpn_gateway_route_propagation" "{{label}}" {
  count = length({{network.private_route_table_ids}})

  vpn_gateway_id = aws_vpn_gateway.{{label}}.id
  route_table_id = element({{network.private_route_table_ids}}, count.index)
}
