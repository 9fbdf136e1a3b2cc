resource "aws_vpc_dhcp_options" "{{label}}" {
  domain_name_servers = ["AmazonProvidedDNS"]

  tags = {
    Name = {{full_name}}
  }
}

resource "aws_vpc_dhcp_options_association" "{{label}}" {
  vpc_id          = {{network.vpc_id}}
  dhcp_options_id = aws_vpc_dhcp_options.{{label}}.id
}
