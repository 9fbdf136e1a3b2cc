rule "aws-sqs-encrypted" {
  title      = "Queue not encrypted"
  severity   = "medium"
  category   = "security"
  resource   = "aws_sqs_queue"
  require    = self.sqs_managed_sse_enabled == true || is_set("kms_master_key_id")
  message    = "Neither sqs_managed_sse_enabled nor kms_master_key_id is set."
  why        = "Messages wait in clear text."
  advice     = "Set sqs_managed_sse_enabled to true, or name a kms_master_key_id."
  references = ["AWS Security Hub SQS.1", "CKV_AWS_27"]
  remedy {
    set {
      sqs_managed_sse_enabled = true
    }
  }
  pass {
    resource "aws_sqs_queue" "q" {
      sqs_managed_sse_enabled = true
    }
  }
  fail {
    resource "aws_sqs_queue" "q" {
      name = "q"
    }
  }
}

rule "aws-sqs-dead-letters" {
  title      = "Queue without a dead letter queue"
  severity   = "low"
  category   = "reliability"
  resource   = "aws_sqs_queue"
  applies    = length(related("aws_sqs_queue", "redrive_policy")) == 0 && length(related("aws_sqs_queue_redrive_policy", "redrive_policy")) == 0 && self.redrive_allow_policy == null
  require    = is_set("redrive_policy") || length(related("aws_sqs_queue_redrive_policy", "queue_url")) > 0
  message    = "redrive_policy is missing."
  why        = "A message that cannot be processed is tried again until it expires, and then it is lost."
  advice     = "Add a second queue and a redrive_policy that points to it."
  references = ["AWS Well-Architected REL05"]
  pass {
    resource "aws_sqs_queue" "q" {
      redrive_policy = jsonencode({ deadLetterTargetArn = "arn", maxReceiveCount = 5 })
    }
  }
  fail {
    resource "aws_sqs_queue" "q" {
      name = "q"
    }
  }
}

rule "aws-messaging-policy-everybody" {
  title      = "Queue or topic open to everybody"
  severity   = "high"
  category   = "security"
  resource   = ["aws_sqs_queue", "aws_sqs_queue_policy", "aws_sns_topic", "aws_sns_topic_policy"]
  applies    = is_set("policy")
  require    = !anytrue([for s in statements(coalesce(document.policy, self.policy)) : s.Effect == "Allow" && contains(coalesce(s.Principals, []), "*") && !s.IsRestricted])
  message    = "A statement allows the principal \"*\" without a condition."
  why        = "Anybody can read, add or remove messages."
  advice     = "Name the accounts, or add a condition on aws:SourceArn."
  references = ["AWS Security Hub SQS.3", "AWS Security Hub SNS.4"]
  pass {
    resource "aws_sqs_queue_policy" "p" {
      queue_url = "q"
      policy    = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:SendMessage", Condition = { ArnEquals = { "aws:SourceArn" = "arn" } } }] })
    }
  }
  fail {
    resource "aws_sqs_queue_policy" "p" {
      queue_url = "q"
      policy    = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:*" }] })
    }
  }
}

rule "aws-sns-encrypted" {
  title      = "Topic not encrypted"
  severity   = "medium"
  category   = "security"
  resource   = "aws_sns_topic"
  require    = is_set("kms_master_key_id")
  message    = "kms_master_key_id is not set."
  why        = "Messages are stored in clear text."
  advice     = "Set kms_master_key_id, for example to alias/aws/sns."
  references = ["AWS Security Hub SNS.1", "CKV_AWS_26"]
  remedy {
    set {
      kms_master_key_id = "alias/aws/sns"
    }
  }
  pass {
    resource "aws_sns_topic" "t" {
      kms_master_key_id = "alias/aws/sns"
    }
  }
  fail {
    resource "aws_sns_topic" "t" {
      name = "t"
    }
  }
}

rule "aws-kinesis-encrypted" {
  title      = "Data stream not encrypted"
  severity   = "medium"
  category   = "security"
  resource   = "aws_kinesis_stream"
  require    = self.encryption_type == "KMS"
  message    = "encryption_type is not KMS."
  why        = "Records are stored in clear text."
  advice     = "Set encryption_type to KMS and kms_key_id to alias/aws/kinesis."
  references = ["AWS Security Hub Kinesis.1", "CKV_AWS_43"]
  remedy {
    set {
      encryption_type = "KMS"
      kms_key_id      = "alias/aws/kinesis"
    }
  }
  pass {
    resource "aws_kinesis_stream" "s" {
      encryption_type = "KMS"
      kms_key_id      = "alias/aws/kinesis"
    }
  }
  fail {
    resource "aws_kinesis_stream" "s" {
      name = "s"
    }
  }
}

