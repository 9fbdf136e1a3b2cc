{{#dead_letter}}
resource "google_pubsub_topic" "{{label}}_dead" {
  name = "{{text_name}}-failed"

  message_storage_policy {
    allowed_persistence_regions = [var.region]
  }
}

resource "google_pubsub_subscription" "{{label}}_dead" {
  name                       = "{{text_name}}-failed"
  topic                      = google_pubsub_topic.{{label}}_dead.id
  message_retention_duration = "604800s"

  expiration_policy {
    ttl = ""
  }
}

{{/dead_letter}}
resource "google_pubsub_subscription" "{{label}}" {
  name                       = {{full_name}}
  topic                      = {{topic.id}}
  ack_deadline_seconds       = {{ack_seconds}}
  message_retention_duration = "${ {{keep_days}} * 86400 }s"
  enable_message_ordering    = {{fifo}}

  expiration_policy {
    ttl = ""
  }

  retry_policy {
    minimum_backoff = "10s"
    maximum_backoff = "600s"
  }
  {{#dead_letter}}

  dead_letter_policy {
    dead_letter_topic     = google_pubsub_topic.{{label}}_dead.id
    max_delivery_attempts = 5
  }
  {{/dead_letter}}
}
{{#dead_letter}}

# Pub/Sub itself moves what fails, and may do so only with these two.
resource "google_pubsub_topic_iam_member" "{{label}}_dead" {
  topic  = google_pubsub_topic.{{label}}_dead.id
  role   = "roles/pubsub.publisher"
  member = "serviceAccount:service-${data.google_project.current.number}@gcp-sa-pubsub.iam.gserviceaccount.com"
}

resource "google_pubsub_subscription_iam_member" "{{label}}_dead" {
  subscription = google_pubsub_subscription.{{label}}.id
  role         = "roles/pubsub.subscriber"
  member       = "serviceAccount:service-${data.google_project.current.number}@gcp-sa-pubsub.iam.gserviceaccount.com"
}
{{/dead_letter}}
