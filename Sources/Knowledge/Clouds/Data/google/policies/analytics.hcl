# Analytics and learning.

rule "google-dataproc-key" {
  title      = "Data cluster without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_dataproc_cluster"
  require    = is_set("cluster_config.encryption_config.kms_key_name")
  message    = "cluster_config.encryption_config.kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set cluster_config.encryption_config.kms_key_name."
  references = ["CKV_GCP_91"]
  pass {
    resource "google_dataproc_cluster" "x" {
      name = "a"
      cluster_config {
        encryption_config {
          kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
        }
      }
    }
  }
  fail {
    resource "google_dataproc_cluster" "x" {
      name = "a"
    }
  }
}

rule "google-dataproc-public" {
  title      = "Data cluster with addresses of the internet"
  severity   = "medium"
  category   = "security"
  resource   = "google_dataproc_cluster"
  require    = self.cluster_config[0].gce_cluster_config[0].internal_ip_only == true
  message    = "internal_ip_only is not true."
  why        = "What answers on it is found by everybody."
  advice     = "Set internal_ip_only to true."
  references = ["CKV_GCP_103"]
  remedy {
    set {
      cluster_config {
        gce_cluster_config {
          internal_ip_only = true
        }
      }
    }
  }
  pass {
    resource "google_dataproc_cluster" "x" {
      name = "a"
      cluster_config {
        gce_cluster_config {
          internal_ip_only = true
        }
      }
    }
  }
  fail {
    resource "google_dataproc_cluster" "x" {
      name = "a"
      cluster_config {
        gce_cluster_config {
          zone = "europe-west1-b"
        }
      }
    }
  }
}

rule "google-dataproc-everybody" {
  title      = "Data cluster open to everybody"
  severity   = "high"
  category   = "security"
  resource   = ["google_dataproc_cluster_iam_member", "google_dataproc_cluster_iam_binding"]
  require    = !contains(["allUsers", "allAuthenticatedUsers"], coalesce(self.member, "none")) && length(setintersection(coalesce(self.members, []), ["allUsers", "allAuthenticatedUsers"])) == 0
  message    = "Everybody is a member."
  why        = "Everybody of the internet has the role."
  advice     = "Name accounts or groups."
  references = ["CKV_GCP_98"]
  pass {
    resource "google_dataproc_cluster_iam_member" "x" {
      cluster = "c"
      member  = "group:keepers@example.org"
      role    = "roles/viewer"
    }
  }
  fail {
    resource "google_dataproc_cluster_iam_member" "x" {
      cluster = "c"
      member  = "allUsers"
      role    = "roles/viewer"
    }
  }
}

rule "google-dataflow-private" {
  title      = "Data job with addresses of the internet"
  severity   = "medium"
  category   = "security"
  resource   = "google_dataflow_job"
  require    = self.ip_configuration == "WORKER_IP_PRIVATE"
  message    = "ip_configuration is not WORKER_IP_PRIVATE."
  why        = "What answers on its machines is found by everybody."
  advice     = "Set ip_configuration to WORKER_IP_PRIVATE."
  references = ["CKV_GCP_94"]
  remedy {
    set {
      ip_configuration = "WORKER_IP_PRIVATE"
    }
  }
  pass {
    resource "google_dataflow_job" "x" {
      name              = "a"
      temp_gcs_location = "a"
      template_gcs_path = "a"
      ip_configuration  = "WORKER_IP_PRIVATE"
    }
  }
  fail {
    resource "google_dataflow_job" "x" {
      name              = "a"
      temp_gcs_location = "a"
      template_gcs_path = "a"
      ip_configuration  = "WORKER_IP_PUBLIC"
    }
  }
}

rule "google-dataflow-key" {
  title      = "Data job without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_dataflow_job"
  require    = is_set("kms_key_name")
  message    = "kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_name."
  references = ["CKV_GCP_90"]
  pass {
    resource "google_dataflow_job" "x" {
      name              = "a"
      temp_gcs_location = "a"
      template_gcs_path = "a"
      kms_key_name      = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
    }
  }
  fail {
    resource "google_dataflow_job" "x" {
      name              = "a"
      temp_gcs_location = "a"
      template_gcs_path = "a"
    }
  }
}

