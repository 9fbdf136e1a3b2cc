# Encryption at rest and on the way, of services beside the large ones.

rule "aws-ami-copy-encrypted" {
  title      = "Copied image not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_ami_copy"
  require    = self.encrypted == true
  message    = "encrypted is not true."
  why        = "Snapshots and disks are readable to whoever gets hold of them."
  advice     = "Set encrypted to true."
  references = ["CKV_AWS_235"]
  remedy {
    set {
      encrypted = true
    }
  }
  pass {
    resource "aws_ami_copy" "x" {
      name              = "a"
      source_ami_id     = "a"
      source_ami_region = "a"
      encrypted         = true
    }
  }
  fail {
    resource "aws_ami_copy" "x" {
      name              = "a"
      source_ami_id     = "a"
      source_ami_region = "a"
    }
  }
}

rule "aws-ami-encrypted" {
  title      = "Image with clear disks"
  severity   = "high"
  category   = "security"
  resource   = "aws_ami"
  require    = alltrue([for d in self.ebs_block_device : d.encrypted == true || d.snapshot_id != null])
  message    = "A disk of the image is not encrypted."
  why        = "Snapshots and disks are readable to whoever gets hold of them."
  advice     = "Set encrypted to true in each ebs_block_device."
  references = ["CKV_AWS_204"]
  pass {
    resource "aws_ami" "x" {
      name = "a"
      ebs_block_device {
        device_name = "/dev/xvda"
        encrypted   = true
      }
    }
  }
  fail {
    resource "aws_ami" "x" {
      name = "a"
      ebs_block_device {
        device_name = "/dev/xvda"
        volume_size = 8
      }
    }
  }
}

rule "aws-dlm-copy-encrypted" {
  title      = "Copies of snapshots not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_dlm_lifecycle_policy"
  require    = alltrue([for r in flatten([for s in self.policy_details[0].schedule : coalesce(s.cross_region_copy_rule, [])]) : r.encrypted == true])
  message    = "A copy into another region is not encrypted."
  why        = "The copy is readable to whoever gets hold of it."
  advice     = "Set encrypted to true in each cross_region_copy_rule."
  references = ["CKV_AWS_255"]
  pass {
    resource "aws_dlm_lifecycle_policy" "x" {
      description        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      policy_details {
        schedule {
          name = "a"
          create_rule {
            interval = 24
          }
          retain_rule {
            count = 7
          }
          cross_region_copy_rule {
            target    = "eu-central-1"
            encrypted = true
          }
        }
      }
    }
  }
  fail {
    resource "aws_dlm_lifecycle_policy" "x" {
      description        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      policy_details {
        schedule {
          name = "a"
          create_rule {
            interval = 24
          }
          retain_rule {
            count = 7
          }
          cross_region_copy_rule {
            target    = "eu-central-1"
            encrypted = false
          }
        }
      }
    }
  }
}

rule "aws-dlm-copy-key" {
  title      = "Copies of snapshots without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_dlm_lifecycle_policy"
  applies    = length(flatten([for s in self.policy_details[0].schedule : coalesce(s.cross_region_copy_rule, [])])) > 0
  require    = alltrue([for r in flatten([for s in self.policy_details[0].schedule : coalesce(s.cross_region_copy_rule, [])]) : r.cmk_arn != null])
  message    = "A copy into another region names no cmk_arn."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set cmk_arn in each cross_region_copy_rule."
  references = ["CKV_AWS_256"]
  pass {
    resource "aws_dlm_lifecycle_policy" "x" {
      description        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      policy_details {
        schedule {
          name = "a"
          create_rule {
            interval = 24
          }
          retain_rule {
            count = 7
          }
          cross_region_copy_rule {
            target    = "eu-central-1"
            encrypted = true
            cmk_arn   = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
          }
        }
      }
    }
  }
  fail {
    resource "aws_dlm_lifecycle_policy" "x" {
      description        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      policy_details {
        schedule {
          name = "a"
          create_rule {
            interval = 24
          }
          retain_rule {
            count = 7
          }
          cross_region_copy_rule {
            target    = "eu-central-1"
            encrypted = true
          }
        }
      }
    }
  }
}

