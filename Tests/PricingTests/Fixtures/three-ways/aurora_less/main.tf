resource "aws_rds_cluster" "c" {
  cluster_identifier  = "aurora-s"
  engine              = "aurora-mysql"
  master_username     = "root"
  master_password     = "password123"
  skip_final_snapshot = true
  serverlessv2_scaling_configuration {
    min_capacity = 0.5
    max_capacity = 4
  }
}
resource "aws_rds_cluster_instance" "i" {
  identifier         = "aurora-s-0"
  cluster_identifier = aws_rds_cluster.c.id
  engine             = aws_rds_cluster.c.engine
  instance_class     = "db.serverless"
}
