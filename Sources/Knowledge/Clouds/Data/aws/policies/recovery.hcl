# What can be brought back, and what cannot be deleted by accident.

rule "aws-dynamodb-deletion" {
  title      = "Table can be deleted at once"
  severity   = "low"
  category   = "reliability"
  resource   = "aws_dynamodb_table"
  require    = self.deletion_protection_enabled == true
  message    = "deletion_protection_enabled is not true."
  why        = "One command removes it with everything in it."
  advice     = "Set deletion_protection_enabled to true."
  references = ["AWS Security Hub DynamoDB.6"]
  remedy {
    set {
      deletion_protection_enabled = true
    }
  }
  pass {
    resource "aws_dynamodb_table" "x" {
      name     = "a"
      hash_key = "id"
      attribute {
        name = "id"
        type = "S"
      }
      deletion_protection_enabled = true
    }
  }
  fail {
    resource "aws_dynamodb_table" "x" {
      name     = "a"
      hash_key = "id"
      attribute {
        name = "id"
        type = "S"
      }
    }
  }
}

rule "aws-dynamodb-replica-recovery" {
  title      = "Replica without recovery"
  severity   = "medium"
  category   = "reliability"
  resource   = "aws_dynamodb_table_replica"
  require    = self.point_in_time_recovery == true
  message    = "point_in_time_recovery is not true."
  why        = "What is overwritten is overwritten in every region."
  advice     = "Set point_in_time_recovery to true."
  references = ["CKV_AWS_165"]
  remedy {
    set {
      point_in_time_recovery = true
    }
  }
  pass {
    resource "aws_dynamodb_table_replica" "x" {
      global_table_arn       = "arn:aws:s3:::a"
      point_in_time_recovery = true
    }
  }
  fail {
    resource "aws_dynamodb_table_replica" "x" {
      global_table_arn = "arn:aws:s3:::a"
    }
  }
}

rule "aws-keyspaces-recovery" {
  title      = "Keyspaces table without recovery"
  severity   = "medium"
  category   = "reliability"
  resource   = "aws_keyspaces_table"
  require    = self.point_in_time_recovery[0].status == "ENABLED"
  message    = "point_in_time_recovery.status is not ENABLED."
  why        = "What is overwritten cannot be brought back."
  advice     = "Set point_in_time_recovery.status to ENABLED."
  references = ["AWS Security Hub Keyspaces.1"]
  remedy {
    set {
      point_in_time_recovery {
        status = "ENABLED"
      }
    }
  }
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
      point_in_time_recovery {
        status = "ENABLED"
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
      point_in_time_recovery {
        status = "DISABLED"
      }
    }
  }
}

rule "aws-qldb-deletion" {
  title      = "Ledger can be deleted at once"
  severity   = "medium"
  category   = "reliability"
  resource   = "aws_qldb_ledger"
  require    = self.deletion_protection != false
  message    = "deletion_protection is false."
  why        = "One command removes it with everything in it."
  advice     = "Leave deletion_protection true."
  references = ["CKV_AWS_172"]
  remedy {
    set {
      deletion_protection = true
    }
  }
  pass {
    resource "aws_qldb_ledger" "x" {
      permissions_mode    = "a"
      deletion_protection = true
    }
  }
  fail {
    resource "aws_qldb_ledger" "x" {
      permissions_mode    = "a"
      deletion_protection = false
    }
  }
}

rule "aws-qldb-permissions" {
  title      = "Ledger that grants everything at once"
  severity   = "medium"
  category   = "security"
  resource   = "aws_qldb_ledger"
  require    = self.permissions_mode == "STANDARD"
  message    = "permissions_mode is not STANDARD."
  why        = "Whoever may use the ledger may do all with it."
  advice     = "Set permissions_mode to STANDARD."
  references = ["CKV_AWS_170"]
  remedy {
    set {
      permissions_mode = "STANDARD"
    }
  }
  pass {
    resource "aws_qldb_ledger" "x" {
      permissions_mode = "STANDARD"
    }
  }
  fail {
    resource "aws_qldb_ledger" "x" {
      permissions_mode = "ALLOW_ALL"
    }
  }
}

