# Buckets, tables, topics and registries.

rule "google-bucket-everybody" {
  title      = "Bucket open to everybody"
  severity   = "high"
  category   = "security"
  resource   = ["google_storage_bucket_iam_member", "google_storage_bucket_iam_binding"]
  require    = !contains(["allUsers", "allAuthenticatedUsers"], coalesce(self.member, "none")) && length(setintersection(coalesce(self.members, []), ["allUsers", "allAuthenticatedUsers"])) == 0
  message    = "Everybody is a member."
  why        = "Everybody of the internet has the role."
  advice     = "Name accounts or groups."
  references = ["CIS GCP 2.0 5.1", "trivy GCP-0001", "CKV_GCP_28"]
  pass {
    resource "google_storage_bucket_iam_member" "x" {
      bucket = "a"
      member = "group:keepers@example.org"
      role   = "roles/viewer"
    }
  }
  fail {
    resource "google_storage_bucket_iam_member" "x" {
      bucket = "a"
      member = "allUsers"
      role   = "roles/viewer"
    }
  }
}

rule "google-bucket-acl-everybody" {
  title      = "Bucket granted to everybody"
  severity   = "high"
  category   = "security"
  resource   = ["google_storage_bucket_acl", "google_storage_default_object_acl", "google_storage_object_acl"]
  require    = !contains(["publicRead", "publicReadWrite", "authenticatedRead"], self.predefined_acl) && !anytrue([for e in coalesce(self.role_entity, []) : can(regex("all(Authenticated)?Users", e))])
  message    = "The list grants to everybody."
  why        = "Everybody of the internet reads what is in it."
  advice     = "Grant to accounts or groups."
  references = ["CIS GCP 2.0 5.1", "CKV_GCP_28"]
  pass {
    resource "google_storage_bucket_acl" "x" {
      bucket         = "a"
      predefined_acl = "private"
    }
  }
  fail {
    resource "google_storage_bucket_acl" "x" {
      bucket         = "a"
      predefined_acl = "publicRead"
    }
  }
}

rule "google-bucket-uniform" {
  title      = "Bucket with a list for each object"
  severity   = "medium"
  category   = "security"
  resource   = "google_storage_bucket"
  require    = self.uniform_bucket_level_access == true
  message    = "uniform_bucket_level_access is not true."
  why        = "An object opened by mistake is not seen."
  advice     = "Set uniform_bucket_level_access to true."
  references = ["CIS GCP 2.0 5.2", "trivy GCP-0002", "CKV_GCP_29"]
  remedy {
    set {
      uniform_bucket_level_access = true
    }
  }
  pass {
    resource "google_storage_bucket" "x" {
      location                    = "EU"
      name                        = "a"
      uniform_bucket_level_access = true
    }
  }
  fail {
    resource "google_storage_bucket" "x" {
      location = "EU"
      name     = "a"
    }
  }
}

rule "google-bucket-prevention" {
  title      = "Bucket that can be made public"
  severity   = "medium"
  category   = "security"
  resource   = "google_storage_bucket"
  require    = self.public_access_prevention == "enforced"
  message    = "public_access_prevention is not enforced."
  why        = "A grant made by mistake opens it to everybody."
  advice     = "Set public_access_prevention to enforced."
  references = ["CKV_GCP_114"]
  remedy {
    set {
      public_access_prevention = "enforced"
    }
  }
  pass {
    resource "google_storage_bucket" "x" {
      location                 = "EU"
      name                     = "a"
      public_access_prevention = "enforced"
    }
  }
  fail {
    resource "google_storage_bucket" "x" {
      location = "EU"
      name     = "a"
    }
  }
}

rule "google-bucket-versioning" {
  title      = "Overwritten objects are gone"
  severity   = "low"
  category   = "reliability"
  resource   = "google_storage_bucket"
  require    = self.versioning[0].enabled == true
  message    = "versioning.enabled is not true."
  why        = "What is overwritten by mistake cannot be brought back."
  advice     = "Set versioning.enabled to true."
  references = ["CKV_GCP_78"]
  remedy {
    set {
      versioning {
        enabled = true
      }
    }
  }
  pass {
    resource "google_storage_bucket" "x" {
      location = "EU"
      name     = "a"
      versioning {
        enabled = true
      }
    }
  }
  fail {
    resource "google_storage_bucket" "x" {
      location = "EU"
      name     = "a"
    }
  }
}

