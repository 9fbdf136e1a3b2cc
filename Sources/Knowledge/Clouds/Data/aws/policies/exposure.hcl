# What the internet, other accounts or every program of the account can reach.

rule "aws-msk-public" {
  title      = "Kafka reachable from the internet"
  severity   = "critical"
  category   = "security"
  resource   = "aws_msk_cluster"
  require    = !contains(["SERVICE_PROVIDED_EIPS"], self.broker_node_group_info[0].connectivity_info[0].public_access[0].type)
  message    = "public_access gives the brokers addresses of the internet."
  why        = "Only its authentication keeps the internet out of every message."
  advice     = "Remove public_access, or set its type to DISABLED."
  references = ["AWS Security Hub MSK.4", "CKV_AWS_291"]
  pass {
    resource "aws_msk_cluster" "x" {
      cluster_name           = "a"
      kafka_version          = "a"
      number_of_broker_nodes = 1
      broker_node_group_info {
        client_subnets  = ["a"]
        instance_type   = "a"
        security_groups = ["a"]
        connectivity_info {
          public_access {
            type = "DISABLED"
          }
        }
      }
    }
  }
  fail {
    resource "aws_msk_cluster" "x" {
      cluster_name           = "a"
      kafka_version          = "a"
      number_of_broker_nodes = 1
      broker_node_group_info {
        client_subnets  = ["a"]
        instance_type   = "a"
        security_groups = ["a"]
        connectivity_info {
          public_access {
            type = "SERVICE_PROVIDED_EIPS"
          }
        }
      }
    }
  }
}

rule "aws-msk-unauthenticated" {
  title      = "Kafka takes clients without a name"
  severity   = "high"
  category   = "security"
  resource   = "aws_msk_cluster"
  require    = self.client_authentication[0].unauthenticated != true
  message    = "client_authentication.unauthenticated is true."
  why        = "Whoever reaches the port reads and writes every topic."
  advice     = "Set client_authentication.unauthenticated to false."
  references = ["AWS Security Hub MSK.6"]
  remedy {
    set {
      client_authentication {
        unauthenticated = false
      }
    }
  }
  pass {
    resource "aws_msk_cluster" "x" {
      cluster_name           = "a"
      kafka_version          = "a"
      number_of_broker_nodes = 1
      broker_node_group_info {
        client_subnets  = ["a"]
        instance_type   = "a"
        security_groups = ["a"]
      }
      client_authentication {
        unauthenticated = false
      }
    }
  }
  fail {
    resource "aws_msk_cluster" "x" {
      cluster_name           = "a"
      kafka_version          = "a"
      number_of_broker_nodes = 1
      broker_node_group_info {
        client_subnets  = ["a"]
        instance_type   = "a"
        security_groups = ["a"]
      }
      client_authentication {
        unauthenticated = true
      }
    }
  }
}

rule "aws-mwaa-public" {
  title      = "Airflow reachable from the internet"
  severity   = "medium"
  category   = "security"
  resource   = "aws_mwaa_environment"
  require    = contains(["PRIVATE_ONLY"], coalesce(self.webserver_access_mode, "PRIVATE_ONLY"))
  message    = "webserver_access_mode is not PRIVATE_ONLY."
  why        = "Only its sign-in keeps the internet from starting jobs with its role."
  advice     = "Set webserver_access_mode to PRIVATE_ONLY."
  references = ["CKV2_AWS_66"]
  remedy {
    set {
      webserver_access_mode = "PRIVATE_ONLY"
    }
  }
  pass {
    resource "aws_mwaa_environment" "x" {
      dag_s3_path        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      name               = "a"
      source_bucket_arn  = "arn:aws:s3:::a"
      network_configuration {
        security_group_ids = ["a"]
        subnet_ids         = ["a"]
      }
      webserver_access_mode = "PRIVATE_ONLY"
    }
  }
  fail {
    resource "aws_mwaa_environment" "x" {
      dag_s3_path        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      name               = "a"
      source_bucket_arn  = "arn:aws:s3:::a"
      network_configuration {
        security_group_ids = ["a"]
        subnet_ids         = ["a"]
      }
      webserver_access_mode = "PUBLIC_ONLY"
    }
  }
}

rule "aws-eks-node-ssh" {
  title      = "SSH to nodes from everywhere"
  severity   = "high"
  category   = "security"
  resource   = "aws_eks_node_group"
  require    = self.remote_access[0].ec2_ssh_key == null || length(coalesce(self.remote_access[0].source_security_group_ids, [])) > 0
  message    = "A key for SSH is given without source_security_group_ids."
  why        = "Without them the port is open to the internet."
  advice     = "Name source_security_group_ids, or reach nodes by Session Manager."
  references = ["CKV_AWS_100"]
  pass {
    resource "aws_eks_node_group" "x" {
      cluster_name  = "a"
      node_role_arn = "arn:aws:iam::111122223333:role/r"
      subnet_ids    = ["a"]
      scaling_config {
        desired_size = 1
        max_size     = 1
        min_size     = 1
      }
      remote_access {
        ec2_ssh_key               = "k"
        source_security_group_ids = ["sg-1"]
      }
    }
  }
  fail {
    resource "aws_eks_node_group" "x" {
      cluster_name  = "a"
      node_role_arn = "arn:aws:iam::111122223333:role/r"
      subnet_ids    = ["a"]
      scaling_config {
        desired_size = 1
        max_size     = 1
        min_size     = 1
      }
      remote_access {
        ec2_ssh_key = "k"
      }
    }
  }
}

