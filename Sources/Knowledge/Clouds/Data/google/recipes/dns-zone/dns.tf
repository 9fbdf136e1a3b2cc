resource "google_dns_managed_zone" "{{label}}" {
  name        = {{full_name}}
  dns_name    = "{{domain}}."
  {{#private}}
  visibility  = "private"

  private_visibility_config {
    networks {
      network_url = {{network.id}}
    }
  }
  {{/private}}
  {{^private}}
  visibility  = "public"

  dnssec_config {
    state = "on"
  }

  cloud_logging_config {
    enable_logging = true
  }
  {{/private}}
}
