resource "aws_ec2_transit_gateway" "{{label}}" {
  description                     = "Joins networks of {{title}}"
  default_route_table_association = "enable"
  default_route_table_propagation = "enable"
  auto_accept_shared_attachments  = "disable"
  dns_support                     = "enable"

  tags = {
    Name = {{full_name}}
  }
}

resource "aws_ec2_transit_gateway_vpc_attachment" "{{label}}" {
  transit_gateway_id = aws_ec2_transit_gateway.{{label}}.id
  vpc_id             = {{network.vpc_id}}
  subnet_ids         = {{network.private_subnet_ids}}

  tags = {
    Name = {{full_name}}
  }
}
