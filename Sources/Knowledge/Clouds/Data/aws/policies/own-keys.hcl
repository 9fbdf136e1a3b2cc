# Keys of one's own, for each service that takes one.

rule "aws-ami-key" {
  title      = "Copied image without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_ami_copy"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["CKV_AWS_236"]
  pass {
    resource "aws_ami_copy" "x" {
      name              = "a"
      source_ami_id     = "a"
      source_ami_region = "a"
      encrypted         = true
      kms_key_id        = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_ami_copy" "x" {
      name              = "a"
      source_ami_id     = "a"
      source_ami_region = "a"
      encrypted         = true
    }
  }
}

rule "aws-appflow-key" {
  title      = "Data flow without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = ["aws_appflow_flow", "aws_appflow_connector_profile"]
  require    = is_set("kms_arn")
  message    = "kms_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_arn."
  references = ["CKV_AWS_263", "CKV_AWS_264"]
  pass {
    resource "aws_appflow_flow" "x" {
      name = "a"
      destination_flow_config {
        connector_type = "a"
        destination_connector_properties {
        }
      }
      source_flow_config {
        connector_type = "a"
        source_connector_properties {
        }
      }
      task {
        task_type = "a"
      }
      trigger_config {
        trigger_type = "a"
      }
      kms_arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_appflow_flow" "x" {
      name = "a"
      destination_flow_config {
        connector_type = "a"
        destination_connector_properties {
        }
      }
      source_flow_config {
        connector_type = "a"
        source_connector_properties {
        }
      }
      task {
        task_type = "a"
      }
      trigger_config {
        trigger_type = "a"
      }
    }
  }
}

rule "aws-apprunner-key" {
  title      = "App Runner service without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_apprunner_service"
  require    = is_set("encryption_configuration.kms_key")
  message    = "encryption_configuration.kms_key is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set encryption_configuration.kms_key."
  references = ["AWS App Runner: data protection"]
  pass {
    resource "aws_apprunner_service" "x" {
      service_name = "a"
      source_configuration {
      }
      encryption_configuration {
        kms_key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      }
    }
  }
  fail {
    resource "aws_apprunner_service" "x" {
      service_name = "a"
      source_configuration {
      }
    }
  }
}

rule "aws-appconfig-key" {
  title      = "Configuration profile without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_appconfig_configuration_profile"
  require    = is_set("kms_key_identifier")
  message    = "kms_key_identifier is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_identifier."
  references = ["AWS AppConfig: data protection"]
  pass {
    resource "aws_appconfig_configuration_profile" "x" {
      application_id     = "a"
      location_uri       = "hosted"
      name               = "a"
      kms_key_identifier = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_appconfig_configuration_profile" "x" {
      application_id = "a"
      location_uri   = "hosted"
      name           = "a"
    }
  }
}

rule "aws-bedrock-key" {
  title      = "Bedrock agent without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = ["aws_bedrockagent_agent", "aws_bedrockagent_flow", "aws_bedrockagent_prompt"]
  require    = is_set("customer_encryption_key_arn")
  message    = "customer_encryption_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set customer_encryption_key_arn."
  references = ["CKV_AWS_373"]
  pass {
    resource "aws_bedrockagent_agent" "x" {
      agent_name                  = "a"
      agent_resource_role_arn     = "arn:aws:iam::111122223333:role/r"
      foundation_model            = "a"
      customer_encryption_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_bedrockagent_agent" "x" {
      agent_name              = "a"
      agent_resource_role_arn = "arn:aws:iam::111122223333:role/r"
      foundation_model        = "a"
    }
  }
}

rule "aws-bedrock-guardrail-key" {
  title      = "Bedrock guardrail without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_bedrock_guardrail"
  require    = is_set("kms_key_arn")
  message    = "kms_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_arn."
  references = ["AWS Bedrock: encryption of guardrails"]
  pass {
    resource "aws_bedrock_guardrail" "x" {
      blocked_input_messaging   = "a"
      blocked_outputs_messaging = "a"
      name                      = "a"
      kms_key_arn               = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_bedrock_guardrail" "x" {
      blocked_input_messaging   = "a"
      blocked_outputs_messaging = "a"
      name                      = "a"
    }
  }
}

rule "aws-cloudtrail-store-key" {
  title      = "Event data store without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_cloudtrail_event_data_store"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["CKV_AWS_294"]
  pass {
    resource "aws_cloudtrail_event_data_store" "x" {
      name       = "a"
      kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_cloudtrail_event_data_store" "x" {
      name = "a"
    }
  }
}

rule "aws-events-key" {
  title      = "Event bus, archive or pipe without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = ["aws_cloudwatch_event_bus", "aws_cloudwatch_event_archive", "aws_pipes_pipe"]
  require    = is_set("kms_key_identifier")
  message    = "kms_key_identifier is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_identifier."
  references = ["AWS EventBridge: encryption at rest"]
  pass {
    resource "aws_cloudwatch_event_bus" "x" {
      name               = "a"
      kms_key_identifier = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_cloudwatch_event_bus" "x" {
      name = "a"
    }
  }
}

rule "aws-codeartifact-key" {
  title      = "Package domain without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_codeartifact_domain"
  require    = is_set("encryption_key")
  message    = "encryption_key is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set encryption_key."
  references = ["CKV_AWS_221"]
  pass {
    resource "aws_codeartifact_domain" "x" {
      domain         = "a"
      encryption_key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_codeartifact_domain" "x" {
      domain = "a"
    }
  }
}

rule "aws-codebuild-key" {
  title      = "Build project without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_codebuild_project"
  require    = is_set("encryption_key")
  message    = "encryption_key is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set encryption_key."
  references = ["CKV_AWS_147"]
  pass {
    resource "aws_codebuild_project" "x" {
      name         = "a"
      service_role = "a"
      artifacts {
        type = "a"
      }
      environment {
        compute_type = "a"
        image        = "a"
        type         = "a"
      }
      source {
        type = "a"
      }
      encryption_key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_codebuild_project" "x" {
      name         = "a"
      service_role = "a"
      artifacts {
        type = "a"
      }
      environment {
        compute_type = "a"
        image        = "a"
        type         = "a"
      }
      source {
        type = "a"
      }
    }
  }
}

rule "aws-codecommit-key" {
  title      = "Repository without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_codecommit_repository"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["AWS CodeCommit: encryption"]
  pass {
    resource "aws_codecommit_repository" "x" {
      repository_name = "a"
      kms_key_id      = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_codecommit_repository" "x" {
      repository_name = "a"
    }
  }
}

