# Identity, integration, monitoring, search, and what else there is.

resource "azurerm_active_directory_domain_service" {
  components = fixed("Active directory domain service (${self.sku})", "hours", hours, price("aadds", self.sku))
}

resource "azurerm_active_directory_domain_service_replica_set" {
  domain     = target("domain_service_id", "azurerm_active_directory_domain_service")
  components = fixed("Active directory domain service replica set (${domain.sku})", "hours", hours, price("aadds", domain.sku))
}

resource "azurerm_api_management" {
  usage = ["monthly_api_calls", "self_hosted_gateway_count"]
  parts = split("_", self.sku_name)
  tier  = lower(parts[0])
  components = tier == "consumption" ? [
    used("API management (consumption)", "1M calls", million(usage.monthly_api_calls), price("apim", "consumption")),
  ] : [
    fixed("API management (${tier})", "units", tonumber(parts[1]), price("apim", tier) * hours),
    tier == "premium" ? used("Self hosted gateway", "gateways", usage.self_hosted_gateway_count, price("apim", "gateway") * hours) : null,
  ]
}

resource "azurerm_app_configuration" {
  usage    = ["monthly_additional_requests"]
  replicas = length(coalesce(self.replica, []))
  components = coalesce(self.sku, "free") == "free" ? [] : [
    fixed(replicas == 0 ? "Instance" : "Instance (${replicas} replica${replicas == 1 ? "" : "s"})", "days", 30, price("appconfig", "instance") * (1 + replicas)),
    used("Requests (over 200k/day per replica)", "10k requests", tenth(usage.monthly_additional_requests), price("appconfig", "requests")),
  ]
}

resource "azurerm_automation_account" {
  usage = ["monthly_job_run_mins", "non_azure_config_node_count", "monthly_watcher_hrs"]
  components = [
    used("Job run time", "minutes", usage.monthly_job_run_mins, price("automation", "job")),
    used("Non-azure config nodes", "nodes", usage.non_azure_config_node_count, price("automation", "node")),
    usage.monthly_watcher_hrs == null ? null : used("Watchers", "hours", usage.monthly_watcher_hrs, price("automation", "watcher")),
  ]
}

resource "azurerm_automation_dsc_configuration" "azurerm_automation_dsc_nodeconfiguration" {
  usage      = ["non_azure_config_node_count"]
  components = used("Non-azure config nodes", "nodes", usage.non_azure_config_node_count, price("automation", "node"))
}

resource "azurerm_automation_job_schedule" {
  usage      = ["monthly_job_run_mins"]
  components = used("Job run time", "minutes", usage.monthly_job_run_mins, price("automation", "job"))
}

resource "azurerm_automation_watcher" {
  usage      = ["monthly_watcher_hrs"]
  components = used("Watcher", "hours", coalesce(usage.monthly_watcher_hrs, hours), price("automation", "watcher"))
}

resource "azurerm_data_factory" {
  usage = ["monthly_read_write_operation_entities", "monthly_monitoring_operation_entities"]
  components = [
    used("Read/Write operations", "50k entities", usage.monthly_read_write_operation_entities == null ? null : usage.monthly_read_write_operation_entities / 50000, price("datafactory", "read-write")),
    used("Monitoring operations", "50k entities", usage.monthly_monitoring_operation_entities == null ? null : usage.monthly_monitoring_operation_entities / 50000, price("datafactory", "monitoring")),
  ]
}

function "activities" {
  params = ["where", "runs"]
  result = [
    used("Orchestration", "1k runs", thousand(runs), price("datafactory", "orchestration/${where}")),
    fixed("Data movement activity", "hours", hours, price("datafactory", "movement/${where}")),
    fixed("Pipeline activity", "hours", hours, price("datafactory", "pipeline/${where}")),
    fixed("External pipeline activity", "hours", hours, price("datafactory", "external/${where}")),
  ]
}

tables {
  # Cores by size of the older series; newer ones have theirs in the name.
  ssis_cores = { "D1 v2" = 1, "D2 v2" = 2, "D3 v2" = 4, "D4 v2" = 8 }
}

# The list has Standard with its licence. A licence is for four cores at least; one that is brought along costs nothing here.
function "ssis" {
  params = ["config"]
  result = [for size in [replace(trimprefix(coalesce(config.node_size, "Standard_D1_v2"), "Standard_"), "_", " ")] : [
    for licensed in [max(4, coalesce(ssis_cores[size], tonumber(regexall("[0-9]+", size)[0])))] : fixed(
      "Compute (${size}, ${coalesce(config.edition, "Standard")}${config.license_type == "LicenseIncluded" ? ", license included" : ""})",
      "hours", coalesce(config.number_of_nodes, 1) * hours,
      price("datafactory", "ssis/${size}") + licensed * ((config.license_type == "LicenseIncluded" ? price("sql", config.edition == "Enterprise" ? "licence/BC" : "licence/GP") : 0) - price("sql", "licence/GP")))
  ]]
}

