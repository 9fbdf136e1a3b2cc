# What a required argument that a configuration left out is set to when nothing in the configuration says it.
# Paths of nested blocks are written with dots; the type "*" is about every resource, by the end of the path.
# A default is the safer or the usual choice; what only a person can know is no default but an input variable.

defaults "*" {
  values = {
    enabled                       = true
    enabled_in_broker             = true
    force_destroy                 = false
    "apply_server_side_encryption_by_default.sse_algorithm" = "AES256"
    "geo_restriction.restriction_type" = "none"
    "forwarded_values.query_string" = false
    "cookies.forward"             = "none"
    viewer_protocol_policy        = "redirect-to-https"
    allowed_methods               = ["GET", "HEAD"]
    cached_methods                = ["GET", "HEAD"]
    engine_family                 = "MYSQL"
    billing_mode                  = "PAY_PER_REQUEST"
  }
}

defaults "aws_autoscaling_group" {
  values = { max_size = 1, min_size = 1 }
}

defaults "aws_chime_voice_connector" {
  values = { require_encryption = true }
}

defaults "aws_cloudwatch_metric_alarm" {
  values = { comparison_operator = "GreaterThanThreshold", evaluation_periods = 1 }
}

defaults "aws_codebuild_project" {
  values = {
    "artifacts.type"           = "NO_ARTIFACTS"
    "environment.compute_type" = "BUILD_GENERAL1_SMALL"
    "environment.image"        = "aws/codebuild/amazonlinux2-x86_64-standard:5.0"
    "environment.type"         = "LINUX_CONTAINER"
    "source.type"              = "NO_SOURCE"
  }
}

defaults "aws_codepipeline" {
  values = { "artifact_store.type" = "S3" }
}

defaults "aws_dax_cluster" {
  values = { node_type = "dax.t3.small", replication_factor = 1 }
}

defaults "aws_db_instance" {
  values = { instance_class = "db.t3.micro" }
}

defaults "aws_elasticache_user" {
  values = { access_string = "off -@all", engine = "REDIS" }
}

defaults "aws_elasticache_user_group" {
  values = { engine = "REDIS" }
}

defaults "aws_glacier_vault_lock" {
  values = { complete_lock = false }
}

defaults "aws_kendra_index" {
  values = { edition = "DEVELOPER_EDITION" }
}

defaults "aws_lex_bot" {
  values = {
    child_directed                           = false
    "abort_statement.message.content"        = "Sorry, I am not able to assist at this time."
    "abort_statement.message.content_type"   = "PlainText"
    "clarification_prompt.max_attempts"      = 2
    "clarification_prompt.message.content"   = "I did not understand you, what would you like to do?"
    "clarification_prompt.message.content_type" = "PlainText"
    "intent.intent_version"                  = "$LATEST"
  }
}

defaults "aws_lex_intent" {
  values = { "fulfillment_activity.type" = "ReturnIntent" }
}

defaults "aws_lexv2models_bot" {
  values = { idle_session_ttl_in_seconds = 300, "data_privacy.child_directed" = false }
}

defaults "aws_lightsail_database" {
  values = { blueprint_id = "mysql_8_0", bundle_id = "micro_2_0" }
}

defaults "aws_lightsail_distribution" {
  values = { bundle_id = "small_1_0", "default_cache_behavior.behavior" = "cache", "origin.region_name" = "us-east-1" }
}

defaults "aws_lightsail_instance" {
  values = { availability_zone = "us-east-1a", blueprint_id = "amazon_linux_2023", bundle_id = "nano_3_0" }
}

defaults "aws_msk_cluster" {
  values = { "broker_node_group_info.instance_type" = "kafka.t3.small", kafka_version = "3.6.0", number_of_broker_nodes = 2 }
}

defaults "aws_mskconnect_custom_plugin" {
  values = { content_type = "ZIP" }
}

defaults "aws_redshift_cluster" {
  values = { node_type = "ra3.large" }
}

defaults "aws_route53_record" {
  values = { ttl = 300 }
  # An alias has the time to live of its target.
  yields = { ttl = "alias" }
}

defaults "aws_s3_bucket_versioning" {
  values = { "versioning_configuration.status" = "Enabled" }
}

defaults "aws_sagemaker_endpoint_configuration" {
  values = { "production_variants.initial_instance_count" = 1, "production_variants.instance_type" = "ml.t2.medium" }
}

defaults "aws_wafv2_web_acl" {
  values = { "visibility_config.cloudwatch_metrics_enabled" = true, "visibility_config.sampled_requests_enabled" = true, scope = "REGIONAL" }
}

# Which resource an argument names, where its own name does not say so; the argument ends with the key.
targets = {
  bucket                     = "aws_s3_bucket.id"
  bucket_arn                 = "aws_s3_bucket.arn"
  client_subnets             = "aws_subnet.id"
  cloudwatch_log_group_arn   = "aws_cloudwatch_log_group.arn"
  execution_role             = "aws_iam_role.arn"
  execution_role_arn         = "aws_iam_role.arn"
  function_name              = "aws_lambda_function.function_name"
  gateway_id                 = "aws_internet_gateway.id"
  iam_role                   = "aws_iam_role.arn"
  iam_role_arn               = "aws_iam_role.arn"
  instance                   = "aws_instance.id"
  kms_key_arn                = "aws_kms_key.arn"
  kms_key_id                 = "aws_kms_key.id"
  lex_bot_name               = "aws_lex_bot.name"
  policy_arn                 = "aws_iam_policy.arn"
  role                       = "aws_iam_role.arn"
  role_arn                   = "aws_iam_role.arn"
  role_name                  = "aws_iam_role.name"
  rest_api_id                = "aws_api_gateway_rest_api.id"
  s3_bucket                  = "aws_s3_bucket.id"
  security_group_ids         = "aws_security_group.id"
  security_groups            = "aws_security_group.id"
  service_execution_role_arn = "aws_iam_role.arn"
  service_role               = "aws_iam_role.arn"
  service_role_arn           = "aws_iam_role.arn"
  subnet_ids                 = "aws_subnet.id"
  subnets                    = "aws_subnet.id"
  target_group_arn           = "aws_lb_target_group.arn"
  topic_arn                  = "aws_sns_topic.arn"
  user                       = "aws_iam_user.name"
  vpc_zone_identifier        = "aws_subnet.id"
  zone_id                    = "aws_route53_zone.zone_id"
}

# Data sources that need no arguments: where one is read and not declared, it is declared.
companions = {
  aws_availability_zones        = "state = \"available\""
  aws_caller_identity           = ""
  aws_canonical_user_id         = ""
  aws_cloudfront_log_delivery_canonical_user_id = ""
  aws_default_tags              = ""
  aws_elb_service_account       = ""
  aws_partition                 = ""
  aws_region                    = ""
}
