# Volumes, buckets, file systems and backups.

resource "aws_ebs_volume" {
  usage      = ["monthly_standard_io_requests"]
  components = ebs_volume(self.type, self.size, self.iops, self.throughput, usage.monthly_standard_io_requests, 1)
}

resource "aws_ebs_snapshot" {
  usage      = ["monthly_list_block_requests", "monthly_get_block_requests", "monthly_put_block_requests", "fast_snapshot_restore_hours"]
  volume     = target("volume_id", "aws_ebs_volume")
  components = [
    fixed("EBS snapshot storage", "GB", coalesce(self.volume_size, volume.size, 8), price("ebs", "snapshot")),
    used("Fast snapshot restore", "DSU-hours", usage.fast_snapshot_restore_hours, price("ebs", "fast-restore")),
    used("ListChangedBlocks & ListSnapshotBlocks API requests", "1k requests", usage.monthly_list_block_requests == null ? null : usage.monthly_list_block_requests / 1000, price("ebs", "list-blocks")),
    used("GetSnapshotBlock API requests", "1k SnapshotAPIUnits", usage.monthly_get_block_requests == null ? null : usage.monthly_get_block_requests / 1000, price("ebs", "get-block")),
    used("PutSnapshotBlock API requests", "1k SnapshotAPIUnits", usage.monthly_put_block_requests == null ? null : usage.monthly_put_block_requests / 1000, price("ebs", "put-block")),
  ]
}

resource "aws_ebs_snapshot_copy" {
  snapshot   = target("source_snapshot_id", "aws_ebs_snapshot")
  volumes    = find("aws_ebs_volume", "id", coalesce(snapshot.volume_id, "none"))
  components = fixed("EBS snapshot storage", "GB", coalesce(self.volume_size, snapshot.volume_size, volumes[0].size, 8), price("ebs", "snapshot"))
}

tables {
  bucket_usage = concat(["object_tags"], flatten([
    [for k in ["storage_gb", "monthly_tier_1_requests", "monthly_tier_2_requests", "monthly_select_data_scanned_gb", "monthly_select_data_returned_gb"] : "standard.${k}"],
    [for k in [
      "frequent_access_storage_gb", "infrequent_access_storage_gb", "archive_access_storage_gb", "deep_archive_access_storage_gb", "archive_instant_access_storage_gb",
      "monthly_tier_1_requests", "monthly_tier_2_requests", "monthly_lifecycle_transition_requests", "monthly_select_data_scanned_gb", "monthly_select_data_returned_gb",
      "monitored_objects", "early_delete_gb",
    ] : "intelligent_tiering.${k}"],
    [for c in ["standard_infrequent_access", "one_zone_infrequent_access"] : [for k in [
      "storage_gb", "monthly_tier_1_requests", "monthly_tier_2_requests", "monthly_lifecycle_transition_requests", "monthly_data_retrieval_gb",
      "monthly_select_data_scanned_gb", "monthly_select_data_returned_gb",
    ] : "${c}.${k}"]],
    [for k in concat(
      ["storage_gb", "monthly_tier_1_requests", "monthly_tier_2_requests", "monthly_lifecycle_transition_requests", "early_delete_gb"],
      flatten([for s in ["standard", "bulk", "expedited"] : [
        "monthly_${s}_select_data_scanned_gb", "monthly_${s}_select_data_returned_gb", "monthly_${s}_data_retrieval_requests", "monthly_${s}_data_retrieval_gb",
      ]])) : "glacier_flexible_retrieval.${k}"],
    [for k in [
      "storage_gb", "monthly_tier_1_requests", "monthly_tier_2_requests", "monthly_lifecycle_transition_requests", "early_delete_gb",
      "monthly_standard_data_retrieval_requests", "monthly_bulk_data_retrieval_requests", "monthly_standard_data_retrieval_gb", "monthly_bulk_data_retrieval_gb",
    ] : "glacier_deep_archive.${k}"],
  ]))
}

function "requests" {
  params = ["use", "put", "get"]
  result = [
    used("PUT, COPY, POST, LIST requests", "1k requests", thousand(use.monthly_tier_1_requests), price("s3", put)),
    used("GET, SELECT, and all other requests", "1k requests", thousand(use.monthly_tier_2_requests), price("s3", get)),
  ]
}

function "selects" {
  params = ["use", "scanned", "returned"]
  result = [
    used("Select data scanned", "GB", use.monthly_select_data_scanned_gb, price("s3", scanned)),
    used("Select data returned", "GB", use.monthly_select_data_returned_gb, price("s3", returned)),
  ]
}