resource "azurerm_data_factory_integration_runtime_azure_ssis" {
  usage      = ["monthly_orchestration_runs"]
  components = ssis(merge(self, { license_type = coalesce(self.license_type, "LicenseIncluded") }))
}

resource "azurerm_data_factory_integration_runtime_managed" {
  usage      = ["monthly_orchestration_runs"]
  components = [ssis(merge(self, { license_type = coalesce(self.license_type, "LicenseIncluded") })), activities("azure", usage.monthly_orchestration_runs)]
}

resource "azurerm_data_factory_integration_runtime_self_hosted" {
  usage      = ["monthly_orchestration_runs"]
  components = activities("self", usage.monthly_orchestration_runs)
}

resource "azurerm_data_factory_integration_runtime_azure" {
  usage = ["monthly_orchestration_runs"]
  cores = coalesce(self.core_count, 8)
  kind  = coalesce(self.compute_type, "General")
  label = { General = "General Purpose", ComputeOptimized = "Compute Optimized", MemoryOptimized = "Memory Optimized" }
  components = [
    fixed("Compute (${label[kind]}, ${cores} vCores)", "hours", hours, price("datafactory", "flow/${kind}") * cores),
    activities("azure", usage.monthly_orchestration_runs),
  ]
}

resource "azurerm_federated_identity_credential" {
  usage = ["monthly_active_p1_users", "monthly_active_p2_users"]
  none       = usage.monthly_active_p1_users == null && usage.monthly_active_p2_users == null
  components = [
    !none && usage.monthly_active_p1_users == null ? null : used("Active users (P1)", "users", usage.monthly_active_p1_users == null ? null : max(0, usage.monthly_active_p1_users - 50000), price("aad", "p1")),
    !none && usage.monthly_active_p2_users == null ? null : used("Active users (P2)", "users", usage.monthly_active_p2_users == null ? null : max(0, usage.monthly_active_p2_users - 50000), price("aad", "p2")),
  ]
}

resource "azurerm_iothub" {
  sku        = self.sku[0].name
  components = sku == "F1" ? [] : fixed("IoT Hub", "units", coalesce(self.sku[0].capacity, 1), price("iothub", sku))
}

resource "azurerm_iothub_dps" {
  usage      = ["monthly_operations"]
  components = used("Device provisioning", "1k operations", thousand(usage.monthly_operations), price("iothub", "dps"))
}

resource "azurerm_key_vault_managed_hardware_security_module" {
  components = fixed("HSM pools", "hours", hours, price("keyvault", "hsm"))
}

resource "azurerm_key_vault_key" {
  usage = ["monthly_secrets_operations", "monthly_key_rotation_renewals", "monthly_protected_keys_operations", "hsm_protected_keys"]
  vault = target("key_vault_id", "azurerm_key_vault")
  hsm   = length(regexall("HSM", coalesce(self.key_type, "RSA"))) > 0
  components = [
    used("Secrets operations", "10K transactions", tenth(usage.monthly_secrets_operations), price("keyvault", "operations")),
    used("Storage key rotations", "renewals", usage.monthly_key_rotation_renewals, price("keyvault", "rotation")),
    hsm ? used("HSM-protected keys", "months", usage.hsm_protected_keys, price("keyvault", "hsm-key")) : used("Software-protected keys", "10K transactions", tenth(usage.monthly_protected_keys_operations), price("keyvault", "operations")),
  ]
}

resource "azurerm_key_vault_certificate" {
  usage = ["monthly_certificate_renewals", "monthly_certificate_other_operations"]
  components = [
    used("Certificate renewals", "requests", usage.monthly_certificate_renewals, price("keyvault", "renewal")),
    used("Certificate operations", "10K transactions", tenth(usage.monthly_certificate_other_operations), price("keyvault", "operations")),
  ]
}

