# What each resource type is billed for. Expressions see `self`, `region`, `hours` (730, a mean month), price(service, key)
# from the price book, target(attribute) for the resource an attribute refers to, and related(type, attribute) for the
# resources that refer to self. A component with `usage = true` costs by use: its unit price is shown, it is not in the sum.

resource "aws_instance" {
  component "Instance, Linux on demand" {
    unit     = "hour"
    quantity = hours
    price    = price("ec2", coalesce(self.instance_type, target("launch_template").instance_type))
  }
  component "Root volume" {
    unit     = "GB-month"
    quantity = try(coalesce(self.root_block_device[0].volume_size, 8), 8)
    price    = price("ebs", try(coalesce(self.root_block_device[0].volume_type, "gp2"), "gp2"))
  }
}

resource "aws_autoscaling_group" {
  component "Instances, Linux on demand" {
    unit     = "hour"
    quantity = hours * coalesce(self.desired_capacity, self.min_size, 1)
    price    = price("ec2", coalesce(target("launch_template").instance_type, target("launch_configuration").instance_type))
  }
  component "Root volumes" {
    unit     = "GB-month"
    quantity = coalesce(self.desired_capacity, self.min_size, 1) * try(coalesce(target("launch_template").block_device_mappings[0].ebs[0].volume_size, 8), 8)
    price    = price("ebs", try(coalesce(target("launch_template").block_device_mappings[0].ebs[0].volume_type, "gp2"), "gp2"))
  }
}

resource "aws_ebs_volume" {
  component "Storage" {
    unit     = "GB-month"
    quantity = coalesce(self.size, 8)
    price    = price("ebs", coalesce(self.type, "gp2"))
  }
  component "Provisioned IOPS" {
    when     = contains(["io1", "io2"], coalesce(self.type, "gp2"))
    unit     = "IOPS-month"
    quantity = self.iops
    price    = price("ebs", "${self.type}-iops")
  }
  component "IOPS above 3,000" {
    when     = self.type == "gp3" && coalesce(self.iops, 3000) > 3000
    unit     = "IOPS-month"
    quantity = self.iops - 3000
    price    = price("ebs", "gp3-iops")
  }
}

resource "aws_db_instance" {
  component "Database instance" {
    unit     = "hour"
    quantity = hours
    price    = price("rds", "${self.engine}/${self.instance_class}${self.multi_az == true ? "/multi-az" : ""}")
  }
  component "Storage" {
    unit     = "GB-month"
    quantity = self.allocated_storage
    price    = price("rds", "storage/${coalesce(self.storage_type, "gp2")}${self.multi_az == true ? "/multi-az" : ""}")
  }
  component "Provisioned IOPS" {
    when     = contains(["io1", "io2"], coalesce(self.storage_type, "gp2"))
    unit     = "IOPS-month"
    quantity = self.iops
    price    = price("rds", "storage/iops${self.multi_az == true ? "/multi-az" : ""}")
  }
  component "Backup storage beyond the database's size" {
    when  = self.backup_retention_period != 0
    unit  = "GB-month"
    usage = true
    price = price("rds", "backup")
  }
}

resource "aws_rds_cluster" {
  component "Storage" {
    unit  = "GB-month"
    usage = true
    price = price("aurora", "storage")
  }
  component "Requests" {
    unit  = "million requests"
    usage = true
    price = price("aurora", "io")
  }
}

resource "aws_rds_cluster_instance" {
  component "Database instance" {
    when     = self.instance_class != "db.serverless"
    unit     = "hour"
    quantity = hours
    price    = price("aurora", self.instance_class)
  }
  component "Serverless capacity at its minimum" {
    when     = self.instance_class == "db.serverless"
    unit     = "ACU-hour"
    quantity = hours * try(target("cluster_identifier").serverlessv2_scaling_configuration[0].min_capacity, null)
    price    = price("aurora", "serverless-v2")
  }
}

