# Messages, streams, functions around them, observation, security and builds.

resource "aws_acm_certificate" {
  components = !given(self.certificate_authority_arn) ? [] : [
    fixed("Certificate", "requests", 1, price("acmpca", "certificate")),
  ]
}

resource "aws_acmpca_certificate_authority" {
  usage = ["monthly_requests"]
  short = self.usage_mode == "SHORT_LIVED_CERTIFICATE"
  components = short ? [
    fixed("Private certificate authority (short-lived certificate mode)", "months", 1, price("acmpca", "short-lived-authority")),
    used("Certificates (short-lived)", "requests", usage.monthly_requests, price("acmpca", "short-lived-certificate")),
  ] : [
    fixed("Private certificate authority", "months", 1, price("acmpca", "authority")),
    tiers("Certificates", "requests", usage.monthly_requests, 1, [
      [1000, "first 1K", price("acmpca", "certificate")],
      [9000, "next 9K", price("acmpca", "certificate-2")],
      [null, "over 10K", price("acmpca", "certificate-3")],
    ]),
  ]
}

resource "aws_api_gateway_rest_api" {
  usage = ["monthly_requests"]
  components = tiers("Requests", "1M requests", usage.monthly_requests, 1000000, [
    [333000000, "first 333M", price("apigateway", "rest")],
    [667000000, "next 667M", price("apigateway", "rest-2")],
    [19000000000, "next 19B", price("apigateway", "rest-3")],
    [null, "over 20B", price("apigateway", "rest-4")],
  ])
}

resource "aws_api_gateway_stage" {
  components = self.cache_cluster_enabled == true ? [
    fixed("Cache memory (${coalesce(self.cache_cluster_size, 0.5)} GB)", "hours", hours, price("apigateway", "cache/${coalesce(self.cache_cluster_size, 0.5)}")),
  ] : []
}

resource "aws_apigatewayv2_api" {
  usage    = ["monthly_requests", "request_size_kb", "monthly_messages", "message_size_kb", "monthly_connection_mins"]
  requests = usage.monthly_requests == null ? null : usage.monthly_requests * ceil(coalesce(usage.request_size_kb, 512) / 512)
  messages = usage.monthly_messages == null ? null : usage.monthly_messages * ceil(coalesce(usage.message_size_kb, 32) / 32)
  components = self.protocol_type == "WEBSOCKET" ? [
    tiers("Messages", "1M messages", messages, 1000000, [
      [1000000000, "first 1B", price("apigateway", "websocket")],
      [null, "over 1B", price("apigateway", "websocket-2")],
    ]),
    used("Connection duration", "1M minutes", million(usage.monthly_connection_mins), price("apigateway", "websocket-minutes")),
  ] : [
    tiers("Requests", "1M requests", requests, 1000000, [
      [300000000, "first 300M", price("apigateway", "http")],
      [null, "over 300M", price("apigateway", "http-2")],
    ]),
  ]
}

resource "aws_cloudformation_stack" "aws_cloudformation_stack_set" {
  usage  = ["monthly_handler_operations", "monthly_duration_secs"]
  # Types of AWS are handled for nothing; those of a template that is not written out are not known.
  own    = self.template_body == null || length([for t in flatten(regexall("Type\"?\\s*:\\s*\"?([A-Za-z0-9]+)::", coalesce(self.template_body, "none"))) : t if !contains(["AWS", "Alexa", "Custom"], t)]) > 0
  components = !own ? [] : [
    used("Handler operations", "operations", usage.monthly_handler_operations, price("cloudformation", "operations")),
    used("Durations above 30s", "seconds", usage.monthly_duration_secs, price("cloudformation", "seconds")),
  ]
}

resource "aws_cloudhsm_v2_hsm" {
  usage      = ["monthly_hrs"]
  components = used("HSM usage", "hours", coalesce(usage.monthly_hrs, hours), price("cloudhsm", "hsm"))
}

resource "aws_cloudtrail" {
  usage = ["monthly_additional_management_events", "monthly_data_events", "monthly_insight_events"]
  components = [
    coalesce(self.include_global_service_events, true) ? used("Management events (additional copies)", "100k events", usage.monthly_additional_management_events == null ? null : usage.monthly_additional_management_events / 100000, price("cloudtrail", "management")) : null,
    used("Data events", "100k events", usage.monthly_data_events == null ? null : usage.monthly_data_events / 100000, price("cloudtrail", "data")),
    length(coalesce(self.insight_selector, [])) > 0 ? used("Insight events", "100k events", usage.monthly_insight_events == null ? null : usage.monthly_insight_events / 100000, price("cloudtrail", "insight")) : null,
  ]
}