resource "azurerm_log_analytics_workspace" {
  usage = [
    "monthly_log_data_ingestion_gb", "monthly_sentinel_data_ingestion_gb", "monthly_additional_log_data_retention_gb", "monthly_log_data_export_gb", "monthly_basic_log_data_ingestion_gb",
    "monthly_basic_log_data_search_gb", "monthly_archive_data_gb", "monthly_archive_data_restored_gb", "monthly_archive_data_searched_gb",
  ]
  sku       = coalesce(self.sku, "PerGB2018")
  days      = coalesce(self.retention_in_days, 30)
  solutions = related("azurerm_log_analytics_solution", "workspace_resource_id")
  kinds     = ["aws_cloud_trail", "azure_active_directory", "azure_advanced_threat_protection", "azure_security_center", "microsoft_cloud_app_security", "microsoft_defender_advanced_threat_protection", "office_365", "threat_intelligence"]
  sentinel  = length(flatten([for k in kinds : related("azurerm_sentinel_data_connector_${k}", "log_analytics_workspace_id")])) > 0 || length(related("azurerm_sentinel_log_analytics_workspace_onboarding", "workspace_id")) > 0 || length([for s in solutions : s if s.solution_name == "SecurityInsights" || endswith(coalesce(s.plan[0].product, ""), "/SecurityInsights")]) > 0
  reserved  = self.reservation_capacity_in_gb_per_day
  components = [
    sku == "CapacityReservation" && reserved != null ? fixed("Log data ingestion (${reserved} GB/day)", "days", 30, price("loganalytics", "capacity/${reserved}")) :
    used("Log data ingestion", "GB", usage.monthly_log_data_ingestion_gb, price("loganalytics", "ingestion")),
    sentinel ? used("Sentinel data ingestion", "GB", usage.monthly_sentinel_data_ingestion_gb, price("loganalytics", "sentinel")) : null,
    days > (sentinel ? 90 : 31) ? used("Log data retention", "GB", usage.monthly_additional_log_data_retention_gb, price("loganalytics", "retention")) : null,
    used("Log data export", "GB", usage.monthly_log_data_export_gb, price("loganalytics", "export")),
    used("Basic log data ingestion", "GB", usage.monthly_basic_log_data_ingestion_gb, price("loganalytics", "basic-ingestion")),
    used("Basic log search queries", "GB searched", usage.monthly_basic_log_data_search_gb, price("loganalytics", "basic-search")),
    used("Archive data", "GB", usage.monthly_archive_data_gb, price("loganalytics", "archive")),
    used("Archive data restored", "GB", usage.monthly_archive_data_restored_gb, price("loganalytics", "restore")),
    used("Archive data searched", "GB", usage.monthly_archive_data_searched_gb, price("loganalytics", "search")),
  ]
}

resource "azurerm_application_insights" {
  usage = ["monthly_data_ingested_gb"]
  days  = coalesce(self.retention_in_days, 90)
  components = [
    used("Data ingested", "GB", usage.monthly_data_ingested_gb, price("loganalytics", "ingestion")),
    days > 90 ? used("Data retention (${days} days)", "GB", usage.monthly_data_ingested_gb, price("loganalytics", "retention") * (days - 90) / 30) : null,
  ]
}

resource "azurerm_application_insights_web_test" "azurerm_application_insights_standard_web_test" {
  components = self.enabled == false ? [] : self.kind == "ping" ? [] : [fixed("Multi-step web test", "test", 1, price("monitor", "web-test"))]
}

resource "azurerm_monitor_data_collection_rule" {
  usage      = ["monthly_custom_metrics_samples"]
  components = used("Metrics ingestion", "10M samples", usage.monthly_custom_metrics_samples == null ? null : usage.monthly_custom_metrics_samples / 10000000, price("monitor", "samples"))
}

resource "azurerm_monitor_diagnostic_setting" {
  usage      = ["monthly_platform_log_gb"]
  components = given(self.eventhub_authorization_rule_id) || given(self.storage_account_id) || given(self.partner_solution_id) ? [used("Platform logs processed", "GB", usage.monthly_platform_log_gb, price("monitor", "platform-logs"))] : []
}

resource "azurerm_monitor_metric_alert" {
  all     = concat(coalesce(self.criteria, []), coalesce(self.dynamic_criteria, []))
  scopes  = max(1, length(coalesce(self.scopes, [])))
  series  = sum(concat([0], [for c in all : max(1, sum(concat([0], [for d in coalesce(c.dimension, []) : length(coalesce(d.values, ["*"]))])))]))
  dynamic = sum(concat([0], [for c in coalesce(self.dynamic_criteria, []) : max(1, sum(concat([0], [for d in coalesce(c.dimension, []) : length(coalesce(d.values, ["*"]))])))]))
  components = self.enabled == false ? [] : [
    fixed("Metrics monitoring", "time-series", scopes * series, price("monitor", "metric")),
    fixed("Dynamic threshold monitoring", "time-series", scopes * dynamic, price("monitor", "metric")),
  ]
}