rule "aws-codeguru-key" {
  title      = "Code review without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_codegurureviewer_repository_association"
  require    = is_set("kms_key_details.kms_key_id")
  message    = "kms_key_details.kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_details.kms_key_id."
  references = ["CKV_AWS_381"]
  pass {
    resource "aws_codegurureviewer_repository_association" "x" {
      repository {
        codecommit {
          name = "a"
        }
      }
      kms_key_details {
        encryption_option = "CUSTOMER_MANAGED_CMK"
        kms_key_id        = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      }
    }
  }
  fail {
    resource "aws_codegurureviewer_repository_association" "x" {
      repository {
        codecommit {
          name = "a"
        }
      }
      kms_key_details {
        encryption_option = "CUSTOMER_MANAGED_CMK"
      }
    }
  }
}

rule "aws-comprehend-model-key" {
  title      = "Language model without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = ["aws_comprehend_entity_recognizer", "aws_comprehend_document_classifier"]
  require    = is_set("model_kms_key_id")
  message    = "model_kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set model_kms_key_id."
  references = ["CKV_AWS_267"]
  pass {
    resource "aws_comprehend_entity_recognizer" "x" {
      data_access_role_arn = "arn:aws:iam::111122223333:role/r"
      language_code        = "a"
      name                 = "a"
      input_data_config {
        entity_types {
          type = "a"
        }
      }
      model_kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_comprehend_entity_recognizer" "x" {
      data_access_role_arn = "arn:aws:iam::111122223333:role/r"
      language_code        = "a"
      name                 = "a"
      input_data_config {
        entity_types {
          type = "a"
        }
      }
    }
  }
}

rule "aws-comprehend-volume-key" {
  title      = "Disk of a training job without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = ["aws_comprehend_entity_recognizer", "aws_comprehend_document_classifier"]
  require    = is_set("volume_kms_key_id")
  message    = "volume_kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set volume_kms_key_id."
  references = ["CKV_AWS_268"]
  pass {
    resource "aws_comprehend_entity_recognizer" "x" {
      data_access_role_arn = "arn:aws:iam::111122223333:role/r"
      language_code        = "a"
      name                 = "a"
      input_data_config {
        entity_types {
          type = "a"
        }
      }
      volume_kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_comprehend_entity_recognizer" "x" {
      data_access_role_arn = "arn:aws:iam::111122223333:role/r"
      language_code        = "a"
      name                 = "a"
      input_data_config {
        entity_types {
          type = "a"
        }
      }
    }
  }
}

rule "aws-config-delivery-key" {
  title      = "Delivery of the configuration history without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_config_delivery_channel"
  require    = is_set("s3_kms_key_arn")
  message    = "s3_kms_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set s3_kms_key_arn."
  references = ["AWS Config: delivery channel"]
  pass {
    resource "aws_config_delivery_channel" "x" {
      s3_bucket_name = "a"
      s3_kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_config_delivery_channel" "x" {
      s3_bucket_name = "a"
    }
  }
}

rule "aws-connect-profiles-key" {
  title      = "Customer profiles without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_customerprofiles_domain"
  require    = is_set("default_encryption_key")
  message    = "default_encryption_key is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set default_encryption_key."
  references = ["AWS Connect: data protection"]
  pass {
    resource "aws_customerprofiles_domain" "x" {
      default_expiration_days = 1
      domain_name             = "a"
      default_encryption_key  = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_customerprofiles_domain" "x" {
      default_expiration_days = 1
      domain_name             = "a"
    }
  }
}

rule "aws-connect-storage-key" {
  title      = "Video of a contact centre without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_connect_instance_storage_config"
  applies    = self.storage_config[0].storage_type == "KINESIS_VIDEO_STREAM"
  require    = is_set("storage_config.kinesis_video_stream_config.encryption_config.key_id")
  message    = "storage_config.kinesis_video_stream_config.encryption_config.key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set storage_config.kinesis_video_stream_config.encryption_config.key_id."
  references = ["CKV_AWS_269"]
  pass {
    resource "aws_connect_instance_storage_config" "x" {
      instance_id   = "a"
      resource_type = "MEDIA_STREAMS"
      storage_config {
        storage_type = "KINESIS_VIDEO_STREAM"
        kinesis_video_stream_config {
          prefix                 = "a"
          retention_period_hours = 24
          encryption_config {
            encryption_type = "KMS"
            key_id          = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
          }
        }
      }
    }
  }
  fail {
    resource "aws_connect_instance_storage_config" "x" {
      instance_id   = "a"
      resource_type = "MEDIA_STREAMS"
      storage_config {
        storage_type = "KINESIS_VIDEO_STREAM"
        kinesis_video_stream_config {
          prefix                 = "a"
          retention_period_hours = 24
          encryption_config {
            encryption_type = "KMS"
          }
        }
      }
    }
  }
}

rule "aws-connect-bucket-key" {
  title      = "Recordings of a contact centre without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_connect_instance_storage_config"
  applies    = self.storage_config[0].storage_type == "S3"
  require    = is_set("storage_config.s3_config.encryption_config.key_id")
  message    = "storage_config.s3_config.encryption_config.key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set storage_config.s3_config.encryption_config.key_id."
  references = ["CKV_AWS_270"]
  pass {
    resource "aws_connect_instance_storage_config" "x" {
      instance_id   = "a"
      resource_type = "CALL_RECORDINGS"
      storage_config {
        storage_type = "S3"
        s3_config {
          bucket_name   = "a"
          bucket_prefix = "p"
          encryption_config {
            key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
          }
        }
      }
    }
  }
  fail {
    resource "aws_connect_instance_storage_config" "x" {
      instance_id   = "a"
      resource_type = "CALL_RECORDINGS"
      storage_config {
        storage_type = "S3"
        s3_config {
          bucket_name   = "a"
          bucket_prefix = "p"
        }
      }
    }
  }
}

rule "aws-datazone-key" {
  title      = "Data domain without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_datazone_domain"
  require    = is_set("kms_key_identifier")
  message    = "kms_key_identifier is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_identifier."
  references = ["AWS DataZone: encryption at rest"]
  pass {
    resource "aws_datazone_domain" "x" {
      domain_execution_role = "a"
      name                  = "a"
      kms_key_identifier    = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_datazone_domain" "x" {
      domain_execution_role = "a"
      name                  = "a"
    }
  }
}

rule "aws-dms-key" {
  title      = "Replication instance without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_dms_replication_instance"
  require    = is_set("kms_key_arn")
  message    = "kms_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_arn."
  references = ["CKV_AWS_212"]
  pass {
    resource "aws_dms_replication_instance" "x" {
      replication_instance_class = "a"
      replication_instance_id    = "a"
      kms_key_arn                = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_dms_replication_instance" "x" {
      replication_instance_class = "a"
      replication_instance_id    = "a"
    }
  }
}