rule "google-fusion-private" {
  title      = "Data fusion with an address of the internet"
  severity   = "medium"
  category   = "security"
  resource   = "google_data_fusion_instance"
  require    = self.private_instance == true
  message    = "private_instance is not true."
  why        = "Only its sign-in keeps the internet out."
  advice     = "Set private_instance to true."
  references = ["CKV_GCP_87"]
  remedy {
    set {
      private_instance = true
    }
  }
  pass {
    resource "google_data_fusion_instance" "x" {
      name             = "a"
      type             = "BASIC"
      private_instance = true
    }
  }
  fail {
    resource "google_data_fusion_instance" "x" {
      name = "a"
      type = "BASIC"
    }
  }
}

rule "google-fusion-logging" {
  title      = "Data fusion without logs"
  severity   = "low"
  category   = "operations"
  resource   = "google_data_fusion_instance"
  require    = self.enable_stackdriver_logging == true
  message    = "enable_stackdriver_logging is not true."
  why        = "Why it failed cannot be told."
  advice     = "Set enable_stackdriver_logging to true."
  references = ["CKV_GCP_104"]
  remedy {
    set {
      enable_stackdriver_logging = true
    }
  }
  pass {
    resource "google_data_fusion_instance" "x" {
      name                       = "a"
      type                       = "BASIC"
      enable_stackdriver_logging = true
    }
  }
  fail {
    resource "google_data_fusion_instance" "x" {
      name = "a"
      type = "BASIC"
    }
  }
}

rule "google-fusion-monitoring" {
  title      = "Data fusion without measurements"
  severity   = "low"
  category   = "operations"
  resource   = "google_data_fusion_instance"
  require    = self.enable_stackdriver_monitoring == true
  message    = "enable_stackdriver_monitoring is not true."
  why        = "Why it failed cannot be told."
  advice     = "Set enable_stackdriver_monitoring to true."
  references = ["CKV_GCP_105"]
  remedy {
    set {
      enable_stackdriver_monitoring = true
    }
  }
  pass {
    resource "google_data_fusion_instance" "x" {
      name                          = "a"
      type                          = "BASIC"
      enable_stackdriver_monitoring = true
    }
  }
  fail {
    resource "google_data_fusion_instance" "x" {
      name = "a"
      type = "BASIC"
    }
  }
}

rule "google-notebook-private" {
  title      = "Notebook with an address of the internet"
  severity   = "medium"
  category   = "security"
  resource   = "google_notebooks_instance"
  require    = self.no_public_ip == true
  message    = "no_public_ip is not true."
  why        = "Only its sign-in keeps the internet out."
  advice     = "Set no_public_ip to true."
  references = ["CKV_GCP_89"]
  remedy {
    set {
      no_public_ip = true
    }
  }
  pass {
    resource "google_notebooks_instance" "x" {
      location     = "europe-west1-b"
      machine_type = "e2-medium"
      name         = "a"
      no_public_ip = true
    }
  }
  fail {
    resource "google_notebooks_instance" "x" {
      location     = "europe-west1-b"
      machine_type = "e2-medium"
      name         = "a"
    }
  }
}

rule "google-workbench-private" {
  title      = "Notebook with an address of the internet"
  severity   = "medium"
  category   = "security"
  resource   = "google_workbench_instance"
  require    = self.gce_setup[0].disable_public_ip == true
  message    = "disable_public_ip is not true."
  why        = "Only its sign-in keeps the internet out."
  advice     = "Set disable_public_ip to true."
  references = ["CKV2_GCP_22"]
  remedy {
    set {
      gce_setup {
        disable_public_ip = true
      }
    }
  }
  pass {
    resource "google_workbench_instance" "x" {
      location = "europe-west1-b"
      name     = "a"
      gce_setup {
        disable_public_ip = true
      }
    }
  }
  fail {
    resource "google_workbench_instance" "x" {
      location = "europe-west1-b"
      name     = "a"
      gce_setup {
        machine_type = "e2-standard-4"
      }
    }
  }
}