# What objects of the storage classes cost; classes are those in use or reached by a lifecycle rule.
function "bucket_classes" {
  params = ["use", "classes", "standard"]
  result = [
    standard ? group("Standard", [
      used("Storage", "GB", use.standard.storage_gb, price("s3", "standard")),
      requests(use.standard, "put", "get"), selects(use.standard, "select-scanned", "select-returned"),
    ]) : null,
    use.intelligent_tiering != null || contains(classes, "INTELLIGENT_TIERING") ? group("Intelligent tiering", [
      used("Storage (frequent access)", "GB", use.intelligent_tiering.frequent_access_storage_gb, price("s3", "standard")),
      used("Storage (infrequent access)", "GB", use.intelligent_tiering.infrequent_access_storage_gb, price("s3", "standard-ia")),
      used("Storage (archive access)", "GB", use.intelligent_tiering.archive_access_storage_gb, price("s3", "glacier")),
      used("Storage (deep archive access)", "GB", use.intelligent_tiering.deep_archive_access_storage_gb, price("s3", "deep-archive")),
      used("Monitoring and automation", "1k objects", thousand(use.intelligent_tiering.monitored_objects), price("s3", "monitoring")),
      requests(use.intelligent_tiering, "put", "get"),
      used("Lifecycle transition", "1k requests", thousand(use.intelligent_tiering.monthly_lifecycle_transition_requests), price("s3", "transition-ia")),
      selects(use.intelligent_tiering, "select-scanned", "select-returned"),
      used("Early delete (within 30 days)", "GB", use.intelligent_tiering.early_delete_gb, price("s3", "standard")),
    ]) : null,
    use.standard_infrequent_access != null || contains(classes, "STANDARD_IA") ? group("Standard - infrequent access", [
      used("Storage", "GB", use.standard_infrequent_access.storage_gb, price("s3", "standard-ia")),
      requests(use.standard_infrequent_access, "put-ia", "get-ia"),
      used("Lifecycle transition", "1k requests", thousand(use.standard_infrequent_access.monthly_lifecycle_transition_requests), price("s3", "transition-ia")),
      used("Retrievals", "GB", use.standard_infrequent_access.monthly_data_retrieval_gb, price("s3", "retrieval-ia")),
      selects(use.standard_infrequent_access, "select-scanned", "select-returned-ia"),
    ]) : null,
    use.one_zone_infrequent_access != null || contains(classes, "ONEZONE_IA") ? group("One zone - infrequent access", [
      used("Storage", "GB", use.one_zone_infrequent_access.storage_gb, price("s3", "one-zone-ia")),
      requests(use.one_zone_infrequent_access, "put-ia", "get-ia"),
      used("Lifecycle transition", "1k requests", thousand(use.one_zone_infrequent_access.monthly_lifecycle_transition_requests), price("s3", "transition-ia")),
      used("Retrievals", "GB", use.one_zone_infrequent_access.monthly_data_retrieval_gb, price("s3", "retrieval-ia")),
      selects(use.one_zone_infrequent_access, "select-scanned", "select-returned-ia"),
    ]) : null,
    use.glacier_flexible_retrieval != null || contains(classes, "GLACIER") ? group("Glacier flexible retrieval", [
      used("Storage", "GB", use.glacier_flexible_retrieval.storage_gb, price("s3", "glacier")),
      requests(use.glacier_flexible_retrieval, "put-glacier", "get"),
      used("Lifecycle transition", "1k requests", thousand(use.glacier_flexible_retrieval.monthly_lifecycle_transition_requests), price("s3", "transition-glacier")),
      [for speed in ["standard", "expedited", "bulk"] : [
        speed == "bulk" ? null : used("Retrieval requests (${speed})", "1k requests", thousand(use.glacier_flexible_retrieval["monthly_${speed}_data_retrieval_requests"]), price("s3", "glacier-requests-${speed}")),
        speed == "bulk" ? null : used("Retrievals (${speed})", "GB", use.glacier_flexible_retrieval["monthly_${speed}_data_retrieval_gb"], price("s3", "glacier-retrieval-${speed}")),
        used("Select data scanned (${speed})", "GB", use.glacier_flexible_retrieval["monthly_${speed}_select_data_scanned_gb"], price("s3", "glacier-scanned-${speed}")),
        used("Select data returned (${speed})", "GB", use.glacier_flexible_retrieval["monthly_${speed}_select_data_returned_gb"], price("s3", "glacier-returned-${speed}")),
      ]],
      used("Early delete (within 90 days)", "GB", use.glacier_flexible_retrieval.early_delete_gb, price("s3", "glacier")),
    ]) : null,
    use.glacier_deep_archive != null || contains(classes, "DEEP_ARCHIVE") ? group("Glacier deep archive", [
      used("Storage", "GB", use.glacier_deep_archive.storage_gb, price("s3", "deep-archive")),
      requests(use.glacier_deep_archive, "put-deep", "get"),
      used("Lifecycle transition", "1k requests", thousand(use.glacier_deep_archive.monthly_lifecycle_transition_requests), price("s3", "transition-deep")),
      [for speed in ["standard", "bulk"] : [
        used("Retrieval requests (${speed})", "1k requests", thousand(use.glacier_deep_archive["monthly_${speed}_data_retrieval_requests"]), price("s3", "deep-requests-${speed}")),
        used("Retrievals (${speed})", "GB", use.glacier_deep_archive["monthly_${speed}_data_retrieval_gb"], price("s3", "deep-retrieval-${speed}")),
      ]],
      used("Early delete (within 180 days)", "GB", use.glacier_deep_archive.early_delete_gb, price("s3", "deep-archive")),
    ]) : null,
  ]
}