resource "azurerm_monitor_scheduled_query_rules_alert" {
  every  = coalesce(self.frequency, 15)
  minute = every >= 15 ? 15 : every >= 10 ? 10 : every >= 5 ? 5 : 1
  components = self.enabled == false ? [] : [fixed("Log alerts monitoring (${minute} minute frequency)", "rule", 1, price("monitor", "log-alert/${minute}"))]
}

resource "azurerm_monitor_scheduled_query_rules_alert_v2" {
  text   = coalesce(self.evaluation_frequency, self.window_duration, "PT15M")
  every  = startswith(text, "PT") && endswith(text, "M") ? tonumber(trimsuffix(trimprefix(text, "PT"), "M")) : 60
  minute = every >= 15 ? 15 : every >= 10 ? 10 : every >= 5 ? 5 : 1
  scopes = max(1, length(coalesce(self.scopes, [])))
  series = scopes * sum(concat([0], [for c in coalesce(self.criteria, []) : max(1, sum(concat([0], [for d in coalesce(c.dimension, []) : length(coalesce(d.values, ["*"]))])))]))
  components = self.enabled == false ? [] : [
    fixed("Log alerts monitoring (${minute} minute frequency)", "rule", 1, price("monitor", "log-alert/${minute}")),
    fixed("Additional time-series monitoring (${minute} minute frequency)", "time-series", max(0, series - 1), price("monitor", "log-series/${minute}")),
  ]
}

resource "azurerm_search_service" {
  usage   = ["monthly_images_extracted"]
  names   = { basic = "Basic", standard = "Standard S1", standard2 = "Standard S2", standard3 = "Standard S3", storage_optimized_l1 = "Storage Optimized L1", storage_optimized_l2 = "Storage Optimized L2" }
  units   = coalesce(self.partition_count, 1) * coalesce(self.replica_count, 1)
  components = self.sku == "free" ? [] : [
    fixed("Search usage (${names[self.sku]}, ${units} unit${units == 1 ? "" : "s"})", "hours", units * hours, price("search", self.sku)),
    tiers("Image extraction", "1000 images", usage.monthly_images_extracted, 1000, [
      [1000000, "first 1M", price("search", "images")], [4000000, "next 4M", price("search", "images-2")], [null, "over 5M", price("search", "images-3")],
    ]),
  ]
}

resource "azurerm_signalr_service" {
  usage = ["monthly_additional_messages"]
  name  = self.sku[0].name
  tier  = split("_", coalesce(name, "Free"))[0]
  components = tier == "Free" ? [] : [
    fixed("Service usage (${tier})", "units", coalesce(self.sku[0].capacity, 1), price("signalr", tier) * hours / 24),
    used("Additional messages (${tier})", "1M messages", million(usage.monthly_additional_messages), price("signalr", "messages")),
  ]
}

resource "azurerm_recovery_services_vault" {
  components = []
}

resource "azurerm_databricks_workspace" {
  usage = ["monthly_all_purpose_compute_dbu_hrs", "monthly_jobs_compute_dbu_hrs", "monthly_jobs_light_compute_dbu_hrs"]
  sku   = lower(coalesce(self.sku, "standard"))
  components = sku == "trial" ? [] : [
    used("All-purpose compute DBUs", "DBU-hours", usage.monthly_all_purpose_compute_dbu_hrs, price("databricks", "${sku}/all-purpose")),
    used("Jobs compute DBUs", "DBU-hours", usage.monthly_jobs_compute_dbu_hrs, price("databricks", "${sku}/jobs")),
    used("Jobs light compute DBUs", "DBU-hours", usage.monthly_jobs_light_compute_dbu_hrs, price("databricks", "${sku}/light")),
  ]
}

resource "azurerm_frontdoor" {
  usage = ["monthly_outbound_gb", "monthly_inbound_gb"]
  rules = length(coalesce(self.routing_rule, []))
  hosts = length(coalesce(self.frontend_endpoint, []))
  components = [
    fixed("Routing rules (first 5 rules)", "hours", min(5, rules) * hours, price("frontdoor", "rule")),
    rules > 5 ? fixed("Routing rules (per additional rule)", "hours", (rules - 5) * hours, price("frontdoor", "rule-2")) : null,
    hosts > 100 ? fixed("Frontend hosts (over 100)", "months", hosts - 100, price("frontdoor", "host")) : null,
    used("Inbound data transfer", "GB", usage.monthly_inbound_gb, price("frontdoor", "inbound")),
    tiers("Outbound data transfer", "GB", usage.monthly_outbound_gb, 1, [[10000, "first 10TB", price("frontdoor", "outbound")], [null, "over 10TB", price("frontdoor", "outbound-2")]]),
  ]
}