rule "aws-dms-endpoint-key" {
  title      = "Replication endpoint without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_dms_endpoint"
  require    = is_set("kms_key_arn")
  message    = "kms_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_arn."
  references = ["CKV_AWS_296"]
  pass {
    resource "aws_dms_endpoint" "x" {
      endpoint_id   = "a"
      endpoint_type = "a"
      engine_name   = "a"
      kms_key_arn   = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_dms_endpoint" "x" {
      endpoint_id   = "a"
      endpoint_type = "a"
      engine_name   = "a"
    }
  }
}

rule "aws-dms-bucket-key" {
  title      = "Replication endpoint of a bucket without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_dms_s3_endpoint"
  require    = is_set("kms_key_arn")
  message    = "kms_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_arn."
  references = ["CKV_AWS_298"]
  pass {
    resource "aws_dms_s3_endpoint" "x" {
      bucket_name             = "a"
      endpoint_id             = "a"
      endpoint_type           = "a"
      service_access_role_arn = "arn:aws:iam::111122223333:role/r"
      kms_key_arn             = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_dms_s3_endpoint" "x" {
      bucket_name             = "a"
      endpoint_id             = "a"
      endpoint_type           = "a"
      service_access_role_arn = "arn:aws:iam::111122223333:role/r"
    }
  }
}

rule "aws-docdb-elastic-key" {
  title      = "Elastic DocumentDB without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_docdbelastic_cluster"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["AWS DocumentDB: elastic clusters"]
  pass {
    resource "aws_docdbelastic_cluster" "x" {
      admin_user_name     = "a"
      admin_user_password = "a"
      auth_type           = "a"
      name                = "a"
      shard_capacity      = 1
      shard_count         = 1
      kms_key_id          = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_docdbelastic_cluster" "x" {
      admin_user_name     = "a"
      admin_user_password = "a"
      auth_type           = "a"
      name                = "a"
      shard_capacity      = 1
      shard_count         = 1
    }
  }
}

rule "aws-dynamodb-replica-key" {
  title      = "Replica of a table without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_dynamodb_table_replica"
  require    = is_set("kms_key_arn")
  message    = "kms_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_arn."
  references = ["CKV_AWS_271"]
  pass {
    resource "aws_dynamodb_table_replica" "x" {
      global_table_arn = "arn:aws:s3:::a"
      kms_key_arn      = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_dynamodb_table_replica" "x" {
      global_table_arn = "arn:aws:s3:::a"
    }
  }
}

rule "aws-dynamodb-inline-replica-key" {
  title      = "Replicas without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_dynamodb_table"
  applies    = length(self.replica) > 0
  require    = alltrue([for r in self.replica : r.kms_key_arn != null])
  message    = "A replica has no kms_key_arn."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_arn in each replica."
  references = ["CKV_AWS_271"]
  pass {
    resource "aws_dynamodb_table" "x" {
      name = "a"
      replica {
        region_name = "eu-west-1"
        kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      }
    }
  }
  fail {
    resource "aws_dynamodb_table" "x" {
      name = "a"
      replica {
        region_name = "eu-west-1"
      }
    }
  }
}

rule "aws-ebs-snapshot-key" {
  title      = "Copied snapshot without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = ["aws_ebs_snapshot_copy", "aws_ebs_snapshot_import"]
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["CKV_AWS_183"]
  pass {
    resource "aws_ebs_snapshot_copy" "x" {
      source_region      = "a"
      source_snapshot_id = "a"
      encrypted          = true
      kms_key_id         = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_ebs_snapshot_copy" "x" {
      source_region      = "a"
      source_snapshot_id = "a"
      encrypted          = true
    }
  }
}

rule "aws-ecs-exec-key" {
  title      = "Shell of a task without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_ecs_cluster"
  applies    = length(self.configuration[0].execute_command_configuration) > 0
  require    = is_set("configuration.execute_command_configuration.kms_key_id")
  message    = "configuration.execute_command_configuration.kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set configuration.execute_command_configuration.kms_key_id."
  references = ["CKV_AWS_224"]
  pass {
    resource "aws_ecs_cluster" "x" {
      name = "a"
      configuration {
        execute_command_configuration {
          logging    = "DEFAULT"
          kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        }
      }
    }
  }
  fail {
    resource "aws_ecs_cluster" "x" {
      name = "a"
      configuration {
        execute_command_configuration {
          logging = "DEFAULT"
        }
      }
    }
  }
}

rule "aws-ecs-storage-key" {
  title      = "Storage of tasks without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_ecs_cluster"
  require    = is_set("configuration.managed_storage_configuration.fargate_ephemeral_storage_kms_key_id")
  message    = "configuration.managed_storage_configuration.fargate_ephemeral_storage_kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set configuration.managed_storage_configuration.fargate_ephemeral_storage_kms_key_id."
  references = ["AWS ECS: Fargate ephemeral storage"]
  pass {
    resource "aws_ecs_cluster" "x" {
      name = "a"
      configuration {
        managed_storage_configuration {
          fargate_ephemeral_storage_kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        }
      }
    }
  }
  fail {
    resource "aws_ecs_cluster" "x" {
      name = "a"
    }
  }
}

rule "aws-efs-key" {
  title      = "File system without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_efs_file_system"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["CKV_AWS_184"]
  pass {
    resource "aws_efs_file_system" "x" {
      encrypted  = true
      kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_efs_file_system" "x" {
      encrypted = true
    }
  }
}

rule "aws-elasticache-key" {
  title      = "Cache without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_elasticache_replication_group"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["CKV_AWS_191"]
  pass {
    resource "aws_elasticache_replication_group" "x" {
      description                = "a"
      replication_group_id       = "a"
      at_rest_encryption_enabled = true
      kms_key_id                 = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_elasticache_replication_group" "x" {
      description                = "a"
      replication_group_id       = "a"
      at_rest_encryption_enabled = true
    }
  }
}

rule "aws-elasticache-serverless-key" {
  title      = "Serverless cache without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_elasticache_serverless_cache"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["AWS ElastiCache: at-rest encryption"]
  pass {
    resource "aws_elasticache_serverless_cache" "x" {
      engine     = "a"
      name       = "a"
      kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_elasticache_serverless_cache" "x" {
      engine = "a"
      name   = "a"
    }
  }
}

