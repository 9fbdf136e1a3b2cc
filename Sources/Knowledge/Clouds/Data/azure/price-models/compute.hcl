# Virtual machines, scale sets, disks and clusters.

resource "azurerm_virtual_machine" {
  usage   = vm_usage
  windows = lower(coalesce(self.storage_os_disk[0].os_type, "none")) == "windows" || length(coalesce(self.os_profile_windows_config, [])) > 0 || length(regexall("(?i)windows", coalesce(self.storage_image_reference[0].offer, "none"))) > 0
  components = [
    machine(windows ? "Windows" : "Linux", self.vm_size, self.license_type, coalesce(usage.monthly_hrs, hours)),
    used("Ultra disk reservation (if unattached)", "vCPU", null, price("disks", "ultra/reservation") * hours),
    group("storage_os_disk", managed_disk(
      coalesce(self.storage_os_disk[0].managed_disk_type, "Standard_LRS"), self.storage_os_disk[0].disk_size_gb, null, null,
      usage.storage_os_disk.monthly_disk_operations, 1)),
    [for d in coalesce(self.storage_data_disk, []) : group("storage_data_disk", managed_disk(
      coalesce(d.managed_disk_type, "Standard_LRS"), d.disk_size_gb, null, null, usage.storage_data_disk.monthly_disk_operations, 1))],
  ]
}

resource "azurerm_linux_virtual_machine" "azurerm_windows_virtual_machine" {
  usage  = vm_usage
  system = type == "azurerm_windows_virtual_machine" ? "Windows" : "Linux"
  components = [
    machine(system, self.size, self.license_type, coalesce(usage.monthly_hrs, hours)),
    self.additional_capabilities[0].ultra_ssd_enabled == true ? used("Ultra disk reservation (if unattached)", "vCPU", null, price("disks", "ultra/reservation") * hours) : null,
    group("os_disk", managed_disk(
      coalesce(self.os_disk[0].storage_account_type, "Standard_LRS"), coalesce(self.os_disk[0].disk_size_gb, system == "Windows" ? 127 : 30), null, null,
      usage.os_disk.monthly_disk_operations, 1)),
  ]
}

resource "azurerm_linux_virtual_machine_scale_set" "azurerm_windows_virtual_machine_scale_set" {
  usage  = vm_usage
  system = type == "azurerm_windows_virtual_machine_scale_set" ? "Windows" : "Linux"
  count  = coalesce(usage.instances, self.instances, 1)
  components = [
    machine(system, self.sku, self.license_type, count * hours),
    self.additional_capabilities[0].ultra_ssd_enabled == true ? used("Ultra disk reservation (if unattached)", "vCPU", null, price("disks", "ultra/reservation") * hours) : null,
    group("os_disk", managed_disk(
      coalesce(self.os_disk[0].storage_account_type, "Standard_LRS"), coalesce(self.os_disk[0].disk_size_gb, system == "Windows" ? 127 : 30), null, null,
      usage.os_disk.monthly_disk_operations, count)),
  ]
}

resource "azurerm_virtual_machine_scale_set" {
  usage   = vm_usage
  windows = length(coalesce(self.os_profile_windows_config, [])) > 0
  count   = coalesce(usage.instances, self.sku[0].capacity, 1)
  components = [
    machine(windows ? "Windows" : "Linux", self.sku[0].name, self.license_type, count * hours),
    used("Ultra disk reservation (if unattached)", "vCPU", null, price("disks", "ultra/reservation") * hours),
    group("storage_os_disk", managed_disk(coalesce(self.storage_profile_os_disk[0].managed_disk_type, "Standard_LRS"), null, null, null, usage.storage_os_disk.monthly_disk_operations, count)),
    [for d in coalesce(self.storage_profile_data_disk, []) : group("storage_data_disk", managed_disk(coalesce(d.managed_disk_type, "Standard_LRS"), d.disk_size_gb, null, null, usage.storage_data_disk.monthly_disk_operations, count))],
  ]
}

