# Machines, disks and functions.

rule "google-instance-public" {
  title      = "Machine with an address of the internet"
  severity   = "high"
  category   = "security"
  resource   = ["google_compute_instance", "google_compute_instance_template", "google_compute_instance_from_template"]
  require    = alltrue([for n in self.network_interface : length(coalesce(n.access_config, [])) == 0 && length(coalesce(n.ipv6_access_config, [])) == 0])
  message    = "A network_interface has an access_config."
  why        = "What answers on it is found by everybody."
  advice     = "Remove access_config; reach it by IAP or a balancer."
  references = ["CIS GCP 2.0 4.9", "trivy GCP-0031", "CKV_GCP_40"]
  pass {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
    }
  }
  fail {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
        access_config {
        }
      }
    }
  }
}

rule "google-instance-forwarding" {
  title      = "Machine that forwards"
  severity   = "medium"
  category   = "security"
  resource   = ["google_compute_instance", "google_compute_instance_template", "google_compute_instance_from_template"]
  require    = self.can_ip_forward != true
  message    = "can_ip_forward is true."
  why        = "Who gets in reaches past the rules of the network."
  advice     = "Set can_ip_forward to false."
  references = ["CIS GCP 2.0 4.6", "trivy GCP-0043", "CKV_GCP_36"]
  remedy {
    set {
      can_ip_forward = false
    }
  }
  pass {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
      can_ip_forward = false
    }
  }
  fail {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
      can_ip_forward = true
    }
  }
}

rule "google-instance-default-account" {
  title      = "Machine with the default account"
  severity   = "medium"
  category   = "security"
  resource   = ["google_compute_instance", "google_compute_instance_template", "google_compute_instance_from_template"]
  require    = length(self.service_account) > 0 && alltrue([for s in self.service_account : s.email != null && !can(regex("^[0-9]+-compute@developer\\.gserviceaccount\\.com$", s.email))])
  message    = "It runs as the default account."
  why        = "That account may edit the whole project."
  advice     = "Give it an account of its own."
  references = ["CIS GCP 2.0 4.1", "trivy GCP-0044", "CKV_GCP_30"]
  pass {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
      service_account {
        email  = "web@p.iam.gserviceaccount.com"
        scopes = ["cloud-platform"]
      }
    }
  }
  fail {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
      service_account {
        email  = "123456789-compute@developer.gserviceaccount.com"
        scopes = ["cloud-platform"]
      }
    }
  }
}

rule "google-instance-full-access" {
  title      = "Machine that may do everything"
  severity   = "high"
  category   = "security"
  resource   = ["google_compute_instance", "google_compute_instance_template", "google_compute_instance_from_template"]
  require    = alltrue([for s in coalesce(self.service_account, []) : !((s.email == null || can(regex("^[0-9]+-compute@developer\\.gserviceaccount\\.com$", s.email))) && anytrue([for v in s.scopes : contains(["cloud-platform", "https://www.googleapis.com/auth/cloud-platform"], v)]))])
  message    = "The default account has the scope cloud-platform."
  why        = "Who gets in edits the whole project."
  advice     = "Give it an account of its own with the roles it needs."
  references = ["CIS GCP 2.0 4.2", "CKV_GCP_31"]
  pass {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
    }
  }
  fail {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
      service_account {
        scopes = ["cloud-platform"]
      }
    }
  }
}

rule "google-instance-serial" {
  title      = "Machine with a console of the internet"
  severity   = "medium"
  category   = "security"
  resource   = ["google_compute_instance", "google_compute_instance_template", "google_compute_instance_from_template"]
  require    = !contains(["true", "1", "yes", "y"], try(lower(tostring(self.metadata["serial-port-enable"])), ""))
  message    = "serial-port-enable is true."
  why        = "It is reached past the firewall, with a password."
  advice     = "Leave serial-port-enable as it is by default."
  references = ["CIS GCP 2.0 4.5", "trivy GCP-0032", "CKV_GCP_35"]
  pass {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
    }
  }
  fail {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
      metadata = { serial-port-enable = "true" }
    }
  }
}

