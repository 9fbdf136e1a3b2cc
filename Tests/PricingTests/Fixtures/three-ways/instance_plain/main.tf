resource "aws_instance" "a" {
  ami           = "ami-12345678"
  instance_type = "t3.micro"
}
