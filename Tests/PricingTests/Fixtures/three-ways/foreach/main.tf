resource "aws_instance" "a" {
  for_each      = { web = "t3.medium", db = "r6i.large" }
  ami           = "ami-12345678"
  instance_type = each.value
  tags          = { Name = each.key }
}
resource "aws_eip" "e" {
  for_each = aws_instance.a
  instance = each.value.id
  domain   = "vpc"
}
resource "aws_ebs_volume" "v" {
  for_each          = aws_instance.a
  availability_zone = "us-east-1a"
  size              = 10
  type              = "gp2"
}
resource "aws_volume_attachment" "t" {
  for_each    = aws_instance.a
  device_name = "/dev/sdh"
  instance_id = each.value.id
  volume_id   = aws_ebs_volume.v[each.key].id
}
