# Addresses, gateways, load balancers, endpoints, DNS, delivery of content and traffic.

resource "aws_eip" {
  holders = concat(
    related("aws_eip_association", "allocation_id"), related("aws_nat_gateway", "allocation_id"), related("aws_lb", "subnet_mapping"),
    related("aws_instance", "public_ip"))
  taken      = given(self.instance) || given(self.network_interface) || given(self.association_id) || length(holders) > 0
  components = given(self.customer_owned_ipv4_pool) ? [] : [
    fixed(taken ? "IP address (in use)" : "IP address (if unused)", "hours", hours, price("vpc", "public-ipv4")),
  ]
}

resource "aws_nat_gateway" {
  usage = ["monthly_data_processed_gb"]
  components = [
    fixed("NAT gateway", "hours", hours, price("vpc", "nat-gateway")),
    used("Data processed", "GB", usage.monthly_data_processed_gb, price("vpc", "nat-gateway-data")),
  ]
}

function "load_balancer" {
  params = ["kind", "use"]
  result = kind == "gateway" ? [
    fixed("Gateway load balancer", "hours", hours, price("elb", "gwlb")),
    used("Load balancer capacity units", "LCU", use.processed_bytes_gb == null ? null : use.processed_bytes_gb / hours, price("elb", "gwlb-lcu") * hours),
  ] : kind == "network" ? [
    fixed("Network load balancer", "hours", hours, price("elb", "nlb")),
    used("Load balancer capacity units", "LCU", use.processed_bytes_gb == null ? null : use.processed_bytes_gb / hours, price("elb", "nlb-lcu") * hours),
  ] : [
    fixed("Application load balancer", "hours", hours, price("elb", "alb")),
    used("Load balancer capacity units", "LCU",
      use.processed_bytes_gb == null && use.new_connections == null && use.active_connections == null && use.rule_evaluations == null ? null :
      max(coalesce(use.new_connections, 0) / 25, coalesce(use.active_connections, 0) / 3000, coalesce(use.processed_bytes_gb, 0) / hours, coalesce(use.rule_evaluations, 0) / 1000),
      price("elb", "alb-lcu") * hours),
  ]
}

resource "aws_lb" "aws_alb" {
  usage      = ["new_connections", "active_connections", "processed_bytes_gb", "rule_evaluations"]
  components = load_balancer(coalesce(self.load_balancer_type, "application"), usage)
}

resource "aws_elb" {
  usage = ["monthly_data_processed_gb"]
  components = [
    fixed("Classic load balancer", "hours", hours, price("elb", "classic")),
    used("Data processed", "GB", usage.monthly_data_processed_gb, price("elb", "classic-data")),
  ]
}

resource "aws_vpc_endpoint" {
  usage   = ["monthly_data_processed_gb"]
  kind    = coalesce(self.vpc_endpoint_type, "Gateway")
  subnets = try(max(1, length(coalesce(self.subnet_ids, []))), 1)
  components = kind == "Gateway" ? [] : [
    kind == "GatewayLoadBalancer" ? used("Data processed", "GB", usage.monthly_data_processed_gb, price("vpc", "gateway-lb-endpoint-data")) :
    tiers("Data processed", "GB", usage.monthly_data_processed_gb, 1, [
      [1000000, "first 1PB", price("vpc", "interface-endpoint-data")],
      [4000000, "next 4PB", price("vpc", "interface-endpoint-data-2")],
      [null, "over 5PB", price("vpc", "interface-endpoint-data-3")],
    ]),
    fixed("Endpoint (${kind})", "hours", hours * subnets, price("vpc", "interface-endpoint")),
  ]
}

resource "aws_vpn_connection" {
  usage = ["monthly_data_processed_gb"]
  components = [
    fixed("VPN connection", "hours", hours, price("vpc", "vpn-connection")),
    !given(self.transit_gateway_id) ? null : [
      fixed("Transit gateway attachment", "hours", hours, price("vpc", "transit-gateway-attachment")),
      used("Data processed", "GB", usage.monthly_data_processed_gb, price("vpc", "transit-gateway-data")),
    ],
  ]
}

