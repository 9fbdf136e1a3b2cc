# Watching, protection and backup.

resource "azurerm_network_watcher" {
  usage      = ["monthly_diagnostic_checks"]
  components = used("Network diagnostic tool (over 1,000 checks)", "1k checks", usage.monthly_diagnostic_checks == null ? null : max(0, usage.monthly_diagnostic_checks - 1000) / 1000, price("watcher", "checks"))
}

resource "azurerm_network_watcher_flow_log" {
  usage     = ["monthly_log_collected_gb"]
  analysed  = self.traffic_analytics[0].enabled == true
  minutes   = coalesce(self.traffic_analytics[0].interval_in_minutes, 60)
  components = self.enabled == false ? [] : [
    used("Network log ingestion (over 5GB)", "GB", usage.monthly_log_collected_gb == null ? null : max(0, usage.monthly_log_collected_gb - 5), price("watcher", "flow-logs")),
    analysed ? used("Traffic Analytics data processed (${minutes} min interval)", "GB", usage.monthly_log_collected_gb, price("watcher", "analytics/${minutes}")) : null,
  ]
}

# Each group of tests measures every pair of source and destination by every configuration that it names.
resource "azurerm_network_connection_monitor" {
  tests = sum(concat([0], [for g in coalesce(self.test_group, []) : g.enabled == false ? 0 : length(coalesce(g.source_endpoints, [])) * length(coalesce(g.destination_endpoints, [])) * length(coalesce(g.test_configuration_names, []))]))
  components = tiers("Tests", "tests", max(0, tests - 10), 1, [
    [240000, "10-240,010", price("watcher", "tests/1")], [510000, "240,010-750,010", price("watcher", "tests/2")],
    [250000, "750,010-1,000,010", price("watcher", "tests/3")], [null, "over 1,000,010", price("watcher", "tests/4")],
  ])
}

resource "azurerm_network_ddos_protection_plan" {
  usage = ["overage_amount"]
  components = [
    fixed("DDoS Protection Plan", "hours", hours, price("watcher", "ddos/plan") / hours),
    used("Overage charges (over 100 public IPs)", "resources", usage.overage_amount, price("watcher", "ddos/address")),
  ]
}

resource "azurerm_monitor_action_group" {
  usage = ["monthly_notifications"]
  times = usage.monthly_notifications
  hooks = coalesce(self.webhook_receiver, [])
  components = self.enabled == false ? [] : [
    length(coalesce(self.email_receiver, [])) > 0 ? used("Email notifications (${length(self.email_receiver)})", "emails", times == null ? null : times * length(self.email_receiver), price("monitor", "email")) : null,
    length(coalesce(self.itsm_receiver, [])) > 0 ? used("ITSM connectors (${length(self.itsm_receiver)})", "events", times == null ? null : times * length(self.itsm_receiver), price("monitor", "itsm")) : null,
    length(coalesce(self.azure_app_push_receiver, [])) > 0 ? used("Push notifications (${length(self.azure_app_push_receiver)})", "notifications", times == null ? null : times * length(self.azure_app_push_receiver), price("monitor", "push")) : null,
    length([for h in hooks : h if length(coalesce(h.aad_auth, [])) > 0]) > 0 ? used("Secure web hooks (${length([for h in hooks : h if length(coalesce(h.aad_auth, [])) > 0])})", "notifications", times == null ? null : times * length([for h in hooks : h if length(coalesce(h.aad_auth, [])) > 0]), price("monitor", "secure-webhook")) : null,
    length([for h in hooks : h if length(coalesce(h.aad_auth, [])) == 0]) > 0 ? used("Web hooks (${length([for h in hooks : h if length(coalesce(h.aad_auth, [])) == 0])})", "notifications", times == null ? null : times * length([for h in hooks : h if length(coalesce(h.aad_auth, [])) == 0]), price("monitor", "webhook")) : null,
    [for r in coalesce(self.sms_receiver, []) : used("SMS messages (country code ${r.country_code})", "messages", times, price("monitor", "sms/${r.country_code}"))],
    [for r in coalesce(self.voice_receiver, []) : used("Voice calls (country code ${r.country_code})", "calls", times, price("monitor", "voice/${r.country_code}"))],
  ]
}

resource "azurerm_security_center_subscription_pricing" {
  usage = [
    "monthly_servers", "monthly_instances", "monthly_storage_accounts", "monthly_transactions", "monthly_kubernetes_cores", "monthly_vcores", "monthly_api_calls", "monthly_nodes", "monthly_request_units",
  ]
  plan  = coalesce(self.subplan, "P2")
  kind  = coalesce(self.resource_type, "VirtualMachines")
  components = (lower(coalesce(self.tier, "Standard")) == "free" ? [] :
  kind == "VirtualMachines" ? used("Defender for servers, plan ${plan == "P1" ? "1" : "2"}", "servers", usage.monthly_servers, price("defender", "servers/${plan}") * hours) :
  kind == "AppServices" ? used("Defender for App Service", "nodes", usage.monthly_nodes, price("defender", "app") * hours) :
  kind == "SqlServers" ? used("Defender for SQL", "instances", usage.monthly_instances, price("defender", "sql") * hours) :
  kind == "SqlServerVirtualMachines" ? used("Defender for SQL outside of Azure", "instances", usage.monthly_instances, price("defender", "sql-machine") * hours) :
  kind == "OpenSourceRelationalDatabases" ? used("Defender for open source databases", "instances", usage.monthly_instances, price("defender", "open-source") * hours) :
  kind == "CosmosDbs" ? used("Defender for Cosmos DB", "RU/s x 100", usage.monthly_request_units == null ? null : usage.monthly_request_units / 100, price("defender", "cosmosdb") * hours) :
  kind == "KeyVaults" ? used("Defender for Key Vault", "vaults", usage.monthly_instances, price("defender", "keyvault")) :
  kind == "Arm" ? used("Defender for ARM", "subscriptions", usage.monthly_instances, price("defender", "arm")) :
  kind == "StorageAccounts" ? used("Defender for Storage", "storage accounts", usage.monthly_storage_accounts, price("defender", "storage")) :
  kind == "Containers" || kind == "KubernetesService" || kind == "ContainerRegistry" ? used("Defender for Containers", "vCores", usage.monthly_kubernetes_cores == null ? usage.monthly_vcores : usage.monthly_kubernetes_cores, price("defender", "containers")) :
  unpriced("the plan of Defender for ${kind} has no price here")
  )
}

