# Networks, firewalls, balancers and names.

rule "google-firewall-ssh" {
  title      = "SSH open to the internet"
  severity   = "critical"
  category   = "security"
  resource   = "google_compute_firewall"
  require    = !((is_public_cidr(self.source_ranges) || length(coalesce(self.source_ranges, [])) == 0 && length(coalesce(self.source_tags, [])) == 0 && length(coalesce(self.source_service_accounts, [])) == 0) && self.direction != "EGRESS" && self.disabled != true && anytrue([for a in coalesce(self.allow, []) : contains(["tcp", "all", "6"], lower(a.protocol)) && (length(coalesce(a.ports, [])) == 0 || anytrue([for p in coalesce(a.ports, []) : anytrue([for n in [22] : tostring(p) == tostring(n) || can(regex("^[0-9]+-[0-9]+$", p)) && try(tonumber(split("-", p)[0]) <= n && tonumber(split("-", p)[1]) >= n, false)])]))]))
  message    = "The port is let in from the internet."
  why        = "Machines that answer are tried within minutes."
  advice     = "Name the addresses that need it."
  references = ["CIS GCP 2.0 3.6", "trivy GCP-0071", "CKV_GCP_2"]
  pass {
    resource "google_compute_firewall" "x" {
      name          = "a"
      network       = "n"
      source_ranges = ["10.0.0.0/8"]
      allow {
        protocol = "tcp"
        ports    = ["443"]
      }
    }
  }
  fail {
    resource "google_compute_firewall" "x" {
      name          = "a"
      network       = "n"
      source_ranges = ["0.0.0.0/0"]
      allow {
        protocol = "tcp"
        ports    = ["22"]
      }
    }
  }
}

rule "google-firewall-rdp" {
  title      = "Remote desktop open to the internet"
  severity   = "critical"
  category   = "security"
  resource   = "google_compute_firewall"
  require    = !((is_public_cidr(self.source_ranges) || length(coalesce(self.source_ranges, [])) == 0 && length(coalesce(self.source_tags, [])) == 0 && length(coalesce(self.source_service_accounts, [])) == 0) && self.direction != "EGRESS" && self.disabled != true && anytrue([for a in coalesce(self.allow, []) : contains(["tcp", "all", "6"], lower(a.protocol)) && (length(coalesce(a.ports, [])) == 0 || anytrue([for p in coalesce(a.ports, []) : anytrue([for n in [3389] : tostring(p) == tostring(n) || can(regex("^[0-9]+-[0-9]+$", p)) && try(tonumber(split("-", p)[0]) <= n && tonumber(split("-", p)[1]) >= n, false)])]))]))
  message    = "The port is let in from the internet."
  why        = "Machines that answer are tried within minutes."
  advice     = "Name the addresses that need it."
  references = ["CIS GCP 2.0 3.7", "trivy GCP-0070", "CKV_GCP_3"]
  pass {
    resource "google_compute_firewall" "x" {
      name          = "a"
      network       = "n"
      source_ranges = ["10.0.0.0/8"]
      allow {
        protocol = "tcp"
        ports    = ["443"]
      }
    }
  }
  fail {
    resource "google_compute_firewall" "x" {
      name          = "a"
      network       = "n"
      source_ranges = ["0.0.0.0/0"]
      allow {
        protocol = "tcp"
        ports    = ["3389"]
      }
    }
  }
}

rule "google-firewall-ftp" {
  title      = "File transfer open to the internet"
  severity   = "high"
  category   = "security"
  resource   = "google_compute_firewall"
  require    = !((is_public_cidr(self.source_ranges) || length(coalesce(self.source_ranges, [])) == 0 && length(coalesce(self.source_tags, [])) == 0 && length(coalesce(self.source_service_accounts, [])) == 0) && self.direction != "EGRESS" && self.disabled != true && anytrue([for a in coalesce(self.allow, []) : contains(["tcp", "all", "6"], lower(a.protocol)) && (length(coalesce(a.ports, [])) == 0 || anytrue([for p in coalesce(a.ports, []) : anytrue([for n in [20, 21] : tostring(p) == tostring(n) || can(regex("^[0-9]+-[0-9]+$", p)) && try(tonumber(split("-", p)[0]) <= n && tonumber(split("-", p)[1]) >= n, false)])]))]))
  message    = "The port is let in from the internet."
  why        = "FTP sends passwords in clear."
  advice     = "Name the addresses that need it."
  references = ["CKV_GCP_75", "CKV_GCP_77"]
  pass {
    resource "google_compute_firewall" "x" {
      name          = "a"
      network       = "n"
      source_ranges = ["10.0.0.0/8"]
      allow {
        protocol = "tcp"
        ports    = ["443"]
      }
    }
  }
  fail {
    resource "google_compute_firewall" "x" {
      name          = "a"
      network       = "n"
      source_ranges = ["0.0.0.0/0"]
      allow {
        protocol = "tcp"
        ports    = ["20"]
      }
    }
  }
}