rule "aws-sg-open-web-port" {
  title      = "Web port in clear open to the internet"
  severity   = "info"
  category   = "security"
  resource   = ["aws_security_group", "aws_default_security_group"]
  require    = !anytrue([for r in coalesce(self.ingress, []) : covers_port(r, 80) && !covers_port(r, 443) && (is_public_cidr(r.cidr_blocks) || is_public_cidr(r.ipv6_cidr_blocks))])
  message    = "Port 80 is open to the internet."
  why        = "What is asked there is asked in clear."
  advice     = "Open 443 only, or let a load balancer redirect."
  references = ["CKV_AWS_260"]
  pass {
    resource "aws_security_group" "x" {
      ingress {
        from_port   = 443
        to_port     = 443
        protocol    = "tcp"
        cidr_blocks = ["0.0.0.0/0"]
      }
    }
  }
  fail {
    resource "aws_security_group" "x" {
      ingress {
        from_port   = 80
        to_port     = 80
        protocol    = "tcp"
        cidr_blocks = ["0.0.0.0/0"]
      }
    }
  }
}

rule "aws-sg-rule-web-port" {
  title      = "Web port in clear open to the internet"
  severity   = "info"
  category   = "security"
  resource   = ["aws_security_group_rule", "aws_vpc_security_group_ingress_rule"]
  require    = !(self.type != "egress" && covers_port(self, 80) && !covers_port(self, 443) && (is_public_cidr(self.cidr_blocks) || is_public_cidr(self.ipv6_cidr_blocks) || is_public_cidr(self.cidr_ipv4) || is_public_cidr(self.cidr_ipv6)))
  message    = "Port 80 is open to the internet."
  why        = "What is asked there is asked in clear."
  advice     = "Open 443 only, or let a load balancer redirect."
  references = ["CKV_AWS_260"]
  pass {
    resource "aws_security_group_rule" "x" {
      from_port         = 443
      protocol          = "tcp"
      security_group_id = "a"
      to_port           = 443
      type              = "ingress"
      cidr_blocks       = ["0.0.0.0/0"]
    }
  }
  fail {
    resource "aws_security_group_rule" "x" {
      from_port         = 80
      protocol          = "tcp"
      security_group_id = "a"
      to_port           = 80
      type              = "ingress"
      cidr_blocks       = ["0.0.0.0/0"]
    }
  }
}

rule "aws-sg-egress-everywhere" {
  title      = "Everything may leave"
  severity   = "low"
  category   = "security"
  resource   = "aws_security_group"
  require    = !anytrue([for r in coalesce(self.egress, []) : contains(["-1", "all"], lower(tostring(r.protocol))) && (is_public_cidr(r.cidr_blocks) || is_public_cidr(r.ipv6_cidr_blocks))])
  message    = "An egress rule lets every port and protocol leave to the internet."
  why        = "Who gets in can take everything along."
  advice     = "Name the ports and addresses that are needed."
  references = ["CKV_AWS_382", "trivy AWS-0104"]
  pass {
    resource "aws_security_group" "x" {
      egress {
        from_port   = 443
        to_port     = 443
        protocol    = "tcp"
        cidr_blocks = ["10.0.0.0/8"]
      }
    }
  }
  fail {
    resource "aws_security_group" "x" {
      egress {
        from_port   = 0
        to_port     = 0
        protocol    = "-1"
        cidr_blocks = ["0.0.0.0/0"]
      }
    }
  }
}

rule "aws-sg-rule-egress-everywhere" {
  title      = "Everything may leave"
  severity   = "low"
  category   = "security"
  resource   = ["aws_security_group_rule", "aws_vpc_security_group_egress_rule"]
  require    = !((self.type == "egress" || type == "aws_vpc_security_group_egress_rule") && contains(["-1", "all"], lower(tostring(coalesce(self.protocol, self.ip_protocol)))) && (is_public_cidr(self.cidr_blocks) || is_public_cidr(self.ipv6_cidr_blocks) || is_public_cidr(self.cidr_ipv4) || is_public_cidr(self.cidr_ipv6)))
  message    = "Every port and protocol may leave to the internet."
  why        = "Who gets in can take everything along."
  advice     = "Name the ports and addresses that are needed."
  references = ["CKV_AWS_382", "trivy AWS-0104"]
  pass {
    resource "aws_security_group_rule" "x" {
      from_port         = 443
      protocol          = "tcp"
      security_group_id = "a"
      to_port           = 443
      type              = "egress"
      cidr_blocks       = ["10.0.0.0/8"]
    }
  }
  fail {
    resource "aws_security_group_rule" "x" {
      from_port         = 0
      protocol          = "-1"
      security_group_id = "a"
      to_port           = 0
      type              = "egress"
      cidr_blocks       = ["0.0.0.0/0"]
    }
  }
}

rule "aws-nacl-file-transfer" {
  title      = "Network ACL lets file transfer in"
  severity   = "medium"
  category   = "security"
  resource   = ["aws_network_acl_rule", "aws_network_acl"]
  require    = type == "aws_network_acl_rule" ? !(self.rule_action == "allow" && self.egress != true && covers_port(self, 20, 21) && (is_public_cidr(self.cidr_block) || is_public_cidr(self.ipv6_cidr_block))) : !anytrue([for r in coalesce(self.ingress, []) : r.action == "allow" && covers_port(r, 20, 21) && (is_public_cidr(r.cidr_block) || is_public_cidr(r.ipv6_cidr_block))])
  message    = "Port 20 or 21 is let in from the internet."
  why        = "FTP sends passwords in clear."
  advice     = "Name the addresses, or do without FTP."
  references = ["CKV_AWS_229", "CKV_AWS_230"]
  pass {
    resource "aws_network_acl_rule" "x" {
      network_acl_id = "a"
      protocol       = "tcp"
      rule_action    = "allow"
      rule_number    = 1
      cidr_block     = "0.0.0.0/0"
      from_port      = 443
      to_port        = 443
    }
  }
  fail {
    resource "aws_network_acl_rule" "x" {
      network_acl_id = "a"
      protocol       = "tcp"
      rule_action    = "allow"
      rule_number    = 1
      cidr_block     = "0.0.0.0/0"
      from_port      = 20
      to_port        = 21
    }
  }
}

