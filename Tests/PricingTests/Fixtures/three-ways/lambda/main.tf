resource "aws_iam_role" "r" {
  name               = "lambda-role"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}
resource "aws_lambda_function" "f" {
  function_name = "fn-a"
  role          = aws_iam_role.r.arn
  handler       = "index.handler"
  runtime       = "python3.12"
  memory_size   = 1024
  filename      = "f.zip"
  publish       = true
}
resource "aws_lambda_provisioned_concurrency_config" "c" {
  function_name                     = aws_lambda_function.f.function_name
  qualifier                         = aws_lambda_function.f.version
  provisioned_concurrent_executions = 5
}
