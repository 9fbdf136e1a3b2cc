data "aws_ssm_parameter" "{{label}}" {
  for_each = toset(["arm64", "x86_64"])

  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${each.value}"
}