resource "aws_docdb_cluster_instance" {
  component "Database instance" {
    unit     = "hour"
    quantity = hours
    price    = price("docdb", self.instance_class)
  }
}

resource "aws_docdb_cluster" {
  component "Storage" {
    unit  = "GB-month"
    usage = true
    price = price("docdb", "storage")
  }
}

resource "aws_elasticache_replication_group" {
  component "Cache nodes" {
    unit     = "hour"
    quantity = hours * coalesce(self.num_cache_clusters, coalesce(self.num_node_groups, 1) * (coalesce(self.replicas_per_node_group, 0) + 1))
    price    = price("elasticache", self.node_type)
  }
}

resource "aws_elasticache_cluster" {
  component "Cache nodes" {
    unit     = "hour"
    quantity = hours * coalesce(self.num_cache_nodes, 1)
    price    = price("elasticache", self.node_type)
  }
}

resource "aws_nat_gateway" {
  component "NAT gateway" {
    unit     = "hour"
    quantity = hours
    price    = price("vpc", "nat-gateway")
  }
  component "Data processed" {
    unit  = "GB"
    usage = true
    price = price("vpc", "nat-gateway-data")
  }
}

resource "aws_eip" {
  component "Public IPv4 address" {
    unit     = "hour"
    quantity = hours
    price    = price("vpc", "public-ipv4")
  }
}

resource "aws_vpc_endpoint" {
  component "Endpoint in each subnet" {
    when     = self.vpc_endpoint_type == "Interface"
    unit     = "hour"
    quantity = hours * max(1, length(coalesce(self.subnet_ids, [1])))
    price    = price("vpc", "interface-endpoint")
  }
  component "Data processed" {
    when  = self.vpc_endpoint_type == "Interface"
    unit  = "GB"
    usage = true
    price = price("vpc", "interface-endpoint-data")
  }
}

resource "aws_ec2_transit_gateway_vpc_attachment" {
  component "Attachment" {
    unit     = "hour"
    quantity = hours
    price    = price("vpc", "transit-gateway-attachment")
  }
}

resource "aws_vpn_connection" {
  component "VPN connection" {
    unit     = "hour"
    quantity = hours
    price    = price("vpc", "vpn-connection")
  }
}

resource "aws_flow_log" {
  component "Log delivery" {
    unit  = "GB"
    usage = true
    price = price("vpc", "flow-logs")
  }
}

resource "aws_lb" {
  component "Load balancer" {
    unit     = "hour"
    quantity = hours
    price    = price("elb", self.load_balancer_type == "network" ? "nlb" : self.load_balancer_type == "gateway" ? "gwlb" : "alb")
  }
  component "Capacity units" {
    unit  = "LCU-hour"
    usage = true
    price = price("elb", self.load_balancer_type == "network" ? "nlb-lcu" : "alb-lcu")
  }
}

resource "aws_alb" {
  component "Load balancer" {
    unit     = "hour"
    quantity = hours
    price    = price("elb", self.load_balancer_type == "network" ? "nlb" : "alb")
  }
}

resource "aws_elb" {
  component "Classic load balancer" {
    unit     = "hour"
    quantity = hours
    price    = price("elb", "classic")
  }
}

resource "aws_eks_cluster" {
  component "Cluster" {
    unit     = "hour"
    quantity = hours
    price    = price("eks", "cluster")
  }
}

resource "aws_eks_node_group" {
  component "Instances, Linux on demand" {
    unit     = "hour"
    quantity = hours * self.scaling_config[0].desired_size
    price    = price("ec2", try(coalesce(self.instance_types[0], "t3.medium"), "t3.medium"))
  }
  component "Root volumes" {
    unit     = "GB-month"
    quantity = self.scaling_config[0].desired_size * coalesce(self.disk_size, 20)
    price    = price("ebs", "gp3")
  }
}

