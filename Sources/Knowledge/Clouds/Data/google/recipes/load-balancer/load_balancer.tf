resource "google_compute_global_address" "{{label}}" {
  name = {{full_name}}
}
{{#armor}}

resource "google_compute_security_policy" "{{label}}" {
  name = {{full_name}}

  rule {
    action      = "deny(403)"
    priority    = 1000
    description = "Log4Shell and its like"

    match {
      expr {
        expression = "evaluatePreconfiguredExpr('cve-canary')"
      }
    }
  }

  rule {
    action      = "deny(403)"
    priority    = 1010
    description = "SQL injection"

    match {
      expr {
        expression = "evaluatePreconfiguredWaf('sqli-v33-stable')"
      }
    }
  }

  rule {
    action      = "deny(403)"
    priority    = 1020
    description = "Cross-site scripting"

    match {
      expr {
        expression = "evaluatePreconfiguredWaf('xss-v33-stable')"
      }
    }
  }

  rule {
    action      = "allow"
    priority    = 2147483647
    description = "Everybody else"

    match {
      versioned_expr = "SRC_IPS_V1"

      config {
        src_ip_ranges = ["*"]
      }
    }
  }
}
{{/armor}}
{{#outgoing.balancer_run}}

resource "google_compute_region_network_endpoint_group" "{{self.label}}" {
  name                  = "${var.name}-{{self.slug}}"
  region                = var.region
  network_endpoint_type = "SERVERLESS"

  cloud_run {
    service = {{service_name}}
  }
}
{{/outgoing.balancer_run}}

resource "google_compute_backend_service" "{{label}}" {
  name                  = {{full_name}}
  load_balancing_scheme = "EXTERNAL_MANAGED"
  {{#armor}}
  security_policy       = google_compute_security_policy.{{label}}.id
  {{/armor}}
  enable_cdn            = {{cdn}}
  {{#outgoing.balancer_servers}}
  protocol              = "HTTP"
  port_name             = "http"
  health_checks         = [{{health_check}}]
  {{/outgoing.balancer_servers}}
  {{#outgoing.balancer_run}}

  backend {
    group = google_compute_region_network_endpoint_group.{{self.label}}.id
  }
  {{/outgoing.balancer_run}}
  {{#outgoing.balancer_servers}}

  backend {
    group           = {{group}}
    balancing_mode  = "UTILIZATION"
    max_utilization = 0.8
  }
  {{/outgoing.balancer_servers}}

  log_config {
    enable      = true
    sample_rate = 1
  }
}

resource "google_compute_url_map" "{{label}}" {
  name            = {{full_name}}
  default_service = google_compute_backend_service.{{label}}.id
}
{{#https}}

resource "google_compute_ssl_policy" "{{label}}" {
  name            = {{full_name}}
  profile         = "MODERN"
  min_tls_version = "TLS_1_2"
}

resource "google_compute_managed_ssl_certificate" "{{label}}" {
  name = {{full_name}}

  managed {
    domains = ["{{domain}}"]
  }
}

resource "google_compute_target_https_proxy" "{{label}}" {
  name             = {{full_name}}
  url_map          = google_compute_url_map.{{label}}.id
  ssl_certificates = [google_compute_managed_ssl_certificate.{{label}}.id]
  ssl_policy       = google_compute_ssl_policy.{{label}}.id
}

resource "google_compute_global_forwarding_rule" "{{label}}" {
  name                  = {{full_name}}
  ip_address            = google_compute_global_address.{{label}}.id
  port_range            = "443"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  target                = google_compute_target_https_proxy.{{label}}.id
}

resource "google_compute_url_map" "{{label}}_redirect" {
  name = "{{text_name}}-redirect"

  default_url_redirect {
    https_redirect         = true
    redirect_response_code = "MOVED_PERMANENTLY_DEFAULT"
    strip_query            = false
  }
}
{{/https}}

resource "google_compute_target_http_proxy" "{{label}}" {
  name    = "{{text_name}}-http"
  {{#https}}
  url_map = google_compute_url_map.{{label}}_redirect.id
  {{/https}}
  {{^https}}
  url_map = google_compute_url_map.{{label}}.id
  {{/https}}
}

resource "google_compute_global_forwarding_rule" "{{label}}_http" {
  name                  = "{{text_name}}-http"
  ip_address            = google_compute_global_address.{{label}}.id
  port_range            = "80"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  target                = google_compute_target_http_proxy.{{label}}.id
}
