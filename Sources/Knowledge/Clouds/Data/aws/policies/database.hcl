rule "aws-rds-encrypted" {
  title      = "Database storage not encrypted"
  severity   = "high"
  category   = "security"
  resource   = ["aws_db_instance", "aws_rds_cluster", "aws_docdb_cluster"]
  applies    = self.replicate_source_db == null && self.snapshot_identifier == null && self.global_cluster_identifier == null
  require    = self.storage_encrypted == true || self.engine_mode == "serverless"
  message    = "storage_encrypted is not true."
  why        = "Storage, backups and snapshots stay readable to whoever gets them, and it cannot be switched on later without a new instance."
  advice     = "Set storage_encrypted to true; name a kms_key_id to control who may use the key."
  references = ["CIS AWS 1.5 2.3.1", "AWS Security Hub RDS.3"]
  remedy {
    set {
      storage_encrypted = true
    }
  }
  pass {
    resource "aws_db_instance" "main" {
      engine            = "postgres"
      instance_class    = "db.t3.micro"
      storage_encrypted = true
    }
  }
  fail {
    resource "aws_db_instance" "main" {
      engine         = "postgres"
      instance_class = "db.t3.micro"
    }
  }
}

rule "aws-rds-public" {
  title      = "Database reachable from the internet"
  severity   = "critical"
  category   = "security"
  resource   = ["aws_db_instance", "aws_rds_cluster_instance", "aws_redshift_cluster", "aws_neptune_cluster_instance"]
  applies    = type != "aws_redshift_cluster" || self.publicly_accessible != null
  require    = self.publicly_accessible != true
  message    = "publicly_accessible is true, so the database has a public address."
  why        = "A database with a public address is attacked within minutes."
  advice     = "Set publicly_accessible to false and reach the database from inside the VPC."
  references = ["CIS AWS 1.5 2.3.3", "AWS Security Hub RDS.2"]
  remedy {
    set {
      publicly_accessible = false
    }
  }
  pass {
    resource "aws_db_instance" "main" {
      engine              = "postgres"
      publicly_accessible = false
    }
  }
  fail {
    resource "aws_db_instance" "main" {
      engine              = "postgres"
      publicly_accessible = true
    }
  }
}

rule "aws-rds-backup-retention" {
  title      = "Database without backups"
  severity   = "medium"
  category   = "reliability"
  resource   = ["aws_db_instance", "aws_rds_cluster", "aws_docdb_cluster", "aws_neptune_cluster"]
  applies    = self.replicate_source_db == null
  require    = self.backup_retention_period > 1
  message    = "Backups are kept for ${coalesce(self.backup_retention_period, type == "aws_db_instance" ? 0 : 1)} days."
  why        = "Corrupted data is often noticed days later, when a short retention has already dropped the last good backup."
  advice     = "Set backup_retention_period to several days."
  references = ["AWS Security Hub RDS.11", "trivy AWS-0077", "CKV_AWS_133"]
  remedy {
    set {
      backup_retention_period = 7
    }
  }
  pass {
    resource "aws_db_instance" "main" {
      engine                  = "postgres"
      backup_retention_period = 14
    }
  }
  fail {
    resource "aws_db_instance" "main" {
      engine = "postgres"
    }
  }
}

rule "aws-rds-backup-week" {
  title      = "Database with backups of less than a week"
  severity   = "low"
  category   = "reliability"
  resource   = ["aws_db_instance", "aws_rds_cluster", "aws_docdb_cluster", "aws_neptune_cluster"]
  applies    = self.replicate_source_db == null && self.backup_retention_period > 1
  require    = self.backup_retention_period >= 7
  message    = "Backups are kept for ${coalesce(self.backup_retention_period, type == "aws_db_instance" ? 0 : 1)} days."
  why        = "Corrupted data is often noticed days later, when a short retention has already dropped the last good backup."
  advice     = "Set backup_retention_period to 7 or more."
  references = ["AWS Security Hub RDS.11", "CKV_AWS_360", "CKV_AWS_361"]
  remedy {
    set {
      backup_retention_period = 7
    }
  }
  pass {
    resource "aws_db_instance" "main" {
      engine                  = "postgres"
      backup_retention_period = 14
    }
  }
  fail {
    resource "aws_db_instance" "main" {
      engine                  = "postgres"
      backup_retention_period = 3
    }
  }
}