rule "aws-network-firewall-deletion" {
  title      = "Network firewall can be deleted at once"
  severity   = "medium"
  category   = "reliability"
  resource   = "aws_networkfirewall_firewall"
  require    = self.delete_protection == true
  message    = "delete_protection is not true."
  why        = "With it goes what filters the traffic."
  advice     = "Set delete_protection to true."
  references = ["AWS Security Hub NetworkFirewall.9", "CKV_AWS_344"]
  remedy {
    set {
      delete_protection = true
    }
  }
  pass {
    resource "aws_networkfirewall_firewall" "x" {
      firewall_policy_arn = "arn:aws:s3:::a"
      name                = "a"
      delete_protection   = true
    }
  }
  fail {
    resource "aws_networkfirewall_firewall" "x" {
      firewall_policy_arn = "arn:aws:s3:::a"
      name                = "a"
    }
  }
}

rule "aws-network-firewall-subnets" {
  title      = "Subnets of a firewall can be changed at once"
  severity   = "low"
  category   = "reliability"
  resource   = "aws_networkfirewall_firewall"
  require    = self.subnet_change_protection == true
  message    = "subnet_change_protection is not true."
  why        = "A subnet without an endpoint passes by the filter."
  advice     = "Set subnet_change_protection to true."
  references = ["AWS Security Hub NetworkFirewall.10"]
  remedy {
    set {
      subnet_change_protection = true
    }
  }
  pass {
    resource "aws_networkfirewall_firewall" "x" {
      firewall_policy_arn      = "arn:aws:s3:::a"
      name                     = "a"
      subnet_change_protection = true
    }
  }
  fail {
    resource "aws_networkfirewall_firewall" "x" {
      firewall_policy_arn = "arn:aws:s3:::a"
      name                = "a"
    }
  }
}

rule "aws-cognito-deletion" {
  title      = "User pool can be deleted at once"
  severity   = "low"
  category   = "reliability"
  resource   = "aws_cognito_user_pool"
  require    = self.deletion_protection == "ACTIVE"
  message    = "deletion_protection is not ACTIVE."
  why        = "With it go all accounts and their passwords."
  advice     = "Set deletion_protection to ACTIVE."
  references = ["AWS Security Hub Cognito.6"]
  remedy {
    set {
      deletion_protection = "ACTIVE"
    }
  }
  pass {
    resource "aws_cognito_user_pool" "x" {
      name                = "a"
      deletion_protection = "ACTIVE"
    }
  }
  fail {
    resource "aws_cognito_user_pool" "x" {
      name                = "a"
      deletion_protection = "INACTIVE"
    }
  }
}

rule "aws-elb-cross-zone" {
  title      = "Classic load balancer bound to zones"
  severity   = "low"
  category   = "reliability"
  resource   = "aws_elb"
  require    = self.cross_zone_load_balancing != false
  message    = "cross_zone_load_balancing is false."
  why        = "Targets of the smaller zone are overrun."
  advice     = "Leave cross_zone_load_balancing true."
  references = ["AWS Security Hub ELB.9", "CKV_AWS_138"]
  remedy {
    set {
      cross_zone_load_balancing = true
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
      cross_zone_load_balancing = true
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
      cross_zone_load_balancing = false
    }
  }
}

rule "aws-nlb-cross-zone" {
  title      = "Load balancer bound to zones"
  severity   = "low"
  category   = "reliability"
  resource   = ["aws_lb", "aws_alb"]
  applies    = contains(["network", "gateway"], self.load_balancer_type)
  require    = self.enable_cross_zone_load_balancing == true
  message    = "enable_cross_zone_load_balancing is not true."
  why        = "Targets of the smaller zone are overrun."
  advice     = "Set enable_cross_zone_load_balancing to true."
  references = ["CKV_AWS_152"]
  remedy {
    set {
      enable_cross_zone_load_balancing = true
    }
  }
  pass {
    resource "aws_lb" "x" {
      load_balancer_type               = "network"
      enable_cross_zone_load_balancing = true
    }
  }
  fail {
    resource "aws_lb" "x" {
      load_balancer_type = "network"
    }
  }
}