resource "aws_cloudwatch_dashboard" {
  components = fixed("Dashboard", "months", 1, price("cloudwatch", "dashboard"))
}

resource "aws_cloudwatch_event_bus" {
  usage = ["monthly_custom_events", "monthly_third_party_events", "monthly_archive_processing_gb", "archive_storage_gb", "monthly_schema_discovery_events"]
  components = [
    used("Custom events published", "1M events", million(usage.monthly_custom_events), price("eventbridge", "custom-events")),
    used("Third-party events published", "1M events", million(usage.monthly_third_party_events), price("eventbridge", "third-party-events")),
    used("Archive processing", "GB", usage.monthly_archive_processing_gb, price("eventbridge", "archive-processing")),
    used("Archive storage", "GB", usage.archive_storage_gb, price("eventbridge", "archive-storage")),
    used("Schema discovery", "1M events", million(usage.monthly_schema_discovery_events), price("eventbridge", "schema-discovery")),
  ]
}

function "log_group" {
  params = ["use"]
  result = [
    used("Data ingested", "GB", use.monthly_data_ingested_gb, price("cloudwatch", "logs-ingestion")),
    used("Archival Storage", "GB", use.storage_gb, price("cloudwatch", "logs-storage")),
    used("Insights queries data scanned", "GB", use.monthly_data_scanned_gb, price("cloudwatch", "logs-scanned")),
  ]
}

resource "aws_cloudwatch_log_group" {
  usage      = ["monthly_data_ingested_gb", "storage_gb", "monthly_data_scanned_gb"]
  components = log_group(usage)
}

resource "aws_cloudwatch_metric_alarm" {
  seconds = self.comparison_operator != null && length(coalesce(self.metric_query, [])) > 0 ? min([for q in self.metric_query : coalesce(q.metric[0].period, 60)]...) : coalesce(self.period, 60)
  high    = seconds < 60
  odd     = length(regexall("LowerOrGreater|ThanUpperThreshold|ThanLowerThreshold", coalesce(self.comparison_operator, "none"))) > 0 || given(self.threshold_metric_id)
  count   = length(coalesce(self.metric_query, [])) == 0 ? 1 : max(1, length([for q in self.metric_query : q if length(coalesce(q.metric, [])) > 0]))
  components = [
    odd ? fixed("${high ? "High" : "Standard"} resolution anomaly detection", "alarm metrics", 3 * count, price("cloudwatch", high ? "alarm-high-resolution" : "alarm")) :
    fixed("${high ? "High" : "Standard"} resolution", "alarm metrics", count, price("cloudwatch", high ? "alarm-high-resolution" : "alarm")),
  ]
}

resource "aws_cloudwatch_composite_alarm" {
  components = fixed("Composite", "alarm metrics", 1, price("cloudwatch", "alarm-composite"))
}

resource "aws_codebuild_project" {
  usage = ["monthly_build_mins"]
  size  = self.environment[0].compute_type
  kind  = self.environment[0].type
  names = {
    BUILD_GENERAL1_SMALL = "general1.small", BUILD_GENERAL1_MEDIUM = "general1.medium", BUILD_GENERAL1_LARGE = "general1.large",
    BUILD_GENERAL1_XLARGE = "general1.xlarge", BUILD_GENERAL1_2XLARGE = "general1.2xlarge",
  }
  system = startswith(coalesce(kind, "LINUX_CONTAINER"), "WINDOWS") ? "windows" : startswith(coalesce(kind, "LINUX_CONTAINER"), "ARM") ? "arm" : length(regexall("GPU", coalesce(kind, "none"))) > 0 ? "gpu" : "linux"
  label  = system == "arm" ? "arm1.${split(".", names[size])[1]}" : system == "gpu" ? "gpu1.${split(".", names[size])[1]}" : names[size]
  components = used("${system == "windows" ? "Windows" : "Linux"} (${label})", "minutes", usage.monthly_build_mins, price("codebuild", "${system}/${names[size]}"))
}

