resource "aws_vpc" "v" {
  cidr_block = "10.4.0.0/16"
}
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.4.0.0/24"
}
resource "aws_ec2_transit_gateway" "t" {
  description = "t"
}
resource "aws_ec2_transit_gateway_vpc_attachment" "a" {
  subnet_ids         = [aws_subnet.s.id]
  transit_gateway_id = aws_ec2_transit_gateway.t.id
  vpc_id             = aws_vpc.v.id
}
resource "aws_vpn_gateway" "g" {
  vpc_id = aws_vpc.v.id
}
resource "aws_customer_gateway" "c" {
  bgp_asn    = 65000
  ip_address = "172.0.0.1"
  type       = "ipsec.1"
}
resource "aws_vpn_connection" "n" {
  vpn_gateway_id      = aws_vpn_gateway.g.id
  customer_gateway_id = aws_customer_gateway.c.id
  type                = "ipsec.1"
}
