resource "aws_efs_file_system" "{{label}}" {
  encrypted       = true
  {{#is.encryption.customer}}
  kms_key_id      = {{key.arn}}
  {{/is.encryption.customer}}
  throughput_mode = "elastic"

  lifecycle_policy {
    transition_to_ia = "AFTER_30_DAYS"
  }

  tags = {
    Name = {{full_name}}
  }
}

resource "aws_efs_backup_policy" "{{label}}" {
  file_system_id = aws_efs_file_system.{{label}}.id

  backup_policy {
    {{#backups}}
    status = "ENABLED"
    {{/backups}}
    {{^backups}}
    status = "DISABLED"
    {{/backups}}
  }
}

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

resource "aws_efs_mount_target" "{{label}}" {
  count = {{network.zones}}

  file_system_id  = aws_efs_file_system.{{label}}.id
  subnet_id       = element({{network.private_subnet_ids}}, count.index)
  security_groups = [aws_security_group.{{label}}.id]
}