resource "aws_config_config_rule" "aws_config_organization_custom_rule" "aws_config_organization_managed_rule" {
  usage = ["monthly_rule_evaluations"]
  components = tiers("Rule evaluations", "evaluations", usage.monthly_rule_evaluations, 1, [
    [100000, "first 100K", price("config", "evaluation")],
    [400000, "next 400K", price("config", "evaluation-2")],
    [null, "over 500K", price("config", "evaluation-3")],
  ])
}

resource "aws_config_configuration_recorder" {
  usage = ["monthly_config_items", "monthly_custom_config_items"]
  components = [
    used("Config items", "records", usage.monthly_config_items, price("config", "item")),
    used("Custom config items", "records", usage.monthly_custom_config_items, price("config", "item")),
  ]
}

resource "aws_directory_service_directory" {
  usage = ["additional_domain_controllers", "shared_accounts"]
  kind  = coalesce(self.type, "SimpleAD")
  size  = coalesce(kind == "MicrosoftAD" ? self.edition : self.size, kind == "MicrosoftAD" ? "Enterprise" : kind == "SimpleAD" || kind == "ADConnector" ? "Small" : "Standard")
  label = { MicrosoftAD = "Microsoft AD", SimpleAD = "Simple AD", ADConnector = "AD Connector" }[kind]
  cost  = price("directoryservice", "${kind}/${size}") * hours
  components = [
    fixed("Directory service (${label}, ${size})", "controllers", 2, cost),
    kind == "ADConnector" ? null : fixed("Additional domain controllers", "controllers", coalesce(usage.additional_domain_controllers, 0), cost),
    kind == "MicrosoftAD" ? fixed("Directory sharing", "accounts", coalesce(usage.shared_accounts, 0), price("directoryservice", "sharing/${size}") * hours) : null,
  ]
}

resource "aws_dms_replication_instance" {
  class = coalesce(self.replication_instance_class, "unknown")
  multi = self.multi_az == true
  free  = startswith(coalesce(class, "none"), "dms.r") ? 100 : 50
  components = [
    fixed("Instance (${trimprefix(class, "dms.")})", "hours", hours, price("dms", class) * (multi ? 2 : 1)),
    max(0, coalesce(self.allocated_storage, 50) - free) > 0 ? fixed("Storage (general purpose SSD, gp2)", "GB", self.allocated_storage - free, price("dms", "storage") * (multi ? 2 : 1)) : null,
  ]
}

resource "aws_ecr_repository" {
  usage      = ["storage_gb"]
  components = used("Storage", "GB", usage.storage_gb, price("ecr", "storage"))
}

resource "aws_glue_catalog_database" {
  usage = ["monthly_objects", "monthly_requests"]
  components = [
    used("Storage", "100k objects", usage.monthly_objects == null ? null : max(0, usage.monthly_objects - 1000000) / 100000, price("glue", "objects")),
    used("Requests", "1M requests", usage.monthly_requests == null ? null : max(0, usage.monthly_requests - 1000000) / 1000000, price("glue", "requests")),
  ]
}

resource "aws_glue_crawler" {
  usage      = ["monthly_hours"]
  components = used("Duration", "hours", usage.monthly_hours, price("glue", "crawler"))
}

resource "aws_glue_job" {
  usage  = ["monthly_hours"]
  worker = { "G.1X" = 1, "G.2X" = 2, "G.4X" = 4, "G.8X" = 8, "G.025X" = 0.25, "Z.2X" = 2, Standard = 1 }
  units  = coalesce(tonumber(self.max_capacity), self.number_of_workers == null ? null : self.number_of_workers * lookup(worker, coalesce(self.worker_type, "Standard"), 1), 1)
  components = used("Duration", "hours (${units} DPU${units == 1 ? "" : "s"})", usage.monthly_hours, price("glue", "job") * units)
}

resource "aws_grafana_workspace" {
  usage = ["editor_administrator_licenses", "viewer_licenses"]
  components = [
    used("Editors/Administrators", "users", usage.editor_administrator_licenses, price("grafana", "editor")),
    used("Viewers", "users", usage.viewer_licenses, price("grafana", "viewer")),
  ]
}

resource "aws_guardduty_detector" {
  usage      = ["monthly_cloudtrail_events", "monthly_log_gb"]
  components = [
    used("CloudTrail management events", "1M events", million(usage.monthly_cloudtrail_events), price("guardduty", "events")),
    used("VPC flow and DNS logs", "GB", usage.monthly_log_gb, price("guardduty", "logs")),
  ]
}

