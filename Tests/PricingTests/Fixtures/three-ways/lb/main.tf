resource "aws_vpc" "v" {
  cidr_block = "10.1.0.0/16"
}
resource "aws_subnet" "s" {
  count             = 2
  vpc_id            = aws_vpc.v.id
  cidr_block        = "10.1.${count.index}.0/24"
  availability_zone = element(["us-east-1a", "us-east-1b"], count.index)
}
resource "aws_lb" "a" {
  name     = "alb-a"
  internal = true
  subnets  = aws_subnet.s[*].id
}
resource "aws_lb" "n" {
  name               = "nlb-a"
  internal           = true
  load_balancer_type = "network"
  subnets            = aws_subnet.s[*].id
}