rule "aws-transcoder-key" {
  title      = "Transcoding pipeline without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_elastictranscoder_pipeline"
  require    = is_set("aws_kms_key_arn")
  message    = "aws_kms_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set aws_kms_key_arn."
  references = ["AWS Elastic Transcoder: encryption options"]
  pass {
    resource "aws_elastictranscoder_pipeline" "x" {
      input_bucket    = "a"
      role            = "a"
      aws_kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_elastictranscoder_pipeline" "x" {
      input_bucket = "a"
      role         = "a"
    }
  }
}

rule "aws-emr-log-key" {
  title      = "Log of a cluster without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_emr_cluster"
  applies    = self.log_uri != null
  require    = is_set("log_encryption_kms_key_id")
  message    = "log_encryption_kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set log_encryption_kms_key_id."
  references = ["AWS EMR: log encryption"]
  pass {
    resource "aws_emr_cluster" "x" {
      name                      = "a"
      release_label             = "a"
      service_role              = "a"
      log_uri                   = "s3://logs/emr"
      log_encryption_kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_emr_cluster" "x" {
      name          = "a"
      release_label = "a"
      service_role  = "a"
      log_uri       = "s3://logs/emr"
    }
  }
}

rule "aws-emr-studio-key" {
  title      = "EMR studio without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_emr_studio"
  require    = is_set("encryption_key_arn")
  message    = "encryption_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set encryption_key_arn."
  references = ["AWS EMR Studio: encryption"]
  pass {
    resource "aws_emr_studio" "x" {
      auth_mode                   = "a"
      default_s3_location         = "a"
      engine_security_group_id    = "a"
      name                        = "a"
      service_role                = "a"
      subnet_ids                  = ["a"]
      vpc_id                      = "a"
      workspace_security_group_id = "a"
      encryption_key_arn          = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_emr_studio" "x" {
      auth_mode                   = "a"
      default_s3_location         = "a"
      engine_security_group_id    = "a"
      name                        = "a"
      service_role                = "a"
      subnet_ids                  = ["a"]
      vpc_id                      = "a"
      workspace_security_group_id = "a"
    }
  }
}

rule "aws-finspace-key" {
  title      = "Analytics environment without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_finspace_kx_environment"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["AWS FinSpace: data encryption"]
  pass {
    resource "aws_finspace_kx_environment" "x" {
      kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      name       = "a"
    }
  }
  fail {
    resource "aws_finspace_kx_environment" "x" {
      name = "a"
    }
  }
}

rule "aws-firehose-key" {
  title      = "Delivery stream without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_kinesis_firehose_delivery_stream"
  applies    = !is_set("kinesis_source_configuration") && !is_set("msk_source_configuration")
  require    = is_set("server_side_encryption.key_arn")
  message    = "server_side_encryption.key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set server_side_encryption.key_arn."
  references = ["CKV_AWS_241"]
  pass {
    resource "aws_kinesis_firehose_delivery_stream" "x" {
      destination = "a"
      name        = "a"
      server_side_encryption {
        enabled  = true
        key_type = "CUSTOMER_MANAGED_CMK"
        key_arn  = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      }
    }
  }
  fail {
    resource "aws_kinesis_firehose_delivery_stream" "x" {
      destination = "a"
      name        = "a"
      server_side_encryption {
        enabled  = true
        key_type = "CUSTOMER_MANAGED_CMK"
      }
    }
  }
}

rule "aws-file-cache-key" {
  title      = "File cache without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_fsx_file_cache"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["AWS FSx: data encryption"]
  pass {
    resource "aws_fsx_file_cache" "x" {
      file_cache_type         = "a"
      file_cache_type_version = "a"
      storage_capacity        = 1
      subnet_ids              = ["a"]
      kms_key_id              = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_fsx_file_cache" "x" {
      file_cache_type         = "a"
      file_cache_type_version = "a"
      storage_capacity        = 1
      subnet_ids              = ["a"]
    }
  }
}

rule "aws-glue-catalog-key" {
  title      = "Data catalogue without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_glue_data_catalog_encryption_settings"
  require    = is_set("data_catalog_encryption_settings.encryption_at_rest.sse_aws_kms_key_id")
  message    = "data_catalog_encryption_settings.encryption_at_rest.sse_aws_kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set data_catalog_encryption_settings.encryption_at_rest.sse_aws_kms_key_id."
  references = ["AWS Glue: encrypting the Data Catalog"]
  pass {
    resource "aws_glue_data_catalog_encryption_settings" "x" {
      data_catalog_encryption_settings {
        connection_password_encryption {
          return_connection_password_encrypted = true
        }
        encryption_at_rest {
          catalog_encryption_mode = "SSE-KMS"
          sse_aws_kms_key_id      = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        }
      }
    }
  }
  fail {
    resource "aws_glue_data_catalog_encryption_settings" "x" {
      data_catalog_encryption_settings {
        connection_password_encryption {
          return_connection_password_encrypted = true
        }
        encryption_at_rest {
          catalog_encryption_mode = "SSE-KMS"
        }
      }
    }
  }
}

rule "aws-image-component-key" {
  title      = "Image component without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_imagebuilder_component"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["CKV_AWS_180"]
  pass {
    resource "aws_imagebuilder_component" "x" {
      name       = "a"
      platform   = "a"
      version    = "a"
      kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_imagebuilder_component" "x" {
      name     = "a"
      platform = "a"
      version  = "a"
    }
  }
}

rule "aws-image-workflow-key" {
  title      = "Image workflow or recipe without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = ["aws_imagebuilder_workflow", "aws_imagebuilder_container_recipe"]
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["AWS Image Builder: data protection"]
  pass {
    resource "aws_imagebuilder_workflow" "x" {
      name       = "a"
      type       = "a"
      version    = "a"
      kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_imagebuilder_workflow" "x" {
      name    = "a"
      type    = "a"
      version = "a"
    }
  }
}

rule "aws-image-disk-encrypted" {
  title      = "Disks of an image not encrypted with a key"
  severity   = "high"
  category   = "security"
  resource   = "aws_imagebuilder_image_recipe"
  require    = alltrue([for d in self.block_device_mapping : tostring(d.ebs[0].encrypted) == "true" && d.ebs[0].kms_key_id != null])
  message    = "A disk of the image is not encrypted with a key that is named."
  why        = "Everything started from the image inherits its disks."
  advice     = "Set encrypted to true and kms_key_id in each block_device_mapping."
  references = ["CKV_AWS_200"]
  pass {
    resource "aws_imagebuilder_image_recipe" "x" {
      name         = "a"
      parent_image = "a"
      version      = "a"
      component {
        component_arn = "arn:aws:s3:::a"
      }
      block_device_mapping {
        ebs {
          encrypted  = true
          kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        }
      }
    }
  }
  fail {
    resource "aws_imagebuilder_image_recipe" "x" {
      name         = "a"
      parent_image = "a"
      version      = "a"
      component {
        component_arn = "arn:aws:s3:::a"
      }
      block_device_mapping {
        ebs {
          volume_size = 20
        }
      }
    }
  }
}