rule "google-instance-oslogin" {
  title      = "Machine with keys of its own"
  severity   = "medium"
  category   = "security"
  resource   = ["google_compute_instance", "google_compute_instance_template", "google_compute_instance_from_template"]
  require    = !contains(["false", "0", "no", "n"], try(lower(tostring(self.metadata["enable-oslogin"])), ""))
  message    = "enable-oslogin is false."
  why        = "Keys in metadata belong to nobody and are not withdrawn."
  advice     = "Leave enable-oslogin as it is by default."
  references = ["CIS GCP 2.0 4.4", "trivy GCP-0036", "CKV_GCP_34"]
  pass {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
    }
  }
  fail {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
      metadata = { enable-oslogin = "false" }
    }
  }
}

rule "google-instance-project-keys" {
  title      = "Machine that takes the keys of the project"
  severity   = "medium"
  category   = "security"
  resource   = ["google_compute_instance", "google_compute_instance_template", "google_compute_instance_from_template"]
  require    = contains(["true", "1", "yes", "y"], try(lower(tostring(self.metadata["block-project-ssh-keys"])), ""))
  message    = "block-project-ssh-keys is not true."
  why        = "One key opens every machine."
  advice     = "Set block-project-ssh-keys to true."
  references = ["CIS GCP 2.0 4.3", "trivy GCP-0030", "CKV_GCP_32"]
  pass {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
      metadata = { block-project-ssh-keys = "true" }
    }
  }
  fail {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
      metadata = { block-project-ssh-keys = "false" }
    }
  }
}

rule "google-project-oslogin" {
  title      = "Machines with keys of their own"
  severity   = "medium"
  category   = "security"
  resource   = ["google_compute_project_metadata", "google_compute_project_metadata_item"]
  require    = type == "google_compute_project_metadata_item" ? self.key != "enable-oslogin" || contains(["true", "1", "yes", "y"], lower(tostring(self.value))) : contains(["true", "1", "yes", "y"], try(lower(tostring(self.metadata["enable-oslogin"])), ""))
  message    = "enable-oslogin is not true."
  why        = "Keys in metadata belong to nobody and are not withdrawn."
  advice     = "Set enable-oslogin to TRUE."
  references = ["CIS GCP 2.0 4.4", "trivy GCP-0042", "CKV_GCP_33"]
  pass {
    resource "google_compute_project_metadata" "x" {
      metadata = { enable-oslogin = "TRUE" }
    }
  }
  fail {
    resource "google_compute_project_metadata" "x" {
      metadata = { enable-oslogin = "FALSE" }
    }
  }
}

rule "google-shielded-boot" {
  title      = "Machine that starts unsigned code"
  severity   = "low"
  category   = "security"
  resource   = ["google_compute_instance", "google_compute_instance_template", "google_compute_instance_from_template"]
  require    = self.shielded_instance_config[0].enable_secure_boot == true
  message    = "enable_secure_boot is not true."
  why        = "A changed kernel is not noticed."
  advice     = "Set enable_secure_boot in shielded_instance_config."
  references = ["trivy GCP-0067"]
  remedy {
    set {
      shielded_instance_config {
        enable_secure_boot = true
      }
    }
  }
  pass {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
      shielded_instance_config {
        enable_secure_boot = true
      }
    }
  }
  fail {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
    }
  }
}

rule "google-shielded-vtpm" {
  title      = "Machine without a measured start"
  severity   = "low"
  category   = "security"
  resource   = ["google_compute_instance", "google_compute_instance_template", "google_compute_instance_from_template"]
  require    = self.shielded_instance_config[0].enable_vtpm != false
  message    = "enable_vtpm is false."
  why        = "A changed start is not noticed."
  advice     = "Leave enable_vtpm true."
  references = ["CIS GCP 2.0 4.8", "trivy GCP-0041", "CKV_GCP_39"]
  remedy {
    set {
      shielded_instance_config {
        enable_vtpm = true
      }
    }
  }
  pass {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
      shielded_instance_config {
        enable_vtpm = true
      }
    }
  }
  fail {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
      shielded_instance_config {
        enable_vtpm = false
      }
    }
  }
}

