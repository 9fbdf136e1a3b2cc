# What the AWS provider demands beyond its schema, from its documentation. Paths of nested blocks are written with dots.
#   one_of        exactly one of these arguments has to be given
#   any_of        at least one of these
#   conflicts     at most one of these
#   together      each of these needs the others
#   values        the only texts an argument accepts
#   patterns      what the text of an argument has to match, and how the demand reads

constraint "*" {
  conflicts = [["name", "name_prefix"], ["identifier", "identifier_prefix"], ["cluster_identifier", "cluster_identifier_prefix"]]
}

constraint "aws_alb" {
  one_of = [["subnets", "subnet_mapping"]]
  values = { load_balancer_type = ["application", "gateway", "network"], ip_address_type = ["ipv4", "dualstack", "dualstack-without-public-ipv4"] }
}

constraint "aws_api_gateway_rest_api" {
  values = { api_key_source = ["AUTHORIZER", "HEADER"], "endpoint_configuration.types" = ["EDGE", "PRIVATE", "REGIONAL"] }
}

constraint "aws_api_gateway_integration" {
  values = { type = ["AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY", "MOCK"] }
}

constraint "aws_apigatewayv2_api" {
  values = { protocol_type = ["HTTP", "WEBSOCKET"] }
}

constraint "aws_autoscaling_group" {
  one_of    = [["launch_configuration", "launch_template", "mixed_instances_policy"]]
  conflicts = [["availability_zones", "vpc_zone_identifier"], ["load_balancers", "traffic_source"], ["target_group_arns", "traffic_source"]]
  values    = { health_check_type = ["EC2", "ELB"] }
}

constraint "aws_cloudfront_distribution" {
  values = { price_class = ["PriceClass_100", "PriceClass_200", "PriceClass_All"], "default_cache_behavior.viewer_protocol_policy" = ["allow-all", "https-only", "redirect-to-https"], "ordered_cache_behavior.viewer_protocol_policy" = ["allow-all", "https-only", "redirect-to-https"], "restrictions.geo_restriction.restriction_type" = ["blacklist", "none", "whitelist"] }
}

constraint "aws_cloudwatch_metric_alarm" {
  conflicts = [["metric_name", "metric_query"], ["statistic", "extended_statistic"], ["statistic", "metric_query"]]
  values    = { comparison_operator = ["GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold", "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold"], statistic = ["SampleCount", "Average", "Sum", "Minimum", "Maximum"] }
}

constraint "aws_codebuild_project" {
  values = { "artifacts.type" = ["CODEPIPELINE", "NO_ARTIFACTS", "S3"], "source.type" = ["CODECOMMIT", "CODEPIPELINE", "GITHUB", "GITLAB", "GITLAB_SELF_MANAGED", "S3", "BITBUCKET", "GITHUB_ENTERPRISE", "NO_SOURCE"], "environment.type" = ["WINDOWS_CONTAINER", "LINUX_CONTAINER", "LINUX_GPU_CONTAINER", "ARM_CONTAINER", "WINDOWS_SERVER_2019_CONTAINER", "WINDOWS_SERVER_2022_CONTAINER", "LINUX_LAMBDA_CONTAINER", "ARM_LAMBDA_CONTAINER", "LINUX_EC2", "ARM_EC2", "WINDOWS_EC2", "MAC_ARM"] }
}

constraint "aws_db_event_subscription" {
  values = { source_type = ["cluster", "cluster-parameter-group", "cluster-snapshot", "db-instance", "db-parameter-group", "db-proxy", "db-security-group", "db-snapshot"] }
}

constraint "aws_db_instance" {
  conflicts = [["password", "manage_master_user_password"], ["db_name", "replicate_source_db"], ["character_set_name", "replicate_source_db"]]
  patterns = {
    identifier = ["^[a-z][0-9a-z-]*$", "only lowercase alphanumeric characters and hyphens allowed, first a letter"]
  }
}

constraint "aws_db_option_group" {
  patterns = {
    name = ["^[a-z][0-9a-z-]*$", "only lowercase alphanumeric characters and hyphens allowed, first a letter"]
  }
}

constraint "aws_db_parameter_group" {
  patterns = {
    name = ["^[a-z][0-9a-z-.]*$", "only lowercase alphanumeric characters, hyphens and periods allowed, first a letter"]
  }
}