rule "aws-rds-deletion-protection" {
  title      = "Database can be deleted by mistake"
  severity   = "medium"
  category   = "reliability"
  resource   = ["aws_db_instance", "aws_rds_cluster", "aws_docdb_cluster", "aws_neptune_cluster", "aws_rds_global_cluster"]
  applies    = self.replicate_source_db == null
  require    = self.deletion_protection == true
  message    = "deletion_protection is off: one wrong apply removes the database."
  why        = "Deletion protection turns a destructive plan into an error."
  advice     = "Set deletion_protection to true."
  references = ["AWS Security Hub RDS.8", "AWS Security Hub RDS.7"]
  remedy {
    set {
      deletion_protection = true
    }
  }
  pass {
    resource "aws_rds_cluster" "main" {
      engine              = "aurora-postgresql"
      deletion_protection = true
    }
  }
  fail {
    resource "aws_rds_cluster" "main" {
      engine = "aurora-postgresql"
    }
  }
}

rule "aws-rds-multi-az" {
  title      = "Database in a single availability zone"
  severity   = "medium"
  category   = "reliability"
  resource   = "aws_db_instance"
  applies    = self.replicate_source_db == null
  require    = self.multi_az == true
  message    = "multi_az is not true: when the zone fails, so does the database."
  why        = "A standby in another zone takes over within a minute or two; without one, a restore takes hours."
  advice     = "Set multi_az to true where the database matters; it doubles the cost of the instance."
  references = ["AWS Security Hub RDS.5", "AWS Well-Architected REL10"]
  remedy {
    set {
      multi_az = true
    }
  }
  pass {
    resource "aws_db_instance" "main" {
      engine   = "postgres"
      multi_az = true
    }
  }
  fail {
    resource "aws_db_instance" "main" {
      engine = "postgres"
    }
  }
}

rule "aws-aurora-two-instances" {
  title      = "Aurora cluster with fewer than two instances"
  severity   = "medium"
  category   = "reliability"
  resource   = "aws_rds_cluster"
  applies    = startswith(self.engine, "aurora") && self.engine_mode != "serverless"
  require    = length(related("aws_rds_cluster_instance", "cluster_identifier")) >= 2
  message    = "${length(related("aws_rds_cluster_instance", "cluster_identifier"))} instances belong to this cluster."
  why        = "Failover needs a second instance; with one, a new instance has to be started first."
  advice     = "Add a second aws_rds_cluster_instance, in another zone."
  references = ["AWS Well-Architected REL10"]
  pass {
    resource "aws_rds_cluster" "main" {
      engine = "aurora-mysql"
    }
    resource "aws_rds_cluster_instance" "main" {
      count              = 2
      cluster_identifier = aws_rds_cluster.main.id
      instance_class     = "db.r6g.large"
    }
  }
  fail {
    resource "aws_rds_cluster" "main" {
      engine = "aurora-mysql"
    }
    resource "aws_rds_cluster_instance" "main" {
      cluster_identifier = aws_rds_cluster.main.id
      instance_class     = "db.r6g.large"
    }
  }
}

rule "aws-rds-final-snapshot" {
  title      = "Database deleted without a last snapshot"
  severity   = "low"
  category   = "reliability"
  resource   = ["aws_db_instance", "aws_rds_cluster", "aws_docdb_cluster", "aws_neptune_cluster", "aws_redshift_cluster"]
  require    = self.skip_final_snapshot != true
  message    = "skip_final_snapshot is true: the data is gone with the database."
  why        = "The last snapshot is what a mistaken destroy is undone with."
  advice     = "Set skip_final_snapshot to false and give a final_snapshot_identifier."
  references = ["AWS RDS user guide: deleting a DB instance"]
  pass {
    resource "aws_db_instance" "main" {
      engine                    = "postgres"
      skip_final_snapshot       = false
      final_snapshot_identifier = "last"
    }
  }
  fail {
    resource "aws_db_instance" "main" {
      engine              = "postgres"
      skip_final_snapshot = true
    }
  }
}