resource "aws_ecs_service" {
  component "Fargate vCPU" {
    when     = self.launch_type == "FARGATE" || length(coalesce(self.capacity_provider_strategy, [])) > 0
    unit     = "vCPU-hour"
    quantity = hours * coalesce(self.desired_count, 1) * tonumber(target("task_definition").cpu) / 1024
    price    = price("ecs", try(target("task_definition").runtime_platform[0].cpu_architecture, "X86_64") == "ARM64" ? "fargate-arm-vcpu" : "fargate-vcpu")
  }
  component "Fargate memory" {
    when     = self.launch_type == "FARGATE" || length(coalesce(self.capacity_provider_strategy, [])) > 0
    unit     = "GB-hour"
    quantity = hours * coalesce(self.desired_count, 1) * tonumber(target("task_definition").memory) / 1024
    price    = price("ecs", try(target("task_definition").runtime_platform[0].cpu_architecture, "X86_64") == "ARM64" ? "fargate-arm-memory" : "fargate-memory")
  }
}

resource "aws_lambda_function" {
  component "Requests" {
    unit  = "million requests"
    usage = true
    price = price("lambda", "requests")
  }
  component "Duration" {
    unit  = "GB-second"
    usage = true
    price = price("lambda", try(self.architectures[0], "x86_64") == "arm64" ? "duration-arm" : "duration")
  }
}

resource "aws_apigatewayv2_api" {
  component "Requests" {
    unit  = "million requests"
    usage = true
    price = price("apigateway", self.protocol_type == "WEBSOCKET" ? "websocket" : "http")
  }
}

resource "aws_api_gateway_rest_api" {
  component "Requests" {
    unit  = "million requests"
    usage = true
    price = price("apigateway", "rest")
  }
}

resource "aws_s3_bucket" {
  component "Storage" {
    unit  = "GB-month"
    usage = true
    price = price("s3", "standard")
  }
  component "Write requests" {
    unit  = "thousand requests"
    usage = true
    price = price("s3", "put")
  }
  component "Read requests" {
    unit  = "thousand requests"
    usage = true
    price = price("s3", "get")
  }
}

resource "aws_s3_bucket_replication_configuration" {
  component "Data replicated" {
    unit  = "GB"
    usage = true
    price = price("s3", "replication")
  }
}

resource "aws_cloudfront_distribution" {
  component "Data to the internet, first 10 TB" {
    unit  = "GB"
    usage = true
    price = price("cloudfront", "transfer")
  }
  component "HTTPS requests" {
    unit  = "10k requests"
    usage = true
    price = price("cloudfront", "https-requests")
  }
}

resource "aws_route53_zone" {
  component "Hosted zone" {
    unit     = "month"
    quantity = 1
    price    = price("route53", "zone")
  }
}

resource "aws_route53_record" {
  component "Queries" {
    when  = length(coalesce(self.alias, [])) == 0
    unit  = "million queries"
    usage = true
    price = price("route53", "queries")
  }
}

resource "aws_route53_health_check" {
  component "Health check" {
    unit     = "month"
    quantity = 1
    price    = price("route53", "health-check")
  }
}

resource "aws_dynamodb_table" {
  component "Write capacity" {
    when     = coalesce(self.billing_mode, "PROVISIONED") == "PROVISIONED"
    unit     = "WCU-hour"
    quantity = hours * self.write_capacity
    price    = price("dynamodb", "wcu")
  }
  component "Read capacity" {
    when     = coalesce(self.billing_mode, "PROVISIONED") == "PROVISIONED"
    unit     = "RCU-hour"
    quantity = hours * self.read_capacity
    price    = price("dynamodb", "rcu")
  }
  component "Write requests" {
    when  = self.billing_mode == "PAY_PER_REQUEST"
    unit  = "million requests"
    usage = true
    price = price("dynamodb", "write-requests")
  }
  component "Read requests" {
    when  = self.billing_mode == "PAY_PER_REQUEST"
    unit  = "million requests"
    usage = true
    price = price("dynamodb", "read-requests")
  }
  component "Storage" {
    unit  = "GB-month"
    usage = true
    price = price("dynamodb", "storage")
  }
  component "Point-in-time recovery" {
    when  = try(self.point_in_time_recovery[0].enabled, false) == true
    unit  = "GB-month"
    usage = true
    price = price("dynamodb", "pitr")
  }
}