rule "aws-dlm-event-encrypted" {
  title      = "Copies of shared snapshots not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_dlm_lifecycle_policy"
  applies    = length(self.policy_details[0].action) > 0
  require    = alltrue([for r in self.policy_details[0].action[0].cross_region_copy : r.encryption_configuration[0].encrypted == true])
  message    = "A copy of a shared snapshot is not encrypted."
  why        = "The copy is readable to whoever gets hold of it."
  advice     = "Set encrypted to true in encryption_configuration of each cross_region_copy."
  references = ["CKV_AWS_253"]
  pass {
    resource "aws_dlm_lifecycle_policy" "x" {
      description        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      policy_details {
        policy_type = "EVENT_BASED_POLICY"
        event_source {
          type = "MANAGED_CWE"
          parameters {
            description_regex = "^.*$"
            event_type        = "shareSnapshot"
            snapshot_owner    = ["111122223333"]
          }
        }
        action {
          name = "a"
          cross_region_copy {
            target = "eu-central-1"
            encryption_configuration {
              encrypted = true
            }
          }
        }
      }
    }
  }
  fail {
    resource "aws_dlm_lifecycle_policy" "x" {
      description        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      policy_details {
        policy_type = "EVENT_BASED_POLICY"
        event_source {
          type = "MANAGED_CWE"
          parameters {
            description_regex = "^.*$"
            event_type        = "shareSnapshot"
            snapshot_owner    = ["111122223333"]
          }
        }
        action {
          name = "a"
          cross_region_copy {
            target = "eu-central-1"
            encryption_configuration {
              encrypted = false
            }
          }
        }
      }
    }
  }
}

rule "aws-dlm-event-key" {
  title      = "Copies of shared snapshots without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_dlm_lifecycle_policy"
  applies    = length(self.policy_details[0].action) > 0
  require    = alltrue([for r in self.policy_details[0].action[0].cross_region_copy : r.encryption_configuration[0].cmk_arn != null])
  message    = "A copy of a shared snapshot names no cmk_arn."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set cmk_arn in encryption_configuration of each cross_region_copy."
  references = ["CKV_AWS_254"]
  pass {
    resource "aws_dlm_lifecycle_policy" "x" {
      description        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      policy_details {
        policy_type = "EVENT_BASED_POLICY"
        event_source {
          type = "MANAGED_CWE"
          parameters {
            description_regex = "^.*$"
            event_type        = "shareSnapshot"
            snapshot_owner    = ["111122223333"]
          }
        }
        action {
          name = "a"
          cross_region_copy {
            target = "eu-central-1"
            encryption_configuration {
              encrypted = true
              cmk_arn   = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
            }
          }
        }
      }
    }
  }
  fail {
    resource "aws_dlm_lifecycle_policy" "x" {
      description        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      policy_details {
        policy_type = "EVENT_BASED_POLICY"
        event_source {
          type = "MANAGED_CWE"
          parameters {
            description_regex = "^.*$"
            event_type        = "shareSnapshot"
            snapshot_owner    = ["111122223333"]
          }
        }
        action {
          name = "a"
          cross_region_copy {
            target = "eu-central-1"
            encryption_configuration {
              encrypted = true
            }
          }
        }
      }
    }
  }
}

rule "aws-ebs-snapshot-encrypted" {
  title      = "Copied snapshot not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_ebs_snapshot_copy"
  require    = self.encrypted == true
  message    = "encrypted is not true."
  why        = "Snapshots and disks are readable to whoever gets hold of them."
  advice     = "Set encrypted to true."
  references = ["AWS Security Hub EC2.3"]
  remedy {
    set {
      encrypted = true
    }
  }
  pass {
    resource "aws_ebs_snapshot_copy" "x" {
      source_region      = "a"
      source_snapshot_id = "a"
      encrypted          = true
    }
  }
  fail {
    resource "aws_ebs_snapshot_copy" "x" {
      source_region      = "a"
      source_snapshot_id = "a"
    }
  }
}

rule "aws-appsync-cache-encrypted" {
  title      = "Cache of an API not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_appsync_api_cache"
  require    = self.at_rest_encryption_enabled == true
  message    = "at_rest_encryption_enabled is not true."
  why        = "Snapshots and disks are readable to whoever gets hold of them."
  advice     = "Set at_rest_encryption_enabled to true."
  references = ["CKV_AWS_214"]
  remedy {
    set {
      at_rest_encryption_enabled = true
    }
  }
  pass {
    resource "aws_appsync_api_cache" "x" {
      api_caching_behavior       = "a"
      api_id                     = "a"
      ttl                        = 1
      type                       = "a"
      at_rest_encryption_enabled = true
    }
  }
  fail {
    resource "aws_appsync_api_cache" "x" {
      api_caching_behavior = "a"
      api_id               = "a"
      ttl                  = 1
      type                 = "a"
    }
  }
}

