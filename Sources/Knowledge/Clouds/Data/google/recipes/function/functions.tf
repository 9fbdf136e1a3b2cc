resource "google_service_account" "{{label}}" {
  account_id   = "${substr(var.name, 0, 12)}-{{slug}}"
  display_name = "Function {{name}}"
}

resource "google_cloudfunctions2_function" "{{label}}" {
  name     = {{full_name}}
  location = var.region

  build_config {
    runtime     = replace(replace("{{runtime}}", ".x", ""), ".", "")
    entry_point = "{{entry_point}}"

    source {
      storage_source {
        bucket = var.{{label}}_source_bucket
        object = var.{{label}}_source_object
      }
    }
  }

  service_config {
    available_memory      = "{{memory}}M"
    timeout_seconds       = {{timeout}}
    max_instance_count    = {{maximum}}
    ingress_settings      = "ALLOW_INTERNAL_ONLY"
    service_account_email = google_service_account.{{label}}.email
  }
  {{#incoming.topic_function}}

  event_trigger {
    event_type            = "google.cloud.pubsub.topic.v1.messagePublished"
    trigger_region        = var.region
    pubsub_topic          = {{id}}
    retry_policy          = "RETRY_POLICY_RETRY"
    service_account_email = google_service_account.{{self.label}}.email
  }
  {{/incoming.topic_function}}
  {{#incoming.bucket_function}}

  event_trigger {
    event_type            = "google.cloud.storage.object.v1.finalized"
    trigger_region        = var.region
    retry_policy          = "RETRY_POLICY_RETRY"
    service_account_email = google_service_account.{{self.label}}.email

    event_filters {
      attribute = "bucket"
      value     = {{bucket_name}}
    }
  }
  {{/incoming.bucket_function}}
}