resource "aws_kinesis_stream" {
  usage = [
    "monthly_on_demand_data_in_gb", "monthly_on_demand_data_out_gb", "monthly_on_demand_efo_data_out_gb", "monthly_on_demand_extended_retention_gb",
    "monthly_on_demand_long_term_retention_gb", "monthly_provisioned_put_units", "monthly_provisioned_extended_retention_gb",
    "monthly_provisioned_long_term_retention_gb", "monthly_provisioned_long_term_retrieval_gb", "monthly_provisioned_efo_data_out_gb",
    "monthly_provisioned_efo_consumer_hours",
  ]
  demand = self.stream_mode_details[0].stream_mode == "ON_DEMAND"
  components = demand ? [
    fixed("ON_DEMAND", "hours", hours, price("kinesis", "on-demand-stream")),
    used("Data ingested", "GB", usage.monthly_on_demand_data_in_gb, price("kinesis", "on-demand-in")),
    used("Data retrieval", "GB", usage.monthly_on_demand_data_out_gb, price("kinesis", "on-demand-out")),
    used("Enhanced Fan Out (EFO) Data retrieval", "GB", usage.monthly_on_demand_efo_data_out_gb, price("kinesis", "on-demand-efo")),
    used("Extended retention (24H to 7D)", "GB", usage.monthly_on_demand_extended_retention_gb, price("kinesis", "on-demand-extended")),
    used("Long term retention (7D+)", "GB", usage.monthly_on_demand_long_term_retention_gb, price("kinesis", "long-term")),
  ] : [
    fixed("PROVISIONED", "hours", coalesce(self.shard_count, 1) * hours, price("kinesis", "shard")),
    used("Put request unit", "units", usage.monthly_provisioned_put_units, price("kinesis", "put") / 1000000),
    used("Extended retention (24H to 7D)", "GB", usage.monthly_provisioned_extended_retention_gb, price("kinesis", "extended")),
    used("Long term retention (7D+)", "GB", usage.monthly_provisioned_long_term_retention_gb, price("kinesis", "long-term")),
    used("Extended retention retrieval (7D+)", "GB", usage.monthly_provisioned_long_term_retrieval_gb, price("kinesis", "long-term-retrieval")),
    used("Enhanced Fan Out (EFO) Data retrieval", "GB", usage.monthly_provisioned_efo_data_out_gb, price("kinesis", "efo")),
    used("Enhanced Fan Out (EFO)", "consumer-shard hour", usage.monthly_provisioned_efo_consumer_hours, price("kinesis", "efo-consumer")),
  ]
}

resource "aws_kinesis_analytics_application" {
  usage      = ["kinesis_processing_units"]
  components = used("Processing (stream)", "KPU", usage.kinesis_processing_units, price("kinesisanalytics", "kpu") * hours)
}

resource "aws_kinesisanalyticsv2_application" {
  usage = ["kinesis_processing_units", "durable_application_backup_gb"]
  units = usage.kinesis_processing_units
  flink = length(regexall("FLINK", upper(coalesce(self.runtime_environment, "none")))) > 0
  components = [
    used("Processing (stream)", "KPU", units, price("kinesisanalytics", "kpu") * hours),
    flink ? [
      fixed("Processing (orchestration)", "KPU", 1, price("kinesisanalytics", "kpu") * hours),
      used("Running storage", "GB", units == null ? null : units * 50, price("kinesisanalytics", "running")),
      used("Backup", "GB", usage.durable_application_backup_gb, price("kinesisanalytics", "backup")),
    ] : null,
  ]
}

resource "aws_kinesisanalyticsv2_application_snapshot" {
  usage      = ["durable_application_backup_gb"]
  components = used("Backup", "GB", usage.durable_application_backup_gb, price("kinesisanalytics", "backup"))
}

