resource "aws_security_group" "{{label}}" {
  name_prefix = "${var.name}-{{slug}}-"
  description = "Kafka {{name}}"
  vpc_id      = {{network.vpc_id}}

  tags = {
    Name = {{full_name}}
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_cloudwatch_log_group" "{{label}}" {
  name              = "/aws/msk/${var.name}-{{slug}}"
  retention_in_days = 30
}

resource "aws_msk_cluster" "{{label}}" {
  cluster_name           = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
  kafka_version          = "3.8.x"
  number_of_broker_nodes = {{#has.nodes}}{{nodes}}{{/has.nodes}}{{^has.nodes}}length({{network.private_subnet_ids}}){{/has.nodes}}

  broker_node_group_info {
    instance_type   = "{{instance_type}}"
    client_subnets  = {{network.private_subnet_ids}}
    security_groups = [aws_security_group.{{label}}.id]

    storage_info {
      ebs_storage_info {
        volume_size = {{storage_gb}}
      }
    }
  }

  encryption_info {
    encryption_in_transit {
      client_broker = "TLS"
      in_cluster    = true
    }
  }

  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true
        log_group = aws_cloudwatch_log_group.{{label}}.name
      }
    }
  }
}
