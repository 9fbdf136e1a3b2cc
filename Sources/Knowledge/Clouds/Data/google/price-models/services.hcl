# Databases, storage, functions, messages, network and observation.

resource "google_sql_database_instance" {
  usage   = ["backup_storage_gb"]
  set     = self.settings[0]
  tier    = set.tier
  regional = set.availability_type == "REGIONAL"
  zone    = regional ? "regional" : "zonal"
  kind    = startswith(coalesce(self.database_version, "MYSQL"), "SQLSERVER") ? "sqlserver" : "sql"
  small   = contains(["db-f1-micro", "db-g1-small"], tier) || (startswith(tier, "db-n1-") && startswith(coalesce(self.database_version, "MYSQL"), "MYSQL"))
  custom  = startswith(tier, "db-custom-")
  perf    = startswith(tier, "db-perf-optimized-N-")
  parts   = split("-", tier)
  standard = [for p in parts : p][length(parts) - 1]
  high    = length(regexall("highmem", tier)) > 0
  cores   = custom ? tonumber(parts[2]) : tonumber(standard)
  memory  = custom ? tonumber(parts[3]) / 1024 : startswith(tier, "db-lightweight") ? 3.75 : cores * (perf ? 8 : high ? 6.5 : 3.75)
  disk    = coalesce(set.disk_type, "PD_SSD") == "PD_HDD" ? "HDD" : "SSD"
  plus    = set.edition == "ENTERPRISE_PLUS"
  components = plus && !perf ? unpriced("machine types of Enterprise Plus begin with db-perf-optimized") : [
    small ? fixed("SQL instance (${tier}, ${zone})", "hours", hours, price("sql", "${tier}/${zone}")) : [
      fixed("vCPUs (${cores}, ${zone})", "hours", cores * hours, price("sql", "cpu/${zone}${plus ? "/plus" : ""}")),
      fixed("Memory (${memory} GB, ${zone})", "GB", memory, price("sql", "memory/${zone}${plus ? "/plus" : ""}") * hours),
    ],
    fixed("Storage (${disk}, ${zone})", "GB", coalesce(set.disk_size, 10), price("sql", "storage/${disk}/${zone}")),
    used("Backups", "GB", usage.backup_storage_gb, price("sql", "backup")),
    coalesce(set.ip_configuration[0].ipv4_enabled, true) ? fixed("IP address (if unused)", "hours", hours, price("sql", "ip")) : null,
  ]
}

resource "google_redis_instance" {
  size  = self.memory_size_gb
  level = size < 5 ? "M1" : size <= 10 ? "M2" : size <= 35 ? "M3" : size <= 100 ? "M4" : "M5"
  tier  = coalesce(self.tier, "BASIC") == "STANDARD_HA" ? "standard" : "basic"
  components = fixed("Redis instance (${tier}, ${level})", "GB", size, price("redis", "${tier}/${level}") * hours)
}

resource "google_bigquery_dataset" {
  usage      = ["monthly_queries_tb"]
  components = used("Queries (on-demand)", "TB", usage.monthly_queries_tb, price("bigquery", "queries"))
}

resource "google_bigquery_table" {
  usage = ["monthly_active_storage_gb", "monthly_long_term_storage_gb", "monthly_streaming_inserts_mb", "monthly_storage_write_api_gb", "monthly_storage_read_api_tb"]
  components = [
    used("Active storage", "GB", usage.monthly_active_storage_gb, price("bigquery", "active")),
    used("Long-term storage", "GB", usage.monthly_long_term_storage_gb, price("bigquery", "long-term")),
    used("Streaming inserts", "MB", usage.monthly_streaming_inserts_mb, price("bigquery", "streaming")),
    used("Storage write API", "GB", usage.monthly_storage_write_api_gb, price("bigquery", "write")),
    used("Storage read API", "TB", usage.monthly_storage_read_api_tb, price("bigquery", "read")),
  ]
}

tables {
  run_usage  = ["monthly_requests", "average_request_duration_ms", "concurrent_requests_per_instance", "instance_hrs"]
  second_tier = [
    "asia-east2", "asia-northeast3", "asia-southeast1", "asia-southeast2", "asia-south1", "asia-south2", "australia-southeast1", "australia-southeast2", "europe-central2", "europe-west2", "europe-west3",
    "europe-west6", "northamerica-northeast1", "northamerica-northeast2", "southamerica-east1", "southamerica-west1", "us-west2", "us-west3", "us-west4",
  ]
}