rule "google-shielded-integrity" {
  title      = "Machine whose start is not compared"
  severity   = "low"
  category   = "security"
  resource   = ["google_compute_instance", "google_compute_instance_template", "google_compute_instance_from_template"]
  require    = self.shielded_instance_config[0].enable_integrity_monitoring != false
  message    = "enable_integrity_monitoring is false."
  why        = "A changed start is not noticed."
  advice     = "Leave enable_integrity_monitoring true."
  references = ["CIS GCP 2.0 4.8", "trivy GCP-0045", "CKV_GCP_39"]
  remedy {
    set {
      shielded_instance_config {
        enable_integrity_monitoring = true
      }
    }
  }
  pass {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
      shielded_instance_config {
        enable_integrity_monitoring = true
      }
    }
  }
  fail {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
      shielded_instance_config {
        enable_integrity_monitoring = false
      }
    }
  }
}

rule "google-instance-disk-key" {
  title      = "Disks of a machine without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_compute_instance"
  require    = alltrue([for d in concat(coalesce(self.boot_disk, []), coalesce(self.attached_disk, [])) : d.kms_key_self_link != null || d.disk_encryption_key_raw != null || d.source != null])
  message    = "A disk has no kms_key_self_link."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_self_link."
  references = ["CIS GCP 2.0 4.7", "trivy GCP-0033", "CKV_GCP_38"]
  pass {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
        kms_key_self_link = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
      network_interface {
        subnetwork = "s"
      }
    }
  }
  fail {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
    }
  }
}

rule "google-disk-key" {
  title      = "Disk without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = ["google_compute_disk", "google_compute_region_disk"]
  require    = is_set("disk_encryption_key.kms_key_self_link") || is_set("disk_encryption_key.raw_key")
  message    = "disk_encryption_key has no kms_key_self_link."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Add disk_encryption_key with kms_key_self_link."
  references = ["trivy GCP-0034", "CKV_GCP_37"]
  pass {
    resource "google_compute_disk" "x" {
      name = "a"
      disk_encryption_key {
        kms_key_self_link = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    }
  }
  fail {
    resource "google_compute_disk" "x" {
      name = "a"
    }
  }
}

rule "google-disk-key-in-clear" {
  title      = "Key of a disk in clear"
  severity   = "critical"
  category   = "security"
  resource   = ["google_compute_disk", "google_compute_region_disk", "google_compute_snapshot", "google_compute_image", "google_compute_instance"]
  require    = alltrue([for k in concat(coalesce(self.disk_encryption_key, []), coalesce(self.snapshot_encryption_key, []), coalesce(self.image_encryption_key, [])) : !is_literal(k.raw_key)]) && alltrue([for d in concat(coalesce(self.boot_disk, []), coalesce(self.attached_disk, [])) : !is_literal(d.disk_encryption_key_raw)])
  message    = "A key stands in the configuration."
  why        = "Whoever reads the repository reads the disk."
  advice     = "Use kms_key_self_link."
  references = ["trivy GCP-0037", "CWE-798"]
  pass {
    resource "google_compute_disk" "x" {
      name = "a"
      disk_encryption_key {
        kms_key_self_link = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    }
  }
  fail {
    resource "google_compute_disk" "x" {
      name = "a"
      disk_encryption_key {
        raw_key = "c29tZXRoaW5nIHNlY3JldA=="
      }
    }
  }
}

rule "google-instance-secrets" {
  title      = "Machine with a secret in its start script"
  severity   = "critical"
  category   = "security"
  resource   = ["google_compute_instance", "google_compute_instance_template", "google_compute_instance_from_template"]
  require    = !is_secret_text(self.metadata_startup_script) && !is_secret_text(self.metadata)
  message    = "Metadata holds what looks like a credential."
  why        = "Whoever may look at the machine reads it."
  advice     = "Take secrets from Secret Manager."
  references = ["CWE-798"]
  pass {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
    }
  }
  fail {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
      metadata_startup_script = "export KEY=AKIAABCDEFGHIJKLMNOP"
    }
  }
}

rule "google-instance-deletion" {
  title      = "Machine can be deleted at once"
  severity   = "info"
  category   = "reliability"
  resource   = "google_compute_instance"
  require    = self.deletion_protection == true
  message    = "deletion_protection is not true."
  why        = "One command removes it with everything in it."
  advice     = "Set deletion_protection to true."
  references = ["Google Cloud: deletion protection"]
  remedy {
    set {
      deletion_protection = true
    }
  }
  pass {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
      deletion_protection = true
    }
  }
  fail {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
    }
  }
}

