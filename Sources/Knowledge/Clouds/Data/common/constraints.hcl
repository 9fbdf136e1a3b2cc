# What these providers demand beyond their schemas, from their documentation.

constraint "time_offset" {
  any_of = [["offset_years", "offset_months", "offset_days", "offset_hours", "offset_minutes", "offset_seconds"]]
}

constraint "time_rotating" {
  any_of = [["rotation_years", "rotation_months", "rotation_days", "rotation_hours", "rotation_minutes", "rotation_rfc3339"]]
}

constraint "time_sleep" {
  any_of = [["create_duration", "destroy_duration"]]
  patterns = {
    create_duration  = ["^[0-9]+(\\.[0-9]+)?(ms|s|m|h)$", "a number with a unit, as 30s"]
    destroy_duration = ["^[0-9]+(\\.[0-9]+)?(ms|s|m|h)$", "a number with a unit, as 30s"]
  }
}