rule "aws-redshift-snapshots" {
  title      = "Warehouse backups kept for less than a week"
  severity   = "medium"
  category   = "reliability"
  resource   = "aws_redshift_cluster"
  require    = coalesce(self.automated_snapshot_retention_period, 1) >= 7
  message    = "automated_snapshot_retention_period is less than 7."
  why        = "A fault is often noticed days after it was made."
  advice     = "Set automated_snapshot_retention_period to 7 or more."
  references = ["AWS Security Hub Redshift.3", "CKV_AWS_343"]
  remedy {
    set {
      automated_snapshot_retention_period = 7
    }
  }
  pass {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier                  = "a"
      node_type                           = "ra3.large"
      automated_snapshot_retention_period = 7
    }
  }
  fail {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier                  = "a"
      node_type                           = "ra3.large"
      automated_snapshot_retention_period = 1
    }
  }
}

rule "aws-redshift-upgrades" {
  title      = "Warehouse without upgrades"
  severity   = "low"
  category   = "operations"
  resource   = "aws_redshift_cluster"
  require    = self.allow_version_upgrade != false
  message    = "allow_version_upgrade is false."
  why        = "Known faults stay."
  advice     = "Leave allow_version_upgrade true."
  references = ["AWS Security Hub Redshift.6", "CKV_AWS_141"]
  remedy {
    set {
      allow_version_upgrade = true
    }
  }
  pass {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier    = "a"
      node_type             = "ra3.large"
      allow_version_upgrade = true
    }
  }
  fail {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier    = "a"
      node_type             = "ra3.large"
      allow_version_upgrade = false
    }
  }
}

rule "aws-redshift-zones" {
  title      = "Warehouse in one zone"
  severity   = "info"
  category   = "reliability"
  resource   = "aws_redshift_cluster"
  require    = self.multi_az == true
  message    = "multi_az is not true."
  why        = "When the zone fails, so does the warehouse."
  advice     = "Set multi_az to true."
  references = ["AWS Security Hub Redshift.18"]
  remedy {
    set {
      multi_az = true
    }
  }
  pass {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier = "a"
      node_type          = "ra3.large"
      multi_az           = true
    }
  }
  fail {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier = "a"
      node_type          = "ra3.large"
    }
  }
}

rule "aws-neptune-snapshot-tags" {
  title      = "Snapshots without the tags of their cluster"
  severity   = "low"
  category   = "operations"
  resource   = "aws_neptune_cluster"
  require    = self.copy_tags_to_snapshot == true
  message    = "copy_tags_to_snapshot is not true."
  why        = "Snapshots that nobody can assign are kept and paid for ever."
  advice     = "Set copy_tags_to_snapshot to true."
  references = ["AWS Security Hub Neptune.8", "CKV_AWS_362"]
  remedy {
    set {
      copy_tags_to_snapshot = true
    }
  }
  pass {
    resource "aws_neptune_cluster" "x" {
      copy_tags_to_snapshot = true
    }
  }
  fail {
    resource "aws_neptune_cluster" "x" {
    }
  }
}

rule "aws-neptune-snapshot-encrypted" {
  title      = "Snapshot of a cluster not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_neptune_cluster_snapshot"
  require    = alltrue([for cluster in referred("db_cluster_identifier") : cluster.storage_encrypted == true])
  message    = "The cluster it is made of is not encrypted."
  why        = "The snapshot is readable to whoever gets hold of it."
  advice     = "Encrypt the cluster."
  references = ["AWS Security Hub Neptune.3", "CKV_AWS_279"]
  pass {
    resource "aws_neptune_cluster" "c" {
      cluster_identifier = "a"
      storage_encrypted  = true
    }
    resource "aws_neptune_cluster_snapshot" "x" {
      db_cluster_identifier          = aws_neptune_cluster.c.id
      db_cluster_snapshot_identifier = "a"
    }
  }
  fail {
    resource "aws_neptune_cluster" "c" {
      cluster_identifier = "a"
    }
    resource "aws_neptune_cluster_snapshot" "x" {
      db_cluster_identifier          = aws_neptune_cluster.c.id
      db_cluster_snapshot_identifier = "a"
    }
  }
}

