resource "google_container_cluster" "{{label}}" {
  name                     = {{full_name}}
  location                 = var.region
  network                  = {{network.id}}
  subnetwork               = {{network.subnet_id}}
  deletion_protection      = true
  {{#has.version}}
  min_master_version       = "{{version}}"
  {{/has.version}}
  {{#is.mode.autopilot}}
  enable_autopilot         = true
  {{/is.mode.autopilot}}
  {{#is.mode.standard}}
  remove_default_node_pool = true
  initial_node_count       = 1
  datapath_provider        = "ADVANCED_DATAPATH"
  {{/is.mode.standard}}

  ip_allocation_policy {
    cluster_secondary_range_name  = "pods"
    services_secondary_range_name = "services"
  }

  private_cluster_config {
    enable_private_nodes    = true
    enable_private_endpoint = true
  }

  master_authorized_networks_config {
    dynamic "cidr_blocks" {
      for_each = var.{{label}}_operators

      content {
        cidr_block = cidr_blocks.value
      }
    }
  }

  release_channel {
    channel = "REGULAR"
  }
  {{#is.mode.standard}}

  workload_identity_config {
    workload_pool = "${var.project}.svc.id.goog"
  }
  {{/is.mode.standard}}
  {{#is.encryption.customer}}

  database_encryption {
    state    = "ENCRYPTED"
    key_name = {{key.id}}
  }
  {{/is.encryption.customer}}

  maintenance_policy {
    recurring_window {
      start_time = "2026-01-03T02:00:00Z"
      end_time   = "2026-01-03T08:00:00Z"
      recurrence = "FREQ=WEEKLY;BYDAY=SA,SU"
    }
  }
}
{{#is.mode.standard}}

resource "google_service_account" "{{label}}_nodes" {
  account_id   = "${substr(var.name, 0, 12)}-{{slug}}-nodes"
  display_name = "Nodes of the cluster {{name}}"
}

resource "google_project_iam_member" "{{label}}_nodes" {
  project = var.project
  role    = "roles/container.defaultNodeServiceAccount"
  member  = google_service_account.{{label}}_nodes.member
}

resource "google_container_node_pool" "{{label}}" {
  name     = "workers"
  cluster  = google_container_cluster.{{label}}.id
  location = var.region

  autoscaling {
    total_min_node_count = {{nodes}}
    total_max_node_count = max({{nodes}}, {{maximum}})
    location_policy      = "BALANCED"
  }

  management {
    auto_repair  = true
    auto_upgrade = true
  }

  node_config {
    machine_type    = "{{instance_type}}"
    disk_size_gb    = 50
    disk_type       = "pd-balanced"
    service_account = google_service_account.{{label}}_nodes.email
    oauth_scopes    = ["https://www.googleapis.com/auth/cloud-platform"]

    workload_metadata_config {
      mode = "GKE_METADATA"
    }

    shielded_instance_config {
      enable_secure_boot          = true
      enable_integrity_monitoring = true
    }

    metadata = {
      disable-legacy-endpoints = "true"
    }
  }
}
{{/is.mode.standard}}
