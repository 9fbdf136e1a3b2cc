resource "aws_neptune_cluster" "c" {
  cluster_identifier  = "nep-a"
  engine              = "neptune"
  skip_final_snapshot = true
}
resource "aws_neptune_cluster_instance" "i" {
  cluster_identifier = aws_neptune_cluster.c.id
  instance_class     = "db.r5.large"
  engine             = "neptune"
}