constraint "aws_db_subnet_group" {
  patterns = {
    name     = ["^[0-9a-z_. -]+$", "only lowercase alphanumeric characters, hyphens, underscores, periods, and spaces allowed"]
    "name 2" = ["^(?!default$)", "\"Default\" is not allowed"]
  }
}

constraint "aws_dynamodb_table" {
  conflicts = [["read_capacity", "on_demand_throughput"], ["write_capacity", "on_demand_throughput"]]
  values    = { billing_mode = ["PROVISIONED", "PAY_PER_REQUEST"], table_class = ["STANDARD", "STANDARD_INFREQUENT_ACCESS"], "attribute.type" = ["B", "N", "S"], "global_secondary_index.projection_type" = ["ALL", "INCLUDE", "KEYS_ONLY"], "local_secondary_index.projection_type" = ["ALL", "INCLUDE", "KEYS_ONLY"] }
}

constraint "aws_ebs_volume" {
  any_of = [["size", "snapshot_id"]]
  values = { type = ["standard", "io1", "io2", "gp2", "sc1", "st1", "gp3"] }
}

constraint "aws_ecr_repository" {
  values = { image_tag_mutability = ["MUTABLE", "IMMUTABLE"], "encryption_configuration.encryption_type" = ["AES256", "KMS", "KMS_DSSE"] }
}

constraint "aws_ecs_service" {
  conflicts = [["launch_type", "capacity_provider_strategy"]]
  values    = { launch_type = ["EC2", "FARGATE", "EXTERNAL"], scheduling_strategy = ["REPLICA", "DAEMON"] }
}

constraint "aws_ecs_task_definition" {
  values = { network_mode = ["bridge", "host", "awsvpc", "none"], ipc_mode = ["host", "none", "task"], pid_mode = ["host", "task"] }
}

constraint "aws_efs_file_system" {
  values = { performance_mode = ["generalPurpose", "maxIO"], throughput_mode = ["bursting", "provisioned", "elastic"] }
}

constraint "aws_eip" {
  conflicts = [["domain", "vpc"], ["instance", "network_interface"]]
  values    = { domain = ["vpc", "standard"] }
}

constraint "aws_elastic_beanstalk_environment" {
  conflicts = [["platform_arn", "solution_stack_name"], ["platform_arn", "template_name"]]
  values    = { tier = ["WebServer", "Worker"] }
}

constraint "aws_elasticache_replication_group" {
  conflicts = [["num_cache_clusters", "num_node_groups"], ["num_cache_clusters", "replicas_per_node_group"]]
}

constraint "aws_flow_log" {
  one_of = [["eni_id", "subnet_id", "vpc_id", "transit_gateway_id", "transit_gateway_attachment_id"]]
  values = { traffic_type = ["ACCEPT", "REJECT", "ALL"], log_destination_type = ["cloud-watch-logs", "s3", "kinesis-data-firehose"] }
}

constraint "aws_instance" {
  conflicts = [["user_data", "user_data_base64"], ["subnet_id", "network_interface"], ["vpc_security_group_ids", "network_interface"], ["private_ip", "network_interface"]]
  any_of    = [["ami", "launch_template"], ["instance_type", "launch_template"]]
  values    = { tenancy = ["default", "dedicated", "host"], "metadata_options.http_tokens" = ["optional", "required"], "metadata_options.http_endpoint" = ["enabled", "disabled"], "root_block_device.volume_type" = ["standard", "io1", "io2", "gp2", "sc1", "st1", "gp3"], "ebs_block_device.volume_type" = ["standard", "io1", "io2", "gp2", "sc1", "st1", "gp3"] }
}

constraint "aws_kinesis_firehose_delivery_stream" {
  values = { "extended_s3_configuration.compression_format" = ["UNCOMPRESSED", "GZIP", "ZIP", "Snappy", "HADOOP_SNAPPY"] }
}

