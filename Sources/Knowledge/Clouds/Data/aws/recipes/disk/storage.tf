data "aws_availability_zones" "{{label}}" {
  state = "available"
}

resource "aws_ebs_volume" "{{label}}" {
  availability_zone = data.aws_availability_zones.{{label}}.names[0]
  size              = {{size_gb}}
  type              = "{{kind}}"
  encrypted         = true

  tags = {
    Name = {{full_name}}
  }
}