rule "google-bucket-logging" {
  title      = "Bucket without an access log"
  severity   = "low"
  category   = "operations"
  resource   = "google_storage_bucket"
  require    = is_set("logging.log_bucket")
  message    = "There is no logging."
  why        = "Who did what cannot be reconstructed."
  advice     = "Add logging with a log_bucket."
  references = ["CIS GCP 2.0 5.3", "CKV_GCP_62"]
  pass {
    resource "google_storage_bucket" "x" {
      location = "EU"
      name     = "a"
      logging {
        log_bucket = "logs"
      }
    }
  }
  fail {
    resource "google_storage_bucket" "x" {
      location = "EU"
      name     = "a"
    }
  }
}

rule "google-bucket-own-log" {
  title      = "Bucket that logs to itself"
  severity   = "low"
  category   = "operations"
  resource   = "google_storage_bucket"
  applies    = length(self.logging) > 0
  require    = self.logging[0].log_bucket != self.name
  message    = "The log goes to the bucket itself."
  why        = "Each line makes another, and whoever may delete objects deletes the log."
  advice     = "Name another log_bucket."
  references = ["CKV_GCP_63"]
  pass {
    resource "google_storage_bucket" "x" {
      location = "EU"
      name     = "data"
      logging {
        log_bucket = "logs"
      }
    }
  }
  fail {
    resource "google_storage_bucket" "x" {
      location = "EU"
      name     = "data"
      logging {
        log_bucket = "data"
      }
    }
  }
}

