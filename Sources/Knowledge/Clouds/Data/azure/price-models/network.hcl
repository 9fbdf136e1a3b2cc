# DNS, addresses, gateways, firewalls and load balancers.

resource "azurerm_dns_zone" "azurerm_private_dns_zone" {
  components = fixed("Hosted zone", "months", 1, price("dns", "zone"))
}

resource "azurerm_dns_a_record" "azurerm_dns_aaaa_record" "azurerm_dns_caa_record" "azurerm_dns_cname_record" "azurerm_dns_mx_record" "azurerm_dns_ns_record" "azurerm_dns_ptr_record" "azurerm_dns_srv_record" "azurerm_dns_txt_record" "azurerm_private_dns_a_record" "azurerm_private_dns_aaaa_record" "azurerm_private_dns_cname_record" "azurerm_private_dns_mx_record" "azurerm_private_dns_ptr_record" "azurerm_private_dns_srv_record" "azurerm_private_dns_txt_record" {
  usage      = ["monthly_queries"]
  components = queries(usage.monthly_queries)
}

resource "azurerm_private_dns_resolver_inbound_endpoint" {
  components = fixed("Inbound endpoint", "months", 1, price("dns", "resolver"))
}

resource "azurerm_private_dns_resolver_outbound_endpoint" {
  components = fixed("Outbound endpoint", "months", 1, price("dns", "resolver"))
}

resource "azurerm_private_dns_resolver_dns_forwarding_ruleset" {
  components = fixed("Forwarding ruleset", "months", 1, price("dns", "ruleset"))
}

resource "azurerm_traffic_manager_profile" {
  usage = ["monthly_dns_queries", "monthly_traffic_view_data_points"]
  components = self.profile_status == "Disabled" ? [] : [
    tiers("DNS queries", "1M queries", usage.monthly_dns_queries, 1000000, [
      [1000000000, "first 1B", price("network", "traffic-manager")],
      [null, "over 1B", price("network", "traffic-manager-2")],
    ]),
    self.traffic_view_enabled == true ? used("Traffic view", "1M data points", million(usage.monthly_traffic_view_data_points), price("network", "traffic-view")) : null,
  ]
}

resource "azurerm_public_ip" {
  global  = self.sku_tier == "Global"
  kind    = lower(coalesce(self.allocation_method, "Static"))
  components = fixed("IP address (${kind}, ${global ? "global" : "regional"})", "hours", hours, price("network", "ip/${kind}/${global ? "global" : "regional"}"))
}

resource "azurerm_public_ip_prefix" {
  components = fixed("IP prefix", "hours", hours, price("network", "ip-prefix"))
}

resource "azurerm_nat_gateway" {
  usage = ["monthly_data_processed_gb"]
  components = [
    fixed("NAT gateway", "hours", hours, price("network", "nat")),
    used("Data processed", "GB", usage.monthly_data_processed_gb, price("network", "nat-data")),
  ]
}

resource "azurerm_lb" {
  usage      = ["monthly_data_processed_gb"]
  components = coalesce(self.sku, "Basic") == "Basic" ? [] : [used("Data processed", "GB", usage.monthly_data_processed_gb, price("network", "lb-data"))]
}

resource "azurerm_lb_rule" "azurerm_lb_outbound_rule" {
  lb         = target("loadbalancer_id", "azurerm_lb")
  components = coalesce(lb.sku, "Basic") == "Basic" ? [] : [fixed("Rule usage", "hours", hours, price("network", "lb-rule"))]
}

resource "azurerm_application_gateway" {
  usage    = ["monthly_data_processed_gb", "capacity_units", "monthly_v2_capacity_units", "monthly_capacity_units"]
  name     = self.sku[0].name
  v2       = endswith(coalesce(name, "Standard_v2"), "v2")
  waf      = startswith(coalesce(name, "Standard_v2"), "WAF")
  count    = coalesce(self.sku[0].capacity, 1)
  units    = coalesce(self.sku[0].capacity, usage.capacity_units, self.autoscale_configuration[0].min_capacity, 1)
  size     = lower(coalesce(split("_", name)[1], "medium"))
  components = v2 ? [
    fixed("Gateway usage (${waf ? "WAF v2" : "basic v2"})", "hours", hours, price("gateway", waf ? "waf-v2" : "basic-v2")),
    used("V2 capacity units (${waf ? "WAF" : "basic"})", "CU", units * hours, price("gateway", waf ? "waf-unit" : "basic-unit")),
  ] : [
    fixed("Gateway usage (${waf ? "WAF, " : "basic, "}${size})", "hours", count * hours, price("gateway", "${waf ? "waf" : "basic"}/${size}")),
    used("Data processing (0-10TB)", "GB", usage.monthly_data_processed_gb, price("gateway", "data/${size}")),
  ]
}