resource "aws_sqs_queue" {
  component "Requests" {
    unit  = "million requests"
    usage = true
    price = price("sqs", self.fifo_queue == true ? "fifo" : "standard")
  }
}

resource "aws_sns_topic" {
  component "Requests" {
    unit  = "million requests"
    usage = true
    price = price("sns", "requests")
  }
}

resource "aws_cloudwatch_metric_alarm" {
  component "Alarm" {
    unit     = "alarm-month"
    quantity = 1
    price    = price("cloudwatch", coalesce(self.period, 60) < 60 ? "alarm-high-resolution" : "alarm")
  }
}

resource "aws_cloudwatch_log_group" {
  component "Ingestion" {
    unit  = "GB"
    usage = true
    price = price("cloudwatch", "logs-ingestion")
  }
  component "Storage" {
    unit  = "GB-month"
    usage = true
    price = price("cloudwatch", "logs-storage")
  }
}

resource "aws_cloudwatch_dashboard" {
  component "Dashboard" {
    unit     = "month"
    quantity = 1
    price    = price("cloudwatch", "dashboard")
  }
}

resource "aws_kms_key" {
  component "Customer key" {
    unit     = "month"
    quantity = 1
    price    = price("kms", "key")
  }
  component "Requests" {
    unit  = "10k requests"
    usage = true
    price = price("kms", "requests")
  }
}

resource "aws_kms_replica_key" {
  component "Customer key" {
    unit     = "month"
    quantity = 1
    price    = price("kms", "key")
  }
}

resource "aws_secretsmanager_secret" {
  component "Secret" {
    unit     = "month"
    quantity = 1
    price    = price("secretsmanager", "secret")
  }
  component "Requests" {
    unit  = "10k requests"
    usage = true
    price = price("secretsmanager", "requests")
  }
}

resource "aws_ecr_repository" {
  component "Storage" {
    unit  = "GB-month"
    usage = true
    price = price("ecr", "storage")
  }
}

resource "aws_efs_file_system" {
  component "Storage" {
    unit  = "GB-month"
    usage = true
    price = price("efs", "standard")
  }
}

resource "aws_wafv2_web_acl" {
  component "Web ACL" {
    unit     = "month"
    quantity = 1
    price    = price("waf", "web-acl")
  }
  component "Rules" {
    unit     = "month"
    quantity = length(coalesce(self.rule, []))
    price    = price("waf", "rule")
  }
  component "Requests" {
    unit  = "million requests"
    usage = true
    price = price("waf", "requests")
  }
}

resource "aws_kinesis_stream" {
  component "Shards" {
    when     = try(self.stream_mode_details[0].stream_mode, "PROVISIONED") != "ON_DEMAND"
    unit     = "hour"
    quantity = hours * self.shard_count
    price    = price("kinesis", "shard")
  }
  component "On-demand stream" {
    when     = try(self.stream_mode_details[0].stream_mode, "PROVISIONED") == "ON_DEMAND"
    unit     = "hour"
    quantity = hours
    price    = price("kinesis", "on-demand-stream")
  }
}

resource "aws_kinesis_firehose_delivery_stream" {
  component "Ingestion" {
    unit  = "GB"
    usage = true
    price = price("firehose", "ingestion")
  }
}

resource "aws_sfn_state_machine" {
  component "Transitions" {
    unit  = "thousand transitions"
    usage = true
    price = price("stepfunctions", "transitions")
  }
}

resource "aws_cloudwatch_event_bus" {
  component "Custom events" {
    unit  = "million events"
    usage = true
    price = price("eventbridge", "custom-events")
  }
}

resource "aws_scheduler_schedule" {
  component "Invocations" {
    unit  = "million invocations"
    usage = true
    price = price("eventbridge", "scheduler")
  }
}