rule "aws-msk-encrypted-in-transit" {
  title      = "Kafka traffic not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_msk_cluster"
  applies    = length(self.encryption_info[0].encryption_in_transit) > 0
  require    = (self.encryption_info[0].encryption_in_transit[0].client_broker == null || self.encryption_info[0].encryption_in_transit[0].client_broker == "TLS") && self.encryption_info[0].encryption_in_transit[0].in_cluster != false
  message    = "Clients or brokers may speak plain text."
  why        = "Records travel in clear text."
  advice     = "Set client_broker to TLS and in_cluster to true."
  references = ["AWS Security Hub MSK.1", "CKV_AWS_81"]
  remedy {
    set {
      encryption_info {
        encryption_in_transit {
          client_broker = "TLS"
          in_cluster    = true
        }
      }
    }
  }
  pass {
    resource "aws_msk_cluster" "k" {
      encryption_info {
        encryption_in_transit {
          client_broker = "TLS"
        }
      }
    }
  }
  fail {
    resource "aws_msk_cluster" "k" {
      encryption_info {
        encryption_in_transit {
          client_broker = "TLS_PLAINTEXT"
        }
      }
    }
  }
}

rule "aws-log-retention" {
  title      = "Logs are kept for ever"
  severity   = "low"
  category   = "cost"
  resource   = "aws_cloudwatch_log_group"
  require    = self.retention_in_days > 0
  message    = "retention_in_days is not set, so nothing is ever deleted."
  why        = "The bill grows every month, and old logs are a liability of their own."
  advice     = "Set retention_in_days to what audits ask for, such as 365."
  references = ["AWS Security Hub CloudWatch.16", "CKV_AWS_66"]
  remedy {
    set {
      retention_in_days = 365
    }
  }
  pass {
    resource "aws_cloudwatch_log_group" "g" {
      retention_in_days = 365
    }
  }
  fail {
    resource "aws_cloudwatch_log_group" "g" {
      name = "g"
    }
  }
}

rule "aws-log-customer-key" {
  title      = "Logs without a customer managed key"
  severity   = "low"
  category   = "security"
  resource   = "aws_cloudwatch_log_group"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "With a key of one's own, reading logs needs a second permission."
  advice     = "Set kms_key_id to a key whose policy allows the logs service."
  references = ["CKV_AWS_158", "trivy AWS-0017"]
  pass {
    resource "aws_cloudwatch_log_group" "g" {
      kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/k"
    }
  }
  fail {
    resource "aws_cloudwatch_log_group" "g" {
      name = "g"
    }
  }
}

rule "aws-cloudtrail-integrity" {
  title      = "Trail whose files can be changed unnoticed"
  severity   = "medium"
  category   = "security"
  resource   = "aws_cloudtrail"
  require    = self.enable_log_file_validation == true
  message    = "enable_log_file_validation is not true."
  why        = "An intruder can edit the record of what they did."
  advice     = "Set enable_log_file_validation to true."
  references = ["CIS AWS 1.5 3.2", "AWS Security Hub CloudTrail.4"]
  remedy {
    set {
      enable_log_file_validation = true
    }
  }
  pass {
    resource "aws_cloudtrail" "t" {
      enable_log_file_validation = true
    }
  }
  fail {
    resource "aws_cloudtrail" "t" {
      name = "t"
    }
  }
}

rule "aws-cloudtrail-all-regions" {
  title      = "Trail that covers one region only"
  severity   = "medium"
  category   = "security"
  resource   = "aws_cloudtrail"
  require    = self.is_multi_region_trail == true
  message    = "is_multi_region_trail is not true."
  why        = "Intruders work in the regions nobody looks at."
  advice     = "Set is_multi_region_trail to true."
  references = ["CIS AWS 1.5 3.1", "AWS Security Hub CloudTrail.1"]
  remedy {
    set {
      is_multi_region_trail = true
    }
  }
  pass {
    resource "aws_cloudtrail" "t" {
      is_multi_region_trail = true
    }
  }
  fail {
    resource "aws_cloudtrail" "t" {
      name = "t"
    }
  }
}

rule "aws-cloudtrail-key" {
  title      = "Trail without a customer managed key"
  severity   = "medium"
  category   = "security"
  resource   = "aws_cloudtrail"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "The trail says what everybody does in the account; reading it should need its own permission."
  advice     = "Set kms_key_id."
  references = ["CIS AWS 1.5 3.7", "AWS Security Hub CloudTrail.2"]
  pass {
    resource "aws_cloudtrail" "t" {
      kms_key_id = "arn"
    }
  }
  fail {
    resource "aws_cloudtrail" "t" {
      name = "t"
    }
  }
}

rule "aws-parameter-secret-in-clear" {
  title      = "Secret parameter stored in clear text"
  severity   = "medium"
  category   = "security"
  resource   = "aws_ssm_parameter"
  applies    = can(regex("(?i)(password|passwd|secret|token|api_?key|private_?key)", self.name))
  require    = self.type == "SecureString"
  message    = "The parameter ${self.name} is a ${self.type}, not a SecureString."
  why        = "Everybody who may read parameters reads the secret, and it is not encrypted."
  advice     = "Set type to SecureString."
  references = ["CKV2_AWS_34"]
  remedy {
    set {
      type = "SecureString"
    }
  }
  pass {
    resource "aws_ssm_parameter" "p" {
      name = "/app/db_password"
      type = "SecureString"
    }
  }
  fail {
    resource "aws_ssm_parameter" "p" {
      name = "/app/db_password"
      type = "String"
    }
  }
}

