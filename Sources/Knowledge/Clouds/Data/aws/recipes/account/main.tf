data "aws_caller_identity" "{{label}}" {}

data "aws_partition" "{{label}}" {}
