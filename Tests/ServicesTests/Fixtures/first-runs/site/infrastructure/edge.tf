resource "aws_cloudfront_origin_access_control" "docs_site" {
  name                              = "docs-site"
  description                       = "Lets only the distribution read the bucket"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

locals {
  # Policies that AWS keeps for every account: CachingOptimized and SecurityHeadersPolicy.
  docs_site_cache_policy   = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  docs_site_headers_policy = "67f7725c-6f97-4210-82d7-5512b31e9d03"
}

resource "aws_cloudfront_distribution" "docs_site" {
  enabled             = true
  is_ipv6_enabled     = true
  comment             = var.name
  price_class         = "PriceClass_100"
  default_root_object = "index.html"
  http_version        = "http2and3"

  origin {
    origin_id                = "files"
    domain_name              = aws_s3_bucket.files.bucket_regional_domain_name
    origin_access_control_id = aws_cloudfront_origin_access_control.docs_site.id
  }

  default_cache_behavior {
    target_origin_id           = "files"
    allowed_methods            = ["GET", "HEAD", "OPTIONS"]
    cached_methods             = ["GET", "HEAD"]
    viewer_protocol_policy     = "redirect-to-https"
    compress                   = true
    cache_policy_id            = local.docs_site_cache_policy
    response_headers_policy_id = local.docs_site_headers_policy
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = var.docs_site_certificate_arn == null
    acm_certificate_arn            = var.docs_site_certificate_arn
    ssl_support_method             = var.docs_site_certificate_arn == null ? null : "sni-only"
    minimum_protocol_version       = var.docs_site_certificate_arn == null ? "TLSv1" : "TLSv1.2_2021"
  }

  tags = {
    Name = "docs-site"
  }
}