constraint "aws_kms_key" {
  values = { key_usage = ["SIGN_VERIFY", "ENCRYPT_DECRYPT", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"] }
}

constraint "aws_lambda_function" {
  one_of   = [["filename", "image_uri", "s3_bucket"]]
  together = [["s3_bucket", "s3_key"]]
  values = { package_type = ["Zip", "Image"], architectures = ["x86_64", "arm64"], "tracing_config.mode" = ["Active", "PassThrough"], "logging_config.log_format" = ["JSON", "Text"] }
}

constraint "aws_lambda_function_url" {
  values = { authorization_type = ["NONE", "AWS_IAM"], invoke_mode = ["BUFFERED", "RESPONSE_STREAM"] }
}

constraint "aws_launch_template" {
  conflicts = [["vpc_security_group_ids", "security_group_names"]]
  values    = { "metadata_options.http_tokens" = ["optional", "required"], "metadata_options.http_endpoint" = ["enabled", "disabled"] }
}

constraint "aws_lb" {
  one_of = [["subnets", "subnet_mapping"]]
  values = { load_balancer_type = ["application", "gateway", "network"], ip_address_type = ["ipv4", "dualstack", "dualstack-without-public-ipv4"] }
}

constraint "aws_lb_listener" {
  values = { protocol = ["HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "GENEVE"], "default_action.type" = ["authenticate-cognito", "authenticate-oidc", "fixed-response", "forward", "redirect"] }
}

constraint "aws_lb_target_group" {
  values = { protocol = ["HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "GENEVE"], target_type = ["instance", "ip", "lambda", "alb"] }
}

constraint "aws_nat_gateway" {
  values = { connectivity_type = ["private", "public"] }
}

constraint "aws_neptune_cluster_parameter_group" {
  patterns = {
    name = ["^[a-z][0-9a-z-.]*$", "only lowercase alphanumeric characters, hyphens and periods allowed, first a letter"]
  }
}

constraint "aws_rds_cluster" {
  conflicts = [["master_password", "manage_master_user_password"], ["snapshot_identifier", "restore_to_point_in_time"]]
  values    = { engine_mode = ["global", "multimaster", "parallelquery", "provisioned", "serverless"] }
  patterns = {
    cluster_identifier = ["^[a-z][0-9a-z-]*$", "only lowercase alphanumeric characters and hyphens allowed, first a letter"]
  }
}

constraint "aws_redshift_cluster" {
  conflicts = [["master_password", "manage_master_password"]]
  patterns = {
    cluster_identifier  = ["^[a-z][0-9a-z-]*$", "only lowercase alphanumeric characters and hyphens allowed, first a letter"]
    master_password     = ["^[^/@\"' ]*$", "cannot contain [/@\"' ]"]
    "master_password 1" = ["[A-Z]", "must contain at least one uppercase letter"]
    "master_password 2" = ["[0-9]", "must contain at least one number"]
    database_name       = ["^[a-z][0-9a-z_$-]*$", "only lowercase alphanumeric characters, underscores and dollar signs allowed, first a letter"]
  }
}

constraint "aws_redshift_parameter_group" {
  patterns = {
    name = ["^[a-z][0-9a-z-]*$", "only lowercase alphanumeric characters and hyphens allowed, first a letter"]
  }
}

constraint "aws_redshift_subnet_group" {
  patterns = {
    name     = ["^[0-9a-z-]+$", "must contain only lowercase alphanumeric characters and hyphens"]
    "name 2" = ["^(?!default$)", "\"Default\" is not allowed"]
  }
}

constraint "aws_route" {
  one_of = [["destination_cidr_block", "destination_ipv6_cidr_block", "destination_prefix_list_id"]]
  any_of = [["carrier_gateway_id", "core_network_arn", "egress_only_gateway_id", "gateway_id", "local_gateway_id", "nat_gateway_id", "network_interface_id", "transit_gateway_id", "vpc_endpoint_id", "vpc_peering_connection_id"]]
}

constraint "aws_route53_record" {
  one_of    = [["alias", "records"]]
  conflicts = [["alias", "ttl"], ["failover_routing_policy", "geolocation_routing_policy", "latency_routing_policy", "weighted_routing_policy", "multivalue_answer_routing_policy"]]
  needs     = { ttl = "records", failover_routing_policy = "set_identifier", geolocation_routing_policy = "set_identifier", latency_routing_policy = "set_identifier", weighted_routing_policy = "set_identifier" }
  values    = { type = ["SOA", "A", "TXT", "NS", "CNAME", "MX", "NAPTR", "PTR", "SRV", "SPF", "AAAA", "CAA", "DS", "HTTPS", "SSHFP", "SVCB", "TLSA"], "failover_routing_policy.type" = ["PRIMARY", "SECONDARY"] }
}

constraint "aws_s3_bucket" {
  conflicts = [["bucket", "bucket_prefix"], ["acl", "grant"], ["object_lock_enabled", "object_lock_configuration"]]
  values    = { acl = ["private", "public-read", "public-read-write", "authenticated-read", "aws-exec-read", "log-delivery-write"], request_payer = ["BucketOwner", "Requester"], acceleration_status = ["Enabled", "Suspended"], "object_lock_configuration.object_lock_enabled" = ["Enabled"], "server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm" = ["AES256", "aws:kms", "aws:kms:dsse"] }
}

constraint "aws_s3_bucket_acl" {
  one_of = [["acl", "access_control_policy"]]
  values = { acl = ["private", "public-read", "public-read-write", "authenticated-read", "aws-exec-read", "bucket-owner-read", "bucket-owner-full-control", "log-delivery-write"] }
}

constraint "aws_s3_bucket_intelligent_tiering_configuration" {
  values = { status = ["Enabled", "Disabled"], "tiering.access_tier" = ["ARCHIVE_ACCESS", "DEEP_ARCHIVE_ACCESS"] }
}

constraint "aws_s3_bucket_metric" {
  any_of = [["filter.access_point", "filter.prefix", "filter.tags"]]
}

constraint "aws_s3_bucket_object_lock_configuration" {
  conflicts = [["rule.default_retention.days", "rule.default_retention.years"]]
  values = { object_lock_enabled = ["Enabled"] }
}

constraint "aws_s3_bucket_ownership_controls" {
  values = { "rule.object_ownership" = ["BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"] }
}

constraint "aws_s3_bucket_request_payment_configuration" {
  values = { payer = ["Requester", "BucketOwner"] }
}

constraint "aws_s3_bucket_server_side_encryption_configuration" {
  values = { "rule.apply_server_side_encryption_by_default.sse_algorithm" = ["AES256", "aws:kms", "aws:kms:dsse"] }
}

constraint "aws_s3_bucket_versioning" {
  values = { "versioning_configuration.status" = ["Enabled", "Suspended", "Disabled"] }
}

constraint "aws_s3_object" {
  conflicts = [["source", "content", "content_base64"]]
}

constraint "aws_sagemaker_code_repository" {
  patterns = {
    code_repository_name = ["^[0-9A-Za-z]([0-9A-Za-z-]*)$", "valid characters are a-z, A-Z, 0-9, and - (hyphen)"]
  }
}

constraint "aws_secretsmanager_secret_version" {
  conflicts = [["secret_string", "secret_binary"]]
}

constraint "aws_security_group_rule" {
  conflicts = [["cidr_blocks", "self"], ["cidr_blocks", "source_security_group_id"], ["self", "source_security_group_id"]]
  values    = { type = ["ingress", "egress"] }
}

constraint "aws_sns_topic_subscription" {
  values = { protocol = ["application", "email", "email-json", "firehose", "http", "https", "lambda", "sms", "sqs"] }
}

constraint "aws_ssm_parameter" {
  values = { type = ["String", "StringList", "SecureString"], tier = ["Standard", "Advanced", "Intelligent-Tiering"] }
}

constraint "aws_subnet" {
  conflicts = [["availability_zone", "availability_zone_id"]]
}

constraint "aws_vpc" {
  conflicts = [["cidr_block", "ipv4_netmask_length"], ["assign_generated_ipv6_cidr_block", "ipv6_ipam_pool_id"]]
  values    = { instance_tenancy = ["default", "dedicated"] }
}

constraint "aws_vpc_endpoint" {
  values = { vpc_endpoint_type = ["Gateway", "Interface", "GatewayLoadBalancer", "Resource", "ServiceNetwork"] }
}

constraint "aws_mskconnect_connector" {
  any_of = [["capacity.autoscaling", "capacity.provisioned_capacity"]]
}

constraint "aws_redshift_event_subscription" {
  values = { source_type = ["cluster", "cluster-parameter-group", "cluster-security-group", "cluster-snapshot", "scheduled-action"], event_categories = ["configuration", "management", "monitoring", "security", "pending"], severity = ["ERROR", "INFO"] }
}

constraint "aws_sagemaker_endpoint" {
  one_of = [["deployment_config.blue_green_update_policy", "deployment_config.rolling_update_policy"]]
}

constraint "aws_vpc_dhcp_options" {
  any_of = [["domain_name", "domain_name_servers", "ipv6_address_preferred_lease_time", "netbios_name_servers", "netbios_node_type", "ntp_servers"]]
}