rule "aws-appsync-cache-transit" {
  title      = "Cache of an API reached in clear"
  severity   = "high"
  category   = "security"
  resource   = "aws_appsync_api_cache"
  require    = self.transit_encryption_enabled == true
  message    = "transit_encryption_enabled is not true."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set transit_encryption_enabled to true."
  references = ["CKV_AWS_215"]
  remedy {
    set {
      transit_encryption_enabled = true
    }
  }
  pass {
    resource "aws_appsync_api_cache" "x" {
      api_caching_behavior       = "a"
      api_id                     = "a"
      ttl                        = 1
      type                       = "a"
      transit_encryption_enabled = true
    }
  }
  fail {
    resource "aws_appsync_api_cache" "x" {
      api_caching_behavior = "a"
      api_id               = "a"
      ttl                  = 1
      type                 = "a"
    }
  }
}

rule "aws-dax-tls" {
  title      = "Accelerator reached in clear"
  severity   = "high"
  category   = "security"
  resource   = "aws_dax_cluster"
  require    = self.cluster_endpoint_encryption_type == "TLS"
  message    = "cluster_endpoint_encryption_type is not TLS."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set cluster_endpoint_encryption_type to TLS; it cannot be changed later."
  references = ["CKV_AWS_239"]
  remedy {
    set {
      cluster_endpoint_encryption_type = "TLS"
    }
  }
  pass {
    resource "aws_dax_cluster" "x" {
      cluster_name                     = "a"
      iam_role_arn                     = "arn:aws:iam::111122223333:role/r"
      node_type                        = "a"
      replication_factor               = 1
      cluster_endpoint_encryption_type = "TLS"
    }
  }
  fail {
    resource "aws_dax_cluster" "x" {
      cluster_name       = "a"
      iam_role_arn       = "arn:aws:iam::111122223333:role/r"
      node_type          = "a"
      replication_factor = 1
    }
  }
}

rule "aws-cloudsearch-tls" {
  title      = "Search domain takes old TLS"
  severity   = "medium"
  category   = "security"
  resource   = "aws_cloudsearch_domain"
  require    = contains(["Policy-Min-TLS-1-2-2019-07", "Policy-Min-TLS-1-2-PFS-2023-10"], self.endpoint_options[0].tls_security_policy)
  message    = "endpoint_options.tls_security_policy is not Policy-Min-TLS-1-2-2019-07 or Policy-Min-TLS-1-2-PFS-2023-10."
  why        = "Versions before 1.2 have known weaknesses."
  advice     = "Set endpoint_options.tls_security_policy to Policy-Min-TLS-1-2-2019-07."
  references = ["CKV_AWS_218"]
  remedy {
    set {
      endpoint_options {
        tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
      }
    }
  }
  pass {
    resource "aws_cloudsearch_domain" "x" {
      name = "a"
      endpoint_options {
        tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
      }
    }
  }
  fail {
    resource "aws_cloudsearch_domain" "x" {
      name = "a"
      endpoint_options {
        tls_security_policy = "Policy-Min-TLS-1-0-2019-07"
      }
    }
  }
}

rule "aws-cloudsearch-https" {
  title      = "Search domain answers in clear"
  severity   = "high"
  category   = "security"
  resource   = "aws_cloudsearch_domain"
  require    = self.endpoint_options[0].enforce_https == true
  message    = "endpoint_options.enforce_https is not true."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set endpoint_options.enforce_https to true."
  references = ["CKV_AWS_220"]
  remedy {
    set {
      endpoint_options {
        enforce_https = true
      }
    }
  }
  pass {
    resource "aws_cloudsearch_domain" "x" {
      name = "a"
      endpoint_options {
        enforce_https = true
      }
    }
  }
  fail {
    resource "aws_cloudsearch_domain" "x" {
      name = "a"
    }
  }
}

rule "aws-emr-in-transit" {
  title      = "Cluster talks in clear"
  severity   = "high"
  category   = "security"
  resource   = "aws_emr_security_configuration"
  require    = length(regexall("\"EnableInTransitEncryption\"\\s*:\\s*true", self.configuration)) > 0
  message    = "EnableInTransitEncryption is not true."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set EnableInTransitEncryption to true, with a certificate."
  references = ["CKV_AWS_351", "trivy AWS-0138"]
  pass {
    resource "aws_emr_security_configuration" "x" {
      configuration = jsonencode({ EncryptionConfiguration = { EnableInTransitEncryption = true } })
    }
  }
  fail {
    resource "aws_emr_security_configuration" "x" {
      configuration = jsonencode({ EncryptionConfiguration = { EnableInTransitEncryption = false } })
    }
  }
}

