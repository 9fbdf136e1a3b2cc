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

resource "aws_docdb_subnet_group" "{{label}}" {
  name       = "${var.name}-{{slug}}"
  subnet_ids = {{network.private_subnet_ids}}
}

resource "aws_docdb_cluster" "{{label}}" {
  cluster_identifier          = {{#named}}"{{slug}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
  engine                      = "docdb"
  master_username             = "owner"
  manage_master_user_password = true
  storage_encrypted           = true
  {{#is.encryption.customer}}
  kms_key_id                  = {{key.arn}}
  {{/is.encryption.customer}}
  backup_retention_period     = {{backup_days}}
  deletion_protection         = true
  skip_final_snapshot         = false
  final_snapshot_identifier   = "${var.name}-{{slug}}-final"
  db_subnet_group_name        = aws_docdb_subnet_group.{{label}}.name
  vpc_security_group_ids      = [aws_security_group.{{label}}.id]
}

resource "aws_docdb_cluster_instance" "{{label}}" {
  count = {{instances}}

  identifier         = "${var.name}-{{slug}}-${count.index}"
  cluster_identifier = aws_docdb_cluster.{{label}}.id
  instance_class     = "{{instance_class}}"
}