resource "azurerm_firewall" {
  usage   = ["monthly_data_processed_gb"]
  tier    = coalesce(self.sku_tier, "Standard")
  hub     = length(coalesce(self.virtual_hub, [])) > 0
  label   = hub ? "${tier} ${tier == "Premium" ? "Secured" : "Secure"} Virtual Hub" : tier
  components = [
    fixed("Deployment (${label})", "hours", hours, price("firewall", "deployment/${lower(tier)}")),
    used("Data processed", "GB", usage.monthly_data_processed_gb, price("firewall", "data/${lower(tier)}")),
  ]
}

resource "azurerm_frontdoor_firewall_policy" {
  usage  = ["monthly_custom_rule_requests", "monthly_managed_ruleset_requests"]
  custom = length(coalesce(self.custom_rule, []))
  sets   = length(coalesce(self.managed_rule, []))
  components = [
    fixed("Policy", "months", 1, price("frontdoor", "policy")),
    custom > 0 ? fixed("Custom rules", "rules", custom, price("frontdoor", "custom-rule")) : null,
    custom > 0 ? used("Custom rule requests", "1M requests", million(usage.monthly_custom_rule_requests), price("frontdoor", "custom-requests")) : null,
    sets > 0 ? fixed("Managed rulesets", "rulesets", sets, price("frontdoor", "ruleset")) : null,
    sets > 0 ? used("Managed ruleset requests", "1M requests", million(usage.monthly_managed_ruleset_requests), price("frontdoor", "ruleset-requests")) : null,
  ]
}

resource "azurerm_express_route_gateway" {
  units      = coalesce(self.scale_units, 1)
  components = fixed("ER scale units (2 Gbps)", "scale units", units, price("vwan", "er-unit") * hours)
}

resource "azurerm_express_route_connection" {
  components = fixed("ER Connections", "hours", hours, price("vwan", "er-connection"))
}

resource "azurerm_vpn_gateway" {
  components = fixed("S2S scale units (500 Mbps)", "scale units", coalesce(self.scale_unit, 1), price("vwan", "s2s-unit") * hours)
}

resource "azurerm_vpn_gateway_connection" {
  components = fixed("S2S Connections", "hours", hours, price("vwan", "s2s-connection"))
}

resource "azurerm_point_to_site_vpn_gateway" {
  usage = ["monthly_p2s_connections_hrs"]
  components = [
    fixed("P2S scale units (500 Mbps)", "scale units", coalesce(self.scale_unit, 1), price("vwan", "p2s-unit") * hours),
    usage.monthly_p2s_connections_hrs == null ? null : used("P2S connections", "hours", usage.monthly_p2s_connections_hrs, price("vwan", "p2s-connection")),
  ]
}

resource "azurerm_virtual_hub" {
  usage = ["monthly_data_processed_gb"]
  components = self.sku != "Standard" ? [] : [
    fixed("Deployment", "hours", hours, price("vwan", "hub")),
    used("Data processed", "GB", usage.monthly_data_processed_gb, price("vwan", "hub-data")),
  ]
}

resource "azurerm_virtual_network_gateway" {
  usage = ["p2s_connection", "monthly_data_transfer_gb"]
  sku   = coalesce(self.sku, "Basic")
  components = self.type == "ExpressRoute" ? [
    fixed("ExpressRoute gateway (${sku})", "hours", hours, price("vpn", "ExpressRoute/${sku}")),
  ] : [
    fixed("VPN gateway (${sku})", "hours", hours, price("vpn", sku)),
    sku == "Basic" ? null : used("VPN gateway P2S tunnels (over 128)", "tunnel", usage.p2s_connection == null ? null : max(0, usage.p2s_connection - 128), price("vpn", "p2s") * hours),
    used("VPN gateway data tranfer", "GB", usage.monthly_data_transfer_gb, price("vpn", "data")),
  ]
}

resource "azurerm_virtual_network_gateway_connection" {
  gateway    = target("virtual_network_gateway_id", "azurerm_virtual_network_gateway")
  sku        = coalesce(gateway.sku, "Basic")
  components = sku == "Basic" || self.type == "ExpressRoute" ? [] : [fixed("VPN gateway (${sku})", "hours", hours, price("vpn", "tunnel"))]
}

resource "azurerm_virtual_network_peering" {
  usage = ["monthly_data_transfer_gb"]
  components = [
    used("Inbound data transfer", "GB", usage.monthly_data_transfer_gb, price("network", "peering")),
    used("Outbound data transfer", "GB", usage.monthly_data_transfer_gb, price("network", "peering")),
  ]
}