resource "azurerm_managed_disk" {
  usage      = ["monthly_disk_operations"]
  components = managed_disk(self.storage_account_type, self.disk_size_gb, self.disk_iops_read_write, self.disk_mbps_read_write, usage.monthly_disk_operations, 1)
}

resource "azurerm_snapshot" {
  usage      = ["storage_gb"]
  disk       = coalesce(target("source_resource_id", "azurerm_managed_disk"), target("source_uri", "azurerm_managed_disk"))
  components = fixed("Storage", "GB", coalesce(usage.storage_gb, self.disk_size_gb, disk.disk_size_gb), price("disks", "snapshot/LRS"))
}

resource "azurerm_image" {
  usage      = ["storage_gb"]
  machine    = target("source_virtual_machine_id", "azurerm_virtual_machine", "azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine")
  components = fixed("Storage", "GB", coalesce(usage.storage_gb, self.os_disk[0].size_gb, machine.os_disk[0].disk_size_gb, machine.storage_os_disk[0].disk_size_gb), price("disks", "snapshot/LRS"))
}

function "node_pool" {
  params = ["pool", "use"]
  result = [for n in [coalesce(use.nodes, pool.node_count, pool.min_count, 1)] : [
    machine(
      pool.os_type == "Windows" || startswith(coalesce(pool.os_sku, "none"), "Windows") ? "Windows" : "Linux", pool.vm_size, null,
      n * coalesce(use.monthly_hrs, hours)),
    coalesce(pool.os_disk_type, "Managed") == "Ephemeral" ? null : group("os_disk", managed_disk(
      length(regexall("^Standard_[A-Z]+[0-9]+[a-z]*s", pool.vm_size)) > 0 || startswith(pool.vm_size, "Standard_DS") ? "Premium_LRS" : "Standard_LRS",
      coalesce(pool.os_disk_size_gb, 128), null, null, "none", n)),
  ]]
}

resource "azurerm_kubernetes_cluster" {
  usage = ["load_balancer.monthly_data_processed_gb", "default_node_pool.nodes", "default_node_pool.monthly_hrs"]
  tier  = coalesce(self.sku_tier, "Free")
  components = [
    tier == "Free" ? null : fixed("Uptime SLA", "hours", hours, price("aks", tier == "Premium" ? "premium" : "standard")),
    group("default_node_pool", node_pool(self.default_node_pool[0], usage.default_node_pool)),
    lower(coalesce(self.network_profile[0].load_balancer_sku, "none")) == "standard" && usage.load_balancer != null ? group("Load Balancer", [
      used("Data processed", "GB", usage.load_balancer.monthly_data_processed_gb, price("network", "lb-data")),
    ]) : null,
    self.http_application_routing_enabled == true || self.addon_profile[0].http_application_routing[0].enabled == true ? group("DNS", [fixed("Hosted zone", "months", 1, price("dns", "zone"))]) : null,
  ]
}

resource "azurerm_kubernetes_cluster_node_pool" {
  usage      = ["nodes", "monthly_hrs"]
  components = node_pool(self, usage)
}

resource "azurerm_machine_learning_compute_instance" {
  usage      = ["instances", "monthly_hrs"]
  components = machine("Linux", self.virtual_machine_size, null, coalesce(usage.monthly_hrs, hours))
}

resource "azurerm_machine_learning_compute_cluster" {
  usage      = ["instances", "monthly_hrs"]
  # A cluster that may shrink to nothing costs the hours that usage says, of one node.
  least      = coalesce(self.scale_settings[0].min_node_count, 1)
  count      = coalesce(usage.instances, least == 0 && usage.monthly_hrs != null ? 1 : least)
  components = machine("Linux", self.vm_size, null, count * coalesce(usage.monthly_hrs, hours))
}