# What a machine is protected for by its size, and what its recovery points take; a vault keeps them geo-redundantly unless it says otherwise.
resource "azurerm_backup_protected_vm" {
  usage   = ["disk_size_gb", "average_disk_size_gb", "monthly_backup_storage_gb"]
  machine = target("source_vm_id", "azurerm_virtual_machine", "azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine")
  vault   = find("azurerm_recovery_services_vault", "name", coalesce(self.recovery_vault_name, "none"))[0]
  kind    = { GeoRedundant = "GRS", LocallyRedundant = "LRS", ZoneRedundant = "ZRS" }[coalesce(vault.storage_mode_type, "GeoRedundant")]
  size    = coalesce(usage.disk_size_gb, usage.average_disk_size_gb, machine.os_disk[0].disk_size_gb, machine.storage_os_disk[0].disk_size_gb)
  components = [
    size == null ? used("Instance backup (under 500 GB)", "months", null, price("backup", "instance/medium")) :
    size <= 50 ? fixed("Instance backup (under 50 GB)", "months", 1, price("backup", "instance/small")) :
    size <= 500 ? fixed("Instance backup (under 500 GB)", "months", 1, price("backup", "instance/medium")) :
    fixed("Instance backup (over 500 GB, ${ceil(size / 500)} x 500 GB)", "months", ceil(size / 500), price("backup", "instance/medium")),
    used("${kind} backup storage", "GB", usage.monthly_backup_storage_gb, price("backup", "storage/${kind}")),
  ]
}

resource "azurerm_backup_protected_file_share" {
  usage = ["monthly_snapshot_storage_gb"]
  components = [
    fixed("Instance backup (file share)", "months", 1, price("backup", "instance/share")),
    used("Snapshots", "GB", usage.monthly_snapshot_storage_gb, price("storage", "share/TransactionOptimized/LRS")),
  ]
}

resource "azurerm_site_recovery_replicated_vm" "azurerm_site_recovery_vmware_replicated_vm" {
  components = fixed("Protected instance", "months", 1, price("backup", "site-recovery"))
}

resource "azurerm_traffic_manager_azure_endpoint" "azurerm_traffic_manager_nested_endpoint" {
  profile = target("profile_id", "azurerm_traffic_manager_profile")
  fast    = profile.monitor_config[0].interval_in_seconds == 10
  components = self.enabled == false || profile.profile_status == "Disabled" ? [] : [
    fixed("Basic health check (Azure)", "months", 1, price("network", "health-check/azure")),
    fast ? fixed("Fast interval health check (Azure)", "months", 1, price("network", "health-check/azure-fast")) : null,
  ]
}

resource "azurerm_traffic_manager_external_endpoint" {
  profile = target("profile_id", "azurerm_traffic_manager_profile")
  fast    = profile.monitor_config[0].interval_in_seconds == 10
  components = self.enabled == false || profile.profile_status == "Disabled" ? [] : [
    fixed("Basic health check (non-Azure)", "months", 1, price("network", "health-check/external")),
    fast ? fixed("Fast interval health check (non-Azure)", "months", 1, price("network", "health-check/external-fast")) : null,
  ]
}

resource "azurerm_log_analytics_cluster" {
  size       = coalesce(self.size_gb, 500)
  components = fixed("Commitment tier (${size} GB/day)", "days", 30, price("loganalytics", "capacity/${size}"))
}

resource "azurerm_dashboard_grafana" {
  usage      = ["active_users"]
  zoned      = self.zone_redundancy_enabled == true
  components = coalesce(self.sku, "Standard") == "Essential" ? [] : [
    fixed("Grafana instance (Standard${zoned ? ", zone redundant" : ""})", "hours", hours, price("monitor", "grafana") + (zoned ? price("monitor", "grafana-zone") : 0)),
    used("Active users", "users", usage.active_users, price("monitor", "grafana-user")),
  ]
}

resource "azurerm_monitor_workspace" {
  usage = ["monthly_ingested_samples", "monthly_queried_samples"]
  components = [
    used("Metrics ingestion", "10M samples", usage.monthly_ingested_samples == null ? null : usage.monthly_ingested_samples / 10000000, price("monitor", "samples")),
    used("Metrics queries", "1B samples", usage.monthly_queried_samples == null ? null : usage.monthly_queried_samples / 1000000000, price("monitor", "queries")),
  ]
}
