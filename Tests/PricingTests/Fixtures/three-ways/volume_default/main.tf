resource "aws_ebs_volume" "a" {
  availability_zone = "us-east-1a"
  size              = 30
}
resource "aws_ebs_volume" "st1" {
  availability_zone = "us-east-1a"
  size              = 500
  type              = "st1"
}
