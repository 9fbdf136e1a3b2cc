resource "aws_apigatewayv2_api" "{{label}}" {
  name          = {{full_name}}
  protocol_type = "HTTP"
  {{#cors}}

  cors_configuration {
    allow_methods = ["GET", "POST", "PUT", "DELETE"]
    allow_headers = ["content-type", "authorization"]
    allow_origins = ["https://*"]
    max_age       = 3600
  }
  {{/cors}}
}

resource "aws_cloudwatch_log_group" "{{label}}" {
  name              = "/${var.name}/api/{{slug}}"
  retention_in_days = {{log_days}}
}

resource "aws_apigatewayv2_stage" "{{label}}" {
  api_id      = aws_apigatewayv2_api.{{label}}.id
  name        = "$default"
  auto_deploy = true

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.{{label}}.arn
    format = jsonencode({
      requestId = "$context.requestId"
      ip        = "$context.identity.sourceIp"
      routeKey  = "$context.routeKey"
      status    = "$context.status"
      latency   = "$context.responseLatency"
    })
  }

  default_route_settings {
    throttling_burst_limit = {{burst}}
    throttling_rate_limit  = {{rate}}
  }
}

resource "aws_apigatewayv2_integration" "{{label}}" {
  api_id                 = aws_apigatewayv2_api.{{label}}.id
  integration_type       = "AWS_PROXY"
  integration_uri        = {{backend.invoke_arn}}
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "{{label}}" {
  api_id    = aws_apigatewayv2_api.{{label}}.id
  route_key = "$default"
  target    = "integrations/${aws_apigatewayv2_integration.{{label}}.id}"
  {{#outgoing.api_users}}

  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.{{self.label}}.id
  {{/outgoing.api_users}}
}
{{#outgoing.api_users}}

resource "aws_apigatewayv2_authorizer" "{{self.label}}" {
  api_id           = aws_apigatewayv2_api.{{self.label}}.id
  name             = "users"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]

  jwt_configuration {
    audience = [{{client_id}}]
    issuer   = "https://${ {{endpoint}} }"
  }
}
{{/outgoing.api_users}}

resource "aws_lambda_permission" "{{label}}" {
  statement_id  = "AllowFromAPI"
  action        = "lambda:InvokeFunction"
  function_name = {{backend.function_name}}
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.{{label}}.execution_arn}/*"
}
