resource "google_storage_bucket" "{{label}}" {
  name                        = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.project}-${var.name}-{{slug}}"{{/named}}
  {{#has.location}}
  location                    = "{{location}}"
  {{/has.location}}
  {{^has.location}}
  location                    = var.region
  {{/has.location}}
  storage_class               = "{{storage_class}}"
  uniform_bucket_level_access = true
  {{#website}}
  public_access_prevention    = "inherited"
  {{/website}}
  {{^website}}
  public_access_prevention    = "enforced"
  {{/website}}

  versioning {
    enabled = {{versioning}}
  }
  {{#is.encryption.customer}}

  encryption {
    default_kms_key_name = {{key.id}}
  }
  {{/is.encryption.customer}}
  {{#website}}

  website {
    main_page_suffix = "index.html"
    not_found_page   = "404.html"
  }
  {{/website}}
  {{#has.nearline_days}}

  lifecycle_rule {
    action {
      type          = "SetStorageClass"
      storage_class = "NEARLINE"
    }

    condition {
      age = {{nearline_days}}
    }
  }
  {{/has.nearline_days}}
  {{#has.coldline_days}}

  lifecycle_rule {
    action {
      type          = "SetStorageClass"
      storage_class = "COLDLINE"
    }

    condition {
      age = {{coldline_days}}
    }
  }
  {{/has.coldline_days}}
  {{#has.archive_days}}

  lifecycle_rule {
    action {
      type          = "SetStorageClass"
      storage_class = "ARCHIVE"
    }

    condition {
      age = {{archive_days}}
    }
  }
  {{/has.archive_days}}
  {{#has.keep_days}}

  lifecycle_rule {
    action {
      type = "Delete"
    }

    condition {
      age = {{keep_days}}
    }
  }
  {{/has.keep_days}}

  lifecycle_rule {
    action {
      type = "Delete"
    }

    condition {
      num_newer_versions = 5
      with_state         = "ARCHIVED"
    }
  }
}
{{#website}}

resource "google_storage_bucket_iam_member" "{{label}}_readers" {
  bucket = google_storage_bucket.{{label}}.name
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}
{{/website}}