resource "aws_kinesis_firehose_delivery_stream" {
  usage    = ["monthly_data_ingested_gb"]
  s3       = coalesce(self.extended_s3_configuration[0], {})
  convert  = s3.data_format_conversion_configuration[0] != null && coalesce(s3.data_format_conversion_configuration[0].enabled, true)
  vpc      = coalesce(self.elasticsearch_configuration[0].vpc_config[0], self.opensearch_configuration[0].vpc_config[0])
  subnets  = length(coalesce(vpc.subnet_ids, []))
  components = [
    tiers("Data ingested", "GB", usage.monthly_data_ingested_gb, 1, [
      [512000, "first 500TB", price("firehose", "ingestion")],
      [1536000, "next 1.5PB", price("firehose", "ingestion-2")],
      [3072000, "next 3PB", price("firehose", "ingestion-3")],
    ]),
    convert ? used("Format conversion", "GB", usage.monthly_data_ingested_gb, price("firehose", "conversion")) : null,
    vpc == null ? null : [
      used("VPC data", "GB", usage.monthly_data_ingested_gb, price("firehose", "vpc-data")),
      fixed("VPC AZ delivery", "hours", subnets * hours, price("firehose", "vpc-hours")),
    ],
  ]
}

function "kms_key" {
  params = ["spec"]
  result = [
    fixed("Customer master key", "months", 1, price("kms", "key")),
    spec == "RSA_2048" ? used("Requests (RSA 2048)", "10k requests", null, price("kms", "requests")) :
    spec == null || spec == "SYMMETRIC_DEFAULT" ? [
      used("Requests", "10k requests", null, price("kms", "requests")),
      used("ECC GenerateDataKeyPair requests", "10k requests", null, price("kms", "ecc-pairs")),
      used("RSA GenerateDataKeyPair requests", "10k requests", null, price("kms", "rsa-pairs")),
    ] : used("Requests (asymmetric)", "10k requests", null, price("kms", "asymmetric")),
  ]
}

resource "aws_kms_key" {
  components = kms_key(coalesce(self.customer_master_key_spec, "SYMMETRIC_DEFAULT"))
}

resource "aws_kms_external_key" "aws_kms_replica_key" "aws_kms_replica_external_key" {
  components = fixed("Customer master key", "months", 1, price("kms", "key"))
}

resource "aws_mq_broker" {
  usage   = ["storage_size_gb"]
  engine  = lower(coalesce(self.engine_type, "activemq")) == "rabbitmq" ? "RabbitMQ" : "ActiveMQ"
  mode    = lower(coalesce(self.deployment_mode, "SINGLE_INSTANCE"))
  class   = self.host_instance_type
  nodes   = mode == "cluster_multi_az" ? 3 : mode == "active_standby_multi_az" ? 2 : 1
  disk    = upper(coalesce(self.storage_type, engine == "RabbitMQ" ? "ebs" : "efs"))
  components = [
    fixed("Instance usage (${engine}, ${class}, ${mode})", "hours", hours, price("mq", class) * nodes),
    used("Storage (${engine}, ${disk})", "GB", usage.storage_size_gb == null ? null : usage.storage_size_gb * (mode == "cluster_multi_az" ? 3 : 1), price("mq", "storage/${lower(disk)}")),
  ]
}

resource "aws_msk_cluster" {
  nodes  = self.number_of_broker_nodes
  class  = self.broker_node_group_info[0].instance_type
  disk   = coalesce(self.broker_node_group_info[0].storage_info[0].ebs_storage_info[0].volume_size, self.broker_node_group_info[0].ebs_volume_size)
  scaled = related("aws_appautoscaling_target", "resource_id")
  components = [
    fixed("Instance (${class})", "hours", nodes * hours, price("msk", class)),
    length(scaled) > 0 ? used("Storage (autoscaling)", "GB", nodes * coalesce(usage_of(scaled[0]._address).capacity, scaled[0].min_capacity, disk), price("msk", "storage")) :
    fixed("Storage", "GB", nodes * coalesce(disk, 0), price("msk", "storage")),
  ]
}

resource "aws_mwaa_environment" {
  usage = ["additional_workers", "additional_schedulers", "meta_database_gb"]
  size  = title(lower(trimprefix(lower(coalesce(self.environment_class, "mw1.small")), "mw1.")))
  components = [
    fixed("Environment (${size})", "hours", hours, price("mwaa", "environment/${size}")),
    used("Worker (${size})", "hours", usage.additional_workers == null ? null : usage.additional_workers * hours, price("mwaa", "worker/${size}")),
    used("Scheduler (${size})", "hours", usage.additional_schedulers == null ? null : usage.additional_schedulers * hours, price("mwaa", "worker/${size}")),
    used("Meta database", "GB", usage.meta_database_gb, price("mwaa", "database")),
  ]
}