rule "aws-rds-backtrack" {
  title      = "Cluster that cannot be rewound"
  severity   = "info"
  category   = "reliability"
  resource   = "aws_rds_cluster"
  applies    = self.engine == "aurora-mysql" && self.engine_mode != "serverless"
  require    = coalesce(self.backtrack_window, 0) > 0
  message    = "backtrack_window is 0."
  why        = "A wrong statement then needs a restore, which takes hours."
  advice     = "Set backtrack_window to the seconds that count."
  references = ["AWS Security Hub RDS.14", "CKV_AWS_326"]
  remedy {
    set {
      backtrack_window = 86400
    }
  }
  pass {
    resource "aws_rds_cluster" "x" {
      engine           = "aurora-mysql"
      backtrack_window = 86400
    }
  }
  fail {
    resource "aws_rds_cluster" "x" {
      engine = "aurora-mysql"
    }
  }
}

rule "aws-rds-monitoring" {
  title      = "Database without enhanced monitoring"
  severity   = "low"
  category   = "operations"
  resource   = ["aws_db_instance", "aws_rds_cluster_instance"]
  require    = coalesce(self.monitoring_interval, 0) >= 1
  message    = "monitoring_interval is less than 1."
  why        = "What the machine did when it was slow is not known."
  advice     = "Set monitoring_interval to 1 or more."
  references = ["AWS Security Hub RDS.6", "CKV_AWS_118"]
  remedy {
    set {
      monitoring_interval = 1
    }
  }
  pass {
    resource "aws_db_instance" "x" {
      instance_class      = "db.t4g.medium"
      monitoring_interval = 1
    }
  }
  fail {
    resource "aws_db_instance" "x" {
      instance_class      = "db.t4g.medium"
      monitoring_interval = 0
    }
  }
}

rule "aws-rds-insights" {
  title      = "Database without performance data"
  severity   = "low"
  category   = "operations"
  resource   = ["aws_db_instance", "aws_rds_cluster_instance"]
  require    = self.performance_insights_enabled == true
  message    = "performance_insights_enabled is not true."
  why        = "What made it slow is not known."
  advice     = "Set performance_insights_enabled to true."
  references = ["trivy AWS-0133", "CKV_AWS_353"]
  remedy {
    set {
      performance_insights_enabled = true
    }
  }
  pass {
    resource "aws_db_instance" "x" {
      instance_class               = "db.t4g.medium"
      performance_insights_enabled = true
    }
  }
  fail {
    resource "aws_db_instance" "x" {
      instance_class = "db.t4g.medium"
    }
  }
}

rule "aws-rds-cluster-logs" {
  title      = "Cluster without its audit log"
  severity   = "low"
  category   = "operations"
  resource   = "aws_rds_cluster"
  applies    = can(regex("mysql", self.engine))
  require    = contains(coalesce(self.enabled_cloudwatch_logs_exports, []), "audit")
  message    = "The audit log does not go to CloudWatch."
  why        = "Who asked what cannot be reconstructed."
  advice     = "Add \"audit\" to enabled_cloudwatch_logs_exports."
  references = ["AWS Security Hub RDS.34", "CKV_AWS_325"]
  remedy {
    set {
      enabled_cloudwatch_logs_exports = ["audit"]
    }
  }
  pass {
    resource "aws_rds_cluster" "x" {
      engine                          = "aurora-mysql"
      enabled_cloudwatch_logs_exports = ["audit"]
    }
  }
  fail {
    resource "aws_rds_cluster" "x" {
      engine = "aurora-mysql"
    }
  }
}

rule "aws-rds-query-log" {
  title      = "Queries of PostgreSQL are not logged"
  severity   = "low"
  category   = "operations"
  resource   = ["aws_db_parameter_group", "aws_rds_cluster_parameter_group"]
  applies    = can(regex("postgres", self.family))
  require    = anytrue([for p in coalesce(self.parameter, []) : p.name == "log_statement"]) && anytrue([for p in coalesce(self.parameter, []) : p.name == "log_min_duration_statement"])
  message    = "log_statement and log_min_duration_statement are not both given."
  why        = "Who asked what cannot be reconstructed."
  advice     = "Add log_statement and log_min_duration_statement."
  references = ["CKV2_AWS_30"]
  pass {
    resource "aws_db_parameter_group" "x" {
      family = "postgres16"
      parameter {
        name  = "log_statement"
        value = "ddl"
      }
      parameter {
        name  = "log_min_duration_statement"
        value = "1000"
      }
    }
  }
  fail {
    resource "aws_db_parameter_group" "x" {
      family = "postgres16"
    }
  }
}

