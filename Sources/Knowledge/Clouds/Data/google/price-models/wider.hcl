# Services beside the common ones: databases at scale, files, functions of the second generation, interconnects.

resource "google_cloudfunctions2_function" {
  usage   = ["request_duration_ms", "monthly_function_invocations", "monthly_outbound_data_gb"]
  config  = self.service_config[0]
  memory  = gibibytes(coalesce(config.available_memory, "256Mi"))
  cpu     = config.available_cpu == null ? max(0.083, memory <= 0.125 ? 0.083 : memory <= 0.25 ? 0.167 : memory <= 0.5 ? 0.333 : memory <= 1 ? 0.583 : memory <= 2 ? 1 : memory <= 8 ? 2 : 4) : cores(config.available_cpu)
  tier    = contains(second_tier, region) ? "tier-2" : "tier-1"
  seconds = usage.monthly_function_invocations == null || usage.request_duration_ms == null ? null : usage.monthly_function_invocations * ceil(usage.request_duration_ms / 100) / 10
  components = [
    used("CPU allocation time", "vCPU-seconds", seconds == null ? null : seconds * cpu, price("run", "${tier}/cpu")),
    used("Memory allocation time", "GiB-seconds", seconds == null ? null : seconds * memory, price("run", "${tier}/memory")),
    used("Number of requests", "requests", usage.monthly_function_invocations, price("run", "requests")),
    used("Outbound data transfer", "GB", usage.monthly_outbound_data_gb, price("functions", "egress")),
  ]
}

# One node is a thousand processing units; what it costs depends on how many regions the configuration spreads over.
resource "google_spanner_instance" {
  usage  = ["storage_gb", "backup_storage_gb"]
  place  = trimprefix(coalesce(self.config, "regional-us-central1"), "projects/")
  multi  = length(regexall("regional-", place)) == 0
  units  = coalesce(self.processing_units == null ? null : self.processing_units, self.num_nodes == null ? null : self.num_nodes * 1000, self.autoscaling_config[0].autoscaling_limits[0].min_processing_units, self.autoscaling_config[0].autoscaling_limits[0].min_nodes == null ? null : self.autoscaling_config[0].autoscaling_limits[0].min_nodes * 1000)
  components = multi ? unpriced("configurations of several regions have no price here") : [
    fixed("Compute capacity (${lower(coalesce(self.edition, "STANDARD")) == "enterprise_plus" ? "enterprise plus" : lower(coalesce(self.edition, "STANDARD"))})", "node-hours", units / 1000 * hours, price("spanner", "node/${lower(coalesce(self.edition, "STANDARD"))}")),
    used("Storage", "GB", usage.storage_gb, price("spanner", "storage")),
    used("Backup storage", "GB", usage.backup_storage_gb, price("spanner", "backup")),
  ]
}

resource "google_bigtable_instance" {
  usage = ["storage_gb", "backup_storage_gb"]
  components = self.instance_type == "DEVELOPMENT" ? [fixed("Nodes", "node-hours", hours, price("bigtable", "node")), used("Storage (SSD)", "GB", usage.storage_gb, price("bigtable", "storage/SSD"))] : [
    [for c in coalesce(self.cluster, []) : group(coalesce(c.cluster_id, "cluster"), [
      fixed("Nodes", "node-hours", coalesce(c.num_nodes, c.autoscaling_config[0].min_nodes, 1) * hours, price("bigtable", "node")),
      used("Storage (${coalesce(c.storage_type, "SSD")})", "GB", usage.storage_gb, price("bigtable", "storage/${coalesce(c.storage_type, "SSD")}")),
    ])],
    used("Backup storage", "GB", usage.backup_storage_gb, price("bigtable", "backup")),
  ]
}

resource "google_filestore_instance" {
  tier       = upper(coalesce(self.tier, "BASIC_HDD"))
  kind       = tier == "STANDARD" ? "BASIC_HDD" : tier == "PREMIUM" ? "BASIC_SSD" : tier
  components = fixed("Capacity (${kind})", "GiB", self.file_shares[0].capacity_gb, price("filestore", kind))
}

resource "google_memcache_instance" {
  nodes = self.node_count
  components = [
    fixed("vCPU", "vCPU-hours", nodes * self.node_config[0].cpu_count * hours, price("redis", "memcached/cpu")),
    fixed("Memory", "GB-hours", nodes * self.node_config[0].memory_size_mb / 1024 * hours, price("redis", "memcached/memory")),
  ]
}

resource "google_redis_cluster" "google_memorystore_instance" {
  kind       = upper(replace(coalesce(self.node_type, "REDIS_HIGHMEM_MEDIUM"), "REDIS_", ""))
  nodes      = self.shard_count * (1 + coalesce(self.replica_count, 0))
  components = fixed("Nodes (${lower(replace(kind, "_", "-"))})", "node-hours", nodes * hours, price("redis", "cluster/${kind}"))
}