rule "aws-secret-customer-key" {
  title      = "Secret without a customer managed key"
  severity   = "low"
  category   = "security"
  resource   = "aws_secretsmanager_secret"
  require    = is_set("kms_key_id") && (!is_literal(self.kms_key_id) || !strcontains(self.kms_key_id, "alias/aws/"))
  message    = "kms_key_id is not set."
  why        = "With a key of one's own, reading the secret needs a second permission, also from other accounts."
  advice     = "Set kms_key_id."
  references = ["trivy AWS-0098", "CKV_AWS_149"]
  pass {
    resource "aws_secretsmanager_secret" "s" {
      kms_key_id = "arn"
    }
  }
  fail {
    resource "aws_secretsmanager_secret" "s" {
      name = "s"
    }
  }
}

rule "aws-secret-in-clear" {
  title      = "Secret written in the configuration"
  severity   = "high"
  category   = "security"
  resource   = "aws_secretsmanager_secret_version"
  require    = !is_literal(self.secret_string)
  message    = "secret_string stands in clear text in the configuration."
  why        = "It ends up in version control, in plans and in every copy of them."
  advice     = "Generate the value with random_password, or set it outside and ignore changes."
  references = ["CWE-798"]
  pass {
    resource "random_password" "p" {
      length = 32
    }
    resource "aws_secretsmanager_secret_version" "v" {
      secret_id     = "s"
      secret_string = random_password.p.result
    }
  }
  fail {
    resource "aws_secretsmanager_secret_version" "v" {
      secret_id     = "s"
      secret_string = "hunter2"
    }
  }
}

rule "provider-static-credentials" {
  title      = "Access keys written in the provider block"
  severity   = "critical"
  category   = "security"
  resource   = "provider"
  require    = !is_literal(self.access_key) && !is_literal(self.secret_key) && !is_literal(self.token)
  message    = "The provider ${name} holds credentials in clear text."
  why        = "They end up in version control and in every plan."
  advice     = "Leave them out; the provider reads profiles, environment variables and roles."
  references = ["CKV_AWS_41", "CWE-798"]
  pass {
    provider "aws" {
      region = "eu-west-1"
    }
  }
  fail {
    provider "aws" {
      region     = "eu-west-1"
      access_key = "AKIAIOSFODNN7EXAMPLE"
      secret_key = "abc"
    }
  }
}

rule "provider-default-tags" {
  title      = "Provider without default tags"
  severity   = "info"
  category   = "operations"
  resource   = "provider"
  applies    = name == "aws"
  require    = length(self.default_tags[0].tags) > 0
  message    = "default_tags is missing, so cost and ownership of resources cannot be told."
  why        = "Untagged resources are the ones nobody pays for and nobody removes."
  advice     = "Add default_tags with at least an owner and a project."
  references = ["AWS Well-Architected COST03"]
  pass {
    provider "aws" {
      default_tags {
        tags = { Owner = "platform" }
      }
    }
  }
  fail {
    provider "aws" {
      region = "eu-west-1"
    }
  }
}

rule "terraform-pinned-providers" {
  title      = "Provider versions are not pinned"
  severity   = "low"
  category   = "operations"
  resource   = "terraform"
  applies    = length(self.required_providers) > 0
  require    = alltrue([for n, p in self.required_providers[0] : p.version != null])
  message    = "A provider in required_providers has no version."
  why        = "The next major version can change or replace resources without a change in the configuration."
  advice     = "Give each provider a version such as \"~> 5.0\"."
  references = ["OpenTofu: version constraints"]
  pass {
    terraform {
      required_providers {
        aws = {
          source  = "hashicorp/aws"
          version = "~> 5.0"
        }
      }
    }
  }
  fail {
    terraform {
      required_providers {
        aws = {
          source = "hashicorp/aws"
        }
      }
    }
  }
}

rule "variable-secret-not-sensitive" {
  title      = "Secret variable not marked sensitive"
  severity   = "low"
  category   = "security"
  resource   = "variable"
  applies    = can(regex("(?i)(password|passwd|secret_key|api_key|private_key|access_token)$", name))
  require    = self.sensitive == true
  message    = "The variable ${name} is printed in plans in clear text."
  why        = "Logs of plans are read by many and kept long."
  advice     = "Set sensitive to true."
  references = ["OpenTofu: sensitive variables"]
  remedy {
    set {
      sensitive = true
    }
  }
  pass {
    variable "db_password" {
      type      = string
      sensitive = true
    }
  }
  fail {
    variable "db_password" {
      type = string
    }
  }
}