rule "aws-rds-postgres-fdw" {
  title      = "PostgreSQL of a version with a known hole"
  severity   = "high"
  category   = "security"
  resource   = ["aws_db_instance", "aws_rds_cluster"]
  applies    = can(regex("postgres", self.engine))
  require    = !can(regex("^(10\\.([0-9]|1[0-6])|11\\.([0-9]|1[01])|12\\.[0-6]|13\\.[0-2]|9\\..*)$", self.engine_version))
  message    = "The version is ${self.engine_version}."
  why        = "The extension log_fdw of these versions reads files of the machine."
  advice     = "Take a newer minor version."
  references = ["CKV_AWS_250"]
  pass {
    resource "aws_db_instance" "x" {
      instance_class = "db.t4g.medium"
      engine         = "postgres"
      engine_version = "13.3"
    }
  }
  fail {
    resource "aws_db_instance" "x" {
      instance_class = "db.t4g.medium"
      engine         = "postgres"
      engine_version = "13.2"
    }
  }
}

rule "aws-elasticache-classic-subnets" {
  title      = "Cache in the default subnets"
  severity   = "medium"
  category   = "security"
  resource   = "aws_elasticache_cluster"
  applies    = !is_set("replication_group_id")
  require    = is_set("subnet_group_name") && self.subnet_group_name != "default"
  message    = "subnet_group_name is not set."
  why        = "The default subnets are public."
  advice     = "Set subnet_group_name."
  references = ["AWS Security Hub ElastiCache.7", "CKV_AWS_323"]
  pass {
    resource "aws_elasticache_cluster" "x" {
      cluster_id        = "a"
      subnet_group_name = "caches"
    }
  }
  fail {
    resource "aws_elasticache_cluster" "x" {
      cluster_id = "a"
    }
  }
}

rule "aws-elasticache-minor" {
  title      = "Cache without minor upgrades"
  severity   = "low"
  category   = "operations"
  resource   = ["aws_elasticache_cluster", "aws_elasticache_replication_group"]
  require    = tostring(self.auto_minor_version_upgrade) != "false"
  message    = "auto_minor_version_upgrade is false."
  why        = "Known faults stay."
  advice     = "Leave auto_minor_version_upgrade true."
  references = ["AWS Security Hub ElastiCache.2", "CKV_AWS_322"]
  remedy {
    set {
      auto_minor_version_upgrade = true
    }
  }
  pass {
    resource "aws_elasticache_cluster" "x" {
      cluster_id = "a"
    }
  }
  fail {
    resource "aws_elasticache_cluster" "x" {
      cluster_id                 = "a"
      auto_minor_version_upgrade = false
    }
  }
}