rule "google-instance-confidential" {
  title      = "Machine whose memory is in clear"
  severity   = "info"
  category   = "security"
  resource   = ["google_compute_instance", "google_compute_instance_template", "google_compute_instance_from_template"]
  require    = self.confidential_instance_config[0].enable_confidential_compute == true || is_set("confidential_instance_config.confidential_instance_type")
  message    = "confidential_instance_config is not enabled."
  why        = "Who gets at the host reads the memory."
  advice     = "Add confidential_instance_config where that counts."
  references = ["CIS GCP 2.0 4.11"]
  pass {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
      confidential_instance_config {
        enable_confidential_compute = true
      }
    }
  }
  fail {
    resource "google_compute_instance" "x" {
      machine_type = "e2-medium"
      name         = "a"
      boot_disk {
      }
      network_interface {
        subnetwork = "s"
      }
    }
  }
}

rule "google-function-everybody" {
  title      = "Function open to everybody"
  severity   = "high"
  category   = "security"
  resource   = ["google_cloudfunctions_function_iam_member", "google_cloudfunctions_function_iam_binding"]
  require    = !contains(["allUsers", "allAuthenticatedUsers"], coalesce(self.member, "none")) && length(setintersection(coalesce(self.members, []), ["allUsers", "allAuthenticatedUsers"])) == 0
  message    = "Everybody is a member."
  why        = "Everybody of the internet has the role."
  advice     = "Name accounts or groups."
  references = ["CKV_GCP_107"]
  pass {
    resource "google_cloudfunctions_function_iam_member" "x" {
      cloud_function = "f"
      member         = "group:keepers@example.org"
      role           = "roles/viewer"
    }
  }
  fail {
    resource "google_cloudfunctions_function_iam_member" "x" {
      cloud_function = "f"
      member         = "allUsers"
      role           = "roles/viewer"
    }
  }
}

rule "google-function2-everybody" {
  title      = "Function open to everybody"
  severity   = "high"
  category   = "security"
  resource   = ["google_cloudfunctions2_function_iam_member", "google_cloudfunctions2_function_iam_binding"]
  require    = !contains(["allUsers", "allAuthenticatedUsers"], coalesce(self.member, "none")) && length(setintersection(coalesce(self.members, []), ["allUsers", "allAuthenticatedUsers"])) == 0
  message    = "Everybody is a member."
  why        = "Everybody of the internet has the role."
  advice     = "Name accounts or groups."
  references = ["CKV_GCP_107"]
  pass {
    resource "google_cloudfunctions2_function_iam_member" "x" {
      cloud_function = "f"
      member         = "group:keepers@example.org"
      role           = "roles/viewer"
    }
  }
  fail {
    resource "google_cloudfunctions2_function_iam_member" "x" {
      cloud_function = "f"
      member         = "allUsers"
      role           = "roles/viewer"
    }
  }
}

rule "google-run-everybody" {
  title      = "Service open to everybody"
  severity   = "medium"
  category   = "security"
  resource   = ["google_cloud_run_service_iam_member", "google_cloud_run_service_iam_binding"]
  require    = !contains(["allUsers", "allAuthenticatedUsers"], coalesce(self.member, "none")) && length(setintersection(coalesce(self.members, []), ["allUsers", "allAuthenticatedUsers"])) == 0
  message    = "Everybody is a member."
  why        = "Everybody of the internet has the role."
  advice     = "Name accounts or groups."
  references = ["CKV_GCP_102"]
  pass {
    resource "google_cloud_run_service_iam_member" "x" {
      member  = "group:keepers@example.org"
      role    = "roles/viewer"
      service = "s"
    }
  }
  fail {
    resource "google_cloud_run_service_iam_member" "x" {
      member  = "allUsers"
      role    = "roles/viewer"
      service = "s"
    }
  }
}

rule "google-run2-everybody" {
  title      = "Service open to everybody"
  severity   = "medium"
  category   = "security"
  resource   = ["google_cloud_run_v2_service_iam_member", "google_cloud_run_v2_service_iam_binding"]
  require    = !contains(["allUsers", "allAuthenticatedUsers"], coalesce(self.member, "none")) && length(setintersection(coalesce(self.members, []), ["allUsers", "allAuthenticatedUsers"])) == 0
  message    = "Everybody is a member."
  why        = "Everybody of the internet has the role."
  advice     = "Name accounts or groups."
  references = ["CKV_GCP_102"]
  pass {
    resource "google_cloud_run_v2_service_iam_member" "x" {
      member = "group:keepers@example.org"
      name   = "s"
      role   = "roles/viewer"
    }
  }
  fail {
    resource "google_cloud_run_v2_service_iam_member" "x" {
      member = "allUsers"
      name   = "s"
      role   = "roles/viewer"
    }
  }
}

