resource "aws_elasticache_subnet_group" "{{label}}" {
  name       = "${var.name}-{{slug}}"
  subnet_ids = {{network.private_subnet_ids}}
}

resource "aws_security_group" "{{label}}" {
  name_prefix = "${var.name}-{{slug}}-"
  description = "Cache {{name}}"
  vpc_id      = {{network.vpc_id}}

  tags = {
    Name = {{full_name}}
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_elasticache_replication_group" "{{label}}" {
  replication_group_id = {{#named}}"{{slug}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
  description          = "Cache of ${var.name}"
  engine               = "{{engine}}"
  {{#has.version}}
  engine_version       = "{{version}}"
  {{/has.version}}
  node_type            = "{{node_type}}"
  num_cache_clusters   = {{nodes}}
  port                 = {{port}}

  automatic_failover_enabled = {{nodes}} > 1
  multi_az_enabled           = {{nodes}} > 1

  at_rest_encryption_enabled = true
  transit_encryption_enabled = true

  subnet_group_name  = aws_elasticache_subnet_group.{{label}}.name
  security_group_ids = [aws_security_group.{{label}}.id]

  snapshot_retention_limit   = {{snapshot_days}}
  auto_minor_version_upgrade = true
  apply_immediately          = true

  tags = {
    Name = {{full_name}}
  }
}