rule "google-workbench-key" {
  title      = "Notebook without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_workbench_instance"
  require    = is_set("gce_setup.boot_disk.kms_key") && is_set("gce_setup.data_disks.kms_key")
  message    = "A disk has no kms_key."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key in boot_disk and data_disks."
  references = ["CKV2_GCP_23"]
  pass {
    resource "google_workbench_instance" "x" {
      location = "europe-west1-b"
      name     = "a"
      gce_setup {
        boot_disk {
          disk_encryption = "CMEK"
          kms_key         = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
        }
        data_disks {
          disk_encryption = "CMEK"
          kms_key         = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
        }
      }
    }
  }
  fail {
    resource "google_workbench_instance" "x" {
      location = "europe-west1-b"
      name     = "a"
      gce_setup {
        machine_type = "e2-standard-4"
      }
    }
  }
}

rule "google-notebook-integrity" {
  title      = "Notebook whose start is not compared"
  severity   = "low"
  category   = "security"
  resource   = ["google_notebooks_instance", "google_notebooks_runtime"]
  require    = type == "google_notebooks_instance" ? self.shielded_instance_config[0].enable_integrity_monitoring != false : self.virtual_machine[0].virtual_machine_config[0].shielded_instance_config[0].enable_integrity_monitoring != false
  message    = "enable_integrity_monitoring is false."
  why        = "A changed start is not noticed."
  advice     = "Leave enable_integrity_monitoring true."
  references = ["CKV_GCP_127"]
  pass {
    resource "google_notebooks_instance" "x" {
      location     = "europe-west1-b"
      machine_type = "e2-medium"
      name         = "a"
      shielded_instance_config {
        enable_integrity_monitoring = true
      }
    }
  }
  fail {
    resource "google_notebooks_instance" "x" {
      location     = "europe-west1-b"
      machine_type = "e2-medium"
      name         = "a"
      shielded_instance_config {
        enable_integrity_monitoring = false
      }
    }
  }
}

rule "google-notebook-boot" {
  title      = "Notebook that starts unsigned code"
  severity   = "low"
  category   = "security"
  resource   = ["google_notebooks_instance", "google_notebooks_runtime"]
  require    = type == "google_notebooks_instance" ? self.shielded_instance_config[0].enable_secure_boot == true : self.virtual_machine[0].virtual_machine_config[0].shielded_instance_config[0].enable_secure_boot == true
  message    = "enable_secure_boot is not true."
  why        = "A changed kernel is not noticed."
  advice     = "Set enable_secure_boot in shielded_instance_config."
  references = ["CKV_GCP_126"]
  pass {
    resource "google_notebooks_instance" "x" {
      location     = "europe-west1-b"
      machine_type = "e2-medium"
      name         = "a"
      shielded_instance_config {
        enable_secure_boot = true
      }
    }
  }
  fail {
    resource "google_notebooks_instance" "x" {
      location     = "europe-west1-b"
      machine_type = "e2-medium"
      name         = "a"
    }
  }
}