resource "azurerm_container_registry" {
  usage = ["storage_gb", "monthly_build_vcpu_hrs"]
  sku   = coalesce(self.sku, self.georeplications == null ? "Basic" : "Premium")
  free  = { Classic = 10, Basic = 10, Standard = 100, Premium = 500 }
  sites = length(coalesce(self.georeplications, [])) + length(coalesce(self.georeplication_locations, []))
  components = [
    sites > 0 ? fixed("Geo replication (${sites} location${sites == 1 ? "" : "s"})", "days", 30 * sites, price("acr", "Premium")) : null,
    fixed("Registry usage (${sku})", "days", 30, price("acr", sku)),
    used("Storage (over ${free[sku]}GB)", "GB", usage.storage_gb == null ? null : max(0, usage.storage_gb - free[sku]), price("acr", "storage")),
    used("Build vCPU", "seconds", usage.monthly_build_vcpu_hrs == null ? null : usage.monthly_build_vcpu_hrs * 3600, price("acr", "build")),
  ]
}

resource "azurerm_app_service_plan" {
  size = coalesce(self.sku[0].size, "S1")
  components = startswith(size, "EP") || startswith(size, "WS") || size == "Y1" ? [] : fixed("Instance usage (${size})", "hours", coalesce(self.sku[0].capacity, 1) * hours, price("app", "${lower(coalesce(self.kind, "windows")) == "linux" ? "linux" : "windows"}/${size}"))
}

resource "azurerm_service_plan" {
  size = self.sku_name
  count = coalesce(self.worker_count, 1)
  components = startswith(coalesce(size, "none"), "EP") || startswith(coalesce(size, "none"), "WS") || size == "Y1" || size == "FC1" ? [] : [
    fixed("Instance usage (${size})", "hours", count * hours, price("app", "${self.os_type == "Windows" || self.os_type == "WindowsContainer" ? "windows" : "linux"}/${size}")),
  ]
}

resource "azurerm_app_service_environment" {
  usage = ["operating_system:text"]
  tier  = coalesce(self.pricing_tier, "I1")
  components = [
    fixed("Stamp fee", "hours", hours, price("app", "stamp")),
    fixed("Instance usage (${tier})", "hours", hours, price("app", "linux/${tier}")),
  ]
}

resource "azurerm_app_service_certificate_binding" "azurerm_app_service_custom_hostname_binding" {
  components = upper(coalesce(self.ssl_state, "none")) == "IPBASEDENABLED" ? [fixed("IP SSL certificate", "months", 1, price("app", "ip-ssl"))] : []
}

resource "azurerm_app_service_certificate_order" {
  kind = coalesce(self.product_type, "Standard")
  components = fixed("SSL certificate (${lower(kind) == "wildcard" ? "wildcard" : "standard"})", "years", 1 / 12, price("app", "certificate/${lower(kind)}"))
}

resource "azurerm_function_app" "azurerm_linux_function_app" "azurerm_windows_function_app" {
  usage    = ["monthly_executions", "execution_duration_ms", "memory_mb", "instances"]
  plan     = target(type == "azurerm_function_app" ? "app_service_plan_id" : "service_plan_id", "azurerm_app_service_plan", "azurerm_service_plan")
  sku      = coalesce(plan.sku_name, plan.sku[0].size, "Y1")
  premium  = startswith(sku, "EP")
  cores    = { EP1 = 1, EP2 = 2, EP3 = 4 }
  gb       = { EP1 = 3.5, EP2 = 7, EP3 = 14 }
  count    = coalesce(usage.instances, 1)
  memory   = max(128, ceil(coalesce(usage.memory_mb, 128) / 128) * 128)
  duration = max(100, coalesce(usage.execution_duration_ms, 100))
  seconds  = usage.monthly_executions == null || usage.memory_mb == null || usage.execution_duration_ms == null ? null : usage.monthly_executions * memory / 1024 * duration / 1000
  components = premium ? [
    fixed("vCPU (${sku})", "vCPU", cores[sku] * count, price("functions", "vcpu") * hours),
    fixed("Memory (${sku})", "GB", gb[sku] * count, price("functions", "memory") * hours),
  ] : sku == "Y1" ? [
    used("Execution time", "GB-seconds", seconds, price("functions", "time")),
    used("Executions", "1M requests", million(usage.monthly_executions), price("functions", "executions")),
  ] : []
}

