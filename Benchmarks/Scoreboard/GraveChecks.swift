/// The checks that their collection calls high or critical, by the names of its files.
enum GraveChecks {
  static let names: Set<String> = Set(
    [
      "apigateway/use_secure_tls_policy", "athena/enable_at_rest_encryption", "cloudfront/enable_waf",
      "cloudtrail/enable_log_validation", "cloudtrail/encryption_customer_key",
      "cloudtrail/no_public_log_access",
      "documentdb/enable_storage_encryption", "ec2/enforce_http_token_imds", "ec2/no_excessive_port_access",
      "ec2/no_public_ingress_sgr", "ec2/no_public_ip", "ec2/no_public_ip_subnet",
      "ecs/enable_in_transit_encryption", "eks/encrypt_secrets", "eks/no_public_cluster_access",
      "elasticache/enable_at_rest_encryption", "elasticache/enable_in_transit_encryption",
      "elasticsearch/use_secure_tls_policy", "elb/alb_not_public", "emr/enable_local_disk_encryption",
      "iam/no_policy_wildcards", "iam/no_root_access_keys", "kinesis/enable_in_transit_encryption",
      "mq/no_public_access", "msk/enable_at_rest_encryption", "msk/enable_in_transit_encryption",
      "rds/encrypt_cluster_storage_data", "rds/encrypt_instance_storage_data",
      "redshift/encryption_customer_key",
      "redshift/use_vpc", "s3/block_public_acls", "s3/block_public_policy", "s3/no_public_access_with_acl",
      "sns/enable_topic_encryption", "sqs/enable_queue_encryption", "ssm/avoid_leaks_via_http",
      "workspaces/enable_disk_encryption",
    ].map { "trivy/aws/\($0)" })
}