rule "google-firewall-mysql" {
  title      = "MySQL open to the internet"
  severity   = "critical"
  category   = "security"
  resource   = "google_compute_firewall"
  require    = !((is_public_cidr(self.source_ranges) || length(coalesce(self.source_ranges, [])) == 0 && length(coalesce(self.source_tags, [])) == 0 && length(coalesce(self.source_service_accounts, [])) == 0) && self.direction != "EGRESS" && self.disabled != true && anytrue([for a in coalesce(self.allow, []) : contains(["tcp", "all", "6"], lower(a.protocol)) && (length(coalesce(a.ports, [])) == 0 || anytrue([for p in coalesce(a.ports, []) : anytrue([for n in [3306] : tostring(p) == tostring(n) || can(regex("^[0-9]+-[0-9]+$", p)) && try(tonumber(split("-", p)[0]) <= n && tonumber(split("-", p)[1]) >= n, false)])]))]))
  message    = "The port is let in from the internet."
  why        = "Machines that answer are tried within minutes."
  advice     = "Name the addresses that need it."
  references = ["CKV_GCP_88"]
  pass {
    resource "google_compute_firewall" "x" {
      name          = "a"
      network       = "n"
      source_ranges = ["10.0.0.0/8"]
      allow {
        protocol = "tcp"
        ports    = ["443"]
      }
    }
  }
  fail {
    resource "google_compute_firewall" "x" {
      name          = "a"
      network       = "n"
      source_ranges = ["0.0.0.0/0"]
      allow {
        protocol = "tcp"
        ports    = ["3306"]
      }
    }
  }
}

rule "google-firewall-databases" {
  title      = "Database port open to the internet"
  severity   = "critical"
  category   = "security"
  resource   = "google_compute_firewall"
  require    = !((is_public_cidr(self.source_ranges) || length(coalesce(self.source_ranges, [])) == 0 && length(coalesce(self.source_tags, [])) == 0 && length(coalesce(self.source_service_accounts, [])) == 0) && self.direction != "EGRESS" && self.disabled != true && anytrue([for a in coalesce(self.allow, []) : contains(["tcp", "all", "6"], lower(a.protocol)) && (length(coalesce(a.ports, [])) == 0 || anytrue([for p in coalesce(a.ports, []) : anytrue([for n in [1433, 1521, 5432, 6379, 9200, 27017] : tostring(p) == tostring(n) || can(regex("^[0-9]+-[0-9]+$", p)) && try(tonumber(split("-", p)[0]) <= n && tonumber(split("-", p)[1]) >= n, false)])]))]))
  message    = "The port is let in from the internet."
  why        = "Machines that answer are tried within minutes."
  advice     = "Name the addresses that need it."
  references = ["Google Cloud: firewall rules"]
  pass {
    resource "google_compute_firewall" "x" {
      name          = "a"
      network       = "n"
      source_ranges = ["10.0.0.0/8"]
      allow {
        protocol = "tcp"
        ports    = ["443"]
      }
    }
  }
  fail {
    resource "google_compute_firewall" "x" {
      name          = "a"
      network       = "n"
      source_ranges = ["0.0.0.0/0"]
      allow {
        protocol = "tcp"
        ports    = ["1433"]
      }
    }
  }
}