function "lifecycle_classes" {
  params = ["rules"]
  result = flatten([for r in coalesce(rules, []) : [for t in concat(coalesce(r.transition, []), coalesce(r.noncurrent_version_transition, []), coalesce(r.noncurrent_version_transitions, [])) : t.storage_class]])
}

resource "aws_s3_bucket" {
  usage   = bucket_usage
  tagged  = length([for r in coalesce(self.lifecycle_rule, []) : r if length(coalesce(r.tags, {})) > 0]) > 0
  components = [
    tagged || usage.object_tags != null ? used("Object tagging", "10k tags", usage.object_tags == null ? null : usage.object_tags / 10000, price("s3", "tags")) : null,
    bucket_classes(usage, lifecycle_classes(self.lifecycle_rule), true),
  ]
}

resource "aws_s3_bucket_lifecycle_configuration" {
  usage   = bucket_usage
  classes = lifecycle_classes(self.rule)
  tagged  = length([for r in coalesce(self.rule, []) : r if r.filter[0].tag != null || r.filter[0].and[0].tags != null]) > 0
  components = [
    tagged ? used("Object tagging", "10k tags", usage.object_tags == null ? null : usage.object_tags / 10000, price("s3", "tags")) : null,
    bucket_classes(usage, classes, usage.standard != null),
  ]
}

resource "aws_s3_bucket_analytics_configuration" {
  usage      = ["monthly_monitored_objects"]
  components = used("Objects monitored", "1M objects", million(usage.monthly_monitored_objects), price("s3", "analytics"))
}

resource "aws_s3_bucket_inventory" {
  usage      = ["monthly_listed_objects"]
  components = used("Objects listed", "1M objects", million(usage.monthly_listed_objects), price("s3", "inventory"))
}

resource "aws_s3_bucket_replication_configuration" {
  usage      = ["monthly_replicated_gb"]
  components = used("Data replicated", "GB", usage.monthly_replicated_gb, price("s3", "replication"))
}

resource "aws_backup_vault" {
  usage = [
    "monthly_efs_warm_backup_gb", "monthly_efs_cold_backup_gb", "monthly_efs_warm_restore_gb", "monthly_efs_cold_restore_gb",
    "monthly_efs_item_restore_requests", "monthly_ebs_snapshot_gb", "monthly_rds_snapshot_gb", "monthly_dynamodb_backup_gb",
    "monthly_dynamodb_restore_gb", "monthly_aurora_snapshot_gb", "monthly_fsx_windows_backup_gb", "monthly_fsx_lustre_backup_gb",
  ]
  components = [
    used("EFS backup (warm)", "GB", usage.monthly_efs_warm_backup_gb, price("backup", "efs-warm")),
    used("EFS backup (cold)", "GB", usage.monthly_efs_cold_backup_gb, price("backup", "efs-cold")),
    used("EFS restore (warm)", "GB", usage.monthly_efs_warm_restore_gb, price("backup", "efs-restore-warm")),
    used("EFS restore (cold)", "GB", usage.monthly_efs_cold_restore_gb, price("backup", "efs-restore-cold")),
    used("EFS restore (item-level)", "requests", usage.monthly_efs_item_restore_requests, price("backup", "efs-restore-item")),
    used("EBS snapshot", "GB", usage.monthly_ebs_snapshot_gb, price("backup", "ebs")),
    used("RDS snapshot", "GB", usage.monthly_rds_snapshot_gb, price("backup", "rds")),
    used("DynamoDB backup", "GB", usage.monthly_dynamodb_backup_gb, price("backup", "dynamodb")),
    used("DynamoDB restore", "GB", usage.monthly_dynamodb_restore_gb, price("backup", "dynamodb-restore")),
    used("Aurora snapshot", "GB", usage.monthly_aurora_snapshot_gb, price("backup", "aurora")),
    used("FSx for Windows backup", "GB", usage.monthly_fsx_windows_backup_gb, price("backup", "fsx-windows")),
    used("FSx for Lustre backup", "GB", usage.monthly_fsx_lustre_backup_gb, price("backup", "fsx-lustre")),
  ]
}

