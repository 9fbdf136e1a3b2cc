resource "google_monitoring_alert_policy" "{{label}}" {
  display_name          = {{full_name}}
  combiner              = "OR"
  notification_channels = [{{target.id}}]

  conditions {
    display_name = "Above {{threshold}} %"

    condition_threshold {
      {{#outgoing.alert_subject}}
      filter          = "resource.type = \"{{metric_resource}}\" AND metric.type = \"{{metric}}\""
      {{/outgoing.alert_subject}}
      {{^outgoing.alert_subject}}
      filter          = "resource.type = \"gce_instance\" AND metric.type = \"compute.googleapis.com/instance/cpu/utilization\""
      {{/outgoing.alert_subject}}
      comparison      = "COMPARISON_GT"
      threshold_value = {{threshold}} / 100
      duration        = "300s"

      aggregations {
        alignment_period   = "60s"
        per_series_aligner = "ALIGN_MEAN"
      }
    }
  }
}