rule "aws-emr-local-disk" {
  title      = "Local disks of a cluster not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_emr_security_configuration"
  require    = length(regexall("\"LocalDiskEncryptionConfiguration\"", self.configuration)) > 0
  message    = "There is no LocalDiskEncryptionConfiguration."
  why        = "Intermediate results stay on the disks of the nodes."
  advice     = "Add LocalDiskEncryptionConfiguration with a provider of keys."
  references = ["CKV_AWS_349", "trivy AWS-0137"]
  pass {
    resource "aws_emr_security_configuration" "x" {
      configuration = jsonencode({ EncryptionConfiguration = { AtRestEncryptionConfiguration = { LocalDiskEncryptionConfiguration = { EncryptionKeyProviderType = "AwsKms" } } } })
    }
  }
  fail {
    resource "aws_emr_security_configuration" "x" {
      configuration = jsonencode({ EncryptionConfiguration = { EnableAtRestEncryption = false } })
    }
  }
}

rule "aws-glue-catalog-encrypted" {
  title      = "Data catalogue not encrypted"
  severity   = "medium"
  category   = "security"
  resource   = "aws_glue_data_catalog_encryption_settings"
  require    = startswith(self.data_catalog_encryption_settings[0].encryption_at_rest[0].catalog_encryption_mode, "SSE-KMS") && self.data_catalog_encryption_settings[0].connection_password_encryption[0].return_connection_password_encrypted == true
  message    = "The catalogue or its passwords are not encrypted."
  why        = "It holds the names of all tables and the passwords of connections."
  advice     = "Set catalog_encryption_mode to SSE-KMS and return_connection_password_encrypted to true."
  references = ["CKV_AWS_94"]
  pass {
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
  fail {
    resource "aws_glue_data_catalog_encryption_settings" "x" {
      data_catalog_encryption_settings {
        connection_password_encryption {
          return_connection_password_encrypted = false
        }
        encryption_at_rest {
          catalog_encryption_mode = "DISABLED"
        }
      }
    }
  }
}

rule "aws-glue-configuration-encrypts" {
  title      = "Security configuration that leaves something in clear"
  severity   = "medium"
  category   = "security"
  resource   = "aws_glue_security_configuration"
  require    = self.encryption_configuration[0].cloudwatch_encryption[0].cloudwatch_encryption_mode == "SSE-KMS" && self.encryption_configuration[0].job_bookmarks_encryption[0].job_bookmarks_encryption_mode == "CSE-KMS" && contains(["SSE-KMS", "SSE-S3"], self.encryption_configuration[0].s3_encryption[0].s3_encryption_mode)
  message    = "Logs, bookmarks or results are not encrypted."
  why        = "Jobs that name it are taken to be encrypted."
  advice     = "Encrypt logs and bookmarks with a key, and results."
  references = ["CKV_AWS_99"]
  pass {
    resource "aws_glue_security_configuration" "x" {
      name = "a"
      encryption_configuration {
        cloudwatch_encryption {
          cloudwatch_encryption_mode = "SSE-KMS"
        }
        job_bookmarks_encryption {
          job_bookmarks_encryption_mode = "CSE-KMS"
        }
        s3_encryption {
          s3_encryption_mode = "SSE-KMS"
        }
      }
    }
  }
  fail {
    resource "aws_glue_security_configuration" "x" {
      name = "a"
      encryption_configuration {
        cloudwatch_encryption {
          cloudwatch_encryption_mode = "DISABLED"
        }
        job_bookmarks_encryption {
          job_bookmarks_encryption_mode = "DISABLED"
        }
        s3_encryption {
          s3_encryption_mode = "DISABLED"
        }
      }
    }
  }
}

rule "aws-glue-job-security" {
  title      = "Job without a security configuration"
  severity   = "medium"
  category   = "security"
  resource   = ["aws_glue_job", "aws_glue_dev_endpoint"]
  require    = is_set("security_configuration")
  message    = "security_configuration is not set."
  why        = "Without one its logs, bookmarks and results are not encrypted."
  advice     = "Set security_configuration."
  references = ["CKV_AWS_195"]
  pass {
    resource "aws_glue_job" "x" {
      name     = "a"
      role_arn = "arn:aws:iam::111122223333:role/r"
      command {
        script_location = "a"
      }
      security_configuration = "a"
    }
  }
  fail {
    resource "aws_glue_job" "x" {
      name     = "a"
      role_arn = "arn:aws:iam::111122223333:role/r"
      command {
        script_location = "a"
      }
    }
  }
}

rule "aws-rds-global-encrypted" {
  title      = "Global database not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_rds_global_cluster"
  applies    = !is_set("source_db_cluster_identifier")
  require    = self.storage_encrypted == true
  message    = "storage_encrypted is not true."
  why        = "Snapshots and disks are readable to whoever gets hold of them."
  advice     = "Set storage_encrypted to true."
  references = ["CKV_AWS_140"]
  remedy {
    set {
      storage_encrypted = true
    }
  }
  pass {
    resource "aws_rds_global_cluster" "x" {
      global_cluster_identifier = "a"
      storage_encrypted         = true
    }
  }
  fail {
    resource "aws_rds_global_cluster" "x" {
      global_cluster_identifier = "a"
    }
  }
}

rule "aws-docdb-global-encrypted" {
  title      = "Global DocumentDB not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_docdb_global_cluster"
  applies    = !is_set("source_db_cluster_identifier")
  require    = self.storage_encrypted == true
  message    = "storage_encrypted is not true."
  why        = "Snapshots and disks are readable to whoever gets hold of them."
  advice     = "Set storage_encrypted to true."
  references = ["CKV_AWS_292"]
  remedy {
    set {
      storage_encrypted = true
    }
  }
  pass {
    resource "aws_docdb_global_cluster" "x" {
      global_cluster_identifier = "a"
      storage_encrypted         = true
    }
  }
  fail {
    resource "aws_docdb_global_cluster" "x" {
      global_cluster_identifier = "a"
    }
  }
}

rule "aws-neptune-global-encrypted" {
  title      = "Global Neptune not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_neptune_global_cluster"
  applies    = !is_set("source_db_cluster_identifier")
  require    = self.storage_encrypted == true
  message    = "storage_encrypted is not true."
  why        = "Snapshots and disks are readable to whoever gets hold of them."
  advice     = "Set storage_encrypted to true."
  references = ["AWS Security Hub Neptune.1"]
  remedy {
    set {
      storage_encrypted = true
    }
  }
  pass {
    resource "aws_neptune_global_cluster" "x" {
      global_cluster_identifier = "a"
      storage_encrypted         = true
    }
  }
  fail {
    resource "aws_neptune_global_cluster" "x" {
      global_cluster_identifier = "a"
    }
  }
}

rule "aws-sagemaker-traffic" {
  title      = "Containers of a job talk in clear"
  severity   = "medium"
  category   = "security"
  resource   = "aws_sagemaker_data_quality_job_definition"
  require    = self.network_config[0].enable_inter_container_traffic_encryption == true
  message    = "network_config.enable_inter_container_traffic_encryption is not true."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set network_config.enable_inter_container_traffic_encryption to true."
  references = ["CKV_AWS_369"]
  remedy {
    set {
      network_config {
        enable_inter_container_traffic_encryption = true
      }
    }
  }
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
        }
      }
      network_config {
        enable_inter_container_traffic_encryption = true
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

rule "aws-ses-tls" {
  title      = "Mail may leave in clear"
  severity   = "medium"
  category   = "security"
  resource   = "aws_ses_configuration_set"
  require    = self.delivery_options[0].tls_policy == "Require"
  message    = "delivery_options.tls_policy is not Require."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set delivery_options.tls_policy to Require."
  references = ["CKV_AWS_365"]
  remedy {
    set {
      delivery_options {
        tls_policy = "Require"
      }
    }
  }
  pass {
    resource "aws_ses_configuration_set" "x" {
      name = "a"
      delivery_options {
        tls_policy = "Require"
      }
    }
  }
  fail {
    resource "aws_ses_configuration_set" "x" {
      name = "a"
      delivery_options {
        tls_policy = "Optional"
      }
    }
  }
}

rule "aws-sesv2-tls" {
  title      = "Mail may leave in clear"
  severity   = "medium"
  category   = "security"
  resource   = "aws_sesv2_configuration_set"
  require    = self.delivery_options[0].tls_policy == "REQUIRE"
  message    = "delivery_options.tls_policy is not REQUIRE."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set delivery_options.tls_policy to REQUIRE."
  references = ["CKV_AWS_365"]
  remedy {
    set {
      delivery_options {
        tls_policy = "REQUIRE"
      }
    }
  }
  pass {
    resource "aws_sesv2_configuration_set" "x" {
      configuration_set_name = "a"
      delivery_options {
        tls_policy = "REQUIRE"
      }
    }
  }
  fail {
    resource "aws_sesv2_configuration_set" "x" {
      configuration_set_name = "a"
      delivery_options {
        tls_policy = "OPTIONAL"
      }
    }
  }
}

rule "aws-codebuild-logs-encrypted" {
  title      = "Logs of a build not encrypted"
  severity   = "medium"
  category   = "security"
  resource   = "aws_codebuild_project"
  require    = self.logs_config[0].s3_logs[0].encryption_disabled != true
  message    = "logs_config.s3_logs.encryption_disabled is true."
  why        = "Logs often repeat what secrets the build was given."
  advice     = "Set logs_config.s3_logs.encryption_disabled to false."
  references = ["AWS Security Hub CodeBuild.3", "CKV_AWS_311"]
  remedy {
    set {
      logs_config {
        s3_logs {
          encryption_disabled = false
        }
      }
    }
  }
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
      logs_config {
        s3_logs {
          status              = "ENABLED"
          location            = "logs/build"
          encryption_disabled = false
        }
      }
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
      logs_config {
        s3_logs {
          status              = "ENABLED"
          location            = "logs/build"
          encryption_disabled = true
        }
      }
    }
  }
}

