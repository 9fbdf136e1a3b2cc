# Brokers and streams.

rule "aws-mq-audit-log" {
  title      = "Message broker without an audit log"
  severity   = "medium"
  category   = "security"
  resource   = "aws_mq_broker"
  applies    = self.engine_type == "ActiveMQ"
  require    = self.logs[0].audit == true
  message    = "logs.audit is not true."
  why        = "Who changed queues and users cannot be reconstructed."
  advice     = "Set logs.audit to true."
  references = ["trivy AWS-0070", "CKV_AWS_48"]
  pass {
    resource "aws_mq_broker" "x" {
      broker_name        = "a"
      engine_type        = "ActiveMQ"
      engine_version     = "5.18"
      host_instance_type = "mq.m5.large"
      user {
        username = "u"
        password = "from-a-vault-1"
      }
      logs {
        audit = true
      }
    }
  }
  fail {
    resource "aws_mq_broker" "x" {
      broker_name        = "a"
      engine_type        = "ActiveMQ"
      engine_version     = "5.18"
      host_instance_type = "mq.m5.large"
      user {
        username = "u"
        password = "from-a-vault-1"
      }
    }
  }
}

rule "aws-mq-general-log" {
  title      = "Message broker without a general log"
  severity   = "low"
  category   = "operations"
  resource   = "aws_mq_broker"
  require    = self.logs[0].general == true
  message    = "logs.general is not true."
  why        = "Without the log a fault of the broker leaves no trace."
  advice     = "Set logs.general to true."
  references = ["trivy AWS-0071", "AWS Security Hub MQ.2"]
  pass {
    resource "aws_mq_broker" "x" {
      broker_name        = "a"
      engine_type        = "ActiveMQ"
      engine_version     = "5.18"
      host_instance_type = "mq.m5.large"
      user {
        username = "u"
        password = "from-a-vault-1"
      }
      logs {
        general = true
      }
    }
  }
  fail {
    resource "aws_mq_broker" "x" {
      broker_name        = "a"
      engine_type        = "ActiveMQ"
      engine_version     = "5.18"
      host_instance_type = "mq.m5.large"
      user {
        username = "u"
        password = "from-a-vault-1"
      }
    }
  }
}

rule "aws-mq-public" {
  title      = "Message broker reachable from the internet"
  severity   = "high"
  category   = "security"
  resource   = "aws_mq_broker"
  require    = self.publicly_accessible != true
  message    = "publicly_accessible is true."
  why        = "A broker passes on whatever reaches it to everything behind it."
  advice     = "Set publicly_accessible to false."
  references = ["trivy AWS-0072", "CKV_AWS_69"]
  remedy {
    set {
      publicly_accessible = false
    }
  }
  pass {
    resource "aws_mq_broker" "x" {
      broker_name        = "a"
      engine_type        = "ActiveMQ"
      engine_version     = "5.18"
      host_instance_type = "mq.m5.large"
      user {
        username = "u"
        password = "from-a-vault-1"
      }
    }
  }
  fail {
    resource "aws_mq_broker" "x" {
      broker_name        = "a"
      engine_type        = "ActiveMQ"
      engine_version     = "5.18"
      host_instance_type = "mq.m5.large"
      user {
        username = "u"
        password = "from-a-vault-1"
      }
      publicly_accessible = true
    }
  }
}

rule "aws-mq-upgrades" {
  title      = "Message broker without minor upgrades"
  severity   = "low"
  category   = "operations"
  resource   = "aws_mq_broker"
  require    = self.auto_minor_version_upgrade == true
  message    = "auto_minor_version_upgrade is not true."
  why        = "Faults are mended in new versions only."
  advice     = "Set auto_minor_version_upgrade to true."
  references = ["AWS Security Hub MQ.3", "CKV_AWS_207"]
  remedy {
    set {
      auto_minor_version_upgrade = true
    }
  }
  pass {
    resource "aws_mq_broker" "x" {
      broker_name        = "a"
      engine_type        = "ActiveMQ"
      engine_version     = "5.18"
      host_instance_type = "mq.m5.large"
      user {
        username = "u"
        password = "from-a-vault-1"
      }
      auto_minor_version_upgrade = true
    }
  }
  fail {
    resource "aws_mq_broker" "x" {
      broker_name        = "a"
      engine_type        = "ActiveMQ"
      engine_version     = "5.18"
      host_instance_type = "mq.m5.large"
      user {
        username = "u"
        password = "from-a-vault-1"
      }
    }
  }
}