resource "aws_ec2_transit_gateway_vpc_attachment" "aws_dx_gateway_association" {
  usage = ["monthly_data_processed_gb"]
  components = [
    fixed("Transit gateway attachment", "hours", hours, price("vpc", "transit-gateway-attachment")),
    used("Data processed", "GB", usage.monthly_data_processed_gb, price("vpc", "transit-gateway-data")),
  ]
}

resource "aws_ec2_transit_gateway_peering_attachment" {
  components = fixed("Transit gateway attachment", "hours", hours, price("vpc", "transit-gateway-attachment"))
}

resource "aws_ec2_client_vpn_endpoint" {
  components = fixed("Connection", "hours", hours, price("vpc", "client-vpn-connection"))
}

resource "aws_ec2_client_vpn_network_association" {
  components = fixed("Endpoint association", "hours", hours, price("vpc", "client-vpn-association"))
}

resource "aws_ec2_traffic_mirror_session" {
  components = fixed("Traffic mirror", "hours", hours, price("vpc", "traffic-mirror"))
}

resource "aws_dx_connection" {
  usage  = ["monthly_outbound_region_to_dx_location_gb", "monthly_outbound_from_region_to_dx_connection_location.*", "dx_virtual_interface_type:text", "dx_connection_type:text"]
  speed  = self.bandwidth
  kind   = title(coalesce(usage.dx_connection_type, "dedicated"))
  amount = usage.monthly_outbound_from_region_to_dx_connection_location
  components = [
    fixed("DX connection", "hours", hours, price("directconnect", "${lower(kind)}/${speed}")),
    amount == null ? (
      usage.monthly_outbound_region_to_dx_location_gb == null ? null : used("Outbound data transfer (from ${region}, to ${self.location})", "GB", usage.monthly_outbound_region_to_dx_location_gb, price("directconnect", "transfer"))
    ) : [for place, gb in amount : used("Outbound data transfer (from ${replace(place, "_", "-")}, to ${self.location})", "GB", gb, price("directconnect", "transfer"))],
  ]
}

tables {
  premium_regions = {
    us = "US, Mexico, Canada", europe = "Europe", south_africa = "South Africa, Kenya", south_america = "South America", south_korea = "South Korea",
    middle_east = "Middle East", australia = "Australia, New Zealand", asia_pacific = "Asia Pacific", india = "India, Indonesia, Philippines, Thailand",
  }
  # The names of edges in usage files, as the bill calls them.
  edges = {
    us = "US, Mexico, Canada", europe = "Europe, Israel", south_africa = "South Africa, Kenya, Middle East", south_america = "South America", japan = "Japan",
    australia = "Australia, New Zealand", asia_pacific = "Hong Kong, Philippines, Asia Pacific", india = "India",
  }
}

resource "aws_globalaccelerator_accelerator" {
  components = fixed("Fixed fee", "hours", hours, price("globalaccelerator", "accelerator"))
}

# Only the dominant direction is billed.
resource "aws_globalaccelerator_endpoint_group" {
  usage   = ["monthly_inbound_data_transfer_gb.*", "monthly_outbound_data_transfer_gb.*"]
  inward  = sum(concat([0], values(coalesce(usage.monthly_inbound_data_transfer_gb, {}))))
  outward = sum(concat([0], values(coalesce(usage.monthly_outbound_data_transfer_gb, {}))))
  way     = inward > outward ? "Inbound" : "Outbound"
  amounts = inward > outward ? usage.monthly_inbound_data_transfer_gb : coalesce(usage.monthly_outbound_data_transfer_gb, {})
  from    = startswith(region, "us-") || startswith(region, "ca-") || startswith(region, "mx-") ? "us" : startswith(region, "eu-") ? "europe" : startswith(region, "sa-") ? "south_america" : startswith(region, "af-") ? "south_africa" : startswith(region, "me-") || startswith(region, "il-") ? "middle_east" : startswith(region, "ap-south-") ? "india" : region == "ap-northeast-2" ? "south_korea" : startswith(region, "ap-southeast-2") ? "australia" : "asia_pacific"
  components = [for key, label in premium_regions : amounts[key] == null ? null : group(label, [
    used("${way} DT-premium fee", "GB", amounts[key], price("globalaccelerator", "premium/${from}/${key}")),
  ])]
}

