resource "aws_wafv2_web_acl" "{{label}}" {
  {{#is.scope.CLOUDFRONT}}
  provider = aws.global

  {{/is.scope.CLOUDFRONT}}
  name  = {{full_name}}
  scope = "{{scope}}"

  default_action {
    allow {}
  }

  rule {
    name     = "known-attacks"
    priority = 1

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        vendor_name = "AWS"
        name        = "AWSManagedRulesCommonRuleSet"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "known-attacks"
      sampled_requests_enabled   = true
    }
  }

  {{#sql_injection}}
  rule {
    name     = "sql-injection"
    priority = 3

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        vendor_name = "AWS"
        name        = "AWSManagedRulesSQLiRuleSet"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "sql-injection"
      sampled_requests_enabled   = true
    }
  }

  {{/sql_injection}}
  rule {
    name     = "too-many-requests"
    priority = 2

    action {
      block {}
    }

    statement {
      rate_based_statement {
        limit              = {{rate}}
        aggregate_key_type = "IP"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "too-many-requests"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "{{slug}}"
    sampled_requests_enabled   = true
  }
}
{{#incoming.balancer_firewall}}

resource "aws_wafv2_web_acl_association" "{{self.label}}_{{label}}" {
  resource_arn = {{arn}}
  web_acl_arn  = aws_wafv2_web_acl.{{self.label}}.arn
}
{{/incoming.balancer_firewall}}
