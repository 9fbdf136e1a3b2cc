{{#is.origin.bucket}}
resource "aws_cloudfront_origin_access_control" "{{label}}" {
  name                              = {{full_name}}
  description                       = "Lets only the distribution read the bucket"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}
{{/is.origin.bucket}}

locals {
  # Policies that AWS keeps for every account: CachingOptimized and SecurityHeadersPolicy.
  {{label}}_cache_policy   = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  {{label}}_headers_policy = "67f7725c-6f97-4210-82d7-5512b31e9d03"
}

resource "aws_cloudfront_distribution" "{{label}}" {
  enabled             = true
  is_ipv6_enabled     = true
  comment             = var.name
  price_class         = "{{price_class}}"
  default_root_object = {{#is.origin.bucket}}"index.html"{{/is.origin.bucket}}{{#is.origin.balancer}}null{{/is.origin.balancer}}
  http_version        = "http2and3"
  {{#outgoing.cdn_firewall}}
  web_acl_id          = {{arn}}
  {{/outgoing.cdn_firewall}}
  {{#https}}
  aliases             = ["{{domain}}"]
  {{/https}}
  {{#is.origin.bucket}}
{{#outgoing.cdn_origin}}

  origin {
    origin_id                = "files"
    domain_name              = {{domain_name}}
    origin_access_control_id = aws_cloudfront_origin_access_control.{{self.label}}.id
  }
  {{/outgoing.cdn_origin}}
{{/is.origin.bucket}}
  {{#outgoing.cdn_balancer}}

  origin {
    origin_id   = "app"
    domain_name = {{dns_name}}

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "http-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  {{/outgoing.cdn_balancer}}

  default_cache_behavior {
    {{#is.origin.bucket}}
    target_origin_id           = "files"
    {{/is.origin.bucket}}
    {{#is.origin.balancer}}
    target_origin_id           = "app"
    {{/is.origin.balancer}}
    allowed_methods            = ["GET", "HEAD", "OPTIONS"]
    cached_methods             = ["GET", "HEAD"]
    viewer_protocol_policy     = "redirect-to-https"
    compress                   = true
    cache_policy_id            = local.{{label}}_cache_policy
    response_headers_policy_id = local.{{label}}_headers_policy
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  {{#https}}
  viewer_certificate {
    acm_certificate_arn      = {{certificate.validated_arn}}
    ssl_support_method       = "sni-only"
    minimum_protocol_version = "TLSv1.2_2021"
  }
  {{/https}}
  {{^https}}
  viewer_certificate {
    cloudfront_default_certificate = var.{{label}}_certificate_arn == null
    acm_certificate_arn            = var.{{label}}_certificate_arn
    ssl_support_method             = var.{{label}}_certificate_arn == null ? null : "sni-only"
    minimum_protocol_version       = var.{{label}}_certificate_arn == null ? "TLSv1" : "TLSv1.2_2021"
  }
  {{/https}}

  tags = {
    Name = {{full_name}}
  }
}