resource "aws_backup_vault" {
  component "Backup storage" {
    unit  = "GB-month"
    usage = true
    price = price("backup", "storage")
  }
}

resource "aws_globalaccelerator_accelerator" {
  component "Accelerator" {
    unit     = "hour"
    quantity = hours
    price    = price("globalaccelerator", "accelerator")
  }
}

resource "aws_mq_broker" {
  component "Broker instances" {
    unit     = "hour"
    quantity = hours * (self.deployment_mode == "ACTIVE_STANDBY_MULTI_AZ" ? 2 : 1)
    price    = price("mq", self.host_instance_type)
  }
}

resource "aws_msk_cluster" {
  component "Broker instances" {
    unit     = "hour"
    quantity = hours * self.number_of_broker_nodes
    price    = price("msk", self.broker_node_group_info[0].instance_type)
  }
  component "Storage" {
    unit     = "GB-month"
    quantity = self.number_of_broker_nodes * self.broker_node_group_info[0].storage_info[0].ebs_storage_info[0].volume_size
    price    = price("msk", "storage")
  }
}

resource "aws_opensearch_domain" {
  component "Data nodes" {
    unit     = "hour"
    quantity = hours * try(coalesce(self.cluster_config[0].instance_count, 1), 1)
    price    = price("opensearch", self.cluster_config[0].instance_type)
  }
  component "Storage" {
    unit     = "GB-month"
    quantity = try(coalesce(self.cluster_config[0].instance_count, 1), 1) * self.ebs_options[0].volume_size
    price    = price("opensearch", "gp3")
  }
}

resource "aws_redshift_cluster" {
  component "Nodes" {
    unit     = "hour"
    quantity = hours * coalesce(self.number_of_nodes, 1)
    price    = price("redshift", self.node_type)
  }
}