rule "aws-rds-iam-authentication" {
  title      = "Database without IAM authentication"
  severity   = "low"
  category   = "security"
  resource   = ["aws_db_instance", "aws_rds_cluster", "aws_neptune_cluster"]
  applies    = type == "aws_neptune_cluster" || contains(["postgres", "mysql", "mariadb", "aurora", "aurora-mysql", "aurora-postgresql"], coalesce(self.engine, "none"))
  require    = self.iam_database_authentication_enabled == true
  message    = "Only passwords are accepted."
  why        = "Tokens from IAM live for minutes and need no rotation; passwords are shared and stay."
  advice     = "Set iam_database_authentication_enabled to true."
  references = ["AWS Security Hub RDS.10"]
  remedy {
    set {
      iam_database_authentication_enabled = true
    }
  }
  pass {
    resource "aws_db_instance" "main" {
      engine                              = "postgres"
      iam_database_authentication_enabled = true
    }
  }
  fail {
    resource "aws_db_instance" "main" {
      engine = "postgres"
    }
  }
}

rule "aws-rds-minor-upgrades" {
  title      = "Database without automatic minor upgrades"
  severity   = "low"
  category   = "operations"
  resource   = ["aws_db_instance", "aws_rds_cluster_instance"]
  require    = self.auto_minor_version_upgrade != false
  message    = "auto_minor_version_upgrade is off."
  why        = "Minor versions carry the security fixes."
  advice     = "Leave auto_minor_version_upgrade on and set a maintenance window."
  references = ["CIS AWS 1.5 2.3.2", "AWS Security Hub RDS.13"]
  remedy {
    set {
      auto_minor_version_upgrade = true
    }
  }
  pass {
    resource "aws_db_instance" "main" {
      engine = "postgres"
    }
  }
  fail {
    resource "aws_db_instance" "main" {
      engine                     = "postgres"
      auto_minor_version_upgrade = false
    }
  }
}

rule "aws-rds-log-exports" {
  title      = "Database logs are not exported"
  severity   = "low"
  category   = "operations"
  resource   = ["aws_db_instance", "aws_rds_cluster"]
  require    = length(self.enabled_cloudwatch_logs_exports) > 0
  message    = "No logs go to CloudWatch."
  why        = "Logs that stay on the instance are gone with it, and no alarm sees them."
  advice     = "List the logs of the engine in enabled_cloudwatch_logs_exports, such as [\"postgresql\"]."
  references = ["AWS Security Hub RDS.9"]
  pass {
    resource "aws_db_instance" "main" {
      engine                          = "postgres"
      enabled_cloudwatch_logs_exports = ["postgresql"]
    }
  }
  fail {
    resource "aws_db_instance" "main" {
      engine = "postgres"
    }
  }
}

rule "aws-rds-password-in-clear" {
  title      = "Database password written in the configuration"
  severity   = "high"
  category   = "security"
  resource   = ["aws_db_instance", "aws_rds_cluster", "aws_docdb_cluster", "aws_redshift_cluster"]
  require    = !is_literal(self.password) && !is_literal(self.master_password)
  message    = "The password stands in clear text in the configuration or in the default of a variable."
  why        = "It ends up in version control, in plans and in every copy of them."
  advice     = "Use manage_master_user_password, or a random_password kept in Secrets Manager."
  references = ["AWS Security Hub SecretsManager.1", "CWE-798"]
  pass {
    resource "aws_db_instance" "main" {
      engine                      = "postgres"
      manage_master_user_password = true
    }
  }
  fail {
    resource "aws_db_instance" "main" {
      engine   = "postgres"
      password = "hunter2hunter2"
    }
  }
}