rule "google-firewall-http" {
  title      = "Web port in clear open to the internet"
  severity   = "low"
  category   = "security"
  resource   = "google_compute_firewall"
  require    = !((is_public_cidr(self.source_ranges) || length(coalesce(self.source_ranges, [])) == 0 && length(coalesce(self.source_tags, [])) == 0 && length(coalesce(self.source_service_accounts, [])) == 0) && self.direction != "EGRESS" && self.disabled != true && anytrue([for a in coalesce(self.allow, []) : contains(["tcp", "all", "6"], lower(a.protocol)) && (length(coalesce(a.ports, [])) == 0 || anytrue([for p in coalesce(a.ports, []) : anytrue([for n in [80] : tostring(p) == tostring(n) || can(regex("^[0-9]+-[0-9]+$", p)) && try(tonumber(split("-", p)[0]) <= n && tonumber(split("-", p)[1]) >= n, false)])]))]))
  message    = "The port is let in from the internet."
  why        = "What is asked there is asked in clear."
  advice     = "Name the addresses that need it."
  references = ["CKV_GCP_106"]
  pass {
    resource "google_compute_firewall" "x" {
      name          = "a"
      network       = "n"
      source_ranges = ["10.0.0.0/8"]
      allow {
        protocol = "tcp"
        ports    = ["443"]
      }
    }
  }
  fail {
    resource "google_compute_firewall" "x" {
      name          = "a"
      network       = "n"
      source_ranges = ["0.0.0.0/0"]
      allow {
        protocol = "tcp"
        ports    = ["80"]
      }
    }
  }
}

rule "google-firewall-inbound" {
  title      = "Addresses of the internet let in"
  severity   = "medium"
  category   = "security"
  resource   = "google_compute_firewall"
  require    = !(is_public_cidr(self.source_ranges) && self.direction != "EGRESS" && length(coalesce(self.allow, [])) > 0 && self.disabled != true)
  message    = "Every address is let in."
  why        = "What answers is found."
  advice     = "Name the addresses, or place a balancer in front."
  references = ["trivy GCP-0027"]
  pass {
    resource "google_compute_firewall" "x" {
      name          = "a"
      network       = "n"
      source_ranges = ["10.0.0.0/8"]
      allow {
        protocol = "tcp"
        ports    = ["443"]
      }
    }
  }
  fail {
    resource "google_compute_firewall" "x" {
      name          = "a"
      network       = "n"
      source_ranges = ["0.0.0.0/0"]
      allow {
        protocol = "tcp"
        ports    = ["443"]
      }
    }
  }
}

rule "google-firewall-outbound" {
  title      = "Everything may leave"
  severity   = "low"
  category   = "security"
  resource   = "google_compute_firewall"
  require    = !(self.direction == "EGRESS" && length(coalesce(self.allow, [])) > 0 && (is_public_cidr(self.destination_ranges) || length(coalesce(self.destination_ranges, [])) == 0))
  message    = "Traffic may leave to every address."
  why        = "Who gets in can take everything along."
  advice     = "Name the addresses."
  references = ["trivy GCP-0035"]
  pass {
    resource "google_compute_firewall" "x" {
      name          = "a"
      network       = "n"
      source_ranges = ["10.0.0.0/8"]
      allow {
        protocol = "tcp"
        ports    = ["443"]
      }
    }
  }
  fail {
    resource "google_compute_firewall" "x" {
      name               = "a"
      network            = "n"
      direction          = "EGRESS"
      destination_ranges = ["0.0.0.0/0"]
      allow {
        protocol = "tcp"
      }
    }
  }
}

rule "google-firewall-log" {
  title      = "Firewall without a log"
  severity   = "info"
  category   = "operations"
  resource   = "google_compute_firewall"
  require    = length(self.log_config) > 0
  message    = "There is no log_config."
  why        = "Who did what cannot be reconstructed."
  advice     = "Add log_config."
  references = ["Google Cloud: firewall rules logging"]
  pass {
    resource "google_compute_firewall" "x" {
      name          = "a"
      network       = "n"
      source_ranges = ["10.0.0.0/8"]
      allow {
        protocol = "tcp"
        ports    = ["443"]
      }
      log_config {
        metadata = "INCLUDE_ALL_METADATA"
      }
    }
  }
  fail {
    resource "google_compute_firewall" "x" {
      name          = "a"
      network       = "n"
      source_ranges = ["10.0.0.0/8"]
      allow {
        protocol = "tcp"
        ports    = ["443"]
      }
    }
  }
}

