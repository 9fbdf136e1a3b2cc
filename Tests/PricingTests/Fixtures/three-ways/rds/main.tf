resource "aws_db_instance" "p" {
  identifier          = "pg-a"
  engine              = "postgres"
  engine_version      = "16.3"
  instance_class      = "db.m6g.large"
  allocated_storage   = 100
  storage_type        = "gp3"
  multi_az            = true
  username            = "root"
  password            = "password123"
  skip_final_snapshot = true
}
resource "aws_db_instance" "m" {
  identifier          = "my-a"
  engine              = "mysql"
  engine_version      = "8.0.36"
  instance_class      = "db.t3.micro"
  allocated_storage   = 20
  username            = "root"
  password            = "password123"
  skip_final_snapshot = true
}
resource "aws_db_instance" "r" {
  identifier          = "my-replica"
  replicate_source_db = aws_db_instance.m.identifier
  instance_class      = "db.t3.small"
  skip_final_snapshot = true
}
