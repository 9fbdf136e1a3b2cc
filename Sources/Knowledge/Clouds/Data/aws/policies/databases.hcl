# Databases beside RDS, and what is rarer of it.

rule "aws-neptune-encrypted" {
  title      = "Neptune storage not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_neptune_cluster"
  require    = self.storage_encrypted == true
  message    = "storage_encrypted is not true."
  why        = "Snapshots and disks are readable to whoever gets hold of them."
  advice     = "Set storage_encrypted to true; it cannot be changed later."
  references = ["AWS Security Hub Neptune.1", "trivy AWS-0076", "CKV_AWS_44"]
  remedy {
    set {
      storage_encrypted = true
    }
  }
  pass {
    resource "aws_neptune_cluster" "x" {
      cluster_identifier  = "a"
      skip_final_snapshot = true
      storage_encrypted = true
    }
  }
  fail {
    resource "aws_neptune_cluster" "x" {
      cluster_identifier  = "a"
      skip_final_snapshot = true
    }
  }
}

rule "aws-neptune-key" {
  title      = "Neptune without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_neptune_cluster"
  require    = is_set("kms_key_arn")
  message    = "kms_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_arn."
  references = ["trivy AWS-0128", "CKV_AWS_347"]
  pass {
    resource "aws_neptune_cluster" "x" {
      cluster_identifier  = "a"
      skip_final_snapshot = true
      kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_neptune_cluster" "x" {
      cluster_identifier  = "a"
      skip_final_snapshot = true
    }
  }
}

rule "aws-neptune-audit-log" {
  title      = "Neptune does not export its audit log"
  severity   = "medium"
  category   = "operations"
  resource   = "aws_neptune_cluster"
  require    = contains(coalesce(self.enable_cloudwatch_logs_exports, []), "audit")
  message    = "The audit log does not go to CloudWatch."
  why        = "Who asked what cannot be reconstructed."
  advice     = "Add \"audit\" to enable_cloudwatch_logs_exports."
  references = ["AWS Security Hub Neptune.2", "trivy AWS-0075", "CKV_AWS_101"]
  pass {
    resource "aws_neptune_cluster" "x" {
      cluster_identifier  = "a"
      skip_final_snapshot = true
      enable_cloudwatch_logs_exports = ["audit"]
    }
  }
  fail {
    resource "aws_neptune_cluster" "x" {
      cluster_identifier  = "a"
      skip_final_snapshot = true
    }
  }
}

rule "aws-docdb-log-exports" {
  title      = "DocumentDB does not export its logs"
  severity   = "medium"
  category   = "operations"
  resource   = "aws_docdb_cluster"
  require    = contains(coalesce(self.enabled_cloudwatch_logs_exports, []), "audit")
  message    = "The audit log does not go to CloudWatch."
  why        = "Who asked what cannot be reconstructed."
  advice     = "List audit and profiler in enabled_cloudwatch_logs_exports."
  references = ["AWS Security Hub DocumentDB.4", "trivy AWS-0020", "CKV_AWS_85"]
  pass {
    resource "aws_docdb_cluster" "x" {
      cluster_identifier  = "a"
      skip_final_snapshot = true
      enabled_cloudwatch_logs_exports = ["audit", "profiler"]
    }
  }
  fail {
    resource "aws_docdb_cluster" "x" {
      cluster_identifier  = "a"
      skip_final_snapshot = true
    }
  }
}

rule "aws-docdb-key" {
  title      = "DocumentDB without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_docdb_cluster"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["trivy AWS-0022", "CKV_AWS_182"]
  pass {
    resource "aws_docdb_cluster" "x" {
      cluster_identifier  = "a"
      skip_final_snapshot = true
      kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_docdb_cluster" "x" {
      cluster_identifier  = "a"
      skip_final_snapshot = true
    }
  }
}

rule "aws-aurora-key" {
  title      = "Cluster storage without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_rds_cluster"
  require    = is_set("kms_key_id") && self.kms_key_id != ""
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id; it cannot be changed later."
  references = ["trivy AWS-0079", "CKV_AWS_327"]
  pass {
    resource "aws_rds_cluster" "x" {
      cluster_identifier  = "a"
      engine              = "aurora-postgresql"
      skip_final_snapshot = true
      storage_encrypted = true
      kms_key_id        = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_rds_cluster" "x" {
      cluster_identifier  = "a"
      engine              = "aurora-postgresql"
      skip_final_snapshot = true
      storage_encrypted = true
    }
  }
}

rule "aws-rds-insights-key" {
  title      = "Performance data without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = ["aws_db_instance", "aws_rds_cluster_instance"]
  applies    = self.performance_insights_enabled == true
  require    = is_set("performance_insights_kms_key_id")
  message    = "performance_insights_kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set performance_insights_kms_key_id."
  references = ["trivy AWS-0078", "CKV_AWS_354"]
  pass {
    resource "aws_db_instance" "x" {
      identifier          = "a"
      engine              = "postgres"
      instance_class      = "db.m6g.large"
      skip_final_snapshot = true
      performance_insights_enabled    = true
      performance_insights_kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_db_instance" "x" {
      identifier          = "a"
      engine              = "postgres"
      instance_class      = "db.m6g.large"
      skip_final_snapshot = true
      performance_insights_enabled = true
    }
  }
}