rule "aws-image-distribution-key" {
  title      = "Distributed images without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_imagebuilder_distribution_configuration"
  require    = alltrue([for d in self.distribution : alltrue([for a in d.ami_distribution_configuration : a.kms_key_id != null])])
  message    = "A distribution of the image names no kms_key_id."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id in each ami_distribution_configuration."
  references = ["CKV_AWS_199"]
  pass {
    resource "aws_imagebuilder_distribution_configuration" "x" {
      name = "a"
      distribution {
        region = "eu-west-1"
        ami_distribution_configuration {
          kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        }
      }
    }
  }
  fail {
    resource "aws_imagebuilder_distribution_configuration" "x" {
      name = "a"
      distribution {
        region = "eu-west-1"
        ami_distribution_configuration {
          name = "a-{{ imagebuilder:buildDate }}"
        }
      }
    }
  }
}

rule "aws-kendra-key" {
  title      = "Search index without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_kendra_index"
  require    = is_set("server_side_encryption_configuration.kms_key_id")
  message    = "server_side_encryption_configuration.kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set server_side_encryption_configuration.kms_key_id."
  references = ["CKV_AWS_262"]
  pass {
    resource "aws_kendra_index" "x" {
      name     = "a"
      role_arn = "arn:aws:iam::111122223333:role/r"
      server_side_encryption_configuration {
        kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      }
    }
  }
  fail {
    resource "aws_kendra_index" "x" {
      name     = "a"
      role_arn = "arn:aws:iam::111122223333:role/r"
    }
  }
}

rule "aws-keyspaces-key" {
  title      = "Keyspaces table without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_keyspaces_table"
  require    = is_set("encryption_specification.kms_key_identifier")
  message    = "encryption_specification.kms_key_identifier is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set encryption_specification.kms_key_identifier."
  references = ["CKV_AWS_265"]
  pass {
    resource "aws_keyspaces_table" "x" {
      keyspace_name = "a"
      table_name    = "a"
      schema_definition {
        column {
          name = "a"
          type = "a"
        }
        partition_key {
          name = "a"
        }
      }
      encryption_specification {
        type               = "CUSTOMER_MANAGED_KMS_KEY"
        kms_key_identifier = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      }
    }
  }
  fail {
    resource "aws_keyspaces_table" "x" {
      keyspace_name = "a"
      table_name    = "a"
      schema_definition {
        column {
          name = "a"
          type = "a"
        }
        partition_key {
          name = "a"
        }
      }
      encryption_specification {
        type = "CUSTOMER_MANAGED_KMS_KEY"
      }
    }
  }
}

rule "aws-video-stream-key" {
  title      = "Video stream without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_kinesis_video_stream"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["CKV_AWS_177"]
  pass {
    resource "aws_kinesis_video_stream" "x" {
      name       = "a"
      kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_kinesis_video_stream" "x" {
      name = "a"
    }
  }
}

rule "aws-kinesis-key" {
  title      = "Stream without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_kinesis_stream"
  applies    = self.encryption_type == "KMS"
  require    = is_set("kms_key_id") && (!is_literal(self.kms_key_id) || !strcontains(self.kms_key_id, "alias/aws/"))
  message    = "kms_key_id is not set to a key of one's own."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["CKV_AWS_185"]
  pass {
    resource "aws_kinesis_stream" "x" {
      name            = "a"
      encryption_type = "KMS"
      kms_key_id      = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_kinesis_stream" "x" {
      name            = "a"
      encryption_type = "KMS"
      kms_key_id      = "alias/aws/kinesis"
    }
  }
}

rule "aws-lambda-key" {
  title      = "Environment of a function without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_lambda_function"
  applies    = length(self.environment[0].variables) > 0
  require    = is_set("kms_key_arn")
  message    = "kms_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_arn."
  references = ["CKV_AWS_173"]
  pass {
    resource "aws_lambda_function" "x" {
      function_name = "a"
      role          = "a"
      environment {
        variables = { MODE = "live" }
      }
      kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_lambda_function" "x" {
      function_name = "a"
      role          = "a"
      environment {
        variables = { MODE = "live" }
      }
    }
  }
}

rule "aws-location-key" {
  title      = "Positions without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = ["aws_location_tracker", "aws_location_geofence_collection"]
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["AWS Location: data protection"]
  pass {
    resource "aws_location_tracker" "x" {
      tracker_name = "a"
      kms_key_id   = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_location_tracker" "x" {
      tracker_name = "a"
    }
  }
}

rule "aws-mainframe-key" {
  title      = "Mainframe environment without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = ["aws_m2_environment", "aws_m2_application"]
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["AWS Mainframe Modernization: encryption"]
  pass {
    resource "aws_m2_environment" "x" {
      engine_type   = "a"
      instance_type = "a"
      name          = "a"
      kms_key_id    = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_m2_environment" "x" {
      engine_type   = "a"
      instance_type = "a"
      name          = "a"
    }
  }
}

rule "aws-memorydb-key" {
  title      = "MemoryDB without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_memorydb_cluster"
  require    = is_set("kms_key_arn")
  message    = "kms_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_arn."
  references = ["AWS MemoryDB: at-rest encryption"]
  pass {
    resource "aws_memorydb_cluster" "x" {
      acl_name    = "a"
      node_type   = "a"
      kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_memorydb_cluster" "x" {
      acl_name  = "a"
      node_type = "a"
    }
  }
}

rule "aws-memorydb-snapshot-key" {
  title      = "Snapshot of MemoryDB without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_memorydb_snapshot"
  require    = is_set("kms_key_arn")
  message    = "kms_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_arn."
  references = ["CKV_AWS_278"]
  pass {
    resource "aws_memorydb_snapshot" "x" {
      cluster_name = "a"
      kms_key_arn  = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_memorydb_snapshot" "x" {
      cluster_name = "a"
    }
  }
}

rule "aws-mq-key" {
  title      = "Broker without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_mq_broker"
  require    = is_set("encryption_options.kms_key_id")
  message    = "encryption_options names no key."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Add encryption_options with kms_key_id and use_aws_owned_key false."
  references = ["CKV_AWS_209"]
  pass {
    resource "aws_mq_broker" "x" {
      broker_name        = "a"
      engine_type        = "a"
      engine_version     = "a"
      host_instance_type = "a"
      user {
        password = "a"
        username = "a"
      }
      encryption_options {
        use_aws_owned_key = false
        kms_key_id        = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      }
    }
  }
  fail {
    resource "aws_mq_broker" "x" {
      broker_name        = "a"
      engine_type        = "a"
      engine_version     = "a"
      host_instance_type = "a"
      user {
        password = "a"
        username = "a"
      }
    }
  }
}