# A container's share of a core and of memory, as Kubernetes writes them.
function "cloud_run" {
  params = ["cpu", "memory", "throttled", "floor", "use"]
  result = [for tier in [contains(second_tier, region) ? " (tier 2)" : ""] : [for key in [contains(second_tier, region) ? "tier-2" : "tier-1"] : [
    for seconds in [
      !throttled ? (use.instance_hrs == null ? null : use.instance_hrs * 3600) :
      use.monthly_requests == null || use.average_request_duration_ms == null ? null : use.monthly_requests * use.average_request_duration_ms / 1000 / coalesce(use.concurrent_requests_per_instance, 1)
    ] : [
      used("CPU allocation time${tier}", "vCPU-seconds", seconds == null ? null : seconds * (throttled ? cpu : cpu / 2), price("run", "${key}/cpu${throttled ? "" : "/always"}")),
      used("Memory allocation time${tier}", "GiB-seconds", seconds == null ? null : seconds * (throttled ? memory : memory / 2), price("run", "${key}/memory${throttled ? "" : "/always"}")),
      throttled ? used("Number of requests", "requests", use.monthly_requests, price("run", "requests")) : null,
    ]
  ]]]
}

resource "google_cloud_run_service" {
  usage     = run_usage
  limits    = self.template[0].spec[0].containers[0].resources[0].limits
  notes     = merge({}, coalesce(self.metadata[0].annotations, {}), coalesce(self.template[0].metadata[0].annotations, {}))
  throttled = tostring(coalesce(notes["run.googleapis.com/cpu-throttling"], "true")) != "false"
  components = cloud_run(cores(coalesce(limits.cpu, "1")), gibibytes(coalesce(limits.memory, "512Mi")), throttled, 0, usage)
}

resource "google_cloud_run_v2_service" {
  usage     = run_usage
  resources = self.template[0].containers[0].resources[0]
  throttled = coalesce(resources.cpu_idle, true)
  components = cloud_run(cores(coalesce(resources.limits.cpu, "1")), gibibytes(coalesce(resources.limits.memory, "512Mi")), throttled, 0, usage)
}

resource "google_cloud_run_v2_job" {
  usage     = ["monthly_job_executions", "average_task_execution_mins"]
  resources = self.template[0].template[0].containers[0].resources[0]
  tasks     = coalesce(self.template[0].task_count, 1)
  seconds   = usage.monthly_job_executions == null ? null : usage.monthly_job_executions * tasks * coalesce(usage.average_task_execution_mins, 1) * 60
  components = [
    used("CPU allocation time", "vCPU-seconds", seconds == null ? null : seconds * cores(coalesce(resources.limits.cpu, "1")), price("run", "tier-1/cpu/always")),
    used("Memory allocation time", "GiB-seconds", seconds == null ? null : seconds * gibibytes(coalesce(resources.limits.memory, "512Mi")), price("run", "tier-1/memory/always")),
  ]
}

resource "google_cloudfunctions_function" {
  usage   = ["request_duration_ms", "monthly_function_invocations", "monthly_outbound_data_gb"]
  memory  = coalesce(self.available_memory_mb, 256)
  speed   = { 128 = 0.2, 256 = 0.4, 512 = 0.8, 1024 = 1.4, 2048 = 2.4, 4096 = 4.8, 8192 = 4.8 }
  seconds = usage.monthly_function_invocations == null || usage.request_duration_ms == null ? null : usage.monthly_function_invocations * ceil(usage.request_duration_ms / 100) / 10
  components = [
    used("CPU", "GHz-seconds", seconds == null ? null : seconds * lookup(speed, tostring(memory), 0.4), price("functions", "cpu")),
    used("Memory", "GB-seconds", seconds == null ? null : seconds * memory / 1024, price("functions", "memory")),
    used("Invocations", "invocations", usage.monthly_function_invocations, price("functions", "invocations")),
    used("Outbound data transfer", "GB", usage.monthly_outbound_data_gb, price("functions", "egress")),
  ]
}

resource "google_pubsub_topic" {
  usage      = ["monthly_message_data_tb"]
  components = used("Message ingestion data", "TiB", usage.monthly_message_data_tb, price("pubsub", "messages"))
}

resource "google_pubsub_subscription" {
  usage = ["monthly_message_data_tb", "storage_gb", "snapshot_storage_gb"]
  components = [
    used("Message delivery data", "TiB", usage.monthly_message_data_tb, price("pubsub", "messages")),
    used("Retained acknowledged message storage", "GiB", usage.storage_gb, price("pubsub", "storage")),
    used("Snapshot message backlog storage", "GiB", usage.snapshot_storage_gb, price("pubsub", "storage")),
  ]
}

