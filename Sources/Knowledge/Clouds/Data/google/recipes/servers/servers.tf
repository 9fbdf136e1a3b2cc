resource "google_service_account" "{{label}}" {
  account_id   = "${substr(var.name, 0, 12)}-{{slug}}"
  display_name = "Instances {{name}}"
}
{{#is.mode.fixed}}

resource "google_compute_instance" "{{label}}" {
  count = {{count}}

  name                      = "{{text_name}}-${count.index + 1}"
  machine_type              = "{{instance_type}}"
  zone                      = element(data.google_compute_zones.available.names, count.index)
  allow_stopping_for_update = true
  tags                      = ["{{slug}}"]

  boot_disk {
    initialize_params {
      image = "ubuntu-os-cloud/ubuntu-2404-lts-amd64"
      size  = {{disk_gb}}
      type  = "{{disk_type}}"
    }
  }

  network_interface {
    subnetwork = {{network.subnet_id}}
    {{#public}}

    access_config {
      network_tier = "PREMIUM"
    }
    {{/public}}
  }

  service_account {
    email  = google_service_account.{{label}}.email
    scopes = ["cloud-platform"]
  }

  shielded_instance_config {
    enable_secure_boot          = true
    enable_vtpm                 = true
    enable_integrity_monitoring = true
  }

  metadata = {
    enable-oslogin         = "TRUE"
    block-project-ssh-keys = "TRUE"
  }
}
{{#behind_balancer}}

resource "google_compute_instance_group" "{{label}}" {
  name      = "{{text_name}}"
  zone      = element(data.google_compute_zones.available.names, 0)
  instances = [for i in google_compute_instance.{{label}} : i.self_link if i.zone == element(data.google_compute_zones.available.names, 0)]

  named_port {
    name = "http"
    port = {{port}}
  }
}

resource "google_compute_health_check" "{{label}}" {
  name               = "${var.name}-{{slug}}"
  check_interval_sec = 10

  http_health_check {
    port         = {{port}}
    request_path = "/"
  }
}
{{/behind_balancer}}
{{/is.mode.fixed}}
{{#is.mode.group}}

resource "google_compute_instance_template" "{{label}}" {
  name_prefix  = "${var.name}-{{slug}}-"
  machine_type = "{{instance_type}}"
  tags         = ["{{slug}}"]

  disk {
    source_image = "ubuntu-os-cloud/ubuntu-2404-lts-amd64"
    boot         = true
    auto_delete  = true
    disk_size_gb = {{disk_gb}}
    disk_type    = "{{disk_type}}"
  }

  network_interface {
    subnetwork = {{network.subnet_id}}
    {{#public}}

    access_config {
      network_tier = "PREMIUM"
    }
    {{/public}}
  }

  service_account {
    email  = google_service_account.{{label}}.email
    scopes = ["cloud-platform"]
  }

  shielded_instance_config {
    enable_secure_boot          = true
    enable_vtpm                 = true
    enable_integrity_monitoring = true
  }

  metadata = {
    enable-oslogin         = "TRUE"
    block-project-ssh-keys = "TRUE"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "google_compute_health_check" "{{label}}" {
  name               = "${var.name}-{{slug}}"
  check_interval_sec = 10

  http_health_check {
    port         = {{port}}
    request_path = "/"
  }
}

resource "google_compute_region_instance_group_manager" "{{label}}" {
  name               = {{full_name}}
  base_instance_name = "{{slug}}"
  region             = var.region
  target_size        = {{count}}

  version {
    instance_template = google_compute_instance_template.{{label}}.id
  }

  named_port {
    name = "http"
    port = {{port}}
  }

  auto_healing_policies {
    health_check      = google_compute_health_check.{{label}}.id
    initial_delay_sec = 300
  }

  update_policy {
    type                         = "PROACTIVE"
    minimal_action               = "REPLACE"
    max_surge_fixed              = 3
    max_unavailable_fixed        = 0
    instance_redistribution_type = "PROACTIVE"
  }

  lifecycle {
    ignore_changes = [target_size]
  }
}

resource "google_compute_region_autoscaler" "{{label}}" {
  name   = "${var.name}-{{slug}}"
  region = var.region
  target = google_compute_region_instance_group_manager.{{label}}.id

  autoscaling_policy {
    min_replicas    = {{count}}
    max_replicas    = {{maximum}}
    cooldown_period = 60

    cpu_utilization {
      target = 0.6
    }
  }
}

resource "google_compute_firewall" "{{label}}_health" {
  name          = "${var.name}-{{slug}}-health"
  network       = {{network.id}}
  direction     = "INGRESS"
  source_ranges = ["35.191.0.0/16", "130.211.0.0/22"]
  target_tags   = ["{{slug}}"]

  allow {
    protocol = "tcp"
    ports    = ["{{port}}"]
  }
}
{{/is.mode.group}}
{{#is.mode.fixed}}
{{#behind_balancer}}

resource "google_compute_firewall" "{{label}}_health" {
  name          = "${var.name}-{{slug}}-health"
  network       = {{network.id}}
  direction     = "INGRESS"
  source_ranges = ["35.191.0.0/16", "130.211.0.0/22"]
  target_tags   = ["{{slug}}"]

  allow {
    protocol = "tcp"
    ports    = ["{{port}}"]
  }
}
{{/behind_balancer}}
{{/is.mode.fixed}}
