group "security_group" {
  types = ["aws_security_group", "aws_default_security_group", "aws_security_group_rule", "aws_vpc_security_group_ingress_rule"]
}

rule "aws-sg-open-admin-port" {
  title      = "Administration port open to the internet"
  severity   = "critical"
  category   = "security"
  resource   = "security_group"
  applies    = type != "aws_security_group_rule" || self.type == "ingress"
  require    = !anytrue([for r in(endswith(type, "security_group") ? self.ingress : [self]) : covers_port(r, 22, 3389, 5985, 5986) && (is_public_cidr(r.cidr_blocks) || is_public_cidr(r.ipv6_cidr_blocks) || is_public_cidr(r.cidr_ipv4) || is_public_cidr(r.cidr_ipv6))])
  message    = "SSH (22), RDP (3389) or WinRM is reachable from every address."
  why        = "Ports of administration are scanned and attacked without pause."
  advice     = "Use Session Manager, or allow only the addresses of the office or a bastion."
  references = ["CIS AWS 1.5 5.2", "AWS Security Hub EC2.13", "AWS Security Hub EC2.14"]
  pass {
    resource "aws_security_group" "g" {
      ingress {
        from_port   = 22
        to_port     = 22
        protocol    = "tcp"
        cidr_blocks = ["10.0.0.0/8"]
      }
    }
  }
  fail {
    resource "aws_security_group" "g" {
      ingress {
        from_port   = 20
        to_port     = 25
        protocol    = "tcp"
        cidr_blocks = ["0.0.0.0/0"]
      }
    }
  }
}

rule "aws-sg-open-database-port" {
  title      = "Database port open to the internet"
  severity   = "critical"
  category   = "security"
  resource   = "security_group"
  applies    = type != "aws_security_group_rule" || self.type == "ingress"
  require    = !anytrue([for r in(endswith(type, "security_group") ? self.ingress : [self]) : covers_port(r, 3306, 5432, 1433, 1521, 27017, 6379, 9200, 11211, 5439, 9042) && (is_public_cidr(r.cidr_blocks) || is_public_cidr(r.ipv6_cidr_blocks) || is_public_cidr(r.cidr_ipv4) || is_public_cidr(r.cidr_ipv6))])
  message    = "The port of a database or cache is reachable from every address."
  why        = "Databases trust their network more than they should; an open port is an incident waiting."
  advice     = "Allow only the security group of the application: referenced_security_group_id, or security_groups in the rule."
  references = ["AWS Security Hub EC2.19"]
  pass {
    resource "aws_vpc_security_group_ingress_rule" "r" {
      security_group_id            = "sg-1"
      referenced_security_group_id = "sg-2"
      from_port                    = 5432
      to_port                      = 5432
      ip_protocol                  = "tcp"
    }
  }
  fail {
    resource "aws_security_group_rule" "r" {
      type              = "ingress"
      security_group_id = "sg-1"
      from_port         = 5432
      to_port           = 5432
      protocol          = "tcp"
      cidr_blocks       = ["0.0.0.0/0"]
    }
  }
}

rule "aws-sg-open-everything" {
  title      = "All ports open to the internet"
  severity   = "critical"
  category   = "security"
  resource   = "security_group"
  applies    = type != "aws_security_group_rule" || self.type == "ingress"
  require    = !anytrue([for r in(endswith(type, "security_group") ? self.ingress : [self]) : ("${coalesce(r.protocol, r.ip_protocol, "none")}" == "-1" || r.from_port == -1 || r.from_port == 0 && r.to_port == 65535) && (is_public_cidr(r.cidr_blocks) || is_public_cidr(r.ipv6_cidr_blocks) || is_public_cidr(r.cidr_ipv4) || is_public_cidr(r.cidr_ipv6))])
  message    = "A rule lets every port in from every address."
  why        = "Whatever listens, now or later, is public."
  advice     = "Open only the ports that are served, usually 443."
  references = ["AWS Security Hub EC2.18", "CKV_AWS_277"]
  pass {
    resource "aws_security_group" "g" {
      ingress {
        from_port   = 443
        to_port     = 443
        protocol    = "tcp"
        cidr_blocks = ["0.0.0.0/0"]
      }
    }
  }
  fail {
    resource "aws_security_group" "g" {
      ingress {
        from_port   = 0
        to_port     = 0
        protocol    = "-1"
        cidr_blocks = ["0.0.0.0/0"]
      }
    }
  }
}