rule "aws-elasticache-encrypted-at-rest" {
  title      = "Cache not encrypted at rest"
  severity   = "high"
  category   = "security"
  resource   = "aws_elasticache_replication_group"
  require    = self.at_rest_encryption_enabled == true
  message    = "at_rest_encryption_enabled is not true."
  why        = "Backups and swap of the cache hold the data in clear."
  advice     = "Set at_rest_encryption_enabled to true; it needs a new replication group."
  references = ["AWS Security Hub ElastiCache.4"]
  remedy {
    set {
      at_rest_encryption_enabled = true
    }
  }
  pass {
    resource "aws_elasticache_replication_group" "c" {
      replication_group_id       = "c"
      at_rest_encryption_enabled = true
    }
  }
  fail {
    resource "aws_elasticache_replication_group" "c" {
      replication_group_id = "c"
    }
  }
}

rule "aws-elasticache-encrypted-in-transit" {
  title      = "Cache traffic not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_elasticache_replication_group"
  require    = self.transit_encryption_enabled == true
  message    = "transit_encryption_enabled is not true."
  why        = "Sessions and tokens in the cache travel in clear text."
  advice     = "Set transit_encryption_enabled to true and use TLS in the clients."
  references = ["AWS Security Hub ElastiCache.5"]
  remedy {
    set {
      transit_encryption_enabled = true
    }
  }
  pass {
    resource "aws_elasticache_replication_group" "c" {
      replication_group_id       = "c"
      transit_encryption_enabled = true
    }
  }
  fail {
    resource "aws_elasticache_replication_group" "c" {
      replication_group_id = "c"
    }
  }
}

rule "aws-elasticache-failover" {
  title      = "Cache without automatic failover"
  severity   = "medium"
  category   = "reliability"
  resource   = "aws_elasticache_replication_group"
  require    = self.automatic_failover_enabled == true
  message    = "automatic_failover_enabled is not true: when the primary fails, somebody has to act."
  why        = "Failover promotes a replica within a minute."
  advice     = "Set automatic_failover_enabled and have at least one replica."
  references = ["AWS Security Hub ElastiCache.3"]
  pass {
    resource "aws_elasticache_replication_group" "c" {
      replication_group_id       = "c"
      num_cache_clusters         = 2
      automatic_failover_enabled = true
    }
  }
  fail {
    resource "aws_elasticache_replication_group" "c" {
      replication_group_id = "c"
      num_cache_clusters   = 1
    }
  }
}

rule "aws-elasticache-backup" {
  title      = "Cache without backups"
  severity   = "low"
  category   = "reliability"
  resource   = ["aws_elasticache_cluster", "aws_elasticache_replication_group"]
  applies    = self.engine != "memcached" && self.node_type != "cache.t1.micro" && self.replication_group_id == null || type == "aws_elasticache_replication_group"
  require    = self.snapshot_retention_limit > 0
  message    = "snapshot_retention_limit is not set, so there are no backups."
  why        = "A cold cache after a failure can overload the database behind it."
  advice     = "Set snapshot_retention_limit to at least 1."
  references = ["AWS Security Hub ElastiCache.1"]
  remedy {
    set {
      snapshot_retention_limit = 5
    }
  }
  pass {
    resource "aws_elasticache_replication_group" "c" {
      replication_group_id     = "c"
      snapshot_retention_limit = 5
    }
  }
  fail {
    resource "aws_elasticache_cluster" "c" {
      cluster_id = "c"
      engine     = "redis"
    }
  }
}

rule "aws-dynamodb-recovery" {
  title      = "DynamoDB table without point-in-time recovery"
  severity   = "medium"
  category   = "reliability"
  resource   = "aws_dynamodb_table"
  require    = self.point_in_time_recovery[0].enabled == true
  message    = "Point-in-time recovery is off."
  why        = "A faulty deployment that overwrites items cannot be undone otherwise."
  advice     = "Add point_in_time_recovery with enabled true."
  references = ["AWS Security Hub DynamoDB.2"]
  remedy {
    set {
      point_in_time_recovery {
        enabled = true
      }
    }
  }
  pass {
    resource "aws_dynamodb_table" "t" {
      name = "t"
      point_in_time_recovery {
        enabled = true
      }
    }
  }
  fail {
    resource "aws_dynamodb_table" "t" {
      name = "t"
    }
  }
}