rule "aws-peering-route-everywhere" {
  title      = "Route to a peer for every address"
  severity   = "medium"
  category   = "security"
  resource   = "aws_route"
  applies    = is_set("vpc_peering_connection_id")
  require    = !is_public_cidr(self.destination_cidr_block) && !is_public_cidr(self.destination_ipv6_cidr_block)
  message    = "Every address is sent to the peer."
  why        = "The other network sees all traffic, and reaches what is meant for the internet."
  advice     = "Name the ranges of the peer."
  references = ["CKV2_AWS_44"]
  pass {
    resource "aws_route" "x" {
      route_table_id            = "a"
      destination_cidr_block    = "10.1.0.0/16"
      vpc_peering_connection_id = "pcx-1"
    }
  }
  fail {
    resource "aws_route" "x" {
      route_table_id            = "a"
      destination_cidr_block    = "0.0.0.0/0"
      vpc_peering_connection_id = "pcx-1"
    }
  }
}

rule "aws-s3-access-point-public" {
  title      = "Access point without the public block"
  severity   = "high"
  category   = "security"
  resource   = "aws_s3_access_point"
  require    = self.public_access_block_configuration == null || length(self.public_access_block_configuration) == 0 || self.public_access_block_configuration[0].block_public_acls != false && self.public_access_block_configuration[0].block_public_policy != false && self.public_access_block_configuration[0].ignore_public_acls != false && self.public_access_block_configuration[0].restrict_public_buckets != false
  message    = "One of the four protections is off."
  why        = "A policy can open the bucket to everybody through it."
  advice     = "Leave all four true."
  references = ["AWS Security Hub S3.19", "CKV_AWS_392"]
  remedy {
    set {
      public_access_block_configuration {
        block_public_policy = true
      }
    }
  }
  pass {
    resource "aws_s3_access_point" "x" {
      bucket = "a"
      name   = "a"
      public_access_block_configuration {
        block_public_acls       = true
        block_public_policy     = true
        ignore_public_acls      = true
        restrict_public_buckets = true
      }
    }
  }
  fail {
    resource "aws_s3_access_point" "x" {
      bucket = "a"
      name   = "a"
      public_access_block_configuration {
        block_public_acls       = true
        block_public_policy     = false
        ignore_public_acls      = true
        restrict_public_buckets = true
      }
    }
  }
}

rule "aws-glacier-policy-everybody" {
  title      = "Archive open to everybody"
  severity   = "high"
  category   = "security"
  resource   = "aws_glacier_vault"
  require    = !anytrue([for s in statements(coalesce(document.access_policy, self.access_policy)) : s.Effect == "Allow" && contains(coalesce(s.Principals, []), "*") && !s.IsRestricted])
  message    = "The policy allows everybody, without a condition that says who."
  why        = "Every account of AWS is everybody."
  advice     = "Name the accounts or roles, or a condition on who asks."
  references = ["CKV_AWS_167"]
  pass {
    resource "aws_glacier_vault" "x" {
      name = "a"
      access_policy = jsonencode({
        Statement = [{
          Effect    = "Allow"
          Principal = { AWS = "arn:aws:iam::111122223333:root" }
          Action    = "*"
          Resource  = "*"
        }]
      })
    }
  }
  fail {
    resource "aws_glacier_vault" "x" {
      name = "a"
      access_policy = jsonencode({
        Statement = [{
          Effect    = "Allow"
          Principal = "*"
          Action    = "*"
          Resource  = "*"
        }]
      })
    }
  }
}

rule "aws-efs-policy-everybody" {
  title      = "File system open to everybody"
  severity   = "high"
  category   = "security"
  resource   = "aws_efs_file_system_policy"
  require    = !anytrue([for s in statements(coalesce(document.policy, self.policy)) : s.Effect == "Allow" && contains(coalesce(s.Principals, []), "*") && !s.IsRestricted])
  message    = "The policy allows everybody, without a condition that says who."
  why        = "Every account of AWS is everybody."
  advice     = "Name the accounts or roles, or a condition on who asks."
  references = ["AWS Security Hub EFS.3"]
  pass {
    resource "aws_efs_file_system_policy" "x" {
      file_system_id = "a"
      policy = jsonencode({
        Statement = [{
          Effect    = "Allow"
          Principal = { AWS = "arn:aws:iam::111122223333:root" }
          Action    = "*"
          Resource  = "*"
        }]
      })
    }
  }
  fail {
    resource "aws_efs_file_system_policy" "x" {
      file_system_id = "a"
      policy = jsonencode({
        Statement = [{
          Effect    = "Allow"
          Principal = "*"
          Action    = "*"
          Resource  = "*"
        }]
      })
    }
  }
}

