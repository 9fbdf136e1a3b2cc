resource "aws_vpc_endpoint" "{{label}}" {
  vpc_id            = {{network.vpc_id}}
  service_name      = "com.amazonaws.${var.region}.dynamodb"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = {{network.private_route_table_ids}}

  tags = {
    Name = {{full_name}}
  }
}