resource "azurerm_private_endpoint" {
  usage = ["monthly_inbound_data_processed_gb", "monthly_outbound_data_processed_gb"]
  components = [
    fixed("Private endpoint", "hours", hours, price("network", "private-endpoint")),
    tiers("Inbound data processed", "GB", usage.monthly_inbound_data_processed_gb, 1, [
      [1000000, "first 1PB", price("network", "private-data")], [4000000, "next 4PB", price("network", "private-data-2")], [null, "over 5PB", price("network", "private-data-3")],
    ]),
    tiers("Outbound data processed", "GB", usage.monthly_outbound_data_processed_gb, 1, [
      [1000000, "first 1PB", price("network", "private-data")], [4000000, "next 4PB", price("network", "private-data-2")], [null, "over 5PB", price("network", "private-data-3")],
    ]),
  ]
}

resource "azurerm_bastion_host" {
  usage = ["monthly_outbound_data_gb"]
  components = self.sku == "Developer" ? [] : [
    fixed("Bastion host", "hours", hours, price("network", contains(["Standard", "Premium"], coalesce(self.sku, "Basic")) ? "bastion/${self.sku}" : "bastion")),
    tiers("Outbound data transfer", "GB", usage.monthly_outbound_data_gb, 1, [
      [10240, "first 10TB", price("network", "egress")], [40960, "next 40TB", price("network", "egress-2")], [102400, "next 100TB", price("network", "egress-3")], [null, "over 150TB", price("network", "egress-4")],
    ]),
  ]
}

resource "azurerm_cdn_endpoint" {
  usage   = ["monthly_outbound_gb", "monthly_rules_engine_requests"]
  profile = target("profile_name", "azurerm_cdn_profile")
  sku     = coalesce(profile.sku, "Standard_Microsoft")
  label   = replace(sku, "Standard_", "") == sku ? sku : trimprefix(sku, "Standard_")
  components = [
    tiers("Outbound data transfer (${label}, ", "GB", usage.monthly_outbound_gb, 1, [
      [10000, "first 10TB", price("cdn", "transfer")], [40000, "next 40TB", price("cdn", "transfer-2")], [100000, "next 100TB", price("cdn", "transfer-3")], [null, "next 350TB", price("cdn", "transfer-4")],
    ]),
  ]
}

resource "azurerm_static_site" "azurerm_static_web_app" {
  usage = ["monthly_bandwidth_gb"]
  components = lower(coalesce(self.sku_size, self.sku_tier, "Free")) == "free" ? [] : [
    fixed("Static Web App (Standard)", "months", 1, price("app", "static-site")),
    used("Bandwidth (over 100GB)", "GB", usage.monthly_bandwidth_gb == null ? null : max(0, usage.monthly_bandwidth_gb - 100), price("app", "static-bandwidth")),
  ]
}

# A circuit of a provider: the port by bandwidth, and what leaves by it where it is metered.
resource "azurerm_express_route_circuit" {
  usage  = ["monthly_outbound_gb"]
  tier   = coalesce(self.sku[0].tier, "Standard")
  family = coalesce(self.sku[0].family, "MeteredData")
  speed  = self.bandwidth_in_mbps
  components = given(self.express_route_port_id) ? [] : [
    fixed("Circuit (${tier}, ${family == "MeteredData" ? "metered" : "unlimited"}, ${speed} Mbps)", "months", 1, price("expressroute", "circuit/${tier}/${family}/${speed}")),
    family == "MeteredData" ? used("Outbound data transfer (zone 1)", "GB", usage.monthly_outbound_gb, price("expressroute", "egress/1")) : null,
  ]
}

resource "azurerm_route_server" {
  components = fixed("Route server", "hours", hours, price("network", "route-server"))
}

# The whole profile has one base fee; the firewall policy is in it.
resource "azurerm_cdn_frontdoor_profile" {
  usage = ["monthly_requests", "monthly_outbound_gb", "monthly_origin_gb"]
  tier  = self.sku_name == "Premium_AzureFrontDoor" ? "premium" : "standard"
  components = [
    fixed("Base fee (${tier})", "hours", hours, price("frontdoor", "${tier}/base") / hours),
    used("Requests (first 250M)", "10k requests", tenth(usage.monthly_requests), price("frontdoor", "${tier}/requests")),
    used("Outbound data transfer (first 10TB)", "GB", usage.monthly_outbound_gb, price("frontdoor", "${tier}/outbound")),
    used("Data transfer to origin", "GB", usage.monthly_origin_gb, price("frontdoor", "${tier}/origin")),
  ]
}

resource "azurerm_cdn_frontdoor_firewall_policy" {
  components = []
}