rule "aws-secret-policy-everybody" {
  title      = "Secret open to everybody"
  severity   = "high"
  category   = "security"
  resource   = "aws_secretsmanager_secret_policy"
  require    = !anytrue([for s in statements(coalesce(document.policy, self.policy)) : s.Effect == "Allow" && contains(coalesce(s.Principals, []), "*") && !s.IsRestricted])
  message    = "The policy allows everybody, without a condition that says who."
  why        = "Every account of AWS is everybody."
  advice     = "Name the accounts or roles, or a condition on who asks."
  references = ["AWS Secrets Manager: blocking broad access"]
  pass {
    resource "aws_secretsmanager_secret_policy" "x" {
      policy = jsonencode({
        Statement = [{
          Effect    = "Allow"
          Principal = { AWS = "arn:aws:iam::111122223333:root" }
          Action    = "*"
          Resource  = "*"
        }]
      })
      secret_arn = "arn:aws:s3:::a"
    }
  }
  fail {
    resource "aws_secretsmanager_secret_policy" "x" {
      policy = jsonencode({
        Statement = [{
          Effect    = "Allow"
          Principal = "*"
          Action    = "*"
          Resource  = "*"
        }]
      })
      secret_arn = "arn:aws:s3:::a"
    }
  }
}

rule "aws-registry-policy-everybody" {
  title      = "Registry open to everybody"
  severity   = "high"
  category   = "security"
  resource   = ["aws_ecr_registry_policy", "aws_ecrpublic_repository_policy"]
  require    = !anytrue([for s in statements(coalesce(document.policy, self.policy)) : s.Effect == "Allow" && contains(coalesce(s.Principals, []), "*") && !s.IsRestricted])
  message    = "The policy allows everybody, without a condition that says who."
  why        = "Every account of AWS is everybody."
  advice     = "Name the accounts or roles, or a condition on who asks."
  references = ["CKV_AWS_32"]
  pass {
    resource "aws_ecr_registry_policy" "x" {
      policy = jsonencode({
        Statement = [{
          Effect    = "Allow"
          Principal = { AWS = "arn:aws:iam::111122223333:root" }
          Action    = "*"
          Resource  = "*"
        }]
      })
    }
  }
  fail {
    resource "aws_ecr_registry_policy" "x" {
      policy = jsonencode({
        Statement = [{
          Effect    = "Allow"
          Principal = "*"
          Action    = "*"
          Resource  = "*"
        }]
      })
    }
  }
}

rule "aws-backup-policy-everybody" {
  title      = "Backup vault open to everybody"
  severity   = "high"
  category   = "security"
  resource   = "aws_backup_vault_policy"
  require    = !anytrue([for s in statements(coalesce(document.policy, self.policy)) : s.Effect == "Allow" && contains(coalesce(s.Principals, []), "*") && !s.IsRestricted])
  message    = "The policy allows everybody, without a condition that says who."
  why        = "Every account of AWS is everybody."
  advice     = "Name the accounts or roles, or a condition on who asks."
  references = ["AWS Backup: access policies"]
  pass {
    resource "aws_backup_vault_policy" "x" {
      backup_vault_name = "a"
      policy = jsonencode({
        Statement = [{
          Effect    = "Allow"
          Principal = { AWS = "arn:aws:iam::111122223333:root" }
          Action    = "*"
          Resource  = "*"
        }]
      })
    }
  }
  fail {
    resource "aws_backup_vault_policy" "x" {
      backup_vault_name = "a"
      policy = jsonencode({
        Statement = [{
          Effect    = "Allow"
          Principal = "*"
          Action    = "*"
          Resource  = "*"
        }]
      })
    }
  }
}

rule "aws-search-policy-everybody" {
  title      = "Search domain open to everybody"
  severity   = "high"
  category   = "security"
  resource   = ["aws_elasticsearch_domain_policy", "aws_opensearch_domain_policy", "aws_elasticsearch_domain", "aws_opensearch_domain"]
  require    = !anytrue([for s in statements(coalesce(document.access_policies, self.access_policies)) : s.Effect == "Allow" && contains(coalesce(s.Principals, []), "*") && !s.IsRestricted])
  message    = "The policy allows everybody, without a condition that says who."
  why        = "Every account of AWS is everybody."
  advice     = "Name the accounts or roles, or a condition on who asks."
  references = ["AWS Security Hub Opensearch.2"]
  pass {
    resource "aws_elasticsearch_domain_policy" "x" {
      access_policies = jsonencode({
        Statement = [{
          Effect    = "Allow"
          Principal = { AWS = "arn:aws:iam::111122223333:root" }
          Action    = "*"
          Resource  = "*"
        }]
      })
      domain_name = "a"
    }
  }
  fail {
    resource "aws_elasticsearch_domain_policy" "x" {
      access_policies = jsonencode({
        Statement = [{
          Effect    = "Allow"
          Principal = "*"
          Action    = "*"
          Resource  = "*"
        }]
      })
      domain_name = "a"
    }
  }
}

rule "aws-codeartifact-policy-everybody" {
  title      = "Packages open to everybody"
  severity   = "high"
  category   = "security"
  resource   = ["aws_codeartifact_domain_permissions_policy", "aws_codeartifact_repository_permissions_policy"]
  require    = !anytrue([for s in statements(coalesce(document.policy_document, self.policy_document)) : s.Effect == "Allow" && contains(coalesce(s.Principals, []), "*") && !s.IsRestricted])
  message    = "The policy allows everybody, without a condition that says who."
  why        = "Every account of AWS is everybody."
  advice     = "Name the accounts or roles, or a condition on who asks."
  references = ["AWS CodeArtifact: repository policies"]
  pass {
    resource "aws_codeartifact_domain_permissions_policy" "x" {
      domain = "a"
      policy_document = jsonencode({
        Statement = [{
          Effect    = "Allow"
          Principal = { AWS = "arn:aws:iam::111122223333:root" }
          Action    = "*"
          Resource  = "*"
        }]
      })
    }
  }
  fail {
    resource "aws_codeartifact_domain_permissions_policy" "x" {
      domain = "a"
      policy_document = jsonencode({
        Statement = [{
          Effect    = "Allow"
          Principal = "*"
          Action    = "*"
          Resource  = "*"
        }]
      })
    }
  }
}

