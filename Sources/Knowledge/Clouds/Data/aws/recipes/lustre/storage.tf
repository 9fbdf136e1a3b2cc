resource "aws_security_group" "{{label}}" {
  name_prefix = "${var.name}-{{slug}}-"
  description = "File system {{name}}"
  vpc_id      = {{network.vpc_id}}

  tags = {
    Name = {{full_name}}
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_fsx_lustre_file_system" "{{label}}" {
  storage_capacity            = {{storage_gb}}
  subnet_ids                  = [element({{network.private_subnet_ids}}, 0)]
  security_group_ids          = [aws_security_group.{{label}}.id]
  deployment_type             = "PERSISTENT_2"
  per_unit_storage_throughput = 125

  tags = {
    Name = {{full_name}}
  }
}
