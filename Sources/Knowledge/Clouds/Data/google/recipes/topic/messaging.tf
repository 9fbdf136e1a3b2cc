resource "google_pubsub_topic" "{{label}}" {
  name                       = {{full_name}}
  {{#has.keep_days}}
  message_retention_duration = "${ {{keep_days}} * 86400 }s"
  {{/has.keep_days}}
  {{#is.encryption.customer}}
  kms_key_name               = {{key.id}}
  {{/is.encryption.customer}}

  message_storage_policy {
    allowed_persistence_regions = [var.region]
  }
}
