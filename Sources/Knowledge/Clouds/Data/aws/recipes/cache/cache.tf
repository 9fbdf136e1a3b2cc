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
  {{#has.shards}}
  num_node_groups      = {{shards}}
  {{/has.shards}}
  {{^has.shards}}
  num_cache_clusters   = {{nodes}}
  {{/has.shards}}
  port                 = {{port}}

  {{#has.shards}}
  replicas_per_node_group    = {{shard_replicas}}
  automatic_failover_enabled = true
  multi_az_enabled           = {{shard_replicas}} > 0
  {{/has.shards}}
  {{^has.shards}}
  automatic_failover_enabled = {{nodes}} > 1
  multi_az_enabled           = {{nodes}} > 1
  {{/has.shards}}

  at_rest_encryption_enabled = true
  {{#is.encryption.customer}}
  kms_key_id                 = {{key.arn}}
  {{/is.encryption.customer}}
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