resource "aws_secretsmanager_secret" {
  usage = ["monthly_requests"]
  components = [
    fixed("Secret", "months", 1, price("secretsmanager", "secret")),
    used("API requests", "10k requests", usage.monthly_requests == null ? null : usage.monthly_requests / 10000, price("secretsmanager", "requests")),
  ]
}

resource "aws_sfn_state_machine" {
  usage   = ["monthly_transitions", "monthly_requests", "workflow_duration_ms", "memory_mb"]
  express = upper(coalesce(self.type, "STANDARD")) == "EXPRESS"
  memory  = ceil(coalesce(usage.memory_mb, 64) / 64) * 64 / 1024
  seconds = ceil(coalesce(usage.workflow_duration_ms, 100) / 100) / 10
  total   = usage.monthly_requests == null || usage.workflow_duration_ms == null ? null : usage.monthly_requests * seconds * memory / 3600
  components = !express ? [
    used("Transitions", "1K transitions", thousand(usage.monthly_transitions), price("stepfunctions", "transitions")),
  ] : [
    used("Requests", "1M requests", million(usage.monthly_requests), price("stepfunctions", "express-requests")),
    tiers("Duration", "GB-hours", total, 1, [
      [1000, "first 1K", price("stepfunctions", "express-duration")],
      [4000, "next 4K", price("stepfunctions", "express-duration-2")],
      [null, "over 5K", price("stepfunctions", "express-duration-3")],
    ]),
  ]
}

resource "aws_sns_topic" {
  usage = [
    "monthly_requests", "request_size_kb", "http_subscriptions", "email_subscriptions", "kinesis_subscriptions", "mobile_push_subscriptions",
    "macos_subscriptions", "sms_subscriptions", "sms_notification_price",
  ]
  fifo     = self.fifo_topic == true
  raw      = usage.monthly_requests
  chunks   = ceil(coalesce(usage.request_size_kb, 64) / 64)
  requests = raw == null ? null : raw * chunks
  gb       = raw == null ? null : raw * coalesce(usage.request_size_kb, 64) / 1000000
  listeners = length(related("aws_sns_topic_subscription", "topic_arn"))
  components = fifo ? [
    used("FIFO Publish API requests", "1M requests", million(raw), price("sns", "fifo-requests")),
    used("FIFO Publish API payload", "GB", gb, price("sns", "fifo-payload")),
    listeners == 0 ? null : [
      used("FIFO notifications", "1M notifications", raw == null ? null : raw * listeners / 1000000, price("sns", "fifo-notifications")),
      used("FIFO notification payload", "GB", gb == null ? null : gb * listeners, price("sns", "fifo-notification-payload")),
    ],
  ] : [
    used("API requests (over 1M)", "1M requests", requests == null ? null : max(0, requests - 1000000) / 1000000, price("sns", "requests")),
    used("HTTP/HTTPS notifications (over 100k)", "100k notifications", requests == 0 ? 0 : requests == null || usage.http_subscriptions == null ? null : max(0, requests * usage.http_subscriptions - 100000) / 100000, price("sns", "http") / 10),
    used("Email/Email-JSON notifications (over 1k)", "100k notifications", requests == 0 ? 0 : requests == null || usage.email_subscriptions == null ? null : max(0, requests * usage.email_subscriptions - 1000) / 100000, price("sns", "email")),
    used("Kinesis Firehose notifications", "1M notifications", requests == 0 ? 0 : requests == null || usage.kinesis_subscriptions == null ? null : requests * usage.kinesis_subscriptions / 1000000, price("sns", "firehose")),
    used("Mobile Push notifications", "1M notifications", requests == 0 ? 0 : requests == null || usage.mobile_push_subscriptions == null ? null : requests * usage.mobile_push_subscriptions / 1000000, price("sns", "push")),
    used("MacOS notifications", "1M notifications", requests == 0 ? 0 : requests == null || usage.macos_subscriptions == null ? null : requests * usage.macos_subscriptions / 1000000, price("sns", "push")),
    used("SMS notifications (over 100)", "100 notifications", requests == 0 ? 0 : requests == null || usage.sms_subscriptions == null ? null : max(0, requests * usage.sms_subscriptions - 100) / 100, usage.sms_notification_price == null ? price("sns", "sms") * 100 : usage.sms_notification_price * 100),
  ]
}