rule "google-subnet-flow-log" {
  title      = "Subnet without a flow log"
  severity   = "medium"
  category   = "operations"
  resource   = "google_compute_subnetwork"
  applies    = !contains(["INTERNAL_HTTPS_LOAD_BALANCER", "REGIONAL_MANAGED_PROXY", "GLOBAL_MANAGED_PROXY", "PRIVATE_SERVICE_CONNECT"], self.purpose)
  require    = length(self.log_config) > 0
  message    = "There is no log_config."
  why        = "Who talked to whom cannot be reconstructed."
  advice     = "Add log_config."
  references = ["CIS GCP 2.0 3.8", "trivy GCP-0029", "trivy GCP-0076", "CKV_GCP_26", "CKV_GCP_61"]
  pass {
    resource "google_compute_subnetwork" "x" {
      name          = "a"
      network       = "n"
      ip_cidr_range = "10.0.0.0/24"
      log_config {
        aggregation_interval = "INTERVAL_5_MIN"
      }
    }
  }
  fail {
    resource "google_compute_subnetwork" "x" {
      name          = "a"
      network       = "n"
      ip_cidr_range = "10.0.0.0/24"
    }
  }
}

rule "google-subnet-private" {
  title      = "Machines reach services by the internet"
  severity   = "low"
  category   = "security"
  resource   = "google_compute_subnetwork"
  applies    = !contains(["INTERNAL_HTTPS_LOAD_BALANCER", "REGIONAL_MANAGED_PROXY", "GLOBAL_MANAGED_PROXY", "PRIVATE_SERVICE_CONNECT"], self.purpose)
  require    = self.private_ip_google_access == true
  message    = "private_ip_google_access is not true."
  why        = "Machines then need addresses of the internet."
  advice     = "Set private_ip_google_access to true."
  references = ["trivy GCP-0075", "CKV_GCP_74"]
  remedy {
    set {
      private_ip_google_access = true
    }
  }
  pass {
    resource "google_compute_subnetwork" "x" {
      name                     = "a"
      network                  = "n"
      ip_cidr_range            = "10.0.0.0/24"
      private_ip_google_access = true
    }
  }
  fail {
    resource "google_compute_subnetwork" "x" {
      name          = "a"
      network       = "n"
      ip_cidr_range = "10.0.0.0/24"
    }
  }
}

rule "google-subnet-private-ipv6" {
  title      = "Machines reach services by the internet"
  severity   = "low"
  category   = "security"
  resource   = "google_compute_subnetwork"
  applies    = self.stack_type == "IPV4_IPV6" || is_set("private_ipv6_google_access")
  require    = contains(["ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE", "ENABLE_BIDIRECTIONAL_ACCESS_TO_GOOGLE"], self.private_ipv6_google_access)
  message    = "private_ipv6_google_access is not enabled."
  why        = "Machines then need addresses of the internet."
  advice     = "Set private_ipv6_google_access to ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE."
  references = ["CKV_GCP_76"]
  remedy {
    set {
      private_ipv6_google_access = "ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE"
    }
  }
  pass {
    resource "google_compute_subnetwork" "x" {
      name                       = "a"
      network                    = "n"
      ip_cidr_range              = "10.0.0.0/24"
      stack_type                 = "IPV4_IPV6"
      private_ipv6_google_access = "ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE"
    }
  }
  fail {
    resource "google_compute_subnetwork" "x" {
      name          = "a"
      network       = "n"
      ip_cidr_range = "10.0.0.0/24"
      stack_type    = "IPV4_IPV6"
    }
  }
}

rule "google-network-automatic" {
  title      = "Network with subnets in every region"
  severity   = "low"
  category   = "security"
  resource   = "google_compute_network"
  require    = self.auto_create_subnetworks == false
  message    = "auto_create_subnetworks is not false."
  why        = "Regions that nobody uses are open, and ranges meet those of others."
  advice     = "Set auto_create_subnetworks to false."
  references = ["Google Cloud: VPC networks"]
  remedy {
    set {
      auto_create_subnetworks = false
    }
  }
  pass {
    resource "google_compute_network" "x" {
      name                    = "a"
      auto_create_subnetworks = false
    }
  }
  fail {
    resource "google_compute_network" "x" {
      name = "a"
    }
  }
}

rule "google-project-default-network" {
  title      = "Project with the default network"
  severity   = "high"
  category   = "security"
  resource   = "google_project"
  require    = self.auto_create_network == false
  message    = "auto_create_network is not false."
  why        = "Its firewall lets SSH and remote desktop in."
  advice     = "Set auto_create_network to false."
  references = ["CIS GCP 2.0 3.1", "trivy GCP-0010", "CKV_GCP_27"]
  remedy {
    set {
      auto_create_network = false
    }
  }
  pass {
    resource "google_project" "x" {
      name                = "a"
      project_id          = "a"
      auto_create_network = false
    }
  }
  fail {
    resource "google_project" "x" {
      name       = "a"
      project_id = "a"
    }
  }
}