resource "google_secret_manager_secret" {
  usage    = ["active_secret_versions", "monthly_access_operations", "monthly_rotation_notifications"]
  replicas = max(1, length(coalesce(self.replication[0].user_managed[0].replicas, [])))
  components = [
    used("Active secret versions", "versions", usage.active_secret_versions == null ? null : usage.active_secret_versions * replicas, price("secrets", "version")),
    used("Access operations", "10K requests", tenth(usage.monthly_access_operations), price("secrets", "access")),
    used("Rotation notifications", "rotations", usage.monthly_rotation_notifications, price("secrets", "rotation")),
  ]
}

resource "google_secret_manager_secret_version" {
  usage    = ["monthly_access_operations"]
  secret   = target("secret", "google_secret_manager_secret")
  replicas = max(1, length(coalesce(secret.replication[0].user_managed[0].replicas, [])))
  components = [
    fixed("Active secret versions", "versions", replicas, price("secrets", "version")),
    used("Access operations", "10K requests", tenth(usage.monthly_access_operations), price("secrets", "access")),
  ]
}

resource "google_kms_crypto_key" {
  usage     = ["key_versions", "monthly_key_operations"]
  level     = coalesce(self.version_template[0].protection_level, "SOFTWARE")
  algorithm = coalesce(self.version_template[0].algorithm, "GOOGLE_SYMMETRIC_ENCRYPTION")
  # Larger keys of a hardware module cost more, the first 2,000 of them, and so does what is done with them.
  large     = level == "HSM" && length(regexall("RSA.*_(3072|4096)|^EC_", algorithm)) > 0
  key       = large ? "hsm-large" : level == "HSM" ? "hsm" : startswith(level, "EXTERNAL") ? "external" : "software"
  components = [
    large ? tiers("Key versions", "months", usage.key_versions, 1, [[2000, "first 2K", price("kms", "hsm-large/version")], [null, "over 2K", price("kms", "hsm/version")]]) :
    used("Key versions", "months", usage.key_versions, price("kms", "${key}/version")),
    used("Operations", "10k operations", tenth(usage.monthly_key_operations), price("kms", "${key}/operations")),
  ]
}

resource "google_dns_managed_zone" {
  components = fixed("Managed zone", "months", 1, price("dns", "zone"))
}

resource "google_dns_record_set" {
  usage      = ["monthly_queries"]
  components = used("Queries", "1M queries", million(usage.monthly_queries), price("dns", "queries"))
}

resource "google_compute_forwarding_rule" "google_compute_global_forwarding_rule" {
  usage = ["monthly_ingress_data_gb"]
  components = [
    fixed("Forwarding rules", "hours", hours, price("network", "forwarding-rule")),
    used("Ingress data", "GB", usage.monthly_ingress_data_gb, price("network", "lb-data")),
  ]
}

resource "google_compute_target_grpc_proxy" "google_compute_target_http_proxy" "google_compute_target_https_proxy" "google_compute_target_ssl_proxy" "google_compute_target_tcp_proxy" "google_compute_region_target_http_proxy" "google_compute_region_target_https_proxy" {
  usage = ["monthly_proxy_instances", "monthly_data_processed_gb"]
  components = [
    used("Proxy instance", "hours", usage.monthly_proxy_instances == null ? null : usage.monthly_proxy_instances * hours, price("network", "proxy")),
    used("Data processed", "GB", usage.monthly_data_processed_gb, price("network", "lb-data")),
  ]
}

resource "google_compute_vpn_tunnel" {
  components = fixed("VPN Tunnel", "hours", hours, price("network", "vpn-tunnel"))
}

resource "google_compute_external_vpn_gateway" "google_compute_vpn_gateway" "google_compute_ha_vpn_gateway" {
  usage = ["monthly_egress_data_transfer_gb.*"]
  ways = {
    same_region = "within the same region", us_or_canada = "within the US or Canada", europe = "within Europe", asia = "within Asia", south_america = "within South America",
    oceania = "to/from Indonesia and Oceania", worldwide = "between continents (excludes Oceania)",
  }
  components = group("Network egress", [for k, label in ways : used("IPSec traffic ${label}", "GB", usage.monthly_egress_data_transfer_gb[k], price("network", "ipsec/${k}"))])
}

resource "google_compute_router_nat" {
  usage = ["assigned_vms", "monthly_data_processed_gb"]
  components = [
    used("Assigned VMs (first 32)", "VM-hours", usage.assigned_vms == null ? null : min(32, usage.assigned_vms) * hours, price("network", "nat")),
    used("Data processed", "GB", usage.monthly_data_processed_gb, price("network", "nat-data")),
  ]
}

resource "google_compute_security_policy" {
  usage = ["monthly_requests"]
  components = [
    fixed("Policy", "months", 1, price("network", "armor-policy")),
    fixed("Rules", "rules", length(coalesce(self.rule, [])), price("network", "armor-rule")),
    used("Requests", "1M requests", million(usage.monthly_requests), price("network", "armor-requests")),
  ]
}