rule "aws-codepipeline-store-key" {
  title      = "Artifacts of a pipeline not encrypted with a key"
  severity   = "low"
  category   = "security"
  resource   = "aws_codepipeline"
  require    = alltrue([for s in self.artifact_store : length(s.encryption_key) > 0])
  message    = "An artifact store has no encryption_key."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Add encryption_key to each artifact_store."
  references = ["CKV_AWS_219"]
  pass {
    resource "aws_codepipeline" "x" {
      name     = "a"
      role_arn = "arn:aws:iam::111122223333:role/r"
      artifact_store {
        location = "b"
        type     = "S3"
        encryption_key {
          id   = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
          type = "KMS"
        }
      }
      stage {
        name = "a"
        action {
          category = "a"
          name     = "a"
          owner    = "a"
          provider = "a"
          version  = "a"
        }
      }
    }
  }
  fail {
    resource "aws_codepipeline" "x" {
      name     = "a"
      role_arn = "arn:aws:iam::111122223333:role/r"
      artifact_store {
        location = "b"
        type     = "S3"
      }
      stage {
        name = "a"
        action {
          category = "a"
          name     = "a"
          owner    = "a"
          provider = "a"
          version  = "a"
        }
      }
    }
  }
}

rule "aws-dms-endpoint-tls" {
  title      = "Replication reaches a database in clear"
  severity   = "medium"
  category   = "security"
  resource   = "aws_dms_endpoint"
  applies    = !contains(["s3", "kinesis", "dynamodb", "kafka", "elasticsearch", "opensearch"], self.engine_name)
  require    = contains(["require", "verify-ca", "verify-full"], self.ssl_mode)
  message    = "ssl_mode is not require or verify-ca or verify-full."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set ssl_mode to require."
  references = ["AWS Security Hub DMS.9"]
  remedy {
    set {
      ssl_mode = "require"
    }
  }
  pass {
    resource "aws_dms_endpoint" "x" {
      endpoint_id   = "a"
      endpoint_type = "a"
      engine_name   = "a"
      ssl_mode      = "require"
    }
  }
  fail {
    resource "aws_dms_endpoint" "x" {
      endpoint_id   = "a"
      endpoint_type = "a"
      engine_name   = "a"
      ssl_mode      = "none"
    }
  }
}

