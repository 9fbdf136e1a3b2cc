resource "aws_launch_template" "lt" {
  name          = "lt-a"
  image_id      = "ami-12345678"
  instance_type = "m5.large"
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      volume_size = 80
      volume_type = "gp3"
    }
  }
}
resource "aws_autoscaling_group" "a" {
  name               = "asg-a"
  availability_zones = ["us-east-1a"]
  min_size           = 1
  max_size           = 5
  desired_capacity   = 2
  launch_template {
    id      = aws_launch_template.lt.id
    version = "$Latest"
  }
}