rule "aws-events-policy-everybody" {
  title      = "Event bus open to everybody"
  severity   = "high"
  category   = "security"
  resource   = "aws_cloudwatch_event_bus_policy"
  require    = !anytrue([for s in statements(coalesce(document.policy, self.policy)) : s.Effect == "Allow" && contains(coalesce(s.Principals, []), "*") && !s.IsRestricted])
  message    = "The policy allows everybody, without a condition that says who."
  why        = "Every account of AWS is everybody."
  advice     = "Name the accounts or roles, or a condition on who asks."
  references = ["AWS Security Hub EventBridge.3"]
  pass {
    resource "aws_cloudwatch_event_bus_policy" "x" {
      policy = jsonencode({
        Statement = [{
          Effect    = "Allow"
          Principal = { AWS = "arn:aws:iam::111122223333:root" }
          Action    = "*"
          Resource  = "*"
        }]
      })
    }
  }
  fail {
    resource "aws_cloudwatch_event_bus_policy" "x" {
      policy = jsonencode({
        Statement = [{
          Effect    = "Allow"
          Principal = "*"
          Action    = "*"
          Resource  = "*"
        }]
      })
    }
  }
}

rule "aws-ses-policy-everybody" {
  title      = "Mail identity open to everybody"
  severity   = "high"
  category   = "security"
  resource   = "aws_ses_identity_policy"
  require    = !anytrue([for s in statements(coalesce(document.policy, self.policy)) : s.Effect == "Allow" && contains(coalesce(s.Principals, []), "*") && !s.IsRestricted])
  message    = "The policy allows everybody, without a condition that says who."
  why        = "Every account of AWS is everybody."
  advice     = "Name the accounts or roles, or a condition on who asks."
  references = ["AWS SES: sending authorization"]
  pass {
    resource "aws_ses_identity_policy" "x" {
      identity = "a"
      name     = "a"
      policy = jsonencode({
        Statement = [{
          Effect    = "Allow"
          Principal = { AWS = "arn:aws:iam::111122223333:root" }
          Action    = "*"
          Resource  = "*"
        }]
      })
    }
  }
  fail {
    resource "aws_ses_identity_policy" "x" {
      identity = "a"
      name     = "a"
      policy = jsonencode({
        Statement = [{
          Effect    = "Allow"
          Principal = "*"
          Action    = "*"
          Resource  = "*"
        }]
      })
    }
  }
}

rule "aws-lambda-layer-everybody" {
  title      = "Layer open to everybody"
  severity   = "medium"
  category   = "security"
  resource   = "aws_lambda_layer_version_permission"
  require    = self.principal != "*" || is_set("organization_id")
  message    = "The principal is everybody."
  why        = "Whatever the layer holds can be read by every account."
  advice     = "Name the account, or the organisation."
  references = ["AWS Lambda: layer permissions"]
  pass {
    resource "aws_lambda_layer_version_permission" "x" {
      action         = "a"
      layer_name     = "a"
      principal      = "111122223333"
      statement_id   = "a"
      version_number = 1
    }
  }
  fail {
    resource "aws_lambda_layer_version_permission" "x" {
      action         = "a"
      layer_name     = "a"
      principal      = "*"
      statement_id   = "a"
      version_number = 1
    }
  }
}

rule "aws-ami-public" {
  title      = "Image open to everybody"
  severity   = "high"
  category   = "security"
  resource   = "aws_ami_launch_permission"
  require    = self.group != "all"
  message    = "The image may be started by everybody."
  why        = "Whatever is on its disks can be read by every account."
  advice     = "Name accounts or organisations."
  references = ["CKV_AWS_205"]
  pass {
    resource "aws_ami_launch_permission" "x" {
      image_id   = "a"
      account_id = "111122223333"
    }
  }
  fail {
    resource "aws_ami_launch_permission" "x" {
      image_id = "a"
      group    = "all"
    }
  }
}

rule "aws-snapshot-public" {
  title      = "Database snapshot open to everybody"
  severity   = "critical"
  category   = "security"
  resource   = ["aws_db_snapshot", "aws_db_cluster_snapshot", "aws_db_snapshot_copy"]
  require    = !contains(coalesce(self.shared_accounts, []), "all")
  message    = "shared_accounts has all."
  why        = "Every account can restore the database from it."
  advice     = "Name accounts."
  references = ["AWS Security Hub RDS.1", "CKV_AWS_302"]
  pass {
    resource "aws_db_snapshot" "x" {
      db_instance_identifier = "a"
      db_snapshot_identifier = "a"
      shared_accounts        = ["111122223333"]
    }
  }
  fail {
    resource "aws_db_snapshot" "x" {
      db_instance_identifier = "a"
      db_snapshot_identifier = "a"
      shared_accounts        = ["all"]
    }
  }
}

rule "aws-ssm-document-public" {
  title      = "Document open to everybody"
  severity   = "medium"
  category   = "security"
  resource   = "aws_ssm_document"
  require    = lower(tostring(self.permissions.account_ids)) != "all"
  message    = "Its permissions name all accounts."
  why        = "Documents often hold names and commands of the inside."
  advice     = "Name accounts."
  references = ["AWS Security Hub SSM.4", "CKV_AWS_303"]
  pass {
    resource "aws_ssm_document" "x" {
      content       = "a"
      document_type = "a"
      name          = "a"
      permissions   = { type = "Share", account_ids = "111122223333" }
    }
  }
  fail {
    resource "aws_ssm_document" "x" {
      content       = "a"
      document_type = "a"
      name          = "a"
      permissions   = { type = "Share", account_ids = "all" }
    }
  }
}

