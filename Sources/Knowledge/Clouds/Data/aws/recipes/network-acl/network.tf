resource "aws_network_acl" "{{label}}" {
  vpc_id     = {{network.vpc_id}}
  subnet_ids = {{network.private_subnet_ids}}

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = {{network.cidr_block}}
    from_port  = 0
    to_port    = 0
  }

  ingress {
    rule_no    = 200
    action     = "allow"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 32768
    to_port    = 65535
  }

  egress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }

  tags = {
    Name = {{full_name}}
  }
}