resource "aws_sns_topic_subscription" {
  usage    = ["monthly_requests", "request_size_kb"]
  topic    = target("topic_arn", "aws_sns_topic")
  kinds    = { http = ["HTTP", "http"], https = ["HTTP", "http"] }
  requests = usage.monthly_requests == null ? null : usage.monthly_requests * ceil(coalesce(usage.request_size_kb, 64) / 64)
  components = topic != null || kinds[self.protocol] == null ? [] : [
    used("${kinds[self.protocol][0]} notifications", "1M notifications", million(requests), price("sns", "http")),
  ]
}

resource "aws_sqs_queue" {
  usage = ["monthly_requests", "request_size_kb"]
  components = used("Requests", "1M requests", usage.monthly_requests == null ? null : usage.monthly_requests * ceil(coalesce(usage.request_size_kb, 64) / 64) / 1000000, price("sqs", self.fifo_queue == true ? "fifo" : "standard"))
}

resource "aws_ssm_activation" {
  usage      = ["instance_tier:text", "instances"]
  count      = coalesce(usage.instances, self.registration_limit, 1)
  components = usage.instance_tier == "advanced" || count > 1000 ? [
    used("On-prem managed instances (advanced)", "hours", usage.instances == null ? null : usage.instances * hours, price("ssm", "advanced-instance")),
  ] : []
}

resource "aws_ssm_parameter" {
  usage    = ["api_throughput_limit:text", "monthly_api_interactions", "parameter_storage_hrs"]
  advanced = coalesce(self.tier, "Standard") == "Advanced"
  through  = lower(coalesce(usage.api_throughput_limit, advanced ? "advanced" : "standard"))
  components = [
    advanced ? fixed("Parameter storage (advanced)", "hours", coalesce(usage.parameter_storage_hrs, hours), price("ssm", "advanced-parameter")) : null,
    through == "standard" ? null : used("API interactions (${through})", "10k interactions", usage.monthly_api_interactions == null ? null : usage.monthly_api_interactions / 10000, price("ssm", "interactions")),
  ]
}

resource "aws_transfer_server" {
  usage = ["monthly_data_downloaded_gb", "monthly_data_uploaded_gb"]
  components = [
    [for p in coalesce(self.protocols, ["SFTP"]) : fixed("${p} protocol enabled", "hours", hours, price("transferfamily", "protocol"))],
    used("Data downloaded", "GB", usage.monthly_data_downloaded_gb, price("transferfamily", "data")),
    used("Data uploaded", "GB", usage.monthly_data_uploaded_gb, price("transferfamily", "data")),
  ]
}

resource "aws_waf_web_acl" "aws_wafregional_web_acl" {
  usage = ["rule_group_rules", "monthly_requests"]
  rules = coalesce(self.rules, self.rule, [])
  components = [
    fixed("Web ACL usage", "months", 1, price("waf", "web-acl")),
    fixed("Rules", "rules", length([for r in rules : r if coalesce(r.type, "REGULAR") != "GROUP"]), price("waf", "rule")),
    fixed("Rule groups", "groups", length([for r in rules : r if r.type == "GROUP"]), price("waf", "rule")),
    used("Requests", "1M requests", million(usage.monthly_requests), price("waf", "requests")),
  ]
}

resource "aws_wafv2_web_acl" {
  usage   = ["rule_group_rules", "managed_rule_group_rules", "monthly_requests"]
  rules   = coalesce(self.rule, [])
  groups  = length([for r in rules : r if length(coalesce(r.statement[0].rule_group_reference_statement, [])) > 0])
  managed = length([for r in rules : r if length(coalesce(r.statement[0].managed_rule_group_statement, [])) > 0])
  components = [
    fixed("Web ACL usage", "months", 1, price("waf", "web-acl")),
    fixed("Rules", "rules", length(rules) - groups - managed + coalesce(usage.rule_group_rules, 0) * groups, price("waf", "rule")),
    fixed("Rule groups", "groups", groups, price("waf", "rule")),
    fixed("Managed rule groups", "groups", managed, price("waf", "rule")),
    used("Requests", "1M requests", million(usage.monthly_requests), price("waf", "requests")),
  ]
}

resource "aws_scheduler_schedule" {
  usage      = ["monthly_invocations"]
  components = used("Invocations", "1M invocations", million(usage.monthly_invocations), price("eventbridge", "scheduler"))
}