rule "aws-endpoint-acceptance" {
  title      = "Endpoint service accepts everybody"
  severity   = "medium"
  category   = "security"
  resource   = "aws_vpc_endpoint_service"
  require    = self.acceptance_required == true
  message    = "acceptance_required is not true."
  why        = "Whoever may name it connects without being asked."
  advice     = "Set acceptance_required to true."
  references = ["CKV_AWS_123"]
  remedy {
    set {
      acceptance_required = true
    }
  }
  pass {
    resource "aws_vpc_endpoint_service" "x" {
      acceptance_required = true
    }
  }
  fail {
    resource "aws_vpc_endpoint_service" "x" {
      acceptance_required = false
    }
  }
}

rule "aws-transit-acceptance" {
  title      = "Transit gateway accepts every attachment"
  severity   = "high"
  category   = "security"
  resource   = "aws_ec2_transit_gateway"
  require    = contains(["disable"], coalesce(self.auto_accept_shared_attachments, "disable"))
  message    = "auto_accept_shared_attachments is not disable."
  why        = "A network of another account joins without being asked."
  advice     = "Set auto_accept_shared_attachments to disable."
  references = ["AWS Security Hub EC2.23", "CKV_AWS_331"]
  remedy {
    set {
      auto_accept_shared_attachments = "disable"
    }
  }
  pass {
    resource "aws_ec2_transit_gateway" "x" {
      auto_accept_shared_attachments = "disable"
    }
  }
  fail {
    resource "aws_ec2_transit_gateway" "x" {
      auto_accept_shared_attachments = "enable"
    }
  }
}

rule "aws-emr-block-public" {
  title      = "Clusters may be open to the internet"
  severity   = "high"
  category   = "security"
  resource   = "aws_emr_block_public_access_configuration"
  require    = self.block_public_security_group_rules == true
  message    = "block_public_security_group_rules is not true."
  why        = "A security group open to everybody is not refused."
  advice     = "Set block_public_security_group_rules to true."
  references = ["AWS Security Hub EMR.2", "CKV_AWS_390"]
  remedy {
    set {
      block_public_security_group_rules = true
    }
  }
  pass {
    resource "aws_emr_block_public_access_configuration" "x" {
      block_public_security_group_rules = true
    }
  }
  fail {
    resource "aws_emr_block_public_access_configuration" "x" {
      block_public_security_group_rules = false
    }
  }
}

rule "aws-cognito-guests" {
  title      = "Guests get credentials"
  severity   = "medium"
  category   = "security"
  resource   = "aws_cognito_identity_pool"
  require    = self.allow_unauthenticated_identities == false
  message    = "allow_unauthenticated_identities is not false."
  why        = "Whoever asks gets credentials of the account."
  advice     = "Set allow_unauthenticated_identities to false."
  references = ["AWS Security Hub Cognito.2", "CKV_AWS_366"]
  remedy {
    set {
      allow_unauthenticated_identities = false
    }
  }
  pass {
    resource "aws_cognito_identity_pool" "x" {
      identity_pool_name               = "a"
      allow_unauthenticated_identities = false
    }
  }
  fail {
    resource "aws_cognito_identity_pool" "x" {
      identity_pool_name = "a"
    }
  }
}

rule "aws-lambda-network" {
  title      = "Function outside a network"
  severity   = "info"
  category   = "security"
  resource   = "aws_lambda_function"
  require    = is_set("vpc_config")
  message    = "There is no vpc_config."
  why        = "What it reaches cannot be limited by the network."
  advice     = "Add vpc_config where it reaches what is inside."
  references = ["AWS Security Hub Lambda.3", "CKV_AWS_117"]
  pass {
    resource "aws_lambda_function" "x" {
      function_name = "a"
      role          = "a"
      vpc_config {
        subnet_ids         = ["subnet-1"]
        security_group_ids = ["sg-1"]
      }
    }
  }
  fail {
    resource "aws_lambda_function" "x" {
      function_name = "a"
      role          = "a"
    }
  }
}

rule "aws-sagemaker-network" {
  title      = "Notebook outside a network of one's own"
  severity   = "medium"
  category   = "security"
  resource   = "aws_sagemaker_notebook_instance"
  require    = is_set("subnet_id")
  message    = "subnet_id is not set."
  why        = "It reaches everything the service network reaches."
  advice     = "Set subnet_id."
  references = ["AWS Security Hub SageMaker.2", "CKV_AWS_306"]
  pass {
    resource "aws_sagemaker_notebook_instance" "x" {
      instance_type = "a"
      name          = "a"
      role_arn      = "arn:aws:iam::111122223333:role/r"
      subnet_id     = "subnet-1"
    }
  }
  fail {
    resource "aws_sagemaker_notebook_instance" "x" {
      instance_type = "a"
      name          = "a"
      role_arn      = "arn:aws:iam::111122223333:role/r"
    }
  }
}

rule "aws-sagemaker-imdsv2" {
  title      = "Notebook answers metadata without a token"
  severity   = "medium"
  category   = "security"
  resource   = "aws_sagemaker_notebook_instance"
  require    = self.instance_metadata_service_configuration[0].minimum_instance_metadata_service_version == "2"
  message    = "instance_metadata_service_configuration.minimum_instance_metadata_service_version is not 2."
  why        = "A request forged on it reads its credentials."
  advice     = "Set instance_metadata_service_configuration.minimum_instance_metadata_service_version to 2."
  references = ["CKV_AWS_371"]
  remedy {
    set {
      instance_metadata_service_configuration {
        minimum_instance_metadata_service_version = "2"
      }
    }
  }
  pass {
    resource "aws_sagemaker_notebook_instance" "x" {
      instance_type = "a"
      name          = "a"
      role_arn      = "arn:aws:iam::111122223333:role/r"
      instance_metadata_service_configuration {
        minimum_instance_metadata_service_version = "2"
      }
    }
  }
  fail {
    resource "aws_sagemaker_notebook_instance" "x" {
      instance_type = "a"
      name          = "a"
      role_arn      = "arn:aws:iam::111122223333:role/r"
      instance_metadata_service_configuration {
        minimum_instance_metadata_service_version = "1"
      }
    }
  }
}