rule "aws-dynamodb-customer-key" {
  title      = "DynamoDB table without a customer managed key"
  severity   = "low"
  category   = "security"
  resource   = "aws_dynamodb_table"
  require    = self.server_side_encryption[0].enabled == true && is_set("server_side_encryption.kms_key_arn") && (!is_literal(self.server_side_encryption[0].kms_key_arn) || !strcontains(self.server_side_encryption[0].kms_key_arn, "alias/aws/"))
  message    = "The table is encrypted with a key of AWS, whose use cannot be limited or audited."
  why        = "A key of one's own can be revoked, and its use is in the trail."
  advice     = "Add server_side_encryption with enabled true and a kms_key_arn."
  references = ["CKV_AWS_119", "trivy AWS-0025"]
  pass {
    resource "aws_kms_key" "k" {}
    resource "aws_dynamodb_table" "t" {
      name = "t"
      server_side_encryption {
        enabled     = true
        kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/k"
      }
    }
  }
  fail {
    resource "aws_dynamodb_table" "t" {
      name = "t"
    }
  }
}

rule "aws-redshift-encrypted" {
  title      = "Redshift cluster not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_redshift_cluster"
  require    = self.encrypted == true
  message    = "encrypted is not true."
  why        = "Storage and snapshots of the warehouse stay readable."
  advice     = "Set encrypted to true and name a kms_key_id."
  references = ["AWS Security Hub Redshift.10"]
  remedy {
    set {
      encrypted = true
    }
  }
  pass {
    resource "aws_redshift_cluster" "w" {
      cluster_identifier = "w"
      encrypted          = true
    }
  }
  fail {
    resource "aws_redshift_cluster" "w" {
      cluster_identifier = "w"
    }
  }
}

rule "aws-search-encrypted" {
  title      = "Search domain not encrypted at rest"
  severity   = "high"
  category   = "security"
  resource   = ["aws_elasticsearch_domain", "aws_opensearch_domain"]
  require    = self.encrypt_at_rest[0].enabled == true
  message    = "encrypt_at_rest is not enabled."
  why        = "Indices and snapshots hold the data in clear."
  advice     = "Add encrypt_at_rest with enabled true."
  references = ["AWS Security Hub Opensearch.1"]
  remedy {
    set {
      encrypt_at_rest {
        enabled = true
      }
    }
  }
  pass {
    resource "aws_opensearch_domain" "s" {
      domain_name = "s"
      encrypt_at_rest {
        enabled = true
      }
    }
  }
  fail {
    resource "aws_opensearch_domain" "s" {
      domain_name = "s"
    }
  }
}

rule "aws-search-https" {
  title      = "Search domain reachable without TLS"
  severity   = "high"
  category   = "security"
  resource   = ["aws_elasticsearch_domain", "aws_opensearch_domain"]
  require    = self.domain_endpoint_options[0].enforce_https == true
  message    = "enforce_https is not true."
  why        = "Queries and documents travel in clear text."
  advice     = "Set domain_endpoint_options.enforce_https to true."
  references = ["AWS Security Hub Opensearch.8", "CKV_AWS_83"]
  remedy {
    set {
      domain_endpoint_options {
        enforce_https       = true
        tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
      }
    }
  }
  pass {
    resource "aws_opensearch_domain" "s" {
      domain_name = "s"
      domain_endpoint_options {
        enforce_https = true
      }
    }
  }
  fail {
    resource "aws_opensearch_domain" "s" {
      domain_name = "s"
    }
  }
}

