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
}

constraint "aws_autoscaling_group" {
  one_of    = [["launch_configuration", "launch_template", "mixed_instances_policy"]]
  conflicts = [["availability_zones", "vpc_zone_identifier"], ["load_balancers", "traffic_source"], ["target_group_arns", "traffic_source"]]
}

constraint "aws_cloudwatch_metric_alarm" {
  conflicts = [["metric_name", "metric_query"], ["statistic", "extended_statistic"], ["statistic", "metric_query"]]
  values = { statistic = ["SampleCount", "Average", "Sum", "Minimum", "Maximum"] }
}

constraint "aws_codebuild_project" {
  values = { "artifacts.type" = ["CODEPIPELINE", "NO_ARTIFACTS", "S3"] }
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
  values = { "attribute.type" = ["B", "N", "S"], "global_secondary_index.projection_type" = ["ALL", "INCLUDE", "KEYS_ONLY"], "local_secondary_index.projection_type" = ["ALL", "INCLUDE", "KEYS_ONLY"] }
}

constraint "aws_ebs_volume" {
  any_of = [["size", "snapshot_id"]]
  values = { type = ["standard", "io1", "io2", "gp2", "sc1", "st1", "gp3"] }
}

constraint "aws_ecs_service" {
  conflicts = [["launch_type", "capacity_provider_strategy"]]
}

constraint "aws_eip" {
  conflicts = [["domain", "vpc"], ["instance", "network_interface"]]
}

constraint "aws_elastic_beanstalk_environment" {
  conflicts = [["platform_arn", "solution_stack_name"], ["platform_arn", "template_name"]]
}

constraint "aws_elasticache_replication_group" {
  conflicts = [["num_cache_clusters", "num_node_groups"], ["num_cache_clusters", "replicas_per_node_group"]]
  patterns = {
    engine_version = ["^(?:[1-5]\\.[0-9]+\\.[0-9]+|6\\.x|[6-9]\\.[0-9]+|[0-9]{2}\\.[0-9]+)$", "from version 6 on MAJOR.MINOR, before MAJOR.MINOR.PATCH"]
  }
}

constraint "aws_flow_log" {
  one_of = [["eni_id", "subnet_id", "vpc_id", "transit_gateway_id", "transit_gateway_attachment_id"]]
}

constraint "aws_instance" {
  conflicts = [["user_data", "user_data_base64"], ["subnet_id", "network_interface"], ["vpc_security_group_ids", "network_interface"], ["private_ip", "network_interface"]]
  any_of    = [["ami", "launch_template"], ["instance_type", "launch_template"]]
  values = { "ebs_block_device.volume_type" = ["standard", "io1", "io2", "gp2", "sc1", "st1", "gp3"] }
}

constraint "aws_lambda_function" {
  one_of   = [["filename", "image_uri", "s3_bucket"]]
  together = [["s3_bucket", "s3_key"]]
}

constraint "aws_launch_template" {
  conflicts = [["vpc_security_group_ids", "security_group_names"]]
}

constraint "aws_dax_cluster" {
  patterns = {
    cluster_name = ["^[a-z](?:[0-9a-z-]{0,18}[0-9a-z])?$", "1 to 20 lowercase letters, digits and hyphens, first a letter and last no hyphen"]
  }
}

constraint "aws_lb" {
  one_of = [["subnets", "subnet_mapping"]]
}

constraint "aws_neptune_cluster_parameter_group" {
  patterns = {
    name = ["^[a-z][0-9a-z-.]*$", "only lowercase alphanumeric characters, hyphens and periods allowed, first a letter"]
  }
}

constraint "aws_rds_cluster" {
  conflicts = [["master_password", "manage_master_user_password"], ["snapshot_identifier", "restore_to_point_in_time"]]
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
}

constraint "aws_s3_bucket" {
  conflicts = [["bucket", "bucket_prefix"], ["acl", "grant"], ["object_lock_enabled", "object_lock_configuration"]]
  values = { acl = ["private", "public-read", "public-read-write", "authenticated-read", "aws-exec-read", "log-delivery-write"], "server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm" = ["AES256", "aws:kms", "aws:kms:dsse"] }
}

constraint "aws_s3_bucket_acl" {
  one_of = [["acl", "access_control_policy"]]
  values = { acl = ["private", "public-read", "public-read-write", "authenticated-read", "aws-exec-read", "bucket-owner-read", "bucket-owner-full-control", "log-delivery-write"] }
}

constraint "aws_s3_bucket_intelligent_tiering_configuration" {
  values = { "tiering.access_tier" = ["ARCHIVE_ACCESS", "DEEP_ARCHIVE_ACCESS"] }
}

constraint "aws_s3_bucket_metric" {
  any_of = [["filter.access_point", "filter.prefix", "filter.tags"]]
}

constraint "aws_s3_bucket_object_lock_configuration" {
  conflicts = [["rule.default_retention.days", "rule.default_retention.years"]]
}

constraint "aws_s3_bucket_server_side_encryption_configuration" {
  values = { "rule.apply_server_side_encryption_by_default.sse_algorithm" = ["AES256", "aws:kms", "aws:kms:dsse"] }
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
}

constraint "aws_subnet" {
  conflicts = [["availability_zone", "availability_zone_id"]]
}

constraint "aws_vpc" {
  conflicts = [["cidr_block", "ipv4_netmask_length"], ["assign_generated_ipv6_cidr_block", "ipv6_ipam_pool_id"]]
}

constraint "aws_mskconnect_connector" {
  any_of = [["capacity.autoscaling", "capacity.provisioned_capacity"]]
}

constraint "aws_sagemaker_endpoint" {
  one_of = [["deployment_config.blue_green_update_policy", "deployment_config.rolling_update_policy"]]
}

constraint "aws_vpc_dhcp_options" {
  any_of = [["domain_name", "domain_name_servers", "ipv6_address_preferred_lease_time", "netbios_name_servers", "netbios_node_type", "ntp_servers"]]
}
