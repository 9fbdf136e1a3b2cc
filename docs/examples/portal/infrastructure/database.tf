resource "aws_db_subnet_group" "database" {
  name_prefix = "${var.name}-database-"
  subnet_ids  = aws_subnet.main_private[*].id

  tags = {
    Name = "${var.name}-database"
  }
}

resource "aws_security_group" "database" {
  name_prefix = "${var.name}-database-"
  description = "Database database"
  vpc_id      = aws_vpc.main.id

  tags = {
    Name = "${var.name}-database"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_db_instance" "database" {
  identifier                          = "${var.name}-database"
  engine                              = "postgres"
  instance_class                      = "db.t4g.medium"
  db_name                             = "app"
  port                                = 5432
  username                            = "app_admin"
  manage_master_user_password         = true
  iam_database_authentication_enabled = true

  allocated_storage     = 20
  max_allocated_storage = 20 * 5
  storage_type          = "gp3"
  storage_encrypted     = true

  multi_az               = true
  db_subnet_group_name   = aws_db_subnet_group.database.name
  vpc_security_group_ids = [aws_security_group.database.id]
  publicly_accessible    = false

  backup_retention_period     = 35
  backup_window               = "02:00-03:00"
  maintenance_window          = "sun:03:30-sun:04:30"
  copy_tags_to_snapshot       = true
  delete_automated_backups    = false
  auto_minor_version_upgrade  = true
  allow_major_version_upgrade = false

  performance_insights_enabled    = true
  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]

  deletion_protection       = true
  skip_final_snapshot       = false
  final_snapshot_identifier = "${var.name}-database-final"

  tags = {
    Name = "${var.name}-database"
  }
}