resource "google_alloydb_instance" {
  cores = coalesce(self.machine_config[0].cpu_count, 2)
  nodes = self.instance_type == "READ_POOL" ? coalesce(self.read_pool_config[0].node_count, 1) : self.availability_type == "ZONAL" ? 1 : 2
  components = [
    fixed("vCPU", "vCPU-hours", nodes * cores * hours, price("alloydb", "cpu")),
    fixed("Memory", "GB-hours", nodes * cores * 8 * hours, price("alloydb", "memory")),
  ]
}

resource "google_alloydb_cluster" {
  usage = ["storage_gb", "backup_storage_gb"]
  components = [
    used("Storage", "GB", usage.storage_gb, price("alloydb", "storage")),
    used("Backup storage", "GB", usage.backup_storage_gb, price("alloydb", "backup")),
  ]
}

resource "google_compute_region_security_policy" {
  usage = ["monthly_requests"]
  components = [
    fixed("Policy", "months", 1, price("network", "armor-policy")),
    fixed("Rules", "rules", length(coalesce(self.rules, [])), price("network", "armor-rule")),
    used("Requests", "1M requests", million(usage.monthly_requests), price("network", "armor-requests")),
  ]
}

resource "google_compute_security_policy_rule" "google_compute_region_security_policy_rule" {
  components = fixed("Rules", "rules", 1, price("network", "armor-rule"))
}

resource "google_compute_region_target_tcp_proxy" {
  usage = ["monthly_proxy_instances", "monthly_data_processed_gb"]
  components = [
    used("Proxy instance", "hours", usage.monthly_proxy_instances == null ? null : usage.monthly_proxy_instances * hours, price("network", "proxy")),
    used("Data processed", "GB", usage.monthly_data_processed_gb, price("network", "lb-data")),
  ]
}

resource "google_compute_interconnect_attachment" {
  speed      = coalesce(self.bandwidth, "BPS_10G")
  components = fixed("VLAN attachment (${replace(speed, "BPS_", "")})", "hours", hours, price("network", "attachment/${speed}"))
}

resource "google_compute_interconnect" {
  kind       = coalesce(self.link_type, "LINK_TYPE_ETHERNET_10G_LR")
  large      = length(regexall("100G", kind)) > 0
  components = fixed("Circuit (${large ? "100" : "10"} Gbps)", "hours", coalesce(self.requested_link_count, 1) * hours, price("network", "interconnect/${large ? "100" : "10"}"))
}

resource "google_vpc_access_connector" {
  size       = coalesce(self.machine_type, "e2-micro")
  components = machine(size, "on-demand", coalesce(self.min_instances, 2) * hours, true)
}

resource "google_workbench_instance" {
  setup = self.gce_setup[0]
  size  = coalesce(setup.machine_type, "e2-standard-4")
  components = self.desired_state == "STOPPED" ? [] : [
    machine(size, "on-demand", hours, true),
    disk(lower(replace(coalesce(setup.boot_disk[0].disk_type, "PD_BALANCED"), "_", "-")), tonumber(coalesce(setup.boot_disk[0].disk_size_gb, 150)), 1),
    disk(lower(replace(coalesce(setup.data_disks[0].disk_type, "PD_BALANCED"), "_", "-")), tonumber(coalesce(setup.data_disks[0].disk_size_gb, 100)), 1),
    accelerators([for a in coalesce(setup.accelerator_configs, []) : { type = lower(replace(coalesce(a.type, "none"), "_", "-")), count = tonumber(coalesce(a.core_count, 1)) }], "on-demand", hours),
  ]
}

resource "google_notebooks_instance" {
  components = self.desired_state == "STOPPED" ? [] : [
    machine(self.machine_type, "on-demand", hours, true),
    disk(lower(replace(coalesce(self.boot_disk_type, "PD_STANDARD"), "_", "-")), coalesce(self.boot_disk_size_gb, 100), 1),
    self.no_remove_data_disk == null && self.data_disk_size_gb == null ? null : disk(lower(replace(coalesce(self.data_disk_type, "PD_STANDARD"), "_", "-")), coalesce(self.data_disk_size_gb, 100), 1),
  ]
}

