locals {
  disks = { f = 20, g = 40 }
}
resource "aws_instance" "a" {
  ami           = "ami-12345678"
  instance_type = "t3.small"
  credit_specification {
    cpu_credits = "unlimited"
  }
  dynamic "ebs_block_device" {
    for_each = local.disks
    content {
      device_name = "/dev/sd${ebs_block_device.key}"
      volume_size = ebs_block_device.value
    }
  }
  dynamic "ebs_block_device" {
    for_each = []
    content {
      device_name = "/dev/sdz"
      volume_size = 1000
    }
  }
}
