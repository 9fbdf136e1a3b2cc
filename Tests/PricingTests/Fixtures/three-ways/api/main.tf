resource "aws_api_gateway_rest_api" "a" {
  name = "rest-a"
}
resource "aws_apigatewayv2_api" "h" {
  name          = "http-a"
  protocol_type = "HTTP"
}
