resource "aws_security_group" "{{label}}" {
  name_prefix = "${var.name}-{{slug}}-"
  description = "Search {{name}}"
  vpc_id      = {{network.vpc_id}}

  tags = {
    Name = {{full_name}}
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_opensearch_domain" "{{label}}" {
  domain_name    = {{#named}}"{{slug}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
  engine_version = "OpenSearch_2.17"

  cluster_config {
    instance_type          = "{{instance_type}}.search"
    instance_count         = {{nodes}}
    zone_awareness_enabled = {{nodes}} > 1
  }

  ebs_options {
    ebs_enabled = true
    volume_type = "{{volume_type}}"
    volume_size = {{storage_gb}}
  }

  vpc_options {
    subnet_ids         = slice({{network.private_subnet_ids}}, 0, {{nodes}} > 1 ? 2 : 1)
    security_group_ids = [aws_security_group.{{label}}.id]
  }

  encrypt_at_rest {
    enabled = true
  }

  node_to_node_encryption {
    enabled = true
  }

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
  }
}
