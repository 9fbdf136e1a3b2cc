# Rarer parts of networks.

rule "aws-nacl-all-ports" {
  title      = "Network ACL rule for all ports"
  severity   = "high"
  category   = "security"
  resource   = ["aws_network_acl_rule", "aws_network_acl"]
  require    = type == "aws_network_acl_rule" ? !(self.rule_action == "allow" && contains(["-1", "all"], lower(tostring(self.protocol))) && (is_public_cidr(self.cidr_block) || is_public_cidr(self.ipv6_cidr_block)) && self.egress != true) : !anytrue([for r in coalesce(self.ingress, []) : r.action == "allow" && contains(["-1", "all"], lower(tostring(r.protocol))) && is_public_cidr(r.cidr_block)])
  message    = "Every port and protocol is let in from the internet."
  why        = "A list that admits everything is none."
  advice     = "Name the protocol and ports."
  references = ["trivy AWS-0102", "CKV_AWS_352"]
  pass {
    resource "aws_network_acl_rule" "x" {
      network_acl_id = "acl-1"
      rule_number    = 100
      protocol       = "tcp"
      rule_action    = "allow"
      cidr_block     = "0.0.0.0/0"
      from_port      = 443
      to_port        = 443
    }
  }
  fail {
    resource "aws_network_acl_rule" "x" {
      network_acl_id = "acl-1"
      rule_number    = 100
      protocol       = "all"
      rule_action    = "allow"
      cidr_block     = "0.0.0.0/0"
    }
  }
}

rule "aws-default-security-group-open" {
  title      = "Default security group lets traffic through"
  severity   = "medium"
  category   = "security"
  resource   = "aws_default_security_group"
  require    = length(coalesce(self.ingress, [])) == 0 && length(coalesce(self.egress, [])) == 0
  message    = "The default group has rules, and whatever names no group of its own gets them."
  why        = "What is created in haste ends up in the default group."
  advice     = "Take all rules out of it."
  references = ["CIS AWS 1.5 5.4", "AWS Security Hub EC2.2", "CKV2_AWS_12"]
  pass {
    resource "aws_default_security_group" "x" {
      vpc_id = "vpc-1"
    }
  }
  fail {
    resource "aws_default_security_group" "x" {
      vpc_id = "vpc-1"
      ingress {
        from_port = 0
        to_port   = 0
        protocol  = "-1"
        self      = true
      }
    }
  }
}

rule "aws-transfer-public" {
  title      = "File transfer server with a public endpoint"
  severity   = "medium"
  category   = "security"
  resource   = "aws_transfer_server"
  require    = contains(["VPC", "VPC_ENDPOINT"], coalesce(self.endpoint_type, "PUBLIC"))
  message    = "endpoint_type is ${coalesce(self.endpoint_type, "PUBLIC")}."
  why        = "Nothing but the login stands between the internet and the files."
  advice     = "Set endpoint_type to VPC."
  references = ["CKV_AWS_164"]
  pass {
    resource "aws_transfer_server" "x" {
      endpoint_type = "VPC"
      endpoint_details {
        vpc_id     = "vpc-1"
        subnet_ids = ["subnet-1"]
      }
    }
  }
  fail {
    resource "aws_transfer_server" "x" {
      tags = { a = "b" }
    }
  }
}

rule "aws-accelerator-flow-logs" {
  title      = "Accelerator without flow logs"
  severity   = "low"
  category   = "operations"
  resource   = "aws_globalaccelerator_accelerator"
  require    = self.attributes[0].flow_logs_enabled == true
  message    = "attributes.flow_logs_enabled is not true."
  why        = "Who reached what cannot be reconstructed."
  advice     = "Set attributes.flow_logs_enabled to true."
  references = ["CKV_AWS_75"]
  pass {
    resource "aws_globalaccelerator_accelerator" "x" {
      name = "a"
      attributes {
        flow_logs_enabled = true
      }
    }
  }
  fail {
    resource "aws_globalaccelerator_accelerator" "x" {
      name = "a"
    }
  }
}

rule "aws-waf-logging" {
  title      = "Web firewall that does not log"
  severity   = "low"
  category   = "operations"
  resource   = "aws_wafv2_web_acl"
  require    = length(related("aws_wafv2_web_acl_logging_configuration", "resource_arn")) > 0
  message    = "No aws_wafv2_web_acl_logging_configuration refers to it."
  why        = "What was blocked, and what should have been, cannot be seen."
  advice     = "Add an aws_wafv2_web_acl_logging_configuration."
  references = ["AWS Security Hub WAF.11", "CKV2_AWS_31"]
  pass {
    resource "aws_wafv2_web_acl" "x" {
      name  = "a"
      scope = "REGIONAL"
      default_action {
        allow {}
      }
      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "a"
        sampled_requests_enabled   = true
      }
    }
    resource "aws_wafv2_web_acl_logging_configuration" "x" {
      log_destination_configs = ["arn:aws:logs:eu-west-1:111122223333:log-group:aws-waf-logs-a"]
      resource_arn            = aws_wafv2_web_acl.x.arn
    }
  }
  fail {
    resource "aws_wafv2_web_acl" "x" {
      name  = "a"
      scope = "REGIONAL"
      default_action {
        allow {}
      }
      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "a"
        sampled_requests_enabled   = true
      }
    }
  }
}
