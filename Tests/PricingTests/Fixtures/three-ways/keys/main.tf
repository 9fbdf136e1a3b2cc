resource "aws_kms_key" "k" {
  description = "k"
}
resource "aws_secretsmanager_secret" "s" {
  name = "secret-a"
}
resource "aws_ssm_parameter" "p" {
  name  = "/p/a"
  type  = "String"
  tier  = "Advanced"
  value = "x"
}
resource "aws_route53_zone" "z" {
  name = "example-pfs.com"
}