rule "google-function-ingress" {
  title      = "Function reachable from everywhere"
  severity   = "medium"
  category   = "security"
  resource   = ["google_cloudfunctions_function", "google_cloudfunctions2_function"]
  require    = contains(["ALLOW_INTERNAL_ONLY", "ALLOW_INTERNAL_AND_GCLB"], coalesce(self.ingress_settings, self.service_config[0].ingress_settings, "ALLOW_ALL"))
  message    = "ingress_settings is ALLOW_ALL."
  why        = "What is meant for inside is found by everybody."
  advice     = "Set ingress_settings to ALLOW_INTERNAL_AND_GCLB."
  references = ["CKV_GCP_124"]
  pass {
    resource "google_cloudfunctions_function" "x" {
      name             = "a"
      runtime          = "python312"
      ingress_settings = "ALLOW_INTERNAL_ONLY"
    }
  }
  fail {
    resource "google_cloudfunctions_function" "x" {
      name    = "a"
      runtime = "python312"
    }
  }
}

rule "google-function-http" {
  title      = "Function answers in clear"
  severity   = "medium"
  category   = "security"
  resource   = "google_cloudfunctions_function"
  applies    = self.trigger_http == true
  require    = self.https_trigger_security_level == "SECURE_ALWAYS"
  message    = "https_trigger_security_level is not SECURE_ALWAYS."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set https_trigger_security_level to SECURE_ALWAYS."
  references = ["CKV2_GCP_10"]
  remedy {
    set {
      https_trigger_security_level = "SECURE_ALWAYS"
    }
  }
  pass {
    resource "google_cloudfunctions_function" "x" {
      name                         = "a"
      runtime                      = "python312"
      trigger_http                 = true
      https_trigger_security_level = "SECURE_ALWAYS"
    }
  }
  fail {
    resource "google_cloudfunctions_function" "x" {
      name         = "a"
      runtime      = "python312"
      trigger_http = true
    }
  }
}

rule "google-run-ingress" {
  title      = "Service reachable from everywhere"
  severity   = "low"
  category   = "security"
  resource   = "google_cloud_run_v2_service"
  require    = contains(["INGRESS_TRAFFIC_INTERNAL_ONLY", "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"], self.ingress)
  message    = "ingress is ${coalesce(self.ingress, "INGRESS_TRAFFIC_ALL")}."
  why        = "What is meant for inside is found by everybody."
  advice     = "Set ingress to INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER."
  references = ["Google Cloud Run: restricting ingress"]
  remedy {
    set {
      ingress = "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"
    }
  }
  pass {
    resource "google_cloud_run_v2_service" "x" {
      location = "europe-west1"
      name     = "a"
      template {
      }
      ingress = "INGRESS_TRAFFIC_INTERNAL_ONLY"
    }
  }
  fail {
    resource "google_cloud_run_v2_service" "x" {
      location = "europe-west1"
      name     = "a"
      template {
      }
    }
  }
}

rule "google-build-workers" {
  title      = "Builds with addresses of the internet"
  severity   = "medium"
  category   = "security"
  resource   = "google_cloudbuild_worker_pool"
  require    = self.worker_config[0].no_external_ip == true
  message    = "no_external_ip is not true."
  why        = "What they load and send passes no control of the network."
  advice     = "Set no_external_ip to true."
  references = ["CKV_GCP_86"]
  remedy {
    set {
      worker_config {
        no_external_ip = true
      }
    }
  }
  pass {
    resource "google_cloudbuild_worker_pool" "x" {
      location = "europe-west1"
      name     = "a"
      worker_config {
        no_external_ip = true
      }
    }
  }
  fail {
    resource "google_cloudbuild_worker_pool" "x" {
      location = "europe-west1"
      name     = "a"
      worker_config {
        machine_type = "e2-standard-4"
      }
    }
  }
}
