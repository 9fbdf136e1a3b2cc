resource "aws_cognito_user_pool" "p" {
  name = "pool-a"
}
resource "aws_glue_catalog_database" "d" {
  name = "glue_a"
}
resource "aws_codebuild_project" "b" {
  name         = "cb-a"
  service_role = "arn:aws:iam::123456789012:role/x"
  artifacts {
    type = "NO_ARTIFACTS"
  }
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }
  source {
    type      = "NO_SOURCE"
    buildspec = "version: 0.2"
  }
}