# Types that cost nothing by themselves: what they configure is billed elsewhere. Source: the services' pricing pages.
free = [
  "aws_acm_certificate", "aws_acm_certificate_validation", "aws_ami", "aws_api_gateway_account", "aws_api_gateway_deployment",
  "aws_api_gateway_integration", "aws_api_gateway_integration_response", "aws_api_gateway_method",
  "aws_api_gateway_method_response", "aws_api_gateway_method_settings", "aws_api_gateway_resource", "aws_api_gateway_stage",
  "aws_api_gateway_usage_plan", "aws_api_gateway_usage_plan_key", "aws_api_gateway_api_key", "aws_api_gateway_rest_api_policy",
  "aws_apigatewayv2_authorizer", "aws_apigatewayv2_integration", "aws_apigatewayv2_route", "aws_apigatewayv2_stage",
  "aws_appautoscaling_policy", "aws_appautoscaling_target", "aws_autoscaling_attachment", "aws_autoscaling_lifecycle_hook",
  "aws_autoscaling_policy", "aws_autoscaling_schedule", "aws_backup_plan", "aws_backup_selection", "aws_budgets_budget",
  "aws_cloudfront_cache_policy", "aws_cloudfront_origin_access_control", "aws_cloudfront_origin_access_identity",
  "aws_cloudfront_origin_request_policy", "aws_cloudfront_response_headers_policy", "aws_cloudwatch_composite_alarm",
  "aws_cloudwatch_event_rule", "aws_cloudwatch_event_target", "aws_cloudwatch_event_permission",
  "aws_cloudwatch_log_metric_filter", "aws_cloudwatch_log_resource_policy", "aws_cloudwatch_log_stream",
  "aws_cloudwatch_log_subscription_filter", "aws_customer_gateway", "aws_db_option_group", "aws_db_parameter_group",
  "aws_db_subnet_group", "aws_default_network_acl", "aws_default_route_table", "aws_default_security_group",
  "aws_default_subnet", "aws_default_vpc", "aws_docdb_subnet_group", "aws_docdb_cluster_parameter_group",
  "aws_dynamodb_resource_policy", "aws_ecr_lifecycle_policy", "aws_ecr_repository_policy", "aws_ecs_capacity_provider",
  "aws_ecs_cluster", "aws_ecs_cluster_capacity_providers", "aws_ecs_task_definition", "aws_efs_access_point",
  "aws_efs_backup_policy", "aws_efs_file_system_policy", "aws_efs_mount_target", "aws_egress_only_internet_gateway",
  "aws_eip_association", "aws_eks_access_entry", "aws_eks_access_policy_association", "aws_eks_addon",
  "aws_eks_pod_identity_association", "aws_elasticache_parameter_group", "aws_elasticache_subnet_group",
  "aws_elasticache_user", "aws_elasticache_user_group", "aws_elasticache_user_group_association", "aws_iam_access_key",
  "aws_iam_group", "aws_iam_group_membership", "aws_iam_group_policy", "aws_iam_group_policy_attachment",
  "aws_iam_instance_profile", "aws_iam_openid_connect_provider", "aws_iam_policy", "aws_iam_policy_attachment",
  "aws_iam_role", "aws_iam_role_policy", "aws_iam_role_policy_attachment", "aws_iam_service_linked_role", "aws_iam_user",
  "aws_iam_user_policy", "aws_iam_user_policy_attachment", "aws_internet_gateway", "aws_key_pair", "aws_kms_alias",
  "aws_kms_key_policy", "aws_lambda_alias", "aws_lambda_event_source_mapping", "aws_lambda_function_event_invoke_config",
  "aws_lambda_function_url", "aws_lambda_layer_version", "aws_lambda_permission", "aws_launch_configuration",
  "aws_launch_template", "aws_lb_listener", "aws_lb_listener_certificate", "aws_lb_listener_rule", "aws_lb_target_group",
  "aws_lb_target_group_attachment", "aws_main_route_table_association", "aws_network_acl", "aws_network_acl_rule",
  "aws_network_interface", "aws_placement_group", "aws_rds_cluster_endpoint", "aws_rds_cluster_parameter_group",
  "aws_redshift_parameter_group", "aws_redshift_subnet_group", "aws_resourcegroups_group", "aws_route", "aws_route_table",
  "aws_route_table_association", "aws_s3_account_public_access_block", "aws_s3_bucket_acl",
  "aws_s3_bucket_cors_configuration", "aws_s3_bucket_intelligent_tiering_configuration",
  "aws_s3_bucket_lifecycle_configuration", "aws_s3_bucket_logging", "aws_s3_bucket_notification",
  "aws_s3_bucket_object_lock_configuration", "aws_s3_bucket_ownership_controls", "aws_s3_bucket_policy",
  "aws_s3_bucket_public_access_block", "aws_s3_bucket_server_side_encryption_configuration", "aws_s3_bucket_versioning",
  "aws_s3_bucket_website_configuration", "aws_s3_object", "aws_scheduler_schedule_group", "aws_secretsmanager_secret_policy",
  "aws_secretsmanager_secret_rotation", "aws_secretsmanager_secret_version", "aws_security_group",
  "aws_security_group_rule", "aws_service_discovery_private_dns_namespace", "aws_service_discovery_service",
  "aws_sns_topic_policy", "aws_sns_topic_subscription", "aws_sqs_queue_policy", "aws_sqs_queue_redrive_allow_policy",
  "aws_sqs_queue_redrive_policy", "aws_ssm_parameter", "aws_subnet", "aws_volume_attachment", "aws_vpc", "aws_vpc_dhcp_options",
  "aws_vpc_dhcp_options_association", "aws_vpc_endpoint_policy", "aws_vpc_endpoint_route_table_association",
  "aws_vpc_endpoint_subnet_association", "aws_vpc_ipv4_cidr_block_association", "aws_vpc_peering_connection",
  "aws_vpc_security_group_egress_rule", "aws_vpc_security_group_ingress_rule", "aws_vpn_gateway",
  "aws_vpn_gateway_attachment", "aws_wafv2_ip_set", "aws_wafv2_web_acl_association", "terraform_data",
]
