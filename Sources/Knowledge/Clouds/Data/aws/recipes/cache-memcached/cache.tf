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

resource "aws_elasticache_cluster" "{{label}}" {
  cluster_id                 = {{#named}}"{{slug}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
  engine                     = "memcached"
  node_type                  = "{{node_type}}"
  num_cache_nodes            = {{nodes}}
  az_mode                    = {{nodes}} > 1 ? "cross-az" : "single-az"
  port                       = {{port}}
  transit_encryption_enabled = true
  subnet_group_name          = aws_elasticache_subnet_group.{{label}}.name
  security_group_ids         = [aws_security_group.{{label}}.id]

  tags = {
    Name = {{full_name}}
  }
}