resource "aws_networkfirewall_firewall" {
  usage = ["monthly_data_processed_gb"]
  components = [
    fixed("Network Firewall Endpoint", "hours", hours, price("networkfirewall", "endpoint")),
    used("Data Processed", "GB", usage.monthly_data_processed_gb, price("networkfirewall", "data")),
  ]
}

# A namespace with names is a hosted zone.
resource "aws_service_discovery_private_dns_namespace" "aws_service_discovery_public_dns_namespace" {
  components = fixed("Hosted zone", "months", 1, price("route53", "zone"))
}

resource "aws_route53_zone" {
  components = fixed("Hosted zone", "months", 1, price("route53", "zone"))
}

function "queries" {
  params = ["label", "amount", "key"]
  result = tiers(label, "1M queries", amount, 1000000, [
    [1000000000, "first 1B", price("route53", key)],
    [null, "over 1B", price("route53", "${key}-2")],
  ])
}

resource "aws_route53_record" {
  usage = ["monthly_standard_queries", "monthly_latency_based_queries", "monthly_geo_queries"]
  alias = given(self.alias[0].name)
  components = alias && target("alias", "aws_route53_record") == null ? [] : [
    queries("Standard queries", usage.monthly_standard_queries, "queries"),
    queries("Latency based routing queries", usage.monthly_latency_based_queries, "latency-queries"),
    queries("Geo DNS queries", usage.monthly_geo_queries, "geo-queries"),
  ]
}

resource "aws_route53_health_check" {
  usage    = ["endpoint_type:text"]
  outside  = lower(coalesce(usage.endpoint_type, "aws")) == "aws" ? "" : "-outside"
  kind     = coalesce(self.type, "HTTP")
  options  = [for o in [startswith(kind, "HTTPS"), endswith(kind, "STR_MATCH"), self.measure_latency == true, tostring(self.request_interval) == "10"] : o if o]
  components = [
    fixed("Health check", "months", 1, price("route53", "health-check${outside}")),
    fixed("Optional features", "months", length(options), price("route53", "health-check-option${outside}")),
  ]
}

resource "aws_route53_resolver_endpoint" {
  usage = ["monthly_queries"]
  components = [
    fixed("Resolver endpoints", "hours", hours * length(coalesce(self.ip_address, [])), price("route53", "resolver")),
    tiers("DNS queries", "1M queries", usage.monthly_queries, 1000000, [
      [1000000000, "first 1B", price("route53", "resolver-queries")],
      [null, "over 1B", price("route53", "resolver-queries-2")],
    ]),
  ]
}