rule "aws-redshift-ssl" {
  title      = "Warehouse takes connections in clear"
  severity   = "medium"
  category   = "security"
  resource   = "aws_redshift_parameter_group"
  require    = anytrue([for p in coalesce(self.parameter, []) : contains(["require_ssl", "REQUIRE_SSL"], p.name) && contains(["true", "1"], lower(tostring(p.value)))])
  message    = "require_ssl is not true."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Add a parameter require_ssl with true."
  references = ["AWS Security Hub Redshift.2", "CKV_AWS_105"]
  pass {
    resource "aws_redshift_parameter_group" "x" {
      family = "a"
      name   = "a"
      parameter {
        name  = "require_ssl"
        value = "true"
      }
    }
  }
  fail {
    resource "aws_redshift_parameter_group" "x" {
      family = "a"
      name   = "a"
    }
  }
}

rule "aws-docdb-tls" {
  title      = "DocumentDB takes connections in clear"
  severity   = "high"
  category   = "security"
  resource   = "aws_docdb_cluster_parameter_group"
  require    = !anytrue([for p in coalesce(self.parameter, []) : p.name == "tls" && lower(tostring(p.value)) == "disabled"])
  message    = "The parameter tls is disabled."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Leave tls enabled."
  references = ["CKV_AWS_90"]
  pass {
    resource "aws_docdb_cluster_parameter_group" "x" {
      family = "a"
      parameter {
        name  = "tls"
        value = "enabled"
      }
    }
  }
  fail {
    resource "aws_docdb_cluster_parameter_group" "x" {
      family = "a"
      parameter {
        name  = "tls"
        value = "disabled"
      }
    }
  }
}

