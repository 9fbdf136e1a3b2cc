# Resource types that do not exist, by names people give them, and what the provider calls them.
types = {
  aws_application_load_balancer        = "aws_lb"
  aws_backup_backup_plan               = "aws_backup_plan"
  aws_cloudwatch_alarm                 = "aws_cloudwatch_metric_alarm"
  aws_dhcp_options                     = "aws_vpc_dhcp_options"
  aws_dhcp_options_association         = "aws_vpc_dhcp_options_association"
  aws_ec2_instance                     = "aws_instance"
  aws_elastic_ip                       = "aws_eip"
  aws_eventbridge_bus                  = "aws_cloudwatch_event_bus"
  aws_eventbridge_event_rule           = "aws_cloudwatch_event_rule"
  aws_eventbridge_event_target         = "aws_cloudwatch_event_target"
  aws_eventbridge_rule                 = "aws_cloudwatch_event_rule"
  aws_eventbridge_rule_target          = "aws_cloudwatch_event_target"
  aws_eventbridge_target               = "aws_cloudwatch_event_target"
  aws_events_rule                      = "aws_cloudwatch_event_rule"
  aws_events_target                    = "aws_cloudwatch_event_target"
  aws_lightsail_db_instance            = "aws_lightsail_database"
  aws_load_balancer                    = "aws_lb"
  aws_msk_connect_connector            = "aws_mskconnect_connector"
  aws_msk_connect_custom_plugin        = "aws_mskconnect_custom_plugin"
  aws_msk_connect_worker_configuration = "aws_mskconnect_worker_configuration"
  aws_network_load_balancer            = "aws_lb"
  aws_rds_cluster_subnet_group         = "aws_db_subnet_group"
  aws_rds_db_instance                  = "aws_db_instance"
  aws_rds_instance                     = "aws_db_instance"
  aws_rds_option_group                 = "aws_db_option_group"
  aws_rds_parameter_group              = "aws_db_parameter_group"
  aws_rds_proxy                        = "aws_db_proxy"
  aws_rds_subnet_group                 = "aws_db_subnet_group"
  aws_redshift_cluster_parameter_group = "aws_redshift_parameter_group"
  aws_route53_hosted_zone              = "aws_route53_zone"
  aws_s3_glacier_vault                 = "aws_glacier_vault"
  aws_sagemaker_endpoint_config        = "aws_sagemaker_endpoint_configuration"
  aws_secretsmanager_version           = "aws_secretsmanager_secret_version"
  aws_ses_identity                     = "aws_ses_email_identity"
  aws_vpc_internet_gateway             = "aws_internet_gateway"
  aws_vpc_main_route_table_association = "aws_main_route_table_association"
  aws_vpc_security_group               = "aws_security_group"
  aws_vpc_subnet                       = "aws_subnet"
  aws_availability_zones_available     = "aws_availability_zones"
  aws_elasticache_instance             = "aws_elasticache_cluster"
  aws_elasticsearch_domain_endpoint    = "aws_elasticsearch_domain"
  aws_event_rule                       = "aws_cloudwatch_event_rule"
  aws_event_target                     = "aws_cloudwatch_event_target"
  aws_gateway_load_balancer            = "aws_lb"
  aws_iam_user_to_group_addition       = "aws_iam_user_group_membership"
  aws_iam_role_attachment              = "aws_iam_role_policy_attachment"
  aws_iam_mfa_device                   = "aws_iam_virtual_mfa_device"
  aws_internet_gateway_association     = "aws_internet_gateway_attachment"
  aws_msk_broker_config                = "aws_msk_configuration"
  aws_network_load_balancer_target_group = "aws_lb_target_group"
  aws_rds_cluster_proxy                = "aws_db_proxy"
  aws_redshift_cluster_endpoint        = "aws_redshift_endpoint_access"
  aws_redshift_endpoint                = "aws_redshift_endpoint_access"
  aws_route53_query_logging_config     = "aws_route53_query_log"
  aws_s3_bucket_owner_configuration    = "aws_s3_bucket_ownership_controls"
  aws_ssh_key                          = "aws_key_pair"
  aws_subnet_ids                       = "aws_subnets"
}

# Arguments that a type no longer has, or never had, and what says the same; % is the value.
arguments = {
  "data.aws_subnets"                = { vpc_id = "filter {\n  name   = \"vpc-id\"\n  values = [%]\n}" }
  aws_alb_listener                  = { load_balancer = "load_balancer_arn = %" }
  aws_batch_compute_environment     = { compute_environment_name = "name = %", compute_environment_name_prefix = "name_prefix = %" }
  "data.aws_batch_compute_environment" = { compute_environment_name = "name = %" }
  aws_batch_job_queue               = { compute_environments = "dynamic \"compute_environment_order\" {\n  for_each = %\n  content {\n    order               = compute_environment_order.key\n    compute_environment = compute_environment_order.value\n  }\n}" }
  aws_dx_gateway_association        = { vpn_gateway_id = "associated_gateway_id = %" }
  aws_eip                           = { vpc = "domain = \"vpc\"" }
  aws_eks_addon                     = { resolve_conflicts = "resolve_conflicts_on_create = %\nresolve_conflicts_on_update = %" }
  aws_guardduty_organization_configuration = { auto_enable = "auto_enable_organization_members = % ? \"NEW\" : \"NONE\"" }
  aws_instance                      = { cpu_core_count = "cpu_options {\n  core_count = %\n}", cpu_threads_per_core = "cpu_options {\n  threads_per_core = %\n}" }
  aws_networkmanager_core_network   = { base_policy_region = "base_policy_regions = [%]" }
  aws_spot_instance_request         = { cpu_core_count = "cpu_options {\n  core_count = %\n}", cpu_threads_per_core = "cpu_options {\n  threads_per_core = %\n}" }
  aws_ssm_association               = { instance_id = "targets {\n  key    = \"InstanceIds\"\n  values = [%]\n}" }
  aws_db_instance                   = { name = "db_name = %", security_groups = "vpc_security_group_ids = %", security_group_ids = "vpc_security_group_ids = %", subnet_group_name = "db_subnet_group_name = %" }
  aws_elasticache_replication_group = { replication_group_description = "description = %", number_cache_clusters = "num_cache_clusters = %", security_groups = "security_group_ids = %" }
  aws_iam_policy                    = { policy_document = "policy = %" }
  aws_iam_role_policy               = { policy_document = "policy = %" }
  aws_key_pair                      = { key = "public_key = %" }
  aws_lambda_function               = { iam_role_arn = "role = %", role_arn = "role = %", s3_bucket_name = "s3_bucket = %", environment_variables = "environment {\n  variables = %\n}" }
  aws_lb                            = { security_group_ids = "security_groups = %", subnet_ids = "subnets = %" }
  aws_rds_cluster                   = { security_groups = "vpc_security_group_ids = %", security_group_ids = "vpc_security_group_ids = %", subnet_group_name = "db_subnet_group_name = %", username = "master_username = %", password = "master_password = %" }
  aws_redshift_cluster              = { security_groups = "vpc_security_group_ids = %", security_group_ids = "vpc_security_group_ids = %", subnet_group_name = "cluster_subnet_group_name = %", username = "master_username = %", password = "master_password = %" }
  aws_redshift_resource_policy      = { policy_document = "policy = %" }
}
