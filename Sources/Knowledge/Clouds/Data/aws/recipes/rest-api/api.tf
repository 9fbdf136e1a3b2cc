resource "aws_api_gateway_rest_api" "{{label}}" {
  name = {{full_name}}

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_resource" "{{label}}" {
  rest_api_id = aws_api_gateway_rest_api.{{label}}.id
  parent_id   = aws_api_gateway_rest_api.{{label}}.root_resource_id
  path_part   = "{proxy+}"
}

resource "aws_api_gateway_method" "{{label}}" {
  rest_api_id   = aws_api_gateway_rest_api.{{label}}.id
  resource_id   = aws_api_gateway_resource.{{label}}.id
  http_method   = "ANY"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_integration" "{{label}}" {
  rest_api_id             = aws_api_gateway_rest_api.{{label}}.id
  resource_id             = aws_api_gateway_resource.{{label}}.id
  http_method             = aws_api_gateway_method.{{label}}.http_method
  integration_http_method = "POST"
  type                    = "AWS_PROXY"
  uri                     = {{backend.invoke_arn}}
}

resource "aws_api_gateway_deployment" "{{label}}" {
  rest_api_id = aws_api_gateway_rest_api.{{label}}.id

  triggers = {
    redeployment = sha1(jsonencode([aws_api_gateway_method.{{label}}.id, aws_api_gateway_integration.{{label}}.id]))
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_cloudwatch_log_group" "{{label}}" {
  name              = "/${var.name}/api/{{slug}}"
  retention_in_days = {{log_days}}
}

resource "aws_api_gateway_stage" "{{label}}" {
  rest_api_id          = aws_api_gateway_rest_api.{{label}}.id
  deployment_id        = aws_api_gateway_deployment.{{label}}.id
  stage_name           = "live"
  xray_tracing_enabled = {{tracing}}

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.{{label}}.arn
    format          = "$context.requestId $context.identity.sourceIp $context.httpMethod $context.path $context.status"
  }
}

resource "aws_lambda_permission" "{{label}}" {
  statement_id  = "AllowFromAPI"
  action        = "lambda:InvokeFunction"
  function_name = {{backend.function_name}}
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.{{label}}.execution_arn}/*"
}
