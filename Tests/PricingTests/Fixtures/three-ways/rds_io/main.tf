resource "aws_db_instance" "o" {
  identifier          = "pg-io"
  engine              = "postgres"
  engine_version      = "15.7"
  instance_class      = "db.r6g.xlarge"
  allocated_storage   = 400
  storage_type        = "io1"
  iops                = 4000
  username            = "root"
  password            = "password123"
  skip_final_snapshot = true
  performance_insights_enabled          = true
  performance_insights_retention_period = 731
}
