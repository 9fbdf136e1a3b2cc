variable "gateways" {}

resource "aws_nat_gateway" "out" {
  count = var.gateways
}