rule "aws-mwaa-key" {
  title      = "Airflow environment without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_mwaa_environment"
  require    = is_set("kms_key")
  message    = "kms_key is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key."
  references = ["AWS MWAA: encryption"]
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
      kms_key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
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
    }
  }
}

rule "aws-neptune-graph-key" {
  title      = "Graph without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_neptunegraph_graph"
  require    = is_set("kms_key_identifier")
  message    = "kms_key_identifier is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_identifier."
  references = ["AWS Neptune Analytics: encryption"]
  pass {
    resource "aws_neptunegraph_graph" "x" {
      provisioned_memory = 1
      kms_key_identifier = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_neptunegraph_graph" "x" {
      provisioned_memory = 1
    }
  }
}

rule "aws-network-firewall-key" {
  title      = "Network firewall without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = ["aws_networkfirewall_firewall", "aws_networkfirewall_rule_group"]
  require    = self.encryption_configuration[0].type == "CUSTOMER_KMS" && is_set("encryption_configuration.key_id")
  message    = "encryption_configuration names no key."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Add encryption_configuration with key_id and type CUSTOMER_KMS."
  references = ["CKV_AWS_345"]
  pass {
    resource "aws_networkfirewall_firewall" "x" {
      firewall_policy_arn = "arn:aws:s3:::a"
      name                = "a"
      encryption_configuration {
        type   = "CUSTOMER_KMS"
        key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      }
    }
  }
  fail {
    resource "aws_networkfirewall_firewall" "x" {
      firewall_policy_arn = "arn:aws:s3:::a"
      name                = "a"
    }
  }
}

rule "aws-network-firewall-policy-key" {
  title      = "Firewall policy without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_networkfirewall_firewall_policy"
  require    = self.encryption_configuration[0].type == "CUSTOMER_KMS" && is_set("encryption_configuration.key_id")
  message    = "encryption_configuration names no key."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Add encryption_configuration with key_id and type CUSTOMER_KMS."
  references = ["CKV_AWS_346"]
  pass {
    resource "aws_networkfirewall_firewall_policy" "x" {
      name = "a"
      firewall_policy {
        stateless_default_actions          = ["a"]
        stateless_fragment_default_actions = ["a"]
      }
      encryption_configuration {
        type   = "CUSTOMER_KMS"
        key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      }
    }
  }
  fail {
    resource "aws_networkfirewall_firewall_policy" "x" {
      name = "a"
      firewall_policy {
        stateless_default_actions          = ["a"]
        stateless_fragment_default_actions = ["a"]
      }
    }
  }
}

rule "aws-ingestion-key" {
  title      = "Ingestion pipeline without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_osis_pipeline"
  require    = is_set("encryption_at_rest_options.kms_key_arn")
  message    = "encryption_at_rest_options.kms_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set encryption_at_rest_options.kms_key_arn."
  references = ["AWS OpenSearch Ingestion: encryption at rest"]
  pass {
    resource "aws_osis_pipeline" "x" {
      max_units                   = 1
      min_units                   = 1
      pipeline_configuration_body = "a"
      pipeline_name               = "a"
      encryption_at_rest_options {
        kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      }
    }
  }
  fail {
    resource "aws_osis_pipeline" "x" {
      max_units                   = 1
      min_units                   = 1
      pipeline_configuration_body = "a"
      pipeline_name               = "a"
    }
  }
}

rule "aws-prometheus-key" {
  title      = "Prometheus workspace without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_prometheus_workspace"
  require    = is_set("kms_key_arn")
  message    = "kms_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_arn."
  references = ["AWS Managed Prometheus: encryption at rest"]
  pass {
    resource "aws_prometheus_workspace" "x" {
      kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_prometheus_workspace" "x" {
    }
  }
}

rule "aws-qldb-key" {
  title      = "Ledger without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_qldb_ledger"
  require    = is_set("kms_key")
  message    = "kms_key is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key."
  references = ["AWS QLDB: encryption at rest"]
  pass {
    resource "aws_qldb_ledger" "x" {
      permissions_mode = "a"
      kms_key          = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_qldb_ledger" "x" {
      permissions_mode = "a"
    }
  }
}

rule "aws-rds-replica-backup-key" {
  title      = "Replicated backup without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_db_instance_automated_backups_replication"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["CKV_AWS_245"]
  pass {
    resource "aws_db_instance_automated_backups_replication" "x" {
      source_db_instance_arn = "arn:aws:s3:::a"
      kms_key_id             = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_db_instance_automated_backups_replication" "x" {
      source_db_instance_arn = "arn:aws:s3:::a"
    }
  }
}

rule "aws-rds-snapshot-copy-key" {
  title      = "Copied database snapshot without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = ["aws_db_snapshot_copy", "aws_rds_cluster_snapshot_copy"]
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["CKV_AWS_266"]
  pass {
    resource "aws_db_snapshot_copy" "x" {
      source_db_snapshot_identifier = "a"
      target_db_snapshot_identifier = "a"
      kms_key_id                    = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_db_snapshot_copy" "x" {
      source_db_snapshot_identifier = "a"
      target_db_snapshot_identifier = "a"
    }
  }
}

rule "aws-rds-instance-key" {
  title      = "Database storage without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_db_instance"
  applies    = self.storage_encrypted == true
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["CIS AWS 1.5 2.3.1", "AWS RDS: encrypting resources"]
  pass {
    resource "aws_db_instance" "x" {
      instance_class    = "a"
      storage_encrypted = true
      kms_key_id        = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_db_instance" "x" {
      instance_class    = "a"
      storage_encrypted = true
    }
  }
}

rule "aws-redshift-key" {
  title      = "Warehouse without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_redshift_cluster"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["trivy AWS-0084", "CKV_AWS_142"]
  pass {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier = "a"
      node_type          = "a"
      encrypted          = true
      kms_key_id         = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier = "a"
      node_type          = "a"
      encrypted          = true
    }
  }
}

rule "aws-redshift-grant-key" {
  title      = "Copy of snapshots without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_redshift_snapshot_copy_grant"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["CKV_AWS_281"]
  pass {
    resource "aws_redshift_snapshot_copy_grant" "x" {
      snapshot_copy_grant_name = "a"
      kms_key_id               = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_redshift_snapshot_copy_grant" "x" {
      snapshot_copy_grant_name = "a"
    }
  }
}