rule "aws-docdb-audit" {
  title      = "DocumentDB does not audit"
  severity   = "medium"
  category   = "security"
  resource   = "aws_docdb_cluster_parameter_group"
  require    = anytrue([for p in coalesce(self.parameter, []) : contains(["audit_logs"], p.name) && contains(["enabled", "all", "ddl", "dml_read", "dml_write"], lower(tostring(p.value)))])
  message    = "audit_logs is not enabled."
  why        = "Who asked what cannot be reconstructed."
  advice     = "Add a parameter audit_logs with enabled."
  references = ["CKV_AWS_104"]
  pass {
    resource "aws_docdb_cluster_parameter_group" "x" {
      family = "a"
      parameter {
        name  = "audit_logs"
        value = "enabled"
      }
    }
  }
  fail {
    resource "aws_docdb_cluster_parameter_group" "x" {
      family = "a"
    }
  }
}

rule "aws-rds-force-tls" {
  title      = "Database takes connections in clear"
  severity   = "medium"
  category   = "security"
  resource   = ["aws_db_parameter_group", "aws_rds_cluster_parameter_group"]
  require    = !anytrue([for p in coalesce(self.parameter, []) : contains(["rds.force_ssl", "require_secure_transport"], p.name) && contains(["0", "off", "false"], lower(tostring(p.value)))])
  message    = "The database is told to take connections without TLS."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set rds.force_ssl to 1, or require_secure_transport to ON."
  references = ["AWS RDS: using SSL/TLS", "CKV2_AWS_69"]
  pass {
    resource "aws_db_parameter_group" "x" {
      family = "a"
      parameter {
        name  = "rds.force_ssl"
        value = "1"
      }
    }
  }
  fail {
    resource "aws_db_parameter_group" "x" {
      family = "a"
      parameter {
        name  = "rds.force_ssl"
        value = "0"
      }
    }
  }
}

rule "aws-rds-authority" {
  title      = "Database with an expired certificate authority"
  severity   = "medium"
  category   = "operations"
  resource   = ["aws_db_instance", "aws_rds_cluster_instance"]
  applies    = self.ca_cert_identifier != null
  require    = contains(["rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"], self.ca_cert_identifier)
  message    = "ca_cert_identifier is not rds-ca-rsa2048-g1 or rds-ca-rsa4096-g1 or rds-ca-ecc384-g1."
  why        = "Clients that verify it are refused, and others do not verify."
  advice     = "Set ca_cert_identifier to rds-ca-rsa2048-g1."
  references = ["CKV_AWS_211"]
  remedy {
    set {
      ca_cert_identifier = "rds-ca-rsa2048-g1"
    }
  }
  pass {
    resource "aws_db_instance" "x" {
      instance_class     = "a"
      ca_cert_identifier = "rds-ca-rsa2048-g1"
    }
  }
  fail {
    resource "aws_db_instance" "x" {
      instance_class     = "a"
      ca_cert_identifier = "rds-ca-2019"
    }
  }
}

rule "aws-elasticache-token" {
  title      = "Cache without a password"
  severity   = "medium"
  category   = "security"
  resource   = "aws_elasticache_replication_group"
  applies    = self.engine != "memcached"
  require    = is_set("auth_token") || is_set("user_group_ids")
  message    = "Neither auth_token nor user_group_ids is set."
  why        = "Whoever reaches the port reads and empties the cache."
  advice     = "Set auth_token from a secret, or user_group_ids."
  references = ["AWS Security Hub ElastiCache.6", "CKV_AWS_31"]
  pass {
    resource "aws_elasticache_replication_group" "x" {
      description          = "a"
      replication_group_id = "a"
      user_group_ids       = ["a"]
    }
  }
  fail {
    resource "aws_elasticache_replication_group" "x" {
      description          = "a"
      replication_group_id = "a"
    }
  }
}

rule "aws-lb-target-https" {
  title      = "Targets reached in clear"
  severity   = "low"
  category   = "security"
  resource   = "aws_lb_target_group"
  applies    = self.target_type != "lambda"
  require    = !contains(["HTTP", "TCP"], self.protocol)
  message    = "The protocol is ${self.protocol}."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Use HTTPS or TLS towards the targets where the network is not trusted."
  references = ["CKV_AWS_378"]
  pass {
    resource "aws_lb_target_group" "x" {
      port     = 443
      protocol = "HTTPS"
      vpc_id   = "vpc-1"
    }
  }
  fail {
    resource "aws_lb_target_group" "x" {
      port     = 80
      protocol = "HTTP"
      vpc_id   = "vpc-1"
    }
  }
}

