# Containers without a cluster, and services of applications.

# A group runs all month unless usage says otherwise; its containers' requests are what is billed.
resource "azurerm_container_group" {
  usage  = ["monthly_hrs"]
  amount = coalesce(usage.monthly_hrs, hours)
  cores  = sum(concat([0], [for c in coalesce(self.container, []) : c.cpu]))
  memory = sum(concat([0], [for c in coalesce(self.container, []) : c.memory]))
  system = coalesce(self.os_type, "Linux")
  spot   = self.priority == "Spot"
  components = spot ? unpriced("spot containers have no price here") : [
    fixed("vCPU (${system})", "vCPU-hours", cores * amount, price("containers", "group/vcpu")),
    fixed("Memory (${system})", "GB-hours", memory * amount, price("containers", "group/memory")),
    system == "Windows" ? fixed("Windows licence", "vCPU-hours", cores * amount, price("containers", "group/windows")) : null,
  ]
}

resource "azurerm_container_app" "azurerm_container_app_job" {
  usage = ["monthly_requests", "monthly_vcpu_seconds", "monthly_memory_gib_seconds", "monthly_idle_vcpu_seconds", "monthly_idle_memory_gib_seconds"]
  components = [
    used("vCPU active usage", "vCPU-seconds", usage.monthly_vcpu_seconds, price("containers", "app/vcpu")),
    used("Memory active usage", "GiB-seconds", usage.monthly_memory_gib_seconds, price("containers", "app/memory")),
    type == "azurerm_container_app_job" ? null : [
      used("vCPU idle usage", "vCPU-seconds", usage.monthly_idle_vcpu_seconds, price("containers", "app/vcpu-idle")),
      used("Memory idle usage", "GiB-seconds", usage.monthly_idle_memory_gib_seconds, price("containers", "app/memory")),
      used("Requests", "1M requests", million(usage.monthly_requests), price("containers", "app/requests")),
    ],
  ]
}

# An environment of consumption costs nothing; with profiles of machines there is a fee for them and the machines themselves.
resource "azurerm_container_app_environment" {
  profiles = [for p in coalesce(self.workload_profile, []) : p if p.workload_profile_type != "Consumption"]
  components = length(profiles) == 0 ? [] : [
    fixed("Dedicated plan management", "hours", hours, price("containers", "app/plan")),
    [for p in profiles : [for n in [tonumber(replace(p.workload_profile_type, "/^[A-Z]+/", ""))] : [
      fixed("Dedicated vCPU (${p.workload_profile_type})", "vCPU-hours", coalesce(p.minimum_count, 0) * n * hours, price("containers", "app/dedicated-vcpu")),
      fixed("Dedicated memory (${p.workload_profile_type})", "GiB-hours", coalesce(p.minimum_count, 0) * n * (startswith(p.workload_profile_type, "E") ? 8 : 4) * hours, price("containers", "app/dedicated-memory")),
    ]]],
  ]
}

resource "azurerm_function_app_flex_consumption" {
  usage   = ["monthly_executions", "execution_duration_ms"]
  memory  = coalesce(self.instance_memory_in_mb, 2048)
  seconds = usage.monthly_executions == null || usage.execution_duration_ms == null ? null : usage.monthly_executions * max(1000, usage.execution_duration_ms) / 1000 * memory / 1024
  ready   = sum(concat([0], [for r in coalesce(self.always_ready, []) : coalesce(r.instance_count, 0)]))
  components = [
    ready > 0 ? fixed("Always ready baseline", "GB-seconds", ready * memory / 1024 * hours * 3600, price("functions", "flex/baseline")) : null,
    used("On demand execution time", "GB-seconds", seconds == null ? null : max(0, seconds - 100000), price("functions", "flex/time")),
    used("On demand executions", "1M requests", usage.monthly_executions == null ? null : max(0, usage.monthly_executions - 250000) / 1000000, price("functions", "flex/executions")),
  ]
}

resource "azurerm_app_service_environment_v3" {
  components = self.dedicated_host_count != null ? unpriced("environments on dedicated hosts have no price here") : []
}

resource "azurerm_web_pubsub" "azurerm_web_pubsub_socketio" {
  usage = ["monthly_additional_messages"]
  tier  = split("_", coalesce(self.sku[0].name, self.sku, "Free_F1"))[0]
  components = tier == "Free" ? [] : [
    fixed("Service usage (${tier})", "units", coalesce(self.sku[0].capacity, self.capacity, 1), price("signalr", tier) * hours / 24),
    used("Additional messages (${tier})", "1M messages", million(usage.monthly_additional_messages), price("signalr", "messages")),
  ]
}

resource "azurerm_logic_app_integration_account" {
  tier       = lower(coalesce(self.sku_name, "Free"))
  components = tier == "free" ? [] : fixed("Integration Account (${tier})", "hours", hours, price("logic", "account/${tier}"))
}

resource "azurerm_logic_app_workflow" {
  usage = ["monthly_builtin_actions", "monthly_standard_connector_calls", "monthly_enterprise_connector_calls"]
  components = given(self.integration_service_environment_id) ? [] : [
    used("Built-in actions", "actions", usage.monthly_builtin_actions, price("logic", "action")),
    used("Standard connectors", "calls", usage.monthly_standard_connector_calls, price("logic", "standard")),
    used("Enterprise connectors", "calls", usage.monthly_enterprise_connector_calls, price("logic", "enterprise")),
  ]
}

resource "azurerm_relay_namespace" {
  usage = ["listener_hrs", "monthly_relay_messages"]
  components = [
    used("Hybrid connection listeners", "hours", usage.listener_hrs, price("servicebus", "relay/listener")),
    used("Relay messages", "10k messages", tenth(usage.monthly_relay_messages), price("servicebus", "relay/messages")),
  ]
}

resource "azurerm_eventgrid_domain" {
  usage      = ["monthly_operations"]
  components = used("Operations", "100k operations", usage.monthly_operations == null ? null : ceil(max(0, usage.monthly_operations - 100000) / 100000), price("eventgrid", "operations") / 10)
}

resource "azurerm_eventhub_cluster" {
  components = fixed("Capacity (Dedicated)", "capacity units", tonumber(replace(coalesce(self.sku_name, "Dedicated_1"), "Dedicated_", "")), price("eventhubs", "Dedicated") * hours)
}
