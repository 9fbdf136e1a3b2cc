resource "google_bigquery_dataset" "{{label}}" {
  dataset_id                  = {{#named}}"{{name}}"{{/named}}{{^named}}replace("${var.name}_{{label}}", "-", "_"){{/named}}
  {{#has.location}}
  location                    = "{{location}}"
  {{/has.location}}
  {{^has.location}}
  location                    = var.region
  {{/has.location}}
  delete_contents_on_destroy  = false
  {{#has.expire_days}}
  default_table_expiration_ms = {{expire_days}} * 86400000
  {{/has.expire_days}}
  {{#is.encryption.customer}}

  default_encryption_configuration {
    kms_key_name = {{key.id}}
  }
  {{/is.encryption.customer}}
}
