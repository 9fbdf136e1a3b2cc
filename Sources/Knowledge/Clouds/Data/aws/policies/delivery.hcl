# Delivery of requests: API gateways and load balancers.

rule "aws-api-cache-encrypted" {
  title      = "API cache not encrypted"
  severity   = "medium"
  category   = "security"
  resource   = "aws_api_gateway_method_settings"
  applies    = self.settings[0].caching_enabled == true
  require    = self.settings[0].cache_data_encrypted == true
  message    = "Responses are kept in the cache in clear."
  why        = "A cache holds whatever the API returned, personal data included."
  advice     = "Set cache_data_encrypted to true."
  references = ["AWS Security Hub APIGateway.5", "trivy AWS-0002"]
  pass {
    resource "aws_api_gateway_method_settings" "x" {
      rest_api_id = "a"
      stage_name  = "prod"
      method_path = "*/*"
      settings {
        caching_enabled      = true
        cache_data_encrypted = true
      }
    }
  }
  fail {
    resource "aws_api_gateway_method_settings" "x" {
      rest_api_id = "a"
      stage_name  = "prod"
      method_path = "*/*"
      settings {
        caching_enabled      = true
        cache_data_encrypted = false
      }
    }
  }
}

rule "aws-api-cache" {
  title      = "API responses are not cached"
  severity   = "info"
  category   = "cost"
  resource   = "aws_api_gateway_method_settings"
  require    = self.settings[0].caching_enabled == true
  message    = "Every request reaches the integration."
  why        = "A cache takes repeated reads away from what is behind the API."
  advice     = "Set caching_enabled where responses may be a little old."
  references = ["trivy AWS-0190"]
  pass {
    resource "aws_api_gateway_method_settings" "x" {
      rest_api_id = "a"
      stage_name  = "prod"
      method_path = "*/*"
      settings {
        caching_enabled      = true
        cache_data_encrypted = true
      }
    }
  }
  fail {
    resource "aws_api_gateway_method_settings" "x" {
      rest_api_id = "a"
      stage_name  = "prod"
      method_path = "*/*"
      settings {
        caching_enabled = false
      }
    }
  }
}

rule "aws-api-tracing" {
  title      = "API stage without tracing"
  severity   = "low"
  category   = "operations"
  resource   = "aws_api_gateway_stage"
  require    = self.xray_tracing_enabled == true
  message    = "xray_tracing_enabled is not true."
  why        = "Traces show which part of a request was slow or failed."
  advice     = "Set xray_tracing_enabled to true."
  references = ["AWS Security Hub APIGateway.3", "trivy AWS-0003", "CKV_AWS_73"]
  remedy {
    set {
      xray_tracing_enabled = true
    }
  }
  pass {
    resource "aws_api_gateway_stage" "x" {
      deployment_id = "d"
      rest_api_id   = "a"
      stage_name    = "prod"
      xray_tracing_enabled = true
    }
  }
  fail {
    resource "aws_api_gateway_stage" "x" {
      deployment_id = "d"
      rest_api_id   = "a"
      stage_name    = "prod"
    }
  }
}

rule "aws-lb-internet-facing" {
  title      = "Load balancer reachable from the internet"
  severity   = "info"
  category   = "security"
  resource   = ["aws_lb", "aws_alb"]
  require    = self.internal == true || self.load_balancer_type == "gateway"
  message    = "The load balancer has public addresses."
  why        = "What only other services use needs no public address."
  advice     = "Set internal to true where nobody outside the network is served."
  references = ["trivy AWS-0053"]
  pass {
    resource "aws_lb" "x" {
      name     = "a"
      internal = true
    }
  }
  fail {
    resource "aws_lb" "x" {
      name = "a"
    }
  }
}