rule "google-vertex-dataset-key" {
  title      = "Learning data without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_vertex_ai_dataset"
  require    = is_set("encryption_spec.kms_key_name")
  message    = "encryption_spec.kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set encryption_spec.kms_key_name."
  references = ["CKV_GCP_92"]
  pass {
    resource "google_vertex_ai_dataset" "x" {
      display_name        = "a"
      metadata_schema_uri = "a"
      encryption_spec {
        kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    }
  }
  fail {
    resource "google_vertex_ai_dataset" "x" {
      display_name        = "a"
      metadata_schema_uri = "a"
    }
  }
}

rule "google-vertex-metadata-key" {
  title      = "Metadata of learning without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_vertex_ai_metadata_store"
  require    = is_set("encryption_spec.kms_key_name")
  message    = "encryption_spec.kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set encryption_spec.kms_key_name."
  references = ["CKV_GCP_96"]
  pass {
    resource "google_vertex_ai_metadata_store" "x" {
      name = "a"
      encryption_spec {
        kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    }
  }
  fail {
    resource "google_vertex_ai_metadata_store" "x" {
      name = "a"
    }
  }
}

rule "google-vertex-tensorboard-key" {
  title      = "Board of learning without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_vertex_ai_tensorboard"
  require    = is_set("encryption_spec.kms_key_name")
  message    = "encryption_spec.kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set encryption_spec.kms_key_name."
  references = ["CKV2_GCP_25"]
  pass {
    resource "google_vertex_ai_tensorboard" "x" {
      display_name = "a"
      encryption_spec {
        kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    }
  }
  fail {
    resource "google_vertex_ai_tensorboard" "x" {
      display_name = "a"
    }
  }
}

rule "google-vertex-features-key" {
  title      = "Features of learning without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_vertex_ai_featurestore"
  require    = is_set("encryption_spec.kms_key_name")
  message    = "encryption_spec.kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set encryption_spec.kms_key_name."
  references = ["CKV2_GCP_24"]
  pass {
    resource "google_vertex_ai_featurestore" "x" {
      encryption_spec {
        kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    }
  }
  fail {
    resource "google_vertex_ai_featurestore" "x" {
    }
  }
}

rule "google-vertex-endpoint-key" {
  title      = "Endpoint of a model without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_vertex_ai_endpoint"
  require    = is_set("encryption_spec.kms_key_name")
  message    = "encryption_spec.kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set encryption_spec.kms_key_name."
  references = ["Google Cloud Vertex AI: CMEK"]
  pass {
    resource "google_vertex_ai_endpoint" "x" {
      display_name = "a"
      location     = "europe-west1"
      name         = "a"
      encryption_spec {
        kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    }
  }
  fail {
    resource "google_vertex_ai_endpoint" "x" {
      display_name = "a"
      location     = "europe-west1"
      name         = "a"
    }
  }
}

rule "google-runtime-key" {
  title      = "Notebook without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_notebooks_runtime"
  require    = is_set("virtual_machine.virtual_machine_config.encryption_config.kms_key")
  message    = "virtual_machine.virtual_machine_config.encryption_config.kms_key is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set virtual_machine.virtual_machine_config.encryption_config.kms_key."
  references = ["CKV2_GCP_35"]
  pass {
    resource "google_notebooks_runtime" "x" {
      location = "europe-west1"
      name     = "a"
      virtual_machine {
        virtual_machine_config {
          encryption_config {
            kms_key = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
          }
        }
      }
    }
  }
  fail {
    resource "google_notebooks_runtime" "x" {
      location = "europe-west1"
      name     = "a"
    }
  }
}

rule "google-document-key" {
  title      = "Documents without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_document_ai_warehouse_location"
  require    = is_set("kms_key")
  message    = "kms_key is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key."
  references = ["CKV2_GCP_26"]
  pass {
    resource "google_document_ai_warehouse_location" "x" {
      access_control_mode = "a"
      database_type       = "a"
      location            = "europe-west1"
      project_number      = "a"
      kms_key             = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
    }
  }
  fail {
    resource "google_document_ai_warehouse_location" "x" {
      access_control_mode = "a"
      database_type       = "a"
      location            = "europe-west1"
      project_number      = "a"
    }
  }
}

rule "google-composer-key" {
  title      = "Airflow environment without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_composer_environment"
  require    = is_set("config.encryption_config.kms_key_name")
  message    = "config.encryption_config.kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set config.encryption_config.kms_key_name."
  references = ["Google Cloud Composer: CMEK"]
  pass {
    resource "google_composer_environment" "x" {
      name = "a"
      config {
        encryption_config {
          kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
        }
      }
    }
  }
  fail {
    resource "google_composer_environment" "x" {
      name = "a"
    }
  }
}

rule "google-function-key" {
  title      = "Function without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_cloudfunctions_function"
  require    = is_set("kms_key_name")
  message    = "kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_name."
  references = ["Google Cloud Functions: CMEK"]
  pass {
    resource "google_cloudfunctions_function" "x" {
      name         = "a"
      runtime      = "a"
      kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
    }
  }
  fail {
    resource "google_cloudfunctions_function" "x" {
      name    = "a"
      runtime = "a"
    }
  }
}

rule "google-secret-key" {
  title      = "Secret without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_secret_manager_secret"
  require    = is_set("replication.user_managed.replicas.customer_managed_encryption.kms_key_name")
  message    = "replication.user_managed.replicas.customer_managed_encryption.kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set replication.user_managed.replicas.customer_managed_encryption.kms_key_name."
  references = ["Google Cloud Secret Manager: CMEK"]
  pass {
    resource "google_secret_manager_secret" "x" {
      secret_id = "a"
      replication {
        user_managed {
          replicas {
            customer_managed_encryption {
              kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
            }
          }
        }
      }
    }
  }
  fail {
    resource "google_secret_manager_secret" "x" {
      secret_id = "a"
      replication {
      }
    }
  }
}

rule "google-log-bucket-key" {
  title      = "Log bucket without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_logging_project_bucket_config"
  require    = is_set("cmek_settings.kms_key_name")
  message    = "cmek_settings.kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set cmek_settings.kms_key_name."
  references = ["Google Cloud Logging: CMEK"]
  pass {
    resource "google_logging_project_bucket_config" "x" {
      bucket_id = "a"
      location  = "europe-west1"
      project   = "a"
      cmek_settings {
        kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    }
  }
  fail {
    resource "google_logging_project_bucket_config" "x" {
      bucket_id = "a"
      location  = "europe-west1"
      project   = "a"
    }
  }
}

rule "google-alloydb-key" {
  title      = "AlloyDB without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_alloydb_cluster"
  require    = is_set("encryption_config.kms_key_name")
  message    = "encryption_config.kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set encryption_config.kms_key_name."
  references = ["Google Cloud AlloyDB: CMEK"]
  pass {
    resource "google_alloydb_cluster" "x" {
      cluster_id = "a"
      location   = "europe-west1"
      encryption_config {
        kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    }
  }
  fail {
    resource "google_alloydb_cluster" "x" {
      cluster_id = "a"
      location   = "europe-west1"
    }
  }
}

rule "google-tpu-public" {
  title      = "Accelerator with an address of the internet"
  severity   = "medium"
  category   = "security"
  resource   = "google_tpu_v2_vm"
  require    = self.network_config[0].enable_external_ips != true
  message    = "enable_external_ips is true."
  why        = "What answers on it is found by everybody."
  advice     = "Leave enable_external_ips false."
  references = ["CKV2_GCP_32"]
  remedy {
    set {
      network_config {
        enable_external_ips = false
      }
    }
  }
  pass {
    resource "google_tpu_v2_vm" "x" {
      name            = "a"
      runtime_version = "v2-alpha"
      network_config {
        enable_external_ips = false
      }
    }
  }
  fail {
    resource "google_tpu_v2_vm" "x" {
      name            = "a"
      runtime_version = "v2-alpha"
      network_config {
        enable_external_ips = true
      }
    }
  }
}

rule "google-log-bucket-days" {
  title      = "Logs kept for less than a year"
  severity   = "info"
  category   = "operations"
  resource   = "google_logging_project_bucket_config"
  require    = coalesce(self.retention_days, 30) >= 365
  message    = "retention_days is less than 365."
  why        = "What is found out late can no longer be followed."
  advice     = "Set retention_days to 365 or more."
  references = ["Google Cloud Logging: retention"]
  remedy {
    set {
      retention_days = 365
    }
  }
  pass {
    resource "google_logging_project_bucket_config" "x" {
      bucket_id      = "a"
      location       = "europe-west1"
      project        = "a"
      retention_days = 365
    }
  }
  fail {
    resource "google_logging_project_bucket_config" "x" {
      bucket_id      = "a"
      location       = "europe-west1"
      project        = "a"
      retention_days = 1
    }
  }
}