rule "google-bucket-key" {
  title      = "Bucket without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_storage_bucket"
  require    = is_set("encryption.default_kms_key_name")
  message    = "encryption.default_kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set encryption.default_kms_key_name."
  references = ["trivy GCP-0066"]
  pass {
    resource "google_storage_bucket" "x" {
      location = "EU"
      name     = "a"
      encryption {
        default_kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    }
  }
  fail {
    resource "google_storage_bucket" "x" {
      location = "EU"
      name     = "a"
    }
  }
}

rule "google-dataset-everybody" {
  title      = "Dataset open to everybody"
  severity   = "critical"
  category   = "security"
  resource   = "google_bigquery_dataset"
  require    = !anytrue([for a in coalesce(self.access, []) : contains(["allAuthenticatedUsers", "allUsers"], coalesce(a.special_group, a.iam_member, "none"))])
  message    = "An access names everybody."
  why        = "Everybody with an account reads it."
  advice     = "Name accounts or groups."
  references = ["CIS GCP 2.0 7.1", "trivy GCP-0003", "CKV_GCP_15"]
  pass {
    resource "google_bigquery_dataset" "x" {
      dataset_id = "d"
      access {
        role          = "READER"
        special_group = "projectReaders"
      }
    }
  }
  fail {
    resource "google_bigquery_dataset" "x" {
      dataset_id = "d"
      access {
        role          = "READER"
        special_group = "allAuthenticatedUsers"
      }
    }
  }
}

rule "google-dataset-iam-everybody" {
  title      = "Dataset open to everybody"
  severity   = "critical"
  category   = "security"
  resource   = ["google_bigquery_dataset_iam_member", "google_bigquery_dataset_iam_binding"]
  require    = !contains(["allUsers", "allAuthenticatedUsers"], coalesce(self.member, "none")) && length(setintersection(coalesce(self.members, []), ["allUsers", "allAuthenticatedUsers"])) == 0
  message    = "Everybody is a member."
  why        = "Everybody of the internet has the role."
  advice     = "Name accounts or groups."
  references = ["CIS GCP 2.0 7.1", "CKV_GCP_15"]
  pass {
    resource "google_bigquery_dataset_iam_member" "x" {
      dataset_id = "a"
      member     = "group:keepers@example.org"
      role       = "roles/viewer"
    }
  }
  fail {
    resource "google_bigquery_dataset_iam_member" "x" {
      dataset_id = "a"
      member     = "allUsers"
      role       = "roles/viewer"
    }
  }
}

rule "google-table-everybody" {
  title      = "Table open to everybody"
  severity   = "critical"
  category   = "security"
  resource   = ["google_bigquery_table_iam_member", "google_bigquery_table_iam_binding"]
  require    = !contains(["allUsers", "allAuthenticatedUsers"], coalesce(self.member, "none")) && length(setintersection(coalesce(self.members, []), ["allUsers", "allAuthenticatedUsers"])) == 0
  message    = "Everybody is a member."
  why        = "Everybody of the internet has the role."
  advice     = "Name accounts or groups."
  references = ["CKV_GCP_100"]
  pass {
    resource "google_bigquery_table_iam_member" "x" {
      dataset_id = "a"
      member     = "group:keepers@example.org"
      role       = "roles/viewer"
      table_id   = "a"
    }
  }
  fail {
    resource "google_bigquery_table_iam_member" "x" {
      dataset_id = "a"
      member     = "allUsers"
      role       = "roles/viewer"
      table_id   = "a"
    }
  }
}

rule "google-dataset-key" {
  title      = "Dataset without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_bigquery_dataset"
  require    = is_set("default_encryption_configuration.kms_key_name")
  message    = "default_encryption_configuration.kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set default_encryption_configuration.kms_key_name."
  references = ["CIS GCP 2.0 7.3", "CKV_GCP_81"]
  pass {
    resource "google_bigquery_dataset" "x" {
      dataset_id = "d"
      default_encryption_configuration {
        kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    }
  }
  fail {
    resource "google_bigquery_dataset" "x" {
      dataset_id = "d"
    }
  }
}

rule "google-table-key" {
  title      = "Table without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_bigquery_table"
  require    = is_set("encryption_configuration.kms_key_name")
  message    = "encryption_configuration.kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set encryption_configuration.kms_key_name."
  references = ["CIS GCP 2.0 7.2", "CKV_GCP_80"]
  pass {
    resource "google_bigquery_table" "x" {
      dataset_id = "a"
      table_id   = "a"
      encryption_configuration {
        kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    }
  }
  fail {
    resource "google_bigquery_table" "x" {
      dataset_id = "a"
      table_id   = "a"
    }
  }
}

rule "google-table-deletion" {
  title      = "Table can be deleted at once"
  severity   = "low"
  category   = "reliability"
  resource   = "google_bigquery_table"
  require    = self.deletion_protection != false
  message    = "deletion_protection is false."
  why        = "One command removes it with everything in it."
  advice     = "Leave deletion_protection true."
  references = ["CKV_GCP_121"]
  remedy {
    set {
      deletion_protection = true
    }
  }
  pass {
    resource "google_bigquery_table" "x" {
      dataset_id          = "a"
      table_id            = "a"
      deletion_protection = true
    }
  }
  fail {
    resource "google_bigquery_table" "x" {
      dataset_id          = "a"
      table_id            = "a"
      deletion_protection = false
    }
  }
}

rule "google-topic-everybody" {
  title      = "Topic open to everybody"
  severity   = "high"
  category   = "security"
  resource   = ["google_pubsub_topic_iam_member", "google_pubsub_topic_iam_binding"]
  require    = !contains(["allUsers", "allAuthenticatedUsers"], coalesce(self.member, "none")) && length(setintersection(coalesce(self.members, []), ["allUsers", "allAuthenticatedUsers"])) == 0
  message    = "Everybody is a member."
  why        = "Everybody of the internet has the role."
  advice     = "Name accounts or groups."
  references = ["CKV_GCP_99"]
  pass {
    resource "google_pubsub_topic_iam_member" "x" {
      member = "group:keepers@example.org"
      role   = "roles/viewer"
      topic  = "a"
    }
  }
  fail {
    resource "google_pubsub_topic_iam_member" "x" {
      member = "allUsers"
      role   = "roles/viewer"
      topic  = "a"
    }
  }
}

rule "google-subscription-everybody" {
  title      = "Subscription open to everybody"
  severity   = "high"
  category   = "security"
  resource   = ["google_pubsub_subscription_iam_member", "google_pubsub_subscription_iam_binding"]
  require    = !contains(["allUsers", "allAuthenticatedUsers"], coalesce(self.member, "none")) && length(setintersection(coalesce(self.members, []), ["allUsers", "allAuthenticatedUsers"])) == 0
  message    = "Everybody is a member."
  why        = "Everybody of the internet has the role."
  advice     = "Name accounts or groups."
  references = ["Google Cloud: access to Pub/Sub"]
  pass {
    resource "google_pubsub_subscription_iam_member" "x" {
      member       = "group:keepers@example.org"
      role         = "roles/viewer"
      subscription = "a"
    }
  }
  fail {
    resource "google_pubsub_subscription_iam_member" "x" {
      member       = "allUsers"
      role         = "roles/viewer"
      subscription = "a"
    }
  }
}

rule "google-topic-key" {
  title      = "Topic without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_pubsub_topic"
  require    = is_set("kms_key_name")
  message    = "kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_name."
  references = ["CKV_GCP_83"]
  pass {
    resource "google_pubsub_topic" "x" {
      name         = "a"
      kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
    }
  }
  fail {
    resource "google_pubsub_topic" "x" {
      name = "a"
    }
  }
}

rule "google-registry-everybody" {
  title      = "Registry open to everybody"
  severity   = "high"
  category   = "security"
  resource   = ["google_artifact_registry_repository_iam_member", "google_artifact_registry_repository_iam_binding"]
  require    = !contains(["allUsers", "allAuthenticatedUsers"], coalesce(self.member, "none")) && length(setintersection(coalesce(self.members, []), ["allUsers", "allAuthenticatedUsers"])) == 0
  message    = "Everybody is a member."
  why        = "Everybody of the internet has the role."
  advice     = "Name accounts or groups."
  references = ["CKV_GCP_101"]
  pass {
    resource "google_artifact_registry_repository_iam_member" "x" {
      member     = "group:keepers@example.org"
      repository = "a"
      role       = "roles/viewer"
    }
  }
  fail {
    resource "google_artifact_registry_repository_iam_member" "x" {
      member     = "allUsers"
      repository = "a"
      role       = "roles/viewer"
    }
  }
}

rule "google-registry-key" {
  title      = "Registry without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_artifact_registry_repository"
  require    = is_set("kms_key_name")
  message    = "kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_name."
  references = ["CKV_GCP_84"]
  pass {
    resource "google_artifact_registry_repository" "x" {
      format        = "DOCKER"
      repository_id = "a"
      kms_key_name  = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
    }
  }
  fail {
    resource "google_artifact_registry_repository" "x" {
      format        = "DOCKER"
      repository_id = "a"
    }
  }
}

rule "google-bigtable-key" {
  title      = "Wide table without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_bigtable_instance"
  require    = is_set("cluster.kms_key_name")
  message    = "cluster.kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set cluster.kms_key_name."
  references = ["CKV_GCP_85"]
  pass {
    resource "google_bigtable_instance" "x" {
      name = "a"
      cluster {
        cluster_id   = "c"
        num_nodes    = 1
        kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    }
  }
  fail {
    resource "google_bigtable_instance" "x" {
      name = "a"
      cluster {
        cluster_id = "c"
        num_nodes  = 1
      }
    }
  }
}

rule "google-bigtable-deletion" {
  title      = "Wide table can be deleted at once"
  severity   = "low"
  category   = "reliability"
  resource   = "google_bigtable_instance"
  require    = self.deletion_protection != false
  message    = "deletion_protection is false."
  why        = "One command removes it with everything in it."
  advice     = "Leave deletion_protection true."
  references = ["CKV_GCP_122"]
  remedy {
    set {
      deletion_protection = true
    }
  }
  pass {
    resource "google_bigtable_instance" "x" {
      name                = "a"
      deletion_protection = true
    }
  }
  fail {
    resource "google_bigtable_instance" "x" {
      name                = "a"
      deletion_protection = false
    }
  }
}

rule "google-spanner-deletion" {
  title      = "Database can be deleted at once"
  severity   = "low"
  category   = "reliability"
  resource   = "google_spanner_database"
  require    = self.deletion_protection != false
  message    = "deletion_protection is false."
  why        = "One command removes it with everything in it."
  advice     = "Leave deletion_protection true."
  references = ["CKV_GCP_119"]
  remedy {
    set {
      deletion_protection = true
    }
  }
  pass {
    resource "google_spanner_database" "x" {
      instance            = "a"
      name                = "a"
      deletion_protection = true
    }
  }
  fail {
    resource "google_spanner_database" "x" {
      instance            = "a"
      name                = "a"
      deletion_protection = false
    }
  }
}

rule "google-spanner-drop" {
  title      = "Database can be dropped from outside"
  severity   = "info"
  category   = "reliability"
  resource   = "google_spanner_database"
  require    = self.enable_drop_protection == true
  message    = "enable_drop_protection is not true."
  why        = "One command removes it with everything in it."
  advice     = "Set enable_drop_protection to true."
  references = ["CKV_GCP_120"]
  remedy {
    set {
      enable_drop_protection = true
    }
  }
  pass {
    resource "google_spanner_database" "x" {
      instance               = "a"
      name                   = "a"
      enable_drop_protection = true
    }
  }
  fail {
    resource "google_spanner_database" "x" {
      instance = "a"
      name     = "a"
    }
  }
}

rule "google-spanner-key" {
  title      = "Spanner database without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_spanner_database"
  require    = is_set("encryption_config.kms_key_name")
  message    = "encryption_config.kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set encryption_config.kms_key_name."
  references = ["CKV_GCP_93"]
  pass {
    resource "google_spanner_database" "x" {
      instance = "a"
      name     = "a"
      encryption_config {
        kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    }
  }
  fail {
    resource "google_spanner_database" "x" {
      instance = "a"
      name     = "a"
    }
  }
}

rule "google-filestore-key" {
  title      = "File share without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_filestore_instance"
  require    = is_set("kms_key_name")
  message    = "kms_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_name."
  references = ["Google Cloud: Filestore CMEK"]
  pass {
    resource "google_filestore_instance" "x" {
      name = "a"
      tier = "ENTERPRISE"
      file_shares {
        capacity_gb = 1
        name        = "a"
      }
      networks {
        modes   = ["a"]
        network = "a"
      }
      kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
    }
  }
  fail {
    resource "google_filestore_instance" "x" {
      name = "a"
      tier = "ENTERPRISE"
      file_shares {
        capacity_gb = 1
        name        = "a"
      }
      networks {
        modes   = ["a"]
        network = "a"
      }
    }
  }
}

rule "google-redis-password" {
  title      = "Cache without a password"
  severity   = "medium"
  category   = "security"
  resource   = "google_redis_instance"
  require    = self.auth_enabled == true
  message    = "auth_enabled is not true."
  why        = "Whoever reaches the port reads and empties the cache."
  advice     = "Set auth_enabled to true."
  references = ["CKV_GCP_95"]
  remedy {
    set {
      auth_enabled = true
    }
  }
  pass {
    resource "google_redis_instance" "x" {
      memory_size_gb = 5
      name           = "a"
      auth_enabled   = true
    }
  }
  fail {
    resource "google_redis_instance" "x" {
      memory_size_gb = 5
      name           = "a"
    }
  }
}

rule "google-redis-tls" {
  title      = "Cache reached in clear"
  severity   = "high"
  category   = "security"
  resource   = "google_redis_instance"
  require    = self.transit_encryption_mode == "SERVER_AUTHENTICATION"
  message    = "transit_encryption_mode is not SERVER_AUTHENTICATION."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set transit_encryption_mode to SERVER_AUTHENTICATION."
  references = ["CKV_GCP_97"]
  remedy {
    set {
      transit_encryption_mode = "SERVER_AUTHENTICATION"
    }
  }
  pass {
    resource "google_redis_instance" "x" {
      memory_size_gb          = 5
      name                    = "a"
      transit_encryption_mode = "SERVER_AUTHENTICATION"
    }
  }
  fail {
    resource "google_redis_instance" "x" {
      memory_size_gb          = 5
      name                    = "a"
      transit_encryption_mode = "DISABLED"
    }
  }
}

rule "google-redis-zones" {
  title      = "Cache on one machine"
  severity   = "low"
  category   = "reliability"
  resource   = "google_redis_instance"
  require    = self.tier == "STANDARD_HA"
  message    = "tier is not STANDARD_HA."
  why        = "When the machine fails, everything in it is gone."
  advice     = "Set tier to STANDARD_HA."
  references = ["Google Cloud: Memorystore high availability"]
  remedy {
    set {
      tier = "STANDARD_HA"
    }
  }
  pass {
    resource "google_redis_instance" "x" {
      memory_size_gb = 5
      name           = "a"
      tier           = "STANDARD_HA"
    }
  }
  fail {
    resource "google_redis_instance" "x" {
      memory_size_gb = 5
      name           = "a"
      tier           = "BASIC"
    }
  }
}

rule "google-redis-key" {
  title      = "Cache without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_redis_instance"
  require    = is_set("customer_managed_key")
  message    = "customer_managed_key is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set customer_managed_key."
  references = ["Google Cloud: Memorystore CMEK"]
  pass {
    resource "google_redis_instance" "x" {
      memory_size_gb       = 5
      name                 = "a"
      customer_managed_key = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
    }
  }
  fail {
    resource "google_redis_instance" "x" {
      memory_size_gb = 5
      name           = "a"
    }
  }
}
