resource "aws_launch_template" "lt" {
  name          = "lt-b"
  image_id      = "ami-12345678"
  instance_type = "c5.2xlarge"
}
resource "aws_instance" "a" {
  launch_template {
    id = aws_launch_template.lt.id
  }
}
