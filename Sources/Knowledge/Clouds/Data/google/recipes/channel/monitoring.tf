resource "google_monitoring_notification_channel" "{{label}}" {
  display_name = "Operators"
  type         = "email"

  labels = {
    {{#has.email}}
    email_address = "{{email}}"
    {{/has.email}}
    {{^has.email}}
    email_address = var.alert_address
    {{/has.email}}
  }
}