rule "aws-mq-zones" {
  title      = "Broker in one zone"
  severity   = "info"
  category   = "reliability"
  resource   = "aws_mq_broker"
  require    = contains(["ACTIVE_STANDBY_MULTI_AZ", "CLUSTER_MULTI_AZ"], self.deployment_mode)
  message    = "deployment_mode is ${coalesce(self.deployment_mode, "SINGLE_INSTANCE")}."
  why        = "When the zone fails, so does the broker."
  advice     = "Set deployment_mode to ACTIVE_STANDBY_MULTI_AZ, or CLUSTER_MULTI_AZ for RabbitMQ."
  references = ["AWS Security Hub MQ.5", "AWS Security Hub MQ.6"]
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
      deployment_mode = "ACTIVE_STANDBY_MULTI_AZ"
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

rule "aws-dms-minor" {
  title      = "Replication instance without minor upgrades"
  severity   = "low"
  category   = "operations"
  resource   = "aws_dms_replication_instance"
  require    = self.auto_minor_version_upgrade == true
  message    = "auto_minor_version_upgrade is not true."
  why        = "Known faults stay."
  advice     = "Set auto_minor_version_upgrade to true."
  references = ["AWS Security Hub DMS.6", "CKV_AWS_222"]
  remedy {
    set {
      auto_minor_version_upgrade = true
    }
  }
  pass {
    resource "aws_dms_replication_instance" "x" {
      replication_instance_class = "a"
      replication_instance_id    = "a"
      auto_minor_version_upgrade = true
    }
  }
  fail {
    resource "aws_dms_replication_instance" "x" {
      replication_instance_class = "a"
      replication_instance_id    = "a"
    }
  }
}

rule "aws-backup-region-types" {
  title      = "Backup leaves types out"
  severity   = "info"
  category   = "reliability"
  resource   = "aws_backup_region_settings"
  require    = alltrue([for k, v in self.resource_type_opt_in_preference : v == true])
  message    = "A type is left out of backups."
  why        = "What is not backed up cannot be brought back."
  advice     = "Set each type to true."
  references = ["AWS Backup: service opt-in"]
  pass {
    resource "aws_backup_region_settings" "x" {
      resource_type_opt_in_preference = { EBS = true }
    }
  }
  fail {
    resource "aws_backup_region_settings" "x" {
      resource_type_opt_in_preference = { EBS = false }
    }
  }
}

rule "aws-backup-lifetime" {
  title      = "Backups kept for less than a month"
  severity   = "low"
  category   = "reliability"
  resource   = "aws_backup_plan"
  require    = alltrue([for r in self.rule : coalesce(r.lifecycle[0].delete_after, 36500) >= 35])
  message    = "A rule deletes its backups within 35 days."
  why        = "A fault is often noticed days after it was made."
  advice     = "Set delete_after to 35 or more."
  references = ["AWS Backup: audit controls"]
  pass {
    resource "aws_backup_plan" "x" {
      name = "a"
      rule {
        rule_name         = "a"
        target_vault_name = "v"
        lifecycle {
          delete_after = 90
        }
      }
    }
  }
  fail {
    resource "aws_backup_plan" "x" {
      name = "a"
      rule {
        rule_name         = "a"
        target_vault_name = "v"
        lifecycle {
          delete_after = 7
        }
      }
    }
  }
}

rule "aws-backup-lock" {
  title      = "Backup vault without a lock"
  severity   = "info"
  category   = "reliability"
  resource   = "aws_backup_vault"
  require    = length(related("aws_backup_vault_lock_configuration", "backup_vault_name")) > 0
  message    = "No aws_backup_vault_lock_configuration names it."
  why        = "Who takes over the account deletes the backups first."
  advice     = "Add aws_backup_vault_lock_configuration."
  references = ["AWS Backup: vault lock"]
  pass {
    resource "aws_backup_vault" "x" {
      name = "a"
    }
    resource "aws_backup_vault_lock_configuration" "l" {
      backup_vault_name = aws_backup_vault.x.name
    }
  }
  fail {
    resource "aws_backup_vault" "x" {
      name = "a"
    }
  }
}

rule "aws-instance-termination" {
  title      = "Machine can be ended at once"
  severity   = "info"
  category   = "reliability"
  resource   = "aws_instance"
  require    = self.disable_api_termination == true
  message    = "disable_api_termination is not true."
  why        = "One command removes it with everything in it."
  advice     = "Set disable_api_termination to true."
  references = ["AWS EC2: termination protection"]
  remedy {
    set {
      disable_api_termination = true
    }
  }
  pass {
    resource "aws_instance" "x" {
      disable_api_termination = true
    }
  }
  fail {
    resource "aws_instance" "x" {
    }
  }
}

rule "aws-s3-object-lock" {
  title      = "Objects can be changed by whoever may write"
  severity   = "info"
  category   = "reliability"
  resource   = "aws_s3_bucket"
  require    = self.object_lock_enabled == true || length(self.object_lock_configuration) > 0 || length(related("aws_s3_bucket_object_lock_configuration", "bucket")) > 0
  message    = "Object lock is off."
  why        = "Who takes over the account deletes what should be kept."
  advice     = "Set object_lock_enabled when the bucket is made, where records must be kept."
  references = ["AWS Security Hub S3.15", "CKV_AWS_143"]
  pass {
    resource "aws_s3_bucket" "x" {
      object_lock_enabled = true
    }
  }
  fail {
    resource "aws_s3_bucket" "x" {
    }
  }
}

rule "aws-s3-replication" {
  title      = "Bucket in one region only"
  severity   = "info"
  category   = "reliability"
  resource   = "aws_s3_bucket"
  require    = length(self.replication_configuration) > 0 || length(related("aws_s3_bucket_replication_configuration", "bucket")) > 0
  message    = "No replication names it."
  why        = "When the region fails, so does what is in it."
  advice     = "Add aws_s3_bucket_replication_configuration where that counts."
  references = ["AWS Security Hub S3.7", "CKV_AWS_144"]
  pass {
    resource "aws_s3_bucket" "x" {
      bucket = "a"
    }
    resource "aws_s3_bucket_replication_configuration" "r" {
      bucket = aws_s3_bucket.x.id
      role   = "arn:aws:iam::111122223333:role/r"
      rule {
        status = "Enabled"
        destination {
          bucket = "arn:aws:s3:::b"
        }
      }
    }
  }
  fail {
    resource "aws_s3_bucket" "x" {
      bucket = "a"
    }
  }
}

rule "aws-s3-lifecycle" {
  title      = "Objects are kept for ever"
  severity   = "info"
  category   = "cost"
  resource   = "aws_s3_bucket"
  require    = length(self.lifecycle_rule) > 0 || length(related("aws_s3_bucket_lifecycle_configuration", "bucket")) > 0
  message    = "No lifecycle configuration names it."
  why        = "What nobody needs is paid for every month."
  advice     = "Add aws_s3_bucket_lifecycle_configuration."
  references = ["AWS Security Hub S3.13", "CKV2_AWS_61"]
  pass {
    resource "aws_s3_bucket" "x" {
      bucket = "a"
    }
    resource "aws_s3_bucket_lifecycle_configuration" "l" {
      bucket = aws_s3_bucket.x.id
    }
  }
  fail {
    resource "aws_s3_bucket" "x" {
      bucket = "a"
    }
  }
}

rule "aws-s3-events" {
  title      = "Nothing hears of new objects"
  severity   = "info"
  category   = "operations"
  resource   = "aws_s3_bucket"
  require    = length(related("aws_s3_bucket_notification", "bucket")) > 0
  message    = "No aws_s3_bucket_notification names it."
  why        = "What changes in it is seen when somebody looks."
  advice     = "Add aws_s3_bucket_notification where changes should be followed."
  references = ["AWS Security Hub S3.11", "CKV2_AWS_62"]
  pass {
    resource "aws_s3_bucket" "x" {
      bucket = "a"
    }
    resource "aws_s3_bucket_notification" "n" {
      bucket      = aws_s3_bucket.x.id
      eventbridge = true
    }
  }
  fail {
    resource "aws_s3_bucket" "x" {
      bucket = "a"
    }
  }
}

rule "aws-s3-tls-only" {
  title      = "Bucket policy lets requests in clear through"
  severity   = "medium"
  category   = "security"
  resource   = "aws_s3_bucket_policy"
  require    = anytrue([for s in statements(coalesce(document.policy, self.policy)) : s.Effect == "Deny" && (try(tostring(s.Condition.Bool["aws:SecureTransport"]), "") == "false" || can(regex("aws:SecureTransport", jsonencode(s.Condition))))])
  message    = "No statement denies what does not come over TLS."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Deny s3:* where aws:SecureTransport is false."
  references = ["CIS AWS 1.5 2.1.2", "AWS Security Hub S3.5", "CKV_AWS_379"]
  pass {
    resource "aws_s3_bucket_policy" "x" {
      bucket = "a"
      policy = jsonencode({
        Statement = [{
          Effect    = "Deny"
          Principal = "*"
          Action    = "s3:*"
          Resource  = "*"
          Condition = { Bool = { "aws:SecureTransport" = "false" } }
        }]
      })
    }
  }
  fail {
    resource "aws_s3_bucket_policy" "x" {
      bucket = "a"
      policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "s3:GetObject", Resource = "*" }] })
    }
  }
}
