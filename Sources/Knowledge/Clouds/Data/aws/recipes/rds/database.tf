resource "aws_db_subnet_group" "{{label}}" {
  name_prefix = "${var.name}-{{slug}}-"
  {{#public}}
  subnet_ids  = {{network.public_subnet_ids}}
  {{/public}}
  {{^public}}
  subnet_ids  = {{network.private_subnet_ids}}
  {{/public}}

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

resource "aws_db_instance" "{{label}}" {
  {{#named}}
  identifier                          = "{{slug}}"
  {{/named}}
  {{^named}}
  identifier                          = "${var.name}-{{slug}}"
  {{/named}}
  engine                              = "{{engine}}"
  {{#has.version}}
  engine_version                      = "{{version}}"
  {{/has.version}}
  instance_class                      = "{{instance_class}}"
  db_name                             = "{{#named}}{{label}}{{/named}}{{^named}}app{{/named}}"
  port                                = {{port}}
  username                            = "app_admin"
  manage_master_user_password         = true
  iam_database_authentication_enabled = {{iam_login}}

  allocated_storage     = {{storage_gb}}
  {{#has.growth}}
  max_allocated_storage = {{growth}}
  {{/has.growth}}
  {{^has.growth}}
  max_allocated_storage = {{storage_gb}} * 5
  {{/has.growth}}
  storage_type          = "{{volume_type}}"
  storage_encrypted     = true
  {{#is.encryption.customer}}
  kms_key_id            = {{key.arn}}
  {{/is.encryption.customer}}

  multi_az               = {{multi_az}}
  db_subnet_group_name   = aws_db_subnet_group.{{label}}.name
  vpc_security_group_ids = [aws_security_group.{{label}}.id]
  publicly_accessible    = {{public}}

  {{#backups}}
  backup_retention_period     = {{backup_days}}
  {{/backups}}
  {{^backups}}
  backup_retention_period     = 0
  {{/backups}}
  backup_window               = "02:00-03:00"
  maintenance_window          = "sun:03:30-sun:04:30"
  copy_tags_to_snapshot       = true
  delete_automated_backups    = false
  auto_minor_version_upgrade  = true
  allow_major_version_upgrade = {{major_upgrade}}

  {{^is.instance_class.db_t4g_micro}}
  {{^is.instance_class.db_t4g_small}}
  performance_insights_enabled    = {{insights}}
  {{/is.instance_class.db_t4g_small}}
  {{/is.instance_class.db_t4g_micro}}
  {{#is.engine.postgres}}
  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
  {{/is.engine.postgres}}
  {{^is.engine.postgres}}
  enabled_cloudwatch_logs_exports = ["error", "slowquery"]
  {{/is.engine.postgres}}

  deletion_protection       = {{deletion_protection}}
  skip_final_snapshot       = false
  final_snapshot_identifier = "${var.name}-{{slug}}-final"

  tags = {
    Name = {{full_name}}
  }
}
{{#has.replicas}}

resource "aws_db_instance" "{{label}}_replica" {
  count = {{replicas}}

  identifier                  = "${aws_db_instance.{{label}}.identifier}-replica-${count.index + 1}"
  replicate_source_db         = aws_db_instance.{{label}}.identifier
  instance_class              = "{{instance_class}}"
  storage_encrypted           = true
  publicly_accessible         = {{public}}
  vpc_security_group_ids      = [aws_security_group.{{label}}.id]
  auto_minor_version_upgrade  = true
  copy_tags_to_snapshot       = true
  deletion_protection         = {{deletion_protection}}
  skip_final_snapshot         = true

  tags = {
    Name = "${var.name}-{{slug}}-replica-${count.index + 1}"
  }
}
{{/has.replicas}}