rule "google-default-network" {
  title      = "Machine in the default network"
  severity   = "medium"
  category   = "security"
  resource   = "google_compute_instance"
  require    = alltrue([for n in self.network_interface : n.network != "default"])
  message    = "It stands in the network called default."
  why        = "Its firewall lets SSH and remote desktop in."
  advice     = "Make a network of one's own."
  references = ["CIS GCP 2.0 3.1", "CKV2_GCP_12"]
  pass {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
    }
  }
  fail {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        network = "default"
      }
    }
  }
}

rule "google-tls-policy" {
  title      = "Balancer takes old TLS"
  severity   = "high"
  category   = "security"
  resource   = "google_compute_ssl_policy"
  require    = self.min_tls_version == "TLS_1_2"
  message    = "min_tls_version is ${coalesce(self.min_tls_version, "TLS_1_0")}."
  why        = "Versions before 1.2 have known weaknesses."
  advice     = "Set min_tls_version to TLS_1_2."
  references = ["CIS GCP 2.0 3.9", "trivy GCP-0039", "CKV_GCP_4"]
  remedy {
    set {
      min_tls_version = "TLS_1_2"
    }
  }
  pass {
    resource "google_compute_ssl_policy" "x" {
      name            = "a"
      min_tls_version = "TLS_1_2"
    }
  }
  fail {
    resource "google_compute_ssl_policy" "x" {
      name = "a"
    }
  }
}

rule "google-balancer-http" {
  title      = "Balancer answers in clear"
  severity   = "medium"
  category   = "security"
  resource   = ["google_compute_target_http_proxy", "google_compute_region_target_http_proxy"]
  require    = anytrue([for u in referred("url_map") : u.default_url_redirect[0].https_redirect == true])
  message    = "Its url_map does not redirect to HTTPS."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Redirect with default_url_redirect and https_redirect true."
  references = ["CKV2_GCP_38"]
  pass {
    resource "google_compute_url_map" "m" {
      name = "m"
      default_url_redirect {
        https_redirect = true
        strip_query    = false
      }
    }
    resource "google_compute_target_http_proxy" "x" {
      name    = "a"
      url_map = google_compute_url_map.m.id
    }
  }
  fail {
    resource "google_compute_url_map" "m" {
      name            = "m"
      default_service = "s"
    }
    resource "google_compute_target_http_proxy" "x" {
      name    = "a"
      url_map = google_compute_url_map.m.id
    }
  }
}

rule "google-forwarding-http" {
  title      = "Balancer takes requests in clear"
  severity   = "medium"
  category   = "security"
  resource   = "google_compute_global_forwarding_rule"
  require    = length(referred("target")) > 0 ? length([for t in referred("target") : t if startswith(t["$address"], "google_compute_target_http_proxy.")]) == 0 : !strcontains(self.target, "targetHttpProxies")
  message    = "It forwards to a proxy for HTTP."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Forward to a proxy for HTTPS."
  references = ["CKV2_GCP_38"]
  pass {
    resource "google_compute_target_https_proxy" "p" {
      name    = "p"
      url_map = "m"
    }
    resource "google_compute_global_forwarding_rule" "x" {
      name   = "a"
      target = google_compute_target_https_proxy.p.id
    }
  }
  fail {
    resource "google_compute_target_http_proxy" "p" {
      name    = "p"
      url_map = "m"
    }
    resource "google_compute_global_forwarding_rule" "x" {
      name   = "a"
      target = google_compute_target_http_proxy.p.id
    }
  }
}

rule "google-armor-log4j" {
  title      = "Firewall of web requests without the rule against remote lookups"
  severity   = "high"
  category   = "security"
  resource   = "google_compute_security_policy"
  require    = anytrue(flatten([for r in coalesce(self.rule, []) : [for m in coalesce(r.match, []) : [for e in coalesce(m.expr, []) : contains(["deny(403)", "deny(404)", "deny(502)"], r.action) && r.preview != true && can(regex("cve-canary|CVE-2021-44228", e.expression))]]]))
  message    = "No rule denies cve-canary."
  why        = "A text in a request makes the application load a program."
  advice     = "Add a rule that denies evaluatePreconfiguredExpr('cve-canary')."
  references = ["CKV_GCP_73"]
  pass {
    resource "google_compute_security_policy" "x" {
      name = "a"
      rule {
        action   = "deny(403)"
        priority = 1
        match {
          expr {
            expression = "evaluatePreconfiguredExpr('cve-canary')"
          }
        }
      }
    }
  }
  fail {
    resource "google_compute_security_policy" "x" {
      name = "a"
      rule {
        action   = "deny(403)"
        priority = 1
        preview  = true
        match {
          expr {
            expression = "evaluatePreconfiguredExpr('cve-canary')"
          }
        }
      }
    }
  }
}