rule "aws-msk-key" {
  title      = "Kafka data without a key of one's own"
  severity   = "medium"
  category   = "security"
  resource   = "aws_msk_cluster"
  require    = is_set("encryption_info.encryption_at_rest_kms_key_arn")
  message    = "encryption_at_rest_kms_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set encryption_info.encryption_at_rest_kms_key_arn."
  references = ["trivy AWS-0179", "CKV_AWS_81"]
  pass {
    resource "aws_msk_cluster" "x" {
      cluster_name           = "a"
      kafka_version          = "3.6.0"
      number_of_broker_nodes = 3
      broker_node_group_info {
        instance_type   = "kafka.m5.large"
        client_subnets  = ["subnet-1", "subnet-2", "subnet-3"]
        security_groups = ["sg-1"]
      }
      encryption_info {
        encryption_at_rest_kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      }
    }
  }
  fail {
    resource "aws_msk_cluster" "x" {
      cluster_name           = "a"
      kafka_version          = "3.6.0"
      number_of_broker_nodes = 3
      broker_node_group_info {
        instance_type   = "kafka.m5.large"
        client_subnets  = ["subnet-1", "subnet-2", "subnet-3"]
        security_groups = ["sg-1"]
      }
    }
  }
}

rule "aws-msk-logging" {
  title      = "Kafka brokers do not log"
  severity   = "medium"
  category   = "operations"
  resource   = "aws_msk_cluster"
  require    = anytrue([for b in flatten(self.logging_info[*].broker_logs) : anytrue(flatten([b.cloudwatch_logs[*].enabled, b.firehose[*].enabled, b.s3[*].enabled]))])
  message    = "No broker log goes to CloudWatch, Firehose or S3."
  why        = "Without logs of the brokers a lost message cannot be traced."
  advice     = "Add logging_info with one of the three kinds enabled."
  references = ["trivy AWS-0074", "CKV_AWS_80"]
  pass {
    resource "aws_msk_cluster" "x" {
      cluster_name           = "a"
      kafka_version          = "3.6.0"
      number_of_broker_nodes = 3
      broker_node_group_info {
        instance_type   = "kafka.m5.large"
        client_subnets  = ["subnet-1", "subnet-2", "subnet-3"]
        security_groups = ["sg-1"]
      }
      logging_info {
        broker_logs {
          cloudwatch_logs {
            enabled   = true
            log_group = "l"
          }
        }
      }
    }
  }
  fail {
    resource "aws_msk_cluster" "x" {
      cluster_name           = "a"
      kafka_version          = "3.6.0"
      number_of_broker_nodes = 3
      broker_node_group_info {
        instance_type   = "kafka.m5.large"
        client_subnets  = ["subnet-1", "subnet-2", "subnet-3"]
        security_groups = ["sg-1"]
      }
    }
  }
}

rule "aws-firehose-encrypted" {
  title      = "Delivery stream not encrypted"
  severity   = "medium"
  category   = "security"
  resource   = "aws_kinesis_firehose_delivery_stream"
  require    = self.server_side_encryption[0].enabled == true || is_set("kinesis_source_configuration")
  message    = "server_side_encryption is not enabled."
  why        = "What waits in the stream is kept in clear."
  advice     = "Add server_side_encryption with enabled true."
  references = ["AWS Security Hub DataFirehose.1", "CKV_AWS_240"]
  pass {
    resource "aws_kinesis_firehose_delivery_stream" "x" {
      name        = "a"
      destination = "extended_s3"
      server_side_encryption {
        enabled = true
      }
    }
  }
  fail {
    resource "aws_kinesis_firehose_delivery_stream" "x" {
      name        = "a"
      destination = "extended_s3"
    }
  }
}