resource "aws_efs_file_system" {
  usage   = ["storage_gb", "infrequent_access_storage_gb", "monthly_infrequent_access_read_gb", "monthly_infrequent_access_write_gb"]
  single  = given(self.availability_zone_name)
  class   = single ? "one zone" : "standard"
  key     = single ? "one-zone" : "standard"
  cool    = length(coalesce(self.lifecycle_policy, [])) > 0
  extra   = coalesce(self.provisioned_throughput_in_mibps, 0) - coalesce(usage.storage_gb, 0) * 1.0 / 20
  components = [
    used("Storage (${class})", "GB", usage.storage_gb, price("efs", key)),
    self.throughput_mode == "provisioned" && extra > 0 ? used("Provisioned throughput", "MBps", extra, price("efs", "throughput")) : null,
    cool ? [
      used("Storage (${class}, infrequent access)", "GB", usage.infrequent_access_storage_gb, price("efs", "${key}-ia")),
      used("Read requests (infrequent access)", "GB", usage.monthly_infrequent_access_read_gb, price("efs", "ia-read")),
      used("Write requests (infrequent access)", "GB", usage.monthly_infrequent_access_write_gb, price("efs", "ia-write")),
    ] : null,
  ]
}

resource "aws_fsx_windows_file_system" {
  usage = ["backup_storage_gb"]
  multi = length(regexall("MULTI_AZ", coalesce(self.deployment_type, "SINGLE_AZ_1"))) > 0 ? "multi" : "single"
  disk  = coalesce(self.storage_type, "SSD")
  components = [
    fixed("Throughput capacity", "MBps", self.throughput_capacity, price("fsx", "windows/${multi}/throughput")),
    fixed("${disk} storage", "GB", self.storage_capacity, price("fsx", "windows/${multi}/${lower(disk)}")),
    used("Backup storage", "GB", usage.backup_storage_gb, price("fsx", "windows/${multi}/backup")),
  ]
}

resource "aws_fsx_openzfs_file_system" {
  usage = ["backup_storage_gb", "compression_savings_percent"]
  lz    = self.root_volume_configuration[0].data_compression_type
  saved = coalesce(usage.compression_savings_percent, 50)
  iops  = coalesce(self.disk_iops_configuration[0].iops, 0) - 3 * self.storage_capacity
  components = [
    fixed("Throughput capacity", "MBps", self.throughput_capacity, price("fsx", "openzfs/throughput")),
    self.disk_iops_configuration[0].mode == "USER_PROVISIONED" && iops > 0 ? fixed("Provisioned IOPS", "IOPS", iops, price("fsx", "openzfs/iops")) : null,
    lz == null || lz == "NONE" ? fixed("SSD storage", "GB", self.storage_capacity, price("fsx", "openzfs/ssd")) :
    fixed("SSD storage (${lz} compression, ${saved}%)", "GB", self.storage_capacity * (100 - saved) / 100, price("fsx", "openzfs/ssd")),
    used("Backup storage", "GB", usage.backup_storage_gb, price("fsx", "openzfs/backup")),
  ]
}

resource "aws_fsx_lustre_file_system" {
  usage = ["backup_storage_gb"]
  kind  = startswith(coalesce(self.deployment_type, "SCRATCH_1"), "SCRATCH") ? "scratch" : "persistent-${coalesce(self.per_unit_storage_throughput, 125)}"
  disk  = coalesce(self.storage_type, "SSD")
  components = [
    fixed("${disk} storage", "GB", coalesce(self.storage_capacity, 1200), price("fsx", "lustre/${lower(disk)}/${kind}")),
    used("Backup storage", "GB", usage.backup_storage_gb, price("fsx", "lustre/backup")),
  ]
}

resource "aws_fsx_ontap_file_system" {
  usage = ["backup_storage_gb", "capacity_pool_storage_gb"]
  multi = length(regexall("MULTI_AZ", coalesce(self.deployment_type, "SINGLE_AZ_1"))) > 0 ? "multi" : "single"
  iops  = coalesce(self.disk_iops_configuration[0].iops, 0) - 3 * self.storage_capacity
  components = [
    fixed("Throughput capacity", "MBps", self.throughput_capacity, price("fsx", "ontap/${multi}/throughput")),
    iops > 0 ? fixed("Provisioned IOPS", "IOPS", iops, price("fsx", "ontap/${multi}/iops")) : null,
    fixed("SSD storage", "GB", self.storage_capacity, price("fsx", "ontap/${multi}/ssd")),
    used("Capacity pool storage", "GB", usage.capacity_pool_storage_gb, price("fsx", "ontap/${multi}/pool")),
    used("Backup storage", "GB", usage.backup_storage_gb, price("fsx", "ontap/backup")),
  ]
}