rule "aws-sagemaker-isolated" {
  title      = "Model may reach the network"
  severity   = "medium"
  category   = "security"
  resource   = "aws_sagemaker_model"
  require    = self.enable_network_isolation == true
  message    = "enable_network_isolation is not true."
  why        = "A model from elsewhere can take data along."
  advice     = "Set enable_network_isolation to true."
  references = ["AWS Security Hub SageMaker.5", "CKV_AWS_370"]
  remedy {
    set {
      enable_network_isolation = true
    }
  }
  pass {
    resource "aws_sagemaker_model" "x" {
      execution_role_arn       = "arn:aws:iam::111122223333:role/r"
      enable_network_isolation = true
    }
  }
  fail {
    resource "aws_sagemaker_model" "x" {
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
    }
  }
}

rule "aws-sagemaker-domain-network" {
  title      = "Studio reaches the internet directly"
  severity   = "medium"
  category   = "security"
  resource   = "aws_sagemaker_domain"
  require    = self.app_network_access_type == "VpcOnly"
  message    = "app_network_access_type is not VpcOnly."
  why        = "What is loaded and sent passes no control of the network."
  advice     = "Set app_network_access_type to VpcOnly."
  references = ["AWS SageMaker: VpcOnly"]
  remedy {
    set {
      app_network_access_type = "VpcOnly"
    }
  }
  pass {
    resource "aws_sagemaker_domain" "x" {
      auth_mode   = "a"
      domain_name = "a"
      subnet_ids  = ["a"]
      vpc_id      = "a"
      default_user_settings {
        execution_role = "a"
      }
      app_network_access_type = "VpcOnly"
    }
  }
  fail {
    resource "aws_sagemaker_domain" "x" {
      auth_mode   = "a"
      domain_name = "a"
      subnet_ids  = ["a"]
      vpc_id      = "a"
      default_user_settings {
        execution_role = "a"
      }
    }
  }
}

rule "aws-imds-hops" {
  title      = "Metadata reachable from containers"
  severity   = "low"
  category   = "security"
  resource   = "aws_launch_template"
  require    = coalesce(self.metadata_options[0].http_put_response_hop_limit, 1) <= 1
  message    = "The hop limit is ${self.metadata_options[0].http_put_response_hop_limit}."
  why        = "Containers on the machine read its credentials."
  advice     = "Set http_put_response_hop_limit to 1 where containers do not need it."
  references = ["AWS Security Hub AutoScaling.4", "CKV_AWS_341"]
  remedy {
    set {
      metadata_options {
        http_put_response_hop_limit = 1
      }
    }
  }
  pass {
    resource "aws_launch_template" "x" {
      metadata_options {
        http_tokens                 = "required"
        http_put_response_hop_limit = 1
      }
    }
  }
  fail {
    resource "aws_launch_template" "x" {
      metadata_options {
        http_tokens                 = "required"
        http_put_response_hop_limit = 2
      }
    }
  }
}

rule "aws-api-data-trace" {
  title      = "Requests are logged whole"
  severity   = "medium"
  category   = "security"
  resource   = "aws_api_gateway_method_settings"
  require    = self.settings[0].data_trace_enabled != true
  message    = "settings.data_trace_enabled is true."
  why        = "Logs then hold passwords and personal data."
  advice     = "Set settings.data_trace_enabled to false."
  references = ["CKV_AWS_276"]
  remedy {
    set {
      settings {
        data_trace_enabled = false
      }
    }
  }
  pass {
    resource "aws_api_gateway_method_settings" "x" {
      method_path = "a"
      rest_api_id = "a"
      stage_name  = "a"
      settings {
        data_trace_enabled = false
      }
    }
  }
  fail {
    resource "aws_api_gateway_method_settings" "x" {
      method_path = "a"
      rest_api_id = "a"
      stage_name  = "a"
      settings {
        data_trace_enabled = true
      }
    }
  }
}

rule "aws-apiv2-authorization" {
  title      = "Route without authorisation"
  severity   = "medium"
  category   = "security"
  resource   = "aws_apigatewayv2_route"
  require    = contains(["JWT", "AWS_IAM", "CUSTOM"], self.authorization_type)
  message    = "The route has no authorization_type."
  why        = "Whoever knows the address may call it."
  advice     = "Set authorization_type."
  references = ["AWS Security Hub APIGateway.8", "CKV_AWS_309"]
  pass {
    resource "aws_apigatewayv2_route" "x" {
      api_id             = "a"
      route_key          = "a"
      authorization_type = "AWS_IAM"
    }
  }
  fail {
    resource "aws_apigatewayv2_route" "x" {
      api_id    = "a"
      route_key = "a"
    }
  }
}

rule "aws-redshift-public-admin" {
  title      = "Warehouse of the internet with a well-known name"
  severity   = "critical"
  category   = "security"
  resource   = "aws_redshift_cluster"
  require    = !(self.publicly_accessible == true && contains(["awsuser", "admin", "administrator", "root"], self.master_username))
  message    = "It is reachable from the internet and its administrator is called ${self.master_username}."
  why        = "Half of the password is known."
  advice     = "Make it private, and call the administrator otherwise."
  references = ["CKV_AWS_391"]
  pass {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier  = "a"
      node_type           = "ra3.large"
      master_username     = "keeper"
      publicly_accessible = false
    }
  }
  fail {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier  = "a"
      node_type           = "ra3.large"
      master_username     = "awsuser"
      publicly_accessible = true
    }
  }
}