# The machines of a cluster, and the service's fee for each of their cores.
resource "google_dataproc_cluster" {
  config  = self.cluster_config[0]
  masters = coalesce(config.master_config[0].num_instances, 1)
  workers = coalesce(config.worker_config[0].num_instances, 2)
  main    = coalesce(config.master_config[0].machine_type, "n1-standard-4")
  other   = coalesce(config.worker_config[0].machine_type, "n1-standard-4")
  known   = length(regexall("-[0-9]+$", main)) > 0 && length(regexall("-[0-9]+$", other)) > 0
  components = length(coalesce(self.virtual_cluster_config, [])) > 0 ? unpriced("clusters on Kubernetes have no price here") : [
    group("master", [machine(main, "on-demand", masters * hours, true), disk(config.master_config[0].disk_config[0].boot_disk_type, coalesce(config.master_config[0].disk_config[0].boot_disk_size_gb, 1000), masters)]),
    group("worker", [machine(other, "on-demand", workers * hours, true), disk(config.worker_config[0].disk_config[0].boot_disk_type, coalesce(config.worker_config[0].disk_config[0].boot_disk_size_gb, 1000), workers)]),
    fixed("Dataproc fee", "vCPU-hours", known ? (masters * tonumber(regexall("[0-9]+$", main)[0]) + workers * tonumber(regexall("[0-9]+$", other)[0])) * hours : null, price("dataproc", "fee")),
  ]
}

resource "google_cloud_tasks_queue" {
  usage      = ["monthly_operations"]
  components = used("Operations (over 1M)", "1M operations", usage.monthly_operations == null ? null : max(0, usage.monthly_operations - 1000000) / 1000000, price("operations", "tasks"))
}

resource "google_workflows_workflow" {
  usage = ["monthly_internal_steps", "monthly_external_calls"]
  components = [
    used("Internal steps (over 5,000)", "1k steps", usage.monthly_internal_steps == null ? null : max(0, usage.monthly_internal_steps - 5000) / 1000, price("operations", "steps/internal")),
    used("External calls (over 2,000)", "1k calls", usage.monthly_external_calls == null ? null : max(0, usage.monthly_external_calls - 2000) / 1000, price("operations", "steps/external")),
  ]
}

resource "google_cloudbuild_trigger" {
  usage      = ["monthly_build_minutes"]
  components = used("Build time (over 2,500 minutes)", "minutes", usage.monthly_build_minutes == null ? null : max(0, usage.monthly_build_minutes - 2500), price("operations", "build"))
}

resource "google_monitoring_uptime_check_config" {
  usage      = ["monthly_executions"]
  components = used("Uptime check executions (over 1M)", "1k executions", usage.monthly_executions == null ? null : max(0, usage.monthly_executions - 1000000) / 1000, price("operations", "uptime"))
}

resource "google_firestore_database" {
  usage = ["storage_gb", "monthly_document_reads", "monthly_document_writes", "monthly_document_deletes"]
  components = [
    used("Storage (over 1GiB)", "GiB", usage.storage_gb == null ? null : max(0, usage.storage_gb - 1), price("firestore", "storage")),
    used("Document reads", "100k operations", usage.monthly_document_reads == null ? null : usage.monthly_document_reads / 100000, price("firestore", "read")),
    used("Document writes", "100k operations", usage.monthly_document_writes == null ? null : usage.monthly_document_writes / 100000, price("firestore", "write")),
    used("Document deletes", "100k operations", usage.monthly_document_deletes == null ? null : usage.monthly_document_deletes / 100000, price("firestore", "delete")),
  ]
}

resource "google_bigquery_reservation" {
  slots      = self.slot_capacity
  edition    = lower(coalesce(self.edition, "ENTERPRISE"))
  components = fixed("Slots (${edition})", "slot-hours", slots * hours, price("bigquery", "slot/${edition}"))
}

resource "google_secret_manager_regional_secret" {
  usage = ["active_secret_versions", "monthly_access_operations", "monthly_rotation_notifications"]
  components = [
    used("Active secret versions", "versions", usage.active_secret_versions, price("secrets", "version")),
    used("Access operations", "10K requests", tenth(usage.monthly_access_operations), price("secrets", "access")),
    used("Rotation notifications", "rotations", usage.monthly_rotation_notifications, price("secrets", "rotation")),
  ]
}

resource "google_secret_manager_regional_secret_version" {
  usage = ["monthly_access_operations"]
  components = [
    fixed("Active secret versions", "versions", 1, price("secrets", "version")),
    used("Access operations", "10K requests", tenth(usage.monthly_access_operations), price("secrets", "access")),
  ]
}

resource "google_privateca_certificate_authority" {
  tier       = "enterprise"
  components = unpriced("authorities cost by the tier of their pool, which has no price here")
}

resource "google_gke_backup_backup_plan" {
  usage      = ["protected_pods", "storage_gb"]
  components = [used("Protected pods", "pods", usage.protected_pods, price("gke", "backup/pod")), used("Backup storage", "GB", usage.storage_gb, price("gke", "backup/storage"))]
}
