resource "aws_rds_cluster" "c" {
  cluster_identifier  = "aurora-a"
  engine              = "aurora-postgresql"
  engine_version      = "16.4"
  master_username     = "root"
  master_password     = "password123"
  skip_final_snapshot = true
}
resource "aws_rds_cluster_instance" "i" {
  count              = 2
  identifier         = "aurora-a-${count.index}"
  cluster_identifier = aws_rds_cluster.c.id
  engine             = aws_rds_cluster.c.engine
  instance_class     = "db.r6g.large"
}