rule "aws-search-tls-policy" {
  title      = "Search domain accepts old TLS versions"
  severity   = "medium"
  category   = "security"
  resource   = ["aws_elasticsearch_domain", "aws_opensearch_domain"]
  applies    = length(self.domain_endpoint_options) > 0
  require    = startswith(self.domain_endpoint_options[0].tls_security_policy, "Policy-Min-TLS-1-2")
  message    = "tls_security_policy is ${coalesce(self.domain_endpoint_options[0].tls_security_policy, "not set, which accepts TLS 1.0")}."
  why        = "TLS before 1.2 is broken."
  advice     = "Set tls_security_policy to Policy-Min-TLS-1-2-2019-07 or newer."
  references = ["AWS Security Hub Opensearch.8", "CKV_AWS_228"]
  remedy {
    set {
      domain_endpoint_options {
        tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
      }
    }
  }
  pass {
    resource "aws_opensearch_domain" "s" {
      domain_name = "s"
      domain_endpoint_options {
        enforce_https       = true
        tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
      }
    }
  }
  fail {
    resource "aws_opensearch_domain" "s" {
      domain_name = "s"
      domain_endpoint_options {
        enforce_https       = true
        tls_security_policy = "Policy-Min-TLS-1-0-2019-07"
      }
    }
  }
}

rule "aws-dynamodb-attributes-match-keys" {
  title      = "Attributes and keys of the table do not match"
  severity   = "high"
  category   = "correctness"
  resource   = "aws_dynamodb_table"
  require    = length(setsubtract(concat([for key in [self.hash_key, self.range_key] : key if key != null], flatten([for index in concat(self.global_secondary_index == null ? [] : self.global_secondary_index, self.local_secondary_index == null ? [] : self.local_secondary_index) : [for key in [index.hash_key, index.range_key] : key if key != null]])), [for attribute in(self.attribute == null ? [] : self.attribute) : attribute.name])) == 0 && length(setsubtract([for attribute in(self.attribute == null ? [] : self.attribute) : attribute.name], concat([for key in [self.hash_key, self.range_key] : key if key != null], flatten([for index in concat(self.global_secondary_index == null ? [] : self.global_secondary_index, self.local_secondary_index == null ? [] : self.local_secondary_index) : [for key in [index.hash_key, index.range_key] : key if key != null]])))) == 0
  message    = "Each key of the table and its indexes needs an attribute block, and each attribute block a key."
  why        = "The provider refuses to plan a table whose keys and attribute blocks do not match."
  advice     = "Add an attribute block for each hash and range key, and remove those no key uses."
  references = ["AWS DynamoDB API: CreateTable, AttributeDefinitions"]
  pass {
    resource "aws_dynamodb_table" "t" {
      name     = "t"
      hash_key = "id"
      attribute {
        name = "id"
        type = "S"
      }
    }
  }
  fail {
    resource "aws_dynamodb_table" "t" {
      name     = "t"
      hash_key = "id"
      attribute {
        name = "id"
        type = "S"
      }
      attribute {
        name = "colour"
        type = "S"
      }
    }
  }
  fail {
    resource "aws_dynamodb_table" "t" {
      name     = "t"
      hash_key = "id"
      attribute {
        name = "key"
        type = "S"
      }
    }
  }
}

rule "aws-dynamodb-capacity-fits-mode" {
  title      = "Capacity does not fit the billing mode"
  severity   = "high"
  category   = "correctness"
  resource   = "aws_dynamodb_table"
  require    = self.billing_mode == "PAY_PER_REQUEST" ? (self.read_capacity == null || self.read_capacity == 0) && (self.write_capacity == null || self.write_capacity == 0) : (self.read_capacity != null && self.write_capacity != null)
  message    = "read_capacity and write_capacity are for billing_mode PROVISIONED, which needs both."
  why        = "The provider refuses to plan a table with capacities and on-demand billing, or provisioned without them."
  advice     = "Remove the capacities, or set billing_mode to PROVISIONED with both of them."
  references = ["AWS DynamoDB API: CreateTable, BillingMode"]
  pass {
    resource "aws_dynamodb_table" "t" {
      billing_mode = "PAY_PER_REQUEST"
    }
  }
  pass {
    resource "aws_dynamodb_table" "t" {
      read_capacity  = 5
      write_capacity = 5
    }
  }
  fail {
    resource "aws_dynamodb_table" "t" {
      billing_mode  = "PAY_PER_REQUEST"
      read_capacity = 5
    }
  }
  fail {
    resource "aws_dynamodb_table" "t" {
      name = "t"
    }
  }
}
