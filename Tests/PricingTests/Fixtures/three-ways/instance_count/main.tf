variable "n" {
  default = 3
}
resource "aws_instance" "a" {
  count         = var.n
  ami           = "ami-12345678"
  instance_type = "c6i.xlarge"
  monitoring    = true
  ebs_optimized = true
}
