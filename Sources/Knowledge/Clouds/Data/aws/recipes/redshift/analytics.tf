resource "aws_security_group" "{{label}}" {
  name_prefix = "${var.name}-{{slug}}-"
  description = "Warehouse {{name}}"
  vpc_id      = {{network.vpc_id}}

  tags = {
    Name = {{full_name}}
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_redshift_subnet_group" "{{label}}" {
  name       = "${var.name}-{{slug}}"
  subnet_ids = {{network.private_subnet_ids}}
}

resource "aws_redshift_cluster" "{{label}}" {
  cluster_identifier                  = {{#named}}"{{slug}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
  database_name                       = "analytics"
  node_type                           = "{{node_type}}"
  cluster_type                        = {{nodes}} > 1 ? "multi-node" : "single-node"
  number_of_nodes                     = {{nodes}}
  master_username                     = "warehouse"
  manage_master_password              = true
  encrypted                           = true
  {{#is.encryption.customer}}
  kms_key_id                          = {{key.arn}}
  {{/is.encryption.customer}}
  publicly_accessible                 = {{public}}
  automated_snapshot_retention_period = {{snapshot_days}}
  enhanced_vpc_routing                = true
  cluster_subnet_group_name           = aws_redshift_subnet_group.{{label}}.name
  vpc_security_group_ids              = [aws_security_group.{{label}}.id]
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "${var.name}-{{slug}}-final"
}