rule "aws-lb-health-https" {
  title      = "Health asked for in clear"
  severity   = "info"
  category   = "security"
  resource   = "aws_lb_target_group"
  applies    = contains(["HTTPS"], self.protocol)
  require    = self.health_check[0].protocol == "HTTPS"
  message    = "health_check.protocol is not HTTPS."
  why        = "A path that answers in clear is open to whoever is in the network."
  advice     = "Set health_check.protocol to HTTPS."
  references = ["CKV_AWS_261"]
  remedy {
    set {
      health_check {
        protocol = "HTTPS"
      }
    }
  }
  pass {
    resource "aws_lb_target_group" "x" {
      port     = 443
      protocol = "HTTPS"
      vpc_id   = "vpc-1"
      health_check {
        protocol = "HTTPS"
      }
    }
  }
  fail {
    resource "aws_lb_target_group" "x" {
      port     = 443
      protocol = "HTTPS"
      vpc_id   = "vpc-1"
      health_check {
        protocol = "HTTP"
      }
    }
  }
}

rule "aws-elb-listener-tls" {
  title      = "Classic load balancer takes traffic in clear"
  severity   = "high"
  category   = "security"
  resource   = "aws_elb"
  require    = alltrue([for l in self.listener : contains(["https", "ssl"], lower(l.lb_protocol))])
  message    = "A listener takes HTTP or TCP."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Listen on HTTPS or SSL."
  references = ["AWS Security Hub ELB.3", "CKV_AWS_376"]
  pass {
    resource "aws_elb" "x" {
      listener {
        instance_port     = 443
        instance_protocol = "https"
        lb_port           = 443
        lb_protocol       = "https"
      }
    }
  }
  fail {
    resource "aws_elb" "x" {
      listener {
        instance_port     = 80
        instance_protocol = "http"
        lb_port           = 80
        lb_protocol       = "http"
      }
    }
  }
}

rule "aws-elb-certificate" {
  title      = "Classic load balancer without a managed certificate"
  severity   = "low"
  category   = "security"
  resource   = "aws_elb"
  applies    = anytrue([for l in self.listener : contains(["https", "ssl"], lower(l.lb_protocol))])
  require    = alltrue([for l in self.listener : l.ssl_certificate_id != null && (!is_literal(l.ssl_certificate_id) || startswith(l.ssl_certificate_id, "arn:aws:acm:"))])
  message    = "A listener has no certificate of ACM."
  why        = "A certificate by hand expires on a day nobody watches."
  advice     = "Set ssl_certificate_id to a certificate of ACM."
  references = ["AWS Security Hub ELB.2", "CKV_AWS_127"]
  pass {
    resource "aws_elb" "x" {
      listener {
        instance_port      = 443
        instance_protocol  = "https"
        lb_port            = 443
        lb_protocol        = "https"
        ssl_certificate_id = "arn:aws:acm:eu-west-1:111122223333:certificate/1"
      }
    }
  }
  fail {
    resource "aws_elb" "x" {
      listener {
        instance_port     = 443
        instance_protocol = "https"
        lb_port           = 443
        lb_protocol       = "https"
      }
    }
  }
}

rule "aws-elb-desync" {
  title      = "Classic load balancer lets doubtful requests through"
  severity   = "medium"
  category   = "security"
  resource   = "aws_elb"
  require    = contains(["defensive", "strictest"], coalesce(self.desync_mitigation_mode, "defensive"))
  message    = "desync_mitigation_mode is not defensive or strictest."
  why        = "Requests that are read in two ways smuggle others."
  advice     = "Set desync_mitigation_mode to defensive."
  references = ["AWS Security Hub ELB.14", "CKV_AWS_328"]
  remedy {
    set {
      desync_mitigation_mode = "defensive"
    }
  }
  pass {
    resource "aws_elb" "x" {
      listener {
        instance_port     = 443
        instance_protocol = "https"
        lb_port           = 443
        lb_protocol       = "https"
      }
      desync_mitigation_mode = "defensive"
    }
  }
  fail {
    resource "aws_elb" "x" {
      listener {
        instance_port     = 443
        instance_protocol = "https"
        lb_port           = 443
        lb_protocol       = "https"
      }
      desync_mitigation_mode = "monitor"
    }
  }
}

rule "aws-lb-desync" {
  title      = "Load balancer lets doubtful requests through"
  severity   = "medium"
  category   = "security"
  resource   = ["aws_lb", "aws_alb"]
  require    = contains(["defensive", "strictest"], coalesce(self.desync_mitigation_mode, "defensive"))
  message    = "desync_mitigation_mode is not defensive or strictest."
  why        = "Requests that are read in two ways smuggle others."
  advice     = "Set desync_mitigation_mode to defensive."
  references = ["AWS Security Hub ELB.12", "CKV_AWS_328"]
  remedy {
    set {
      desync_mitigation_mode = "defensive"
    }
  }
  pass {
    resource "aws_lb" "x" {
      desync_mitigation_mode = "defensive"
    }
  }
  fail {
    resource "aws_lb" "x" {
      desync_mitigation_mode = "monitor"
    }
  }
}