rule "google-dnssec" {
  title      = "Zone without signatures"
  severity   = "medium"
  category   = "security"
  resource   = "google_dns_managed_zone"
  applies    = self.visibility != "private"
  require    = self.dnssec_config[0].state == "on"
  message    = "dnssec_config is not on."
  why        = "Answers can be forged on the way."
  advice     = "Set the state of dnssec_config to on."
  references = ["CIS GCP 2.0 3.3", "trivy GCP-0013", "CKV_GCP_16"]
  remedy {
    set {
      dnssec_config {
        state = "on"
      }
    }
  }
  pass {
    resource "google_dns_managed_zone" "x" {
      dns_name = "example.org."
      name     = "a"
      dnssec_config {
        state = "on"
      }
    }
  }
  fail {
    resource "google_dns_managed_zone" "x" {
      dns_name = "example.org."
      name     = "a"
    }
  }
}

rule "google-dnssec-sha1" {
  title      = "Zone signed by a broken digest"
  severity   = "medium"
  category   = "security"
  resource   = "google_dns_managed_zone"
  require    = alltrue([for d in self.dnssec_config : alltrue([for k in coalesce(d.default_key_specs, []) : k.algorithm != "rsasha1"])])
  message    = "A key uses rsasha1."
  why        = "Signatures of that digest can be forged."
  advice     = "Use ecdsap256sha256."
  references = ["CIS GCP 2.0 3.4", "trivy GCP-0012", "CKV_GCP_17"]
  pass {
    resource "google_dns_managed_zone" "x" {
      dns_name = "example.org."
      name     = "a"
      dnssec_config {
        state = "on"
        default_key_specs {
          algorithm = "ecdsap256sha256"
        }
      }
    }
  }
  fail {
    resource "google_dns_managed_zone" "x" {
      dns_name = "example.org."
      name     = "a"
      dnssec_config {
        state = "on"
        default_key_specs {
          algorithm = "rsasha1"
        }
      }
    }
  }
}

rule "google-dnssec-sha1-keys" {
  title      = "Keys of a broken digest"
  severity   = "medium"
  category   = "security"
  resource   = "data.google_dns_keys"
  require    = !anytrue([for k in concat(coalesce(self.key_signing_keys, []), coalesce(self.zone_signing_keys, [])) : k.algorithm == "rsasha1"])
  message    = "A key uses rsasha1."
  why        = "Signatures of that digest can be forged."
  advice     = "Use ecdsap256sha256."
  references = ["trivy GCP-0012"]
  pass {
    data "google_dns_keys" "x" {
      managed_zone = "z"
    }
  }
  fail {
    data "google_dns_keys" "x" {
      managed_zone = "z"
      key_signing_keys {
        algorithm = "rsasha1"
      }
    }
  }
}

rule "google-dns-log" {
  title      = "Names are not logged"
  severity   = "info"
  category   = "operations"
  resource   = "google_dns_policy"
  require    = self.enable_logging == true
  message    = "enable_logging is not true."
  why        = "What was asked for cannot be told."
  advice     = "Set enable_logging to true."
  references = ["CIS GCP 2.0 2.12"]
  remedy {
    set {
      enable_logging = true
    }
  }
  pass {
    resource "google_dns_policy" "x" {
      name           = "a"
      enable_logging = true
    }
  }
  fail {
    resource "google_dns_policy" "x" {
      name = "a"
    }
  }
}

rule "google-backend-log" {
  title      = "Balancer without a log"
  severity   = "low"
  category   = "operations"
  resource   = ["google_compute_backend_service", "google_compute_region_backend_service"]
  require    = self.log_config[0].enable == true
  message    = "log_config is not enabled."
  why        = "Who did what cannot be reconstructed."
  advice     = "Add log_config with enable true."
  references = ["CIS GCP 2.0 2.16"]
  remedy {
    set {
      log_config {
        enable = true
      }
    }
  }
  pass {
    resource "google_compute_backend_service" "x" {
      name = "a"
      log_config {
        enable = true
      }
    }
  }
  fail {
    resource "google_compute_backend_service" "x" {
      name = "a"
    }
  }
}
