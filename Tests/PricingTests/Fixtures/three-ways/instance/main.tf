resource "aws_instance" "a" {
  ami           = "ami-12345678"
  instance_type = "m5.large"
  root_block_device {
    volume_type = "gp3"
    volume_size = 50
  }
  ebs_block_device {
    device_name = "/dev/sdf"
    volume_type = "io1"
    volume_size = 100
    iops        = 2000
  }
}