rule "aws-redshift-serverless-key" {
  title      = "Serverless warehouse without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_redshiftserverless_namespace"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["CKV_AWS_282"]
  pass {
    resource "aws_redshiftserverless_namespace" "x" {
      namespace_name = "a"
      kms_key_id     = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_redshiftserverless_namespace" "x" {
      namespace_name = "a"
    }
  }
}

rule "aws-s3-copy-key" {
  title      = "Copied object without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_s3_object_copy"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["CKV_AWS_181"]
  pass {
    resource "aws_s3_object_copy" "x" {
      bucket     = "a"
      key        = "a"
      source     = "a"
      kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_s3_object_copy" "x" {
      bucket = "a"
      key    = "a"
      source = "a"
    }
  }
}

rule "aws-s3-replica-key" {
  title      = "Replicated objects without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_s3_bucket_replication_configuration"
  require    = alltrue([for r in self.rule : alltrue([for d in r.destination : length(d.encryption_configuration) > 0])])
  message    = "A destination has no encryption_configuration."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Add encryption_configuration with replica_kms_key_id to each destination."
  references = ["AWS S3: replicating encrypted objects"]
  pass {
    resource "aws_s3_bucket_replication_configuration" "x" {
      bucket = "a"
      role   = "a"
      rule {
        status = "Enabled"
        destination {
          bucket = "arn:aws:s3:::b"
          encryption_configuration {
            replica_kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
          }
        }
      }
    }
  }
  fail {
    resource "aws_s3_bucket_replication_configuration" "x" {
      bucket = "a"
      role   = "a"
      rule {
        status = "Enabled"
        destination {
          bucket = "arn:aws:s3:::b"
        }
      }
    }
  }
}