resource "aws_glacier_vault" {
  usage = ["storage_gb", "monthly_upload_requests"]
  components = [
    used("Storage", "GB", usage.storage_gb, price("s3", "glacier")),
    used("Upload requests", "1k requests", thousand(usage.monthly_upload_requests), price("s3", "put-glacier")),
  ]
}

resource "aws_db_proxy" {
  usage      = ["monthly_vcpu_hours"]
  components = used("Proxy capacity", "vCPU-hours", usage.monthly_vcpu_hours, price("rds-options", "proxy"))
}

# The settings of an environment stand in blocks of namespace, name and value.
function "setting" {
  params = ["settings", "namespace", "name"]
  result = [for s in settings : s.value if s.namespace == namespace && s.name == name][0]
}

resource "aws_elastic_beanstalk_environment" {
  usage = [
    "cloudwatch.storage_gb", "cloudwatch.monthly_data_ingested_gb", "cloudwatch.monthly_data_scanned_gb", "elb.monthly_data_processed_gb",
    "lb.new_connections", "lb.active_connections", "lb.processed_bytes_gb", "lb.rule_evaluations", "db.additional_backup_storage_gb",
    "db.monthly_standard_io_requests", "db.monthly_additional_performance_insights_requests", "db.monthly_cpu_credit_hrs", "ec2.monthly_cpu_credit_hrs",
    "ec2.operating_system:text", "ec2.vcpu_count", "ec2.instances", "ec2.reserved_instance_type:text", "ec2.reserved_instance_term:text", "ec2.reserved_instance_payment_option:text",
  ]
  settings = coalesce(self.setting, [])
  types    = setting(settings, "aws:ec2:instances", "InstanceTypes")
  class    = coalesce(types == null ? null : trimspace(split(",", types)[0]), setting(settings, "aws:autoscaling:launchconfiguration", "InstanceType"), "t3.micro")
  count    = tonumber(coalesce(setting(settings, "aws:autoscaling:asg", "MinSize"), 1))
  balancer = coalesce(setting(settings, "aws:elasticbeanstalk:environment", "LoadBalancerType"), "network")
  logs     = tostring(coalesce(setting(settings, "aws:elasticbeanstalk:cloudwatch:logs", "StreamLogs"), false)) == "true"
  db       = setting(settings, "aws:rds:dbinstance", "DBInstanceClass")
  multi    = tostring(coalesce(setting(settings, "aws:rds:dbinstance", "MultiAZDatabase"), false)) == "true"
  engine   = coalesce(setting(settings, "aws:rds:dbinstance", "DBEngine"), "mysql")
  disk     = tonumber(coalesce(setting(settings, "aws:rds:dbinstance", "DBAllocatedStorage"), 20))
  components = [
    group("aws_launch_configuration", [
      instance_lines(class, count, "on-demand", "default", false, false, null, merge({ for k, v in coalesce(usage.ec2, {}) : k => v if k != "monthly_cpu_credit_hrs" }, {})),
      group("aws_ebs_volume", ebs_volume(
        setting(settings, "aws:autoscaling:launchconfiguration", "RootVolumeType"),
        tonumber(setting(settings, "aws:autoscaling:launchconfiguration", "RootVolumeSize")),
        tonumber(setting(settings, "aws:autoscaling:launchconfiguration", "RootVolumeIOPS")),
        tonumber(setting(settings, "aws:autoscaling:launchconfiguration", "RootVolumeThroughput")), null, count)),
    ]),
    db == null ? null : group("aws_db_instance", [
      fixed("Database instance (on-demand, ${multi ? "Multi-AZ" : "Single-AZ"}, ${db})", "hours", hours, database_price(engine, db, multi, null)),
      fixed("Storage (general purpose SSD, gp2)", "GB", disk, price("rds", multi ? "storage/gp2/multi-az" : "storage/gp2")),
      usage.db.additional_backup_storage_gb == null ? null : used("Additional backup storage", "GB", usage.db.additional_backup_storage_gb, price("rds", "backup")),
    ]),
    logs ? group("aws_cloudwatch_log_group", log_group(usage.cloudwatch)) : null,
    balancer == "classic" ? group("aws_elb", [
      fixed("Classic load balancer", "hours", hours, price("elb", "classic")),
      used("Data processed", "GB", usage.elb.monthly_data_processed_gb, price("elb", "classic-data")),
    ]) : group("aws_loadbalancer", load_balancer(balancer, usage.lb)),
  ]
}
