resource "aws_instance" "a" {
  ami           = "ami-12345678"
  instance_type = "m5.xlarge"
  instance_market_options {
    market_type = "spot"
  }
}