rule "aws-sagemaker-domain-key" {
  title      = "Studio domain without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_sagemaker_domain"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["CKV_AWS_187"]
  pass {
    resource "aws_sagemaker_domain" "x" {
      auth_mode   = "a"
      domain_name = "a"
      subnet_ids  = ["a"]
      vpc_id      = "a"
      default_user_settings {
        execution_role = "a"
      }
      kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
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

rule "aws-sagemaker-endpoint-key" {
  title      = "Endpoint of a model without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_sagemaker_endpoint_configuration"
  require    = is_set("kms_key_arn")
  message    = "kms_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_arn."
  references = ["CKV_AWS_98"]
  pass {
    resource "aws_sagemaker_endpoint_configuration" "x" {
      production_variants {
        model_name             = "m"
        instance_type          = "ml.m5.large"
        initial_instance_count = 1
      }
      kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_sagemaker_endpoint_configuration" "x" {
      production_variants {
        model_name             = "m"
        instance_type          = "ml.m5.large"
        initial_instance_count = 1
      }
    }
  }
}

rule "aws-sagemaker-output-key" {
  title      = "Result of a data quality job without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_sagemaker_data_quality_job_definition"
  require    = is_set("data_quality_job_output_config.kms_key_id")
  message    = "data_quality_job_output_config.kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set data_quality_job_output_config.kms_key_id."
  references = ["CKV_AWS_367"]
  pass {
    resource "aws_sagemaker_data_quality_job_definition" "x" {
      role_arn = "arn:aws:iam::111122223333:role/r"
      data_quality_app_specification {
        image_uri = "a"
      }
      data_quality_job_input {
      }
      data_quality_job_output_config {
        monitoring_outputs {
          s3_output {
            s3_uri = "a"
          }
        }
        kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      }
      job_resources {
        cluster_config {
          instance_count    = 1
          instance_type     = "a"
          volume_size_in_gb = 1
        }
      }
    }
  }
  fail {
    resource "aws_sagemaker_data_quality_job_definition" "x" {
      role_arn = "arn:aws:iam::111122223333:role/r"
      data_quality_app_specification {
        image_uri = "a"
      }
      data_quality_job_input {
      }
      data_quality_job_output_config {
        monitoring_outputs {
          s3_output {
            s3_uri = "a"
          }
        }
      }
      job_resources {
        cluster_config {
          instance_count    = 1
          instance_type     = "a"
          volume_size_in_gb = 1
        }
      }
    }
  }
}

rule "aws-sagemaker-volume-key" {
  title      = "Disk of a data quality job without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_sagemaker_data_quality_job_definition"
  require    = is_set("job_resources.cluster_config.volume_kms_key_id")
  message    = "job_resources.cluster_config.volume_kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set job_resources.cluster_config.volume_kms_key_id."
  references = ["CKV_AWS_368"]
  pass {
    resource "aws_sagemaker_data_quality_job_definition" "x" {
      role_arn = "arn:aws:iam::111122223333:role/r"
      data_quality_app_specification {
        image_uri = "a"
      }
      data_quality_job_input {
      }
      data_quality_job_output_config {
        monitoring_outputs {
          s3_output {
            s3_uri = "a"
          }
        }
      }
      job_resources {
        cluster_config {
          instance_count    = 1
          instance_type     = "a"
          volume_size_in_gb = 1
          volume_kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        }
      }
    }
  }
  fail {
    resource "aws_sagemaker_data_quality_job_definition" "x" {
      role_arn = "arn:aws:iam::111122223333:role/r"
      data_quality_app_specification {
        image_uri = "a"
      }
      data_quality_job_input {
      }
      data_quality_job_output_config {
        monitoring_outputs {
          s3_output {
            s3_uri = "a"
          }
        }
      }
      job_resources {
        cluster_config {
          instance_count    = 1
          instance_type     = "a"
          volume_size_in_gb = 1
        }
      }
    }
  }
}

rule "aws-sagemaker-flow-key" {
  title      = "Result of a human review without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_sagemaker_flow_definition"
  require    = is_set("output_config.kms_key_id")
  message    = "output_config.kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set output_config.kms_key_id."
  references = ["CKV_AWS_372"]
  pass {
    resource "aws_sagemaker_flow_definition" "x" {
      flow_definition_name = "a"
      role_arn             = "arn:aws:iam::111122223333:role/r"
      human_loop_config {
        human_task_ui_arn = "arn:aws:s3:::a"
        task_count        = 1
        task_description  = "a"
        task_title        = "a"
        workteam_arn      = "arn:aws:s3:::a"
      }
      output_config {
        s3_output_path = "a"
        kms_key_id     = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      }
    }
  }
  fail {
    resource "aws_sagemaker_flow_definition" "x" {
      flow_definition_name = "a"
      role_arn             = "arn:aws:iam::111122223333:role/r"
      human_loop_config {
        human_task_ui_arn = "arn:aws:s3:::a"
        task_count        = 1
        task_description  = "a"
        task_title        = "a"
        workteam_arn      = "arn:aws:s3:::a"
      }
      output_config {
        s3_output_path = "a"
      }
    }
  }
}

rule "aws-sagemaker-features-key" {
  title      = "Feature store without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_sagemaker_feature_group"
  applies    = self.online_store_config[0].enable_online_store == true
  require    = is_set("online_store_config.security_config.kms_key_id")
  message    = "online_store_config.security_config.kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set online_store_config.security_config.kms_key_id."
  references = ["AWS SageMaker: feature store encryption"]
  pass {
    resource "aws_sagemaker_feature_group" "x" {
      event_time_feature_name        = "a"
      feature_group_name             = "a"
      record_identifier_feature_name = "a"
      role_arn                       = "arn:aws:iam::111122223333:role/r"
      feature_definition {
      }
      online_store_config {
        enable_online_store = true
        security_config {
          kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        }
      }
    }
  }
  fail {
    resource "aws_sagemaker_feature_group" "x" {
      event_time_feature_name        = "a"
      feature_group_name             = "a"
      record_identifier_feature_name = "a"
      role_arn                       = "arn:aws:iam::111122223333:role/r"
      feature_definition {
      }
      online_store_config {
        enable_online_store = true
      }
    }
  }
}

rule "aws-scheduler-key" {
  title      = "Schedule without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_scheduler_schedule"
  require    = is_set("kms_key_arn")
  message    = "kms_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_arn."
  references = ["CKV_AWS_297"]
  pass {
    resource "aws_scheduler_schedule" "x" {
      schedule_expression = "a"
      flexible_time_window {
        mode = "a"
      }
      target {
        arn      = "arn:aws:s3:::a"
        role_arn = "arn:aws:iam::111122223333:role/r"
      }
      kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_scheduler_schedule" "x" {
      schedule_expression = "a"
      flexible_time_window {
        mode = "a"
      }
      target {
        arn      = "arn:aws:s3:::a"
        role_arn = "arn:aws:iam::111122223333:role/r"
      }
    }
  }
}

rule "aws-sns-key" {
  title      = "Topic without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_sns_topic"
  applies    = is_set("kms_master_key_id")
  require    = is_set("kms_master_key_id") && (!is_literal(self.kms_master_key_id) || !strcontains(self.kms_master_key_id, "alias/aws/"))
  message    = "kms_master_key_id is not a key of one's own."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_master_key_id to a key of your own."
  references = ["trivy AWS-0136"]
  pass {
    resource "aws_sns_topic" "x" {
      kms_master_key_id = "alias/topics"
    }
  }
  fail {
    resource "aws_sns_topic" "x" {
      kms_master_key_id = "alias/aws/sns"
    }
  }
}

rule "aws-sqs-key" {
  title      = "Queue without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_sqs_queue"
  applies    = is_set("kms_master_key_id")
  require    = is_set("kms_master_key_id") && (!is_literal(self.kms_master_key_id) || !strcontains(self.kms_master_key_id, "alias/aws/"))
  message    = "kms_master_key_id is not a key of one's own."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_master_key_id to a key of your own."
  references = ["trivy AWS-0135"]
  pass {
    resource "aws_sqs_queue" "x" {
      kms_master_key_id = "alias/queues"
    }
  }
  fail {
    resource "aws_sqs_queue" "x" {
      kms_master_key_id = "alias/aws/sqs"
    }
  }
}

rule "aws-parameter-key" {
  title      = "Secret parameter without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_ssm_parameter"
  applies    = self.type == "SecureString"
  require    = is_set("key_id")
  message    = "key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set key_id."
  references = ["CKV_AWS_337"]
  pass {
    resource "aws_ssm_parameter" "x" {
      name   = "a"
      type   = "SecureString"
      key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_ssm_parameter" "x" {
      name = "a"
      type = "SecureString"
    }
  }
}

rule "aws-storage-gateway-key" {
  title      = "File share without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = ["aws_storagegateway_nfs_file_share", "aws_storagegateway_smb_file_share"]
  require    = is_set("kms_key_arn")
  message    = "kms_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_arn."
  references = ["AWS Storage Gateway: data protection"]
  pass {
    resource "aws_storagegateway_nfs_file_share" "x" {
      client_list   = ["a"]
      gateway_arn   = "arn:aws:s3:::a"
      location_arn  = "arn:aws:s3:::a"
      role_arn      = "arn:aws:iam::111122223333:role/r"
      kms_encrypted = true
      kms_key_arn   = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_storagegateway_nfs_file_share" "x" {
      client_list   = ["a"]
      gateway_arn   = "arn:aws:s3:::a"
      location_arn  = "arn:aws:s3:::a"
      role_arn      = "arn:aws:iam::111122223333:role/r"
      kms_encrypted = true
    }
  }
}

rule "aws-step-functions-key" {
  title      = "State machine without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = ["aws_sfn_state_machine", "aws_sfn_activity"]
  require    = is_set("encryption_configuration.kms_key_id")
  message    = "encryption_configuration.kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set encryption_configuration.kms_key_id."
  references = ["AWS Step Functions: data at rest"]
  pass {
    resource "aws_sfn_state_machine" "x" {
      definition = "a"
      role_arn   = "arn:aws:iam::111122223333:role/r"
      encryption_configuration {
        type       = "CUSTOMER_MANAGED_KMS_KEY"
        kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      }
    }
  }
  fail {
    resource "aws_sfn_state_machine" "x" {
      definition = "a"
      role_arn   = "arn:aws:iam::111122223333:role/r"
      encryption_configuration {
        type = "CUSTOMER_MANAGED_KMS_KEY"
      }
    }
  }
}

rule "aws-timestream-key" {
  title      = "Time series without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_timestreamwrite_database"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["CKV_AWS_160"]
  pass {
    resource "aws_timestreamwrite_database" "x" {
      database_name = "a"
      kms_key_id    = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_timestreamwrite_database" "x" {
      database_name = "a"
    }
  }
}

rule "aws-workspaces-key" {
  title      = "Desktop without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_workspaces_workspace"
  require    = is_set("volume_encryption_key")
  message    = "volume_encryption_key is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set volume_encryption_key."
  references = ["AWS WorkSpaces: encrypted volumes"]
  pass {
    resource "aws_workspaces_workspace" "x" {
      bundle_id                      = "a"
      directory_id                   = "a"
      user_name                      = "a"
      root_volume_encryption_enabled = true
      volume_encryption_key          = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_workspaces_workspace" "x" {
      bundle_id                      = "a"
      directory_id                   = "a"
      user_name                      = "a"
      root_volume_encryption_enabled = true
    }
  }
}
