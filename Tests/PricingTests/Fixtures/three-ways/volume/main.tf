resource "aws_ebs_volume" "a" {
  availability_zone = "us-east-1a"
  size              = 100
  type              = "gp3"
  iops              = 5000
  throughput        = 250
}
resource "aws_ebs_snapshot" "s" {
  volume_id = aws_ebs_volume.a.id
}