rule "aws-redshift-default-name" {
  title      = "Warehouse with the name everybody knows"
  severity   = "low"
  category   = "security"
  resource   = "aws_redshift_cluster"
  require    = is_set("database_name") && self.database_name != "dev"
  message    = "The database is called dev."
  why        = "What is known need not be guessed."
  advice     = "Set database_name."
  references = ["AWS Security Hub Redshift.9", "CKV_AWS_320"]
  pass {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier = "a"
      node_type          = "ra3.large"
      database_name      = "sales"
    }
  }
  fail {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier = "a"
      node_type          = "ra3.large"
    }
  }
}

rule "aws-redshift-default-user" {
  title      = "Warehouse with the administrator everybody knows"
  severity   = "low"
  category   = "security"
  resource   = "aws_redshift_cluster"
  require    = self.master_username != "awsuser"
  message    = "The administrator is called awsuser."
  why        = "What is known need not be guessed."
  advice     = "Set master_username to another name."
  references = ["AWS Security Hub Redshift.8"]
  pass {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier = "a"
      node_type          = "ra3.large"
      master_username    = "keeper"
    }
  }
  fail {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier = "a"
      node_type          = "ra3.large"
      master_username    = "awsuser"
    }
  }
}

rule "aws-rds-default-user" {
  title      = "Database with an administrator everybody knows"
  severity   = "low"
  category   = "security"
  resource   = ["aws_db_instance", "aws_rds_cluster"]
  applies    = is_set("username") || is_set("master_username")
  require    = !contains(["admin", "postgres", "root", "administrator", "sa"], coalesce(self.username, self.master_username, "other"))
  message    = "The administrator is called ${coalesce(self.username, self.master_username)}."
  why        = "What is known need not be guessed."
  advice     = "Name the administrator otherwise."
  references = ["AWS Security Hub RDS.24", "AWS Security Hub RDS.25"]
  pass {
    resource "aws_db_instance" "x" {
      instance_class = "db.t4g.medium"
      engine         = "postgres"
      username       = "keeper"
    }
  }
  fail {
    resource "aws_db_instance" "x" {
      instance_class = "db.t4g.medium"
      engine         = "postgres"
      username       = "admin"
    }
  }
}

rule "aws-s3-grant-everybody" {
  title      = "Bucket granted to everybody"
  severity   = "critical"
  category   = "security"
  resource   = ["aws_s3_bucket_acl", "aws_s3_bucket"]
  require    = !anytrue([for g in concat(coalesce(self.grant, []), flatten([for p in coalesce(self.access_control_policy, []) : [for a in coalesce(p.grant, []) : { uri = try(a.grantee[0].uri, null) }]])) : strcontains(coalesce(g.uri, "none"), "/global/")])
  message    = "A grant names a group of everybody."
  why        = "Everybody reads or writes what is in it."
  advice     = "Grant to accounts by their id, or remove the grant."
  references = ["AWS Security Hub S3.12", "CKV_AWS_375"]
  pass {
    resource "aws_s3_bucket_acl" "x" {
      bucket = "a"
      acl    = "private"
    }
  }
  fail {
    resource "aws_s3_bucket_acl" "x" {
      bucket = "a"
      access_control_policy {
        owner {
          id = "1"
        }
        grant {
          permission = "FULL_CONTROL"
          grantee {
            type = "Group"
            uri  = "http://acs.amazonaws.com/groups/global/AllUsers"
          }
        }
      }
    }
  }
}

rule "aws-s3-cors-everybody" {
  title      = "Every site may change objects"
  severity   = "medium"
  category   = "security"
  resource   = "aws_s3_bucket_cors_configuration"
  require    = !anytrue([for r in self.cors_rule : contains(r.allowed_origins, "*") && length(setintersection(r.allowed_methods, ["PUT", "POST", "DELETE"])) > 0])
  message    = "A rule allows every origin to write."
  why        = "A page of anybody acts with the rights of whoever reads it."
  advice     = "Name the origins."
  references = ["AWS S3: cross-origin resource sharing"]
  pass {
    resource "aws_s3_bucket_cors_configuration" "x" {
      bucket = "a"
      cors_rule {
        allowed_methods = ["PUT"]
        allowed_origins = ["https://example.org"]
      }
    }
  }
  fail {
    resource "aws_s3_bucket_cors_configuration" "x" {
      bucket = "a"
      cors_rule {
        allowed_methods = ["PUT"]
        allowed_origins = ["*"]
      }
    }
  }
}

rule "aws-lambda-cors" {
  title      = "Every site may call the function"
  severity   = "medium"
  category   = "security"
  resource   = "aws_lambda_function_url"
  require    = !anytrue([for r in self.cors : contains(coalesce(r.allow_origins, []), "*")])
  message    = "cors allows every origin."
  why        = "A page of anybody calls it with the rights of whoever reads it."
  advice     = "Name the origins."
  references = ["AWS Lambda: function URLs", "CKV2_AWS_75"]
  pass {
    resource "aws_lambda_function_url" "x" {
      authorization_type = "AWS_IAM"
      function_name      = "a"
      cors {
        allow_origins = ["https://example.org"]
      }
    }
  }
  fail {
    resource "aws_lambda_function_url" "x" {
      authorization_type = "AWS_IAM"
      function_name      = "a"
      cors {
        allow_origins = ["*"]
      }
    }
  }
}
