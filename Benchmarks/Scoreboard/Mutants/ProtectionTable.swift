/// What takes away a property that words of a request ask for, by the words. Written from what the arguments mean, not from how
/// claims are decided: that is what the table is there to test.
enum ProtectionTable {
  struct Row {
    /// Beginnings of words of a requirement.
    let words: [String]
    /// Beginnings of words beside which these mean something else.
    var unless: [String] = []
    /// Arguments, wherever they stand in what shows the requirement, with the value that takes the property away.
    let arguments: [String: String]
    /// Types of resources that carry the property for another one, which are removed as a whole.
    let carriers: [String]
  }

  static let rows = [
    Row(
      words: ["encrypt", "verschlüssel", "cifrad", "chiffr"], unless: ["transit"],
      arguments: [
        "storage_encrypted": "false", "encrypted": "false", "at_rest_encryption_enabled": "false",
        "sqs_managed_sse_enabled": "false",
      ], carriers: []),
    Row(words: ["transit"], arguments: ["transit_encryption_enabled": "false"], carriers: []),
    Row(
      words: ["customer", "own"],
      arguments: ["kms_key_id": "null", "kms_master_key_id": "null", "kms_key_arn": "null"], carriers: []),
    Row(
      words: ["customer"],
      arguments: [
        "kms_key_id": "\"alias/aws/rds\"", "kms_master_key_id": "\"alias/aws/s3\"",
        "kms_key_arn": "\"alias/aws/x\"",
      ], carriers: []),
    Row(words: ["rotat", "rotier"], arguments: ["enable_key_rotation": "false"], carriers: []),
    Row(
      words: ["multi-az", "highly", "hochverfügbar"],
      arguments: [
        "multi_az": "false", "multi_az_enabled": "false", "automatic_failover_enabled": "false",
      ], carriers: []),
    Row(words: ["failover"], arguments: ["automatic_failover_enabled": "false"], carriers: []),
    Row(
      words: ["deletion", "löschschutz"],
      arguments: [
        "deletion_protection": "false", "deletion_protection_enabled": "false",
        "enable_deletion_protection": "false",
      ], carriers: []),
    Row(
      words: ["version"], arguments: ["status": "\"Suspended\""], carriers: []),
    Row(
      words: ["backup", "sicherung"],
      arguments: [
        "backup_retention_period": "0", "snapshot_retention_limit": "0",
        "automatic_backup_retention_days": "0", "automated_snapshot_retention_period": "0",
      ], carriers: ["aws_backup_plan"]),
    Row(words: ["fifo"], arguments: ["fifo_queue": "false", "fifo_topic": "false"], carriers: []),
    Row(
      words: ["private", "privat", "internal", "intern"],
      arguments: ["publicly_accessible": "true", "internal": "false", "map_public_ip_on_launch": "true"],
      carriers: []),
    Row(
      words: ["https", "tls"],
      arguments: [
        "protocol": "\"HTTP\"", "viewer_protocol_policy": "\"allow-all\"",
        "transit_encryption_enabled": "false",
      ], carriers: ["aws_lb_listener"]),
    Row(words: ["dead"], arguments: ["redrive_policy": "null"], carriers: ["aws_sqs_queue_redrive_policy"]),
    Row(
      words: ["point"],
      arguments: ["point_in_time_recovery": "null", "backup_retention_period": "0"], carriers: []),
    Row(words: ["insights"], arguments: ["performance_insights_enabled": "false"], carriers: []),
    Row(
      words: ["lifecycle", "expire"], unless: ["ttl"], arguments: [:],
      carriers: ["aws_s3_bucket_lifecycle_configuration"]),
    Row(words: ["replication"], arguments: [:], carriers: ["aws_s3_bucket_replication_configuration"]),
    Row(
      words: ["tracing", "x-ray"], arguments: ["mode": "\"PassThrough\"", "xray_enabled": "false"],
      carriers: []),
    Row(
      words: ["spot"], arguments: ["capacity_provider": "\"FARGATE\"", "market_type": "null"], carriers: []),
  ]

  static func rows(for text: String) -> [Row] {
    let words = text.lowercased().split { !$0.isLetter && $0 != "-" }
    func names(_ beginnings: [String]) -> Bool {
      words.contains { word in beginnings.contains { word.hasPrefix($0) } }
    }
    return rows.filter { names($0.words) && !names($0.unless) }
  }
}
