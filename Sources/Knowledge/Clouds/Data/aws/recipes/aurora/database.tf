resource "aws_db_subnet_group" "{{label}}" {
  name_prefix = "${var.name}-{{slug}}-"
  subnet_ids  = {{network.private_subnet_ids}}

  tags = {
    Name = {{full_name}}
  }
}

resource "aws_security_group" "{{label}}" {
  name_prefix = "${var.name}-{{slug}}-"
  description = "Database {{name}}"
  vpc_id      = {{network.vpc_id}}

  tags = {
    Name = {{full_name}}
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_rds_cluster" "{{label}}" {
  {{#named}}
  cluster_identifier                  = "{{slug}}"
  {{/named}}
  {{^named}}
  cluster_identifier                  = "${var.name}-{{slug}}"
  {{/named}}
  engine                              = "{{engine}}"
  {{#has.version}}
  engine_version                      = "{{version}}"
  {{/has.version}}
  database_name                       = "{{#named}}{{label}}{{/named}}{{^named}}app{{/named}}"
  port                                = {{port}}
  master_username                     = "app_admin"
  manage_master_user_password         = true
  iam_database_authentication_enabled = true

  storage_encrypted = true
  {{#is.encryption.customer}}
  kms_key_id        = {{key.arn}}
  {{/is.encryption.customer}}

  db_subnet_group_name   = aws_db_subnet_group.{{label}}.name
  vpc_security_group_ids = [aws_security_group.{{label}}.id]

  backup_retention_period      = {{backup_days}}
  preferred_backup_window      = "02:00-03:00"
  preferred_maintenance_window = "sun:03:30-sun:04:30"
  copy_tags_to_snapshot        = true

  {{#is.engine.aurora_postgresql}}
  enabled_cloudwatch_logs_exports = ["postgresql"]
  {{/is.engine.aurora_postgresql}}
  {{#is.engine.aurora_mysql}}
  enabled_cloudwatch_logs_exports = ["error", "slowquery"]
  {{/is.engine.aurora_mysql}}

  {{#serverless}}
  serverlessv2_scaling_configuration {
    min_capacity = 0.5
    max_capacity = 8
  }

  {{/serverless}}
  deletion_protection       = {{deletion_protection}}
  skip_final_snapshot       = false
  final_snapshot_identifier = "${var.name}-{{slug}}-final"

  tags = {
    Name = {{full_name}}
  }
}

resource "aws_rds_cluster_instance" "{{label}}" {
  count = 1 + {{replicas}}

  identifier                 = "${aws_rds_cluster.{{label}}.cluster_identifier}-${count.index + 1}"
  cluster_identifier         = aws_rds_cluster.{{label}}.id
  engine                     = aws_rds_cluster.{{label}}.engine
  engine_version             = aws_rds_cluster.{{label}}.engine_version
  instance_class             = {{#serverless}}"db.serverless"{{/serverless}}{{^serverless}}"{{instance_class}}"{{/serverless}}
  publicly_accessible        = false
  auto_minor_version_upgrade = true
  {{#insights}}

  performance_insights_enabled = true
  {{/insights}}

  tags = {
    Name = "${var.name}-{{slug}}-${count.index + 1}"
  }
}
