# What no saving may do. `before` and `after` are the resource without and with the advice, `removes` says that it would
# be gone, `keeps_data` that what is done by hand keeps its data, `env` is prod, nonprod or null.

objection "last-replica" {
  focus    = "reliability"
  resource = ["Deployment", "StatefulSet", "ReplicaSet"]
  when     = coalesce(before.spec.replicas, 1) >= 1 && (removes || coalesce(after.spec.replicas, 1) < 1)
  reason   = "It drops the last replica of ${address}: nobody would answer."
}

objection "single-replica" {
  focus    = "reliability"
  resource = ["Deployment", "StatefulSet"]
  when     = !removes && coalesce(before.spec.replicas, 1) >= 2 && coalesce(after.spec.replicas, 1) < 2 && env != "nonprod"
  reason   = "It leaves ${address} with one replica: each restart would be an outage."
}

objection "last-database-instance" {
  focus    = "reliability"
  resource = ["aws_rds_cluster_instance", "aws_docdb_cluster_instance", "aws_neptune_cluster_instance"]
  when     = removes && length([for i in related_by(type, "cluster_identifier", before.cluster_identifier) : i if i.identifier != before.identifier]) == 0
  reason   = "It removes the last instance of the cluster: nothing would serve its data."
}

objection "group-without-instances" {
  focus    = "reliability"
  resource = ["aws_autoscaling_group"]
  when     = env != "nonprod" && !removes && coalesce(before.min_size, 0) >= 1 && coalesce(after.min_size, 0) < 1
  reason   = "It lets ${address} shrink to no instance at all."
}

objection "standby" {
  focus    = "reliability"
  resource = ["aws_db_instance"]
  when     = before.multi_az == true && !removes && after.multi_az != true && env != "nonprod"
  reason   = "It drops the standby of ${address}, and nothing says that this is not production."
}

objection "backup" {
  focus    = "reliability"
  resource = ["aws_db_instance", "aws_rds_cluster", "aws_docdb_cluster", "aws_elasticache_replication_group", "aws_efs_backup_policy", "aws_dynamodb_table"]
  when     = !removes && ((coalesce(before.backup_retention_period, 0) > 0 && coalesce(after.backup_retention_period, 0) == 0) || (coalesce(before.snapshot_retention_limit, 0) > 0 && coalesce(after.snapshot_retention_limit, 0) == 0) || (before.point_in_time_recovery[0].enabled == true && after.point_in_time_recovery[0].enabled != true))
  reason   = "It drops the backup of ${address}."
}

objection "backup-removed" {
  focus    = "reliability"
  resource = ["aws_backup_plan", "aws_backup_selection", "aws_backup_vault", "aws_dlm_lifecycle_policy", "aws_efs_backup_policy", "aws_s3_bucket_versioning"]
  when     = removes
  reason   = "It removes ${address}, which is a backup of something else."
}

objection "data-without-copy" {
  focus    = "reliability"
  resource = ["aws_ebs_volume", "aws_db_instance", "aws_rds_cluster", "aws_s3_bucket", "aws_dynamodb_table", "aws_efs_file_system", "aws_elasticache_replication_group", "aws_opensearch_domain", "aws_redshift_cluster", "PersistentVolumeClaim", "PersistentVolume"]
  when     = removes && !keeps_data
  reason   = "It removes ${address} with its data, and nothing keeps a copy."
}

objection "final-snapshot" {
  focus    = "reliability"
  resource = ["aws_db_instance", "aws_rds_cluster", "aws_docdb_cluster"]
  when     = removes && before.skip_final_snapshot == true
  reason   = "It removes ${address}, whose skip_final_snapshot is true: its data would be gone. Set it to false and apply that first."
}

objection "encryption" {
  focus  = "security"
  when   = !removes && after != null && ((before.encrypted == true && after.encrypted != true) || (before.storage_encrypted == true && after.storage_encrypted != true) || (before.kms_key_id != null && after.kms_key_id == null) || (before.at_rest_encryption_enabled == true && after.at_rest_encryption_enabled != true))
  reason = "It drops the encryption of ${address}."
}

objection "encryption-removed" {
  focus    = "security"
  resource = ["aws_kms_key", "aws_s3_bucket_server_side_encryption_configuration", "aws_ebs_encryption_by_default"]
  when     = removes
  reason   = "It removes ${address}, which encrypts something else."
}

objection "audit-trail" {
  focus    = "security"
  resource = ["aws_cloudwatch_log_group"]
  when     = !removes && coalesce(before.retention_in_days, 0) == 0 && coalesce(after.retention_in_days, 0) > 0 && after.retention_in_days < 365 && (length(related("aws_cloudtrail", "cloud_watch_logs_group_arn")) > 0 || length(related("aws_flow_log", "log_destination")) > 0 || matches(coalesce(before.name, name), ["cloudtrail", "audit", "flow-log", "flowlog", "vpcflow"]))
  reason   = "${coalesce(before.name, name)} is a trail of who did what: ${after.retention_in_days} days are too few to look into an incident (CIS asks for 365)."
}

objection "guard-removed" {
  focus    = "security"
  resource = ["aws_cloudtrail", "aws_flow_log", "aws_guardduty_detector", "aws_wafv2_web_acl", "aws_config_configuration_recorder"]
  when     = removes
  reason   = "It removes ${address}, which watches over the account."
}

objection "address-in-dns" {
  focus    = "reliability"
  resource = ["aws_eip", "aws_lb", "aws_elb"]
  when     = removes && length(concat(related("aws_route53_record", "records"), related("aws_route53_record", "alias.name"))) > 0
  reason   = "A name in DNS still points at ${address}."
}

objection "production-off-hours" {
  focus  = "reliability"
  when   = action == "schedule" && env == "prod"
  reason = "${address} serves production, which has no off hours."
}

objection "spot-without-spare" {
  focus  = "reliability"
  when   = action == "use-spot" && env != "nonprod"
  reason = "Spot instances are taken back with two minutes' notice, and nothing says that ${address} may lose them."
}

objection "single-way-out" {
  focus    = "reliability"
  resource = ["aws_nat_gateway"]
  when     = removes && env != "nonprod" && length(all_of_type("aws_nat_gateway")) > 1 && length(concat(related("aws_route", "nat_gateway_id"), related("aws_route_table", "route.nat_gateway_id"))) > 0
  reason   = "With one NAT gateway fewer an outage of its zone cuts other zones off, and nothing says that this is not production."
}