rule "aws-rds-snapshot-tags" {
  title      = "Snapshots without the tags of their database"
  severity   = "low"
  category   = "operations"
  resource   = ["aws_db_instance", "aws_rds_cluster"]
  require    = self.copy_tags_to_snapshot == true
  message    = "copy_tags_to_snapshot is not true."
  why        = "Snapshots that nobody can assign are kept and paid for ever."
  advice     = "Set copy_tags_to_snapshot to true."
  references = ["AWS Security Hub RDS.16", "AWS Security Hub RDS.17", "CKV_AWS_226"]
  remedy {
    set {
      copy_tags_to_snapshot = true
    }
  }
  pass {
    resource "aws_db_instance" "x" {
      identifier          = "a"
      engine              = "postgres"
      instance_class      = "db.m6g.large"
      skip_final_snapshot = true
      copy_tags_to_snapshot = true
    }
  }
  fail {
    resource "aws_db_instance" "x" {
      identifier          = "a"
      engine              = "postgres"
      instance_class      = "db.m6g.large"
      skip_final_snapshot = true
    }
  }
}

rule "aws-dms-public" {
  title      = "Replication instance reachable from the internet"
  severity   = "high"
  category   = "security"
  resource   = "aws_dms_replication_instance"
  require    = self.publicly_accessible == false
  message    = "publicly_accessible is not false."
  why        = "It holds the data of both databases and the ways into them."
  advice     = "Set publicly_accessible to false."
  references = ["AWS Security Hub DMS.1", "CKV_AWS_89"]
  remedy {
    set {
      publicly_accessible = false
    }
  }
  pass {
    resource "aws_dms_replication_instance" "x" {
      replication_instance_id    = "a"
      replication_instance_class = "dms.t3.micro"
      publicly_accessible        = false
    }
  }
  fail {
    resource "aws_dms_replication_instance" "x" {
      replication_instance_id    = "a"
      replication_instance_class = "dms.t3.micro"
    }
  }
}

rule "aws-search-audit-log" {
  title      = "Search domain does not publish its audit log"
  severity   = "medium"
  category   = "operations"
  resource   = ["aws_elasticsearch_domain", "aws_opensearch_domain"]
  require    = anytrue([for o in coalesce(self.log_publishing_options, []) : o.log_type == "AUDIT_LOGS" && o.enabled != false])
  message    = "AUDIT_LOGS is not published."
  why        = "Who asked what cannot be reconstructed."
  advice     = "Add log_publishing_options with AUDIT_LOGS."
  references = ["AWS Security Hub Opensearch.5", "trivy AWS-0042", "CKV_AWS_317"]
  pass {
    resource "aws_opensearch_domain" "x" {
      domain_name = "a"
      log_publishing_options {
        cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:l"
        log_type                 = "AUDIT_LOGS"
      }
    }
  }
  fail {
    resource "aws_opensearch_domain" "x" {
      domain_name = "a"
    }
  }
}

rule "aws-search-node-encryption" {
  title      = "Search nodes talk to each other in clear"
  severity   = "high"
  category   = "security"
  resource   = ["aws_elasticsearch_domain", "aws_opensearch_domain"]
  require    = self.node_to_node_encryption[0].enabled == true
  message    = "node_to_node_encryption is not enabled."
  why        = "Whoever can listen inside the network reads what nodes exchange."
  advice     = "Add node_to_node_encryption with enabled true."
  references = ["AWS Security Hub Opensearch.3", "trivy AWS-0043", "CKV_AWS_6"]
  pass {
    resource "aws_opensearch_domain" "x" {
      domain_name = "a"
      node_to_node_encryption {
        enabled = true
      }
    }
  }
  fail {
    resource "aws_opensearch_domain" "x" {
      domain_name = "a"
    }
  }
}

rule "aws-search-network" {
  title      = "Search domain outside a network of one's own"
  severity   = "high"
  category   = "security"
  resource   = ["aws_elasticsearch_domain", "aws_opensearch_domain"]
  require    = is_set("vpc_options")
  message    = "The domain has a public endpoint."
  why        = "Only its access policy keeps the internet out."
  advice     = "Add vpc_options."
  references = ["AWS Security Hub Opensearch.2", "CKV_AWS_137"]
  pass {
    resource "aws_opensearch_domain" "x" {
      domain_name = "a"
      vpc_options {
        subnet_ids = ["subnet-1"]
      }
    }
  }
  fail {
    resource "aws_opensearch_domain" "x" {
      domain_name = "a"
    }
  }
}

rule "aws-memorydb-tls" {
  title      = "MemoryDB without TLS"
  severity   = "high"
  category   = "security"
  resource   = "aws_memorydb_cluster"
  require    = self.tls_enabled != false
  message    = "tls_enabled is false."
  why        = "Clients and nodes talk in clear."
  advice     = "Leave tls_enabled true."
  references = ["CKV_AWS_202"]
  remedy {
    set {
      tls_enabled = true
    }
  }
  pass {
    resource "aws_memorydb_cluster" "x" {
      name      = "a"
      acl_name  = "open-access"
      node_type = "db.t4g.small"
    }
  }
  fail {
    resource "aws_memorydb_cluster" "x" {
      name        = "a"
      acl_name    = "open-access"
      node_type   = "db.t4g.small"
      tls_enabled = false
    }
  }
}