resource "azurerm_logic_app_standard" {
  usage = ["sku:text", "monthly_standard_connector_calls", "monthly_enterprise_connector_calls"]
  plan  = target("app_service_plan_id", "azurerm_app_service_plan", "azurerm_service_plan")
  sku   = coalesce(usage.sku, plan.sku_name, plan.sku[0].size)
  label = contains(["WS1", "WS2", "WS3"], coalesce(sku, "none")) ? sku : "unknown SKU"
  cores = { WS1 = 1, WS2 = 2, WS3 = 4 }
  gb    = { WS1 = 3.5, WS2 = 7, WS3 = 14 }
  components = [
    used("Workflow vCore (${label})", "vCore", cores[label], price("logic", "vcore") * hours),
    used("Workflow memory (${label})", "GB", gb[label], price("logic", "memory") * hours),
    used("Standard connectors", "calls", usage.monthly_standard_connector_calls, price("logic", "standard")),
    used("Enterprise connectors", "calls", usage.monthly_enterprise_connector_calls, price("logic", "enterprise")),
  ]
}

resource "azurerm_integration_service_environment" {
  sku   = startswith(self.sku_name, "Developer") ? "developer" : "premium"
  scale = tonumber(split("_", self.sku_name)[1])
  components = [
    fixed("Base units", "hours", hours, price("logic", "ise/${sku}/base")),
    fixed("Scale units", "hours", hours * scale, price("logic", "ise/${sku}/scale")),
  ]
}

# A machine of a cluster costs its hour and so much more for each core, by the family of its size.
function "hdinsight_hour" {
  params = ["size"]
  result = [for parts in [split("_", replace(size, "_V", "_v"))] : price("vm", "linux/${replace(size, "_V", "_v")}") + tonumber(regexall("[0-9]+", parts[1])[0]) * price("hdinsight", "core/${substr(parts[1], 0, 1)}/${parts[length(parts) - 1]}")][0]
}

function "hdinsight_node" {
  params = ["label", "role"]
  result = role == null ? null : fixed("${label} (${role.vm_size})", "hours", coalesce(role.target_instance_count, label == "Head node" ? 2 : label == "Zookeeper node" ? 3 : 1) * hours, hdinsight_hour(role.vm_size))
}

resource "azurerm_hdinsight_hadoop_cluster" "azurerm_hdinsight_spark_cluster" "azurerm_hdinsight_interactive_query_cluster" "azurerm_hdinsight_hbase_cluster" {
  worker = type == "azurerm_hdinsight_hbase_cluster" ? "Region node" : "Worker node"
  components = [
    hdinsight_node("Head node", self.roles[0].head_node[0]), hdinsight_node(worker, self.roles[0].worker_node[0]),
    hdinsight_node("Zookeeper node", self.roles[0].zookeeper_node[0]), hdinsight_node("Edge node", self.roles[0].edge_node[0]),
  ]
}

resource "azurerm_hdinsight_kafka_cluster" {
  usage  = ["monthly_os_disk_operations"]
  worker = self.roles[0].worker_node[0]
  disks  = coalesce(worker.number_of_disks_per_node, 1) * coalesce(worker.target_instance_count, 1)
  components = [
    hdinsight_node("Head node", self.roles[0].head_node[0]), hdinsight_node("Worker node", worker), hdinsight_node("Zookeeper node", self.roles[0].zookeeper_node[0]),
    fixed("Managed OS disks", "months", disks, price("disks", "S30/LRS")),
    used("Disk operations", "100K operations", usage.monthly_os_disk_operations == null ? null : disks * usage.monthly_os_disk_operations / 100000, price("disks", "operations/S") * 10),
  ]
}

resource "azurerm_powerbi_embedded" {
  components = fixed("Node usage (${self.sku_name})", "hours", hours, price("powerbi", self.sku_name))
}