tables {
  egress_usage = ["monthly_egress_data_transfer_gb.*"]
  object_usage = ["storage_gb", "monthly_class_a_operations", "monthly_class_b_operations", "monthly_data_retrieval_gb", "monthly_egress_data_transfer_gb.*"]
}

function "egress" {
  params = ["label", "amount", "key"]
  result = tiers("Data transfer ${label}", "GB", amount, 1, [
    [1024, "first 1TB", price("storage", "egress/${key}/1")], [9216, "next 9TB", price("storage", "egress/${key}/2")], [null, "over 10TB", price("storage", "egress/${key}/3")],
  ])
}

# A place that is no region (us, nam4) has its own price of what lies there, and one that is a continent of what is added.
function "objects" {
  params = ["class", "place", "use"]
  result = [
    used("Storage (${class})", "GiB", use.storage_gb, length(regexall("-", place)) > 0 || startswith(class, "multi") ? price("storage", "class/${class}") : price("storage", "class/${class}/${place}")),
    used("Object adds, bucket/object list (class A)", "10k operations", tenth(use.monthly_class_a_operations), price("storage", length(regexall("-", place)) > 0 || startswith(class, "multi") ? "a/${class}" : "a/${class}/multi")),
    used("Object gets, retrieve bucket/object metadata (class B)", "10k operations", tenth(use.monthly_class_b_operations), price("storage", "b/${class}")),
    class == "standard" ? null : used("Data retrieval", "GB", use.monthly_data_retrieval_gb, price("storage", "retrieval/${class}")),
    group("Network egress", [
      used("Data transfer in same continent", "GB", use.monthly_egress_data_transfer_gb.same_continent, price("storage", "egress/same-continent")),
      egress("to worldwide excluding Asia, Australia", use.monthly_egress_data_transfer_gb.worldwide, "worldwide"),
      egress("to Asia excluding China, but including Hong Kong", use.monthly_egress_data_transfer_gb.asia, "asia"),
      egress("to China excluding Hong Kong", use.monthly_egress_data_transfer_gb.china, "china"),
      egress("to Australia", use.monthly_egress_data_transfer_gb.australia, "australia"),
    ]),
  ]
}

resource "google_storage_bucket" {
  usage      = object_usage
  components = objects(lower(coalesce(self.storage_class, "STANDARD")), lower(coalesce(self.location, region)), usage)
}

resource "google_container_registry" {
  usage      = object_usage
  components = objects("standard", lower(coalesce(self.location, "US")), usage)
}

resource "google_artifact_registry_repository" {
  usage = ["storage_gb", "monthly_egress_data_transfer_gb.*"]
  components = [
    used("Storage", "GB", usage.storage_gb == null ? null : max(0, usage.storage_gb - 0.5), price("storage", "artifacts")),
    [for k, gb in coalesce(usage.monthly_egress_data_transfer_gb, {}) : used("Egress to ${replace(k, "_", "-")}", "GB", gb, price("storage", "egress/same-continent"))],
  ]
}

resource "google_logging_billing_account_bucket_config" "google_logging_billing_account_sink" "google_logging_folder_bucket_config" "google_logging_folder_sink" "google_logging_organization_bucket_config" "google_logging_organization_sink" "google_logging_project_bucket_config" "google_logging_project_sink" {
  usage      = ["monthly_logging_data_gb"]
  components = used("Logging data", "GB", usage.monthly_logging_data_gb, price("operations", "logging"))
}

resource "google_monitoring_metric_descriptor" {
  usage = ["monthly_monitoring_data_mb", "monthly_api_calls"]
  components = [
    tiers("Monitoring data", "MB", usage.monthly_monitoring_data_mb, 1, [
      [100000, "first 100K", price("operations", "metrics")], [150000, "next 150K", price("operations", "metrics-2")], [null, "over 250K", price("operations", "metrics-3")],
    ]),
    used("API calls", "1k calls", thousand(usage.monthly_api_calls), price("operations", "api")),
  ]
}

resource "google_cloud_scheduler_job" {
  components = fixed("Job", "months", 1, price("operations", "scheduler"))
}

resource "google_service_networking_connection" {
  usage      = ["monthly_egress_data_transfer_gb.*"]
  components = group("Network egress", [for k, label in { same_region = "within the same region", us_or_canada = "within the US or Canada", europe = "within Europe", asia = "within Asia", south_america = "within South America", oceania = "to/from Indonesia and Oceania", worldwide = "between continents (excludes Oceania)" } : used("Traffic ${label}", "GB", usage.monthly_egress_data_transfer_gb[k], price("network", "ipsec/${k}"))])
}