rule "aws-sg-description" {
  title      = "Security group rule without a description"
  severity   = "info"
  category   = "operations"
  resource   = ["aws_security_group", "aws_security_group_rule", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"]
  require    = type == "aws_security_group" ? length(self.description) > 0 && alltrue([for r in concat(coalesce(self.ingress, []), coalesce(self.egress, [])) : length(r.description) > 0]) : length(self.description) > 0
  message    = "The group or one of its rules does not say what it is for."
  why        = "Nobody dares to remove a rule whose purpose is forgotten."
  advice     = "Give the group and each rule a description."
  references = ["trivy AWS-0099", "CKV_AWS_23"]
  pass {
    resource "aws_security_group" "g" {
      description = "web"
      ingress {
        description = "HTTPS from everywhere"
        from_port   = 443
        to_port     = 443
        protocol    = "tcp"
      }
    }
  }
  fail {
    resource "aws_security_group" "g" {
      description = "web"
      ingress {
        from_port = 443
        to_port   = 443
        protocol  = "tcp"
      }
    }
  }
}

rule "aws-nacl-open-admin-port" {
  title      = "Network ACL opens administration ports to the internet"
  severity   = "high"
  category   = "security"
  resource   = ["aws_network_acl", "aws_network_acl_rule", "aws_default_network_acl"]
  applies    = type != "aws_network_acl_rule" || self.egress != true
  require    = !anytrue(flatten([for p in [22, 3389] : [for r in(type == "aws_network_acl_rule" ? [self] : self.ingress) : lower(coalesce(r.action, r.rule_action, "none")) == "allow" && (is_public_cidr(r.cidr_block) || is_public_cidr(r.ipv6_cidr_block)) && covers_port(r, p) && !anytrue([for d in self.ingress : lower(d.action) == "deny" && d.rule_no < r.rule_no && is_public_cidr(d.cidr_block) && covers_port(d, p)])]]))
  message    = "An entry allows SSH (22) or RDP (3389) from every address."
  why        = "The ACL is the second wall behind security groups, and it stands open."
  advice     = "Deny these ports, or allow them from known addresses only."
  references = ["CIS AWS 1.5 5.1", "AWS Security Hub EC2.21"]
  pass {
    resource "aws_network_acl" "a" {
      vpc_id = "vpc-1"
      ingress {
        protocol   = "tcp"
        rule_no    = 100
        action     = "allow"
        cidr_block = "0.0.0.0/0"
        from_port  = 443
        to_port    = 443
      }
    }
  }
  fail {
    resource "aws_network_acl" "a" {
      vpc_id = "vpc-1"
      ingress {
        protocol   = "-1"
        rule_no    = 100
        action     = "allow"
        cidr_block = "0.0.0.0/0"
        from_port  = 0
        to_port    = 0
      }
    }
  }
}

rule "aws-vpc-flow-logs" {
  title      = "VPC without flow logs"
  severity   = "medium"
  category   = "operations"
  resource   = "aws_vpc"
  require    = length(related("aws_flow_log", "vpc_id")) > 0
  message    = "No aws_flow_log refers to this VPC."
  why        = "Without flow logs nobody can tell what talked to what."
  advice     = "Add an aws_flow_log with traffic_type ALL (or at least REJECT)."
  references = ["CIS AWS 1.5 3.9", "AWS Security Hub EC2.6"]
  pass {
    resource "aws_vpc" "v" {
      cidr_block = "10.0.0.0/16"
    }
    resource "aws_flow_log" "v" {
      vpc_id       = aws_vpc.v.id
      traffic_type = "ALL"
    }
  }
  fail {
    resource "aws_vpc" "v" {
      cidr_block = "10.0.0.0/16"
    }
  }
}

rule "aws-subnet-public-addresses" {
  title      = "Subnet gives every instance a public address"
  severity   = "medium"
  category   = "security"
  resource   = ["aws_subnet", "aws_default_subnet"]
  require    = self.map_public_ip_on_launch != true
  message    = "map_public_ip_on_launch is true."
  why        = "Instances become reachable from the internet without anybody asking for it."
  advice     = "Set map_public_ip_on_launch to false and give public addresses to load balancers only."
  references = ["AWS Security Hub EC2.15", "CKV_AWS_130"]
  remedy {
    set {
      map_public_ip_on_launch = false
    }
  }
  pass {
    resource "aws_subnet" "s" {
      vpc_id = "vpc-1"
    }
  }
  fail {
    resource "aws_subnet" "s" {
      vpc_id                  = "vpc-1"
      map_public_ip_on_launch = true
    }
  }
}

rule "aws-lb-listener-https" {
  title      = "Load balancer serves plain HTTP"
  severity   = "high"
  category   = "security"
  resource   = ["aws_lb_listener", "aws_alb_listener"]
  applies    = self.protocol == "HTTP" || self.protocol == null && self.port == 80
  require    = anytrue([for a in self.default_action : a.type == "redirect" && a.redirect[0].protocol == "HTTPS"])
  message    = "The listener on port ${self.port} answers HTTP instead of redirecting to HTTPS."
  why        = "Passwords and cookies travel in clear text."
  advice     = "Serve HTTPS with a certificate and make the HTTP listener redirect to it."
  awaits     = "a domain name and a certificate for it"
  references = ["AWS Security Hub ELB.1"]
  pass {
    resource "aws_lb_listener" "l" {
      load_balancer_arn = "arn"
      port              = 80
      protocol          = "HTTP"
      default_action {
        type = "redirect"
        redirect {
          port        = "443"
          protocol    = "HTTPS"
          status_code = "HTTP_301"
        }
      }
    }
  }
  fail {
    resource "aws_lb_listener" "l" {
      load_balancer_arn = "arn"
      port              = 80
      protocol          = "HTTP"
      default_action {
        type             = "forward"
        target_group_arn = "arn"
      }
    }
  }
}

rule "aws-lb-tls-policy" {
  title      = "Load balancer accepts old TLS versions"
  severity   = "medium"
  category   = "security"
  resource   = ["aws_lb_listener", "aws_alb_listener"]
  applies    = self.protocol == "HTTPS" || self.protocol == "TLS"
  require    = can(regex("^ELBSecurityPolicy-(TLS13-1-[23]|FS-1-2|TLS-1-2)", self.ssl_policy))
  message    = "The security policy is ${coalesce(self.ssl_policy, "the default, which accepts TLS 1.0")}."
  why        = "TLS before 1.2 is broken."
  advice     = "Set ssl_policy to ELBSecurityPolicy-TLS13-1-2-2021-06."
  references = ["AWS Security Hub ELB.17", "CKV_AWS_103"]
  remedy {
    set {
      ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"
    }
  }
  pass {
    resource "aws_lb_listener" "l" {
      port       = 443
      protocol   = "HTTPS"
      ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"
    }
  }
  fail {
    resource "aws_lb_listener" "l" {
      port       = 443
      protocol   = "HTTPS"
      ssl_policy = "ELBSecurityPolicy-2016-08"
    }
  }
}

rule "aws-lb-logging" {
  title      = "Load balancer without access logs"
  severity   = "low"
  category   = "operations"
  resource   = ["aws_lb", "aws_alb"]
  applies    = self.load_balancer_type != "gateway"
  require    = self.access_logs[0].enabled == true
  message    = "access_logs is not enabled."
  why        = "Requests cannot be reconstructed after an incident."
  advice     = "Add access_logs with a bucket and enabled true."
  references = ["AWS Security Hub ELB.5"]
  pass {
    resource "aws_lb" "l" {
      name = "l"
      access_logs {
        bucket  = "logs"
        enabled = true
      }
    }
  }
  fail {
    resource "aws_lb" "l" {
      name = "l"
      access_logs {
        bucket = "logs"
      }
    }
  }
}

rule "aws-lb-deletion-protection" {
  title      = "Load balancer can be deleted by mistake"
  severity   = "low"
  category   = "reliability"
  resource   = ["aws_lb", "aws_alb"]
  require    = self.enable_deletion_protection == true
  message    = "enable_deletion_protection is not true."
  why        = "A new load balancer has a new address; every record and client has to follow."
  advice     = "Set enable_deletion_protection to true."
  references = ["AWS Security Hub ELB.6"]
  remedy {
    set {
      enable_deletion_protection = true
    }
  }
  pass {
    resource "aws_lb" "l" {
      enable_deletion_protection = true
    }
  }
  fail {
    resource "aws_lb" "l" {
      name = "l"
    }
  }
}

rule "aws-lb-drop-invalid-headers" {
  title      = "Load balancer passes on malformed headers"
  severity   = "medium"
  category   = "security"
  resource   = ["aws_lb", "aws_alb"]
  applies    = self.load_balancer_type == null || self.load_balancer_type == "application"
  require    = self.drop_invalid_header_fields == true
  message    = "drop_invalid_header_fields is not true."
  why        = "Malformed headers are how requests are smuggled past the load balancer."
  advice     = "Set drop_invalid_header_fields to true."
  references = ["AWS Security Hub ELB.4", "CKV_AWS_131"]
  remedy {
    set {
      drop_invalid_header_fields = true
    }
  }
  pass {
    resource "aws_lb" "l" {
      load_balancer_type         = "application"
      drop_invalid_header_fields = true
    }
  }
  fail {
    resource "aws_lb" "l" {
      load_balancer_type = "application"
    }
  }
}

rule "aws-cloudfront-https" {
  title      = "Distribution serves plain HTTP"
  severity   = "high"
  category   = "security"
  resource   = "aws_cloudfront_distribution"
  require    = alltrue([for b in concat(coalesce(self.default_cache_behavior, []), coalesce(self.ordered_cache_behavior, [])) : contains(["https-only", "redirect-to-https"], b.viewer_protocol_policy)])
  message    = "A cache behaviour allows HTTP."
  why        = "Content and cookies travel in clear text."
  advice     = "Set viewer_protocol_policy to redirect-to-https in every behaviour."
  references = ["AWS Security Hub CloudFront.3"]
  remedy {
    set {
      default_cache_behavior {
        viewer_protocol_policy = "redirect-to-https"
      }
    }
  }
  pass {
    resource "aws_cloudfront_distribution" "d" {
      default_cache_behavior {
        viewer_protocol_policy = "redirect-to-https"
      }
    }
  }
  fail {
    resource "aws_cloudfront_distribution" "d" {
      default_cache_behavior {
        viewer_protocol_policy = "allow-all"
      }
    }
  }
}

rule "aws-cloudfront-tls-version" {
  title      = "Distribution accepts old TLS versions"
  severity   = "medium"
  category   = "security"
  resource   = "aws_cloudfront_distribution"
  require    = self.viewer_certificate[0].cloudfront_default_certificate != true && can(regex("^TLSv1\\.[23]", self.viewer_certificate[0].minimum_protocol_version))
  message    = "Viewers may use TLS before 1.2."
  why        = "TLS before 1.2 is broken; the default certificate cannot be restricted."
  advice     = "Use a certificate of ACM with minimum_protocol_version TLSv1.2_2021."
  awaits     = "a domain name and a certificate for it"
  references = ["AWS Security Hub CloudFront.7", "CKV_AWS_174"]
  pass {
    resource "aws_cloudfront_distribution" "d" {
      viewer_certificate {
        acm_certificate_arn      = "arn"
        ssl_support_method       = "sni-only"
        minimum_protocol_version = "TLSv1.2_2021"
      }
    }
  }
  fail {
    resource "aws_cloudfront_distribution" "d" {
      viewer_certificate {
        cloudfront_default_certificate = true
      }
    }
  }
}

rule "aws-cloudfront-logging" {
  title      = "Distribution without access logs"
  severity   = "low"
  category   = "operations"
  resource   = "aws_cloudfront_distribution"
  require    = length(self.logging_config) > 0 || length(related("aws_cloudwatch_log_delivery_source", "resource_arn")) > 0
  message    = "logging_config is missing."
  why        = "Requests cannot be reconstructed after an incident."
  advice     = "Add logging_config with a bucket."
  references = ["AWS Security Hub CloudFront.5"]
  pass {
    resource "aws_cloudfront_distribution" "d" {
      logging_config {
        bucket = "logs.s3.amazonaws.com"
      }
    }
  }
  fail {
    resource "aws_cloudfront_distribution" "d" {
      enabled = true
    }
  }
}

rule "aws-cloudfront-waf" {
  title      = "Distribution without a web application firewall"
  severity   = "low"
  category   = "security"
  resource   = "aws_cloudfront_distribution"
  require    = is_set("web_acl_id")
  message    = "web_acl_id is not set."
  why        = "Managed rules stop the ordinary attacks before they reach the application."
  advice     = "Make an aws_wafv2_web_acl with scope CLOUDFRONT and set web_acl_id."
  references = ["AWS Security Hub CloudFront.6", "trivy AWS-0011"]
  pass {
    resource "aws_cloudfront_distribution" "d" {
      web_acl_id = "arn"
    }
  }
  fail {
    resource "aws_cloudfront_distribution" "d" {
      enabled = true
    }
  }
}

rule "aws-api-stage-logging" {
  title      = "API stage without access logs"
  severity   = "medium"
  category   = "operations"
  resource   = ["aws_api_gateway_stage", "aws_apigatewayv2_stage"]
  require    = length(self.access_log_settings) > 0
  message    = "access_log_settings is missing."
  why        = "Misuse of the API cannot be reconstructed."
  advice     = "Add access_log_settings with a log group."
  references = ["AWS Security Hub APIGateway.9", "CKV_AWS_76"]
  pass {
    resource "aws_api_gateway_stage" "s" {
      stage_name = "v1"
      access_log_settings {
        destination_arn = "arn"
        format          = "{}"
      }
    }
  }
  fail {
    resource "aws_api_gateway_stage" "s" {
      stage_name = "v1"
    }
  }
}

rule "aws-api-method-authorization" {
  title      = "API method without authorization"
  severity   = "medium"
  category   = "security"
  resource   = "aws_api_gateway_method"
  applies    = !startswith(coalesce(self.http_method, "ANY"), "OPTION")
  require    = self.authorization != "NONE" || self.api_key_required == true
  message    = "The method ${self.http_method} can be called by anybody."
  why        = "Whatever the method does, the whole internet may do."
  advice     = "Set authorization to AWS_IAM, CUSTOM or COGNITO_USER_POOLS."
  references = ["CKV_AWS_59", "trivy AWS-0004"]
  pass {
    resource "aws_api_gateway_method" "m" {
      http_method   = "GET"
      authorization = "AWS_IAM"
    }
  }
  fail {
    resource "aws_api_gateway_method" "m" {
      http_method   = "POST"
      authorization = "NONE"
    }
  }
}

rule "aws-api-domain-tls" {
  title      = "API domain accepts old TLS versions"
  severity   = "high"
  category   = "security"
  resource   = ["aws_api_gateway_domain_name", "aws_apigatewayv2_domain_name"]
  require    = can(regex("^(TLS_1_2$|SecurityPolicy_TLS1[23])", type == "aws_api_gateway_domain_name" ? self.security_policy : self.domain_name_configuration[0].security_policy))
  message    = "security_policy is not TLS_1_2."
  why        = "TLS before 1.2 is broken."
  advice     = "Set security_policy to TLS_1_2."
  references = ["trivy AWS-0005", "CKV_AWS_206"]
  pass {
    resource "aws_api_gateway_domain_name" "d" {
      domain_name     = "api.example.com"
      security_policy = "TLS_1_2"
    }
  }
  fail {
    resource "aws_api_gateway_domain_name" "d" {
      domain_name     = "api.example.com"
      security_policy = "TLS_1_0"
    }
  }
}