resource "aws_cloudfront_distribution" {
  usage = [
    "monthly_data_transfer_to_internet_gb.*", "monthly_data_transfer_to_origin_gb.*", "monthly_http_requests.*", "monthly_https_requests.*",
    "monthly_shield_requests.*", "monthly_invalidation_requests", "monthly_encryption_requests", "monthly_log_lines", "custom_ssl_certificates",
  ]
  shield = [for o in coalesce(self.origin, []) : o.origin_shield[0].origin_shield_region if o.origin_shield[0].enabled == true]
  areas  = usage.monthly_data_transfer_to_internet_gb == null ? { us = null } : usage.monthly_data_transfer_to_internet_gb
  places = {
    us = "US", europe = "Europe", south_america = "South America", japan = "Japan", australia = "Australia", singapore = "Singapore",
    south_korea = "South Korea", indonesia = "Indonesia", india = "India", middle_east = "Middle East",
  }
  components = [
    !given(self.default_cache_behavior[0].field_level_encryption_id) ? null : used(
      "Field level encryption requests", "10k requests",
      usage.monthly_encryption_requests == null ? null : usage.monthly_encryption_requests / 10000, price("cloudfront", "encryption")),
    usage.monthly_log_lines == null && !given(self.default_cache_behavior[0].realtime_log_config_arn) ? null : used("Real-time log requests", "1M lines", million(usage.monthly_log_lines), price("cloudfront", "log-lines")),
    self.viewer_certificate[0].ssl_support_method == "vip" || usage.custom_ssl_certificates != null ? used(
      "Dedicated IP custom SSLs", "certificates", usage.custom_ssl_certificates, price("cloudfront", "dedicated-ip")) : null,
    tiers("Invalidation requests", "paths", usage.monthly_invalidation_requests, 1, [
      [1000, "first 1k", price("cloudfront", "invalidations-free")],
      [null, "over 1k", price("cloudfront", "invalidations")],
    ]),
    [for k, gb in areas : edges[k] == null ? null : group("Data transfer out to internet", tiers(edges[k], "GB", gb, 1, [
      [10240, "first 10TB", price("cloudfront", "out/${k}/1")],
      [40960, "next 40TB", price("cloudfront", "out/${k}/2")],
      [102400, "next 100TB", price("cloudfront", "out/${k}/3")],
      [358400, "next 350TB", price("cloudfront", "out/${k}/4")],
      [537600, "next 524TB", price("cloudfront", "out/${k}/5")],
      [4194304, "next 4PB", price("cloudfront", "out/${k}/6")],
      [null, "over 5PB", price("cloudfront", "out/${k}/7")],
    ]))],
    group("Data transfer out to origin", [for k, gb in coalesce(usage.monthly_data_transfer_to_origin_gb, { us = null }) : edges[k] == null ? null : used(edges[k], "GB", gb, price("cloudfront", "origin/${k}"))]),
    group("HTTP requests", [for k, n in coalesce(usage.monthly_http_requests, { us = null }) : edges[k] == null ? null : used(edges[k], "10k requests", n == null ? null : n / 10000, price("cloudfront", "http/${k}"))]),
    group("HTTPS requests", [for k, n in coalesce(usage.monthly_https_requests, { us = null }) : edges[k] == null ? null : used(edges[k], "10k requests", n == null ? null : n / 10000, price("cloudfront", "https/${k}"))]),
    length(shield) == 0 ? null : group("Origin shield HTTP requests", [for k, n in coalesce(usage.monthly_shield_requests, { us = null }) : places[k] == null ? null : used(
      places[k], "10k requests", n == null ? null : n / 10000, price("cloudfront", "shield"))]),
  ]
}

resource "aws_cloudfront_function" {
  usage      = ["monthly_requests"]
  components = used("Total number of invocations", "1M invocations", million(usage.monthly_requests), price("cloudfront", "function"))
}

# Traffic has no block of its own: a usage file names it.
resource "aws_data_transfer" {
  synthetic = true
  usage = [
    "region:text", "monthly_intra_region_gb", "monthly_outbound_us_east_to_us_east_gb", "monthly_outbound_other_regions_gb", "monthly_outbound_internet_gb",
  ]
  components = [
    used("Intra-region data transfer", "GB", usage.monthly_intra_region_gb == null ? null : 2 * usage.monthly_intra_region_gb, price("transfer", "intra-region")),
    usage.monthly_outbound_internet_gb == null ? null : tiers("Outbound data transfer to Internet", "GB", usage.monthly_outbound_internet_gb, 1, [
      [10240, "first 10TB", price("transfer", "internet")],
      [40960, "next 40TB", price("transfer", "internet-2")],
      [102400, "next 100TB", price("transfer", "internet-3")],
      [null, "over 150TB", price("transfer", "internet-4")],
    ]),
    usage.monthly_outbound_us_east_to_us_east_gb == null ? null : used("Outbound data transfer to US East regions", "GB", usage.monthly_outbound_us_east_to_us_east_gb, price("transfer", "us-east")),
    usage.monthly_outbound_other_regions_gb == null ? null : used("Outbound data transfer to other regions", "GB", usage.monthly_outbound_other_regions_gb, price("transfer", "other-regions")),
  ]
}
