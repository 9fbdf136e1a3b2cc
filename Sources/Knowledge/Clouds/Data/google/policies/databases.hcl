# Databases of SQL.

rule "google-sql-public" {
  title      = "Database open to the internet"
  severity   = "high"
  category   = "security"
  resource   = "google_sql_database_instance"
  require    = !anytrue(flatten([for i in coalesce(self.settings[0].ip_configuration, []) : [for n in coalesce(i.authorized_networks, []) : is_public_cidr(n.value)]]))
  message    = "authorized_networks lets everybody in."
  why        = "Databases that answer are tried within minutes."
  advice     = "Name the addresses, or use a private network."
  references = ["CIS GCP 2.0 6.5", "trivy GCP-0017", "CKV_GCP_11"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        ip_configuration {
          authorized_networks {
            value = "0.0.0.0/0"
          }
        }
      }
    }
  }
}

rule "google-sql-public-address" {
  title      = "Database with an address of the internet"
  severity   = "medium"
  category   = "security"
  resource   = "google_sql_database_instance"
  require    = self.settings[0].ip_configuration[0].ipv4_enabled == false
  message    = "ipv4_enabled is not false."
  why        = "Only its sign-in keeps the internet out."
  advice     = "Set ipv4_enabled to false and private_network."
  references = ["CIS GCP 2.0 6.6", "trivy GCP-0017", "CKV_GCP_60"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        ip_configuration {
          ipv4_enabled    = false
          private_network = "n"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
      }
    }
  }
}

rule "google-sql-tls" {
  title      = "Database takes connections in clear"
  severity   = "high"
  category   = "security"
  resource   = "google_sql_database_instance"
  require    = self.settings[0].ip_configuration[0].require_ssl == true || contains(["ENCRYPTED_ONLY", "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"], self.settings[0].ip_configuration[0].ssl_mode)
  message    = "ssl_mode lets connections in clear through."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set ssl_mode to ENCRYPTED_ONLY."
  references = ["CIS GCP 2.0 6.4", "trivy GCP-0015", "CKV_GCP_6"]
  remedy {
    set {
      settings {
        ip_configuration {
          ssl_mode = "ENCRYPTED_ONLY"
        }
      }
    }
  }
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        ip_configuration {
          ssl_mode = "ENCRYPTED_ONLY"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
      }
    }
  }
}

rule "google-sql-backup" {
  title      = "Database without backups"
  severity   = "medium"
  category   = "reliability"
  resource   = "google_sql_database_instance"
  applies    = !is_set("master_instance_name")
  require    = self.settings[0].backup_configuration[0].enabled == true
  message    = "backup_configuration is not enabled."
  why        = "What is lost cannot be brought back."
  advice     = "Set enabled in backup_configuration."
  references = ["CIS GCP 2.0 6.7", "trivy GCP-0024", "CKV_GCP_14"]
  remedy {
    set {
      settings {
        backup_configuration {
          enabled = true
        }
      }
    }
  }
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        backup_configuration {
          enabled = true
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
      }
    }
  }
}

rule "google-sql-recovery" {
  title      = "Database without recovery to a moment"
  severity   = "low"
  category   = "reliability"
  resource   = "google_sql_database_instance"
  applies    = !is_set("master_instance_name")
  require    = self.settings[0].backup_configuration[0].point_in_time_recovery_enabled == true || self.settings[0].backup_configuration[0].binary_log_enabled == true
  message    = "Neither point_in_time_recovery_enabled nor binary_log_enabled is set."
  why        = "What was written since the last backup is lost."
  advice     = "Set point_in_time_recovery_enabled."
  references = ["Google Cloud SQL: point-in-time recovery", "CKV2_GCP_20"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        backup_configuration {
          enabled                        = true
          point_in_time_recovery_enabled = true
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
      }
    }
  }
}

rule "google-sql-deletion" {
  title      = "Database can be deleted at once"
  severity   = "medium"
  category   = "reliability"
  resource   = "google_sql_database_instance"
  require    = self.deletion_protection != false
  message    = "deletion_protection is false."
  why        = "One command removes it with everything in it."
  advice     = "Leave deletion_protection true."
  references = ["Google Cloud SQL: deletion protection"]
  remedy {
    set {
      deletion_protection = true
    }
  }
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
      }
      deletion_protection = true
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
      }
      deletion_protection = false
    }
  }
}

rule "google-sql-zones" {
  title      = "Database in one zone"
  severity   = "info"
  category   = "reliability"
  resource   = "google_sql_database_instance"
  require    = self.settings[0].availability_type == "REGIONAL"
  message    = "availability_type is not REGIONAL."
  why        = "When the zone fails, so does the database."
  advice     = "Set availability_type to REGIONAL."
  references = ["Google Cloud SQL: high availability"]
  remedy {
    set {
      settings {
        availability_type = "REGIONAL"
      }
    }
  }
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier              = "db-f1-micro"
        availability_type = "REGIONAL"
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
      }
    }
  }
}

rule "google-sql-key" {
  title      = "Database without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "google_sql_database_instance"
  require    = is_set("encryption_key_name")
  message    = "encryption_key_name is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set encryption_key_name."
  references = ["Google Cloud SQL: customer-managed keys"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
      }
      encryption_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
      }
    }
  }
}

rule "google-sql-version" {
  title      = "Database of an old version"
  severity   = "low"
  category   = "operations"
  resource   = "google_sql_database_instance"
  require    = !can(regex("^(MYSQL_5_[0-9]|POSTGRES_(9_6|1[0-3])|SQLSERVER_2017)", self.database_version))
  message    = "The version is ${self.database_version}."
  why        = "Known faults stay, and support ends."
  advice     = "Use a newer version."
  references = ["CKV_GCP_79"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "MYSQL_5_7"
      settings {
        tier = "db-f1-micro"
      }
    }
  }
}

rule "google-mysql-infile" {
  title      = "Database reads files of clients"
  severity   = "high"
  category   = "security"
  resource   = "google_sql_database_instance"
  applies    = startswith(self.database_version, "MYSQL")
  require    = contains(["off"], try([for f in self.settings[0].database_flags : lower(tostring(f.value)) if f.name == "local_infile"][0], "on"))
  message    = "The flag local_infile is not off."
  why        = "A forged client reads what it should not."
  advice     = "Set the flag local_infile to off."
  references = ["CIS GCP 2.0 6.1.3", "trivy GCP-0026", "CKV_GCP_50"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "MYSQL_8_0"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "local_infile"
          value = "off"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "MYSQL_8_0"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "local_infile"
          value = "on"
        }
      }
    }
  }
}

rule "google-mysql-show" {
  title      = "Every user sees all databases"
  severity   = "low"
  category   = "security"
  resource   = "google_sql_database_instance"
  applies    = startswith(self.database_version, "MYSQL")
  require    = contains(["on"], try([for f in self.settings[0].database_flags : lower(tostring(f.value)) if f.name == "skip_show_database"][0], "off"))
  message    = "The flag skip_show_database is not on."
  why        = "Names tell what is worth an attack."
  advice     = "Set the flag skip_show_database to on."
  references = ["CIS GCP 2.0 6.1.2"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "MYSQL_8_0"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "skip_show_database"
          value = "on"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "MYSQL_8_0"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "skip_show_database"
          value = "off"
        }
      }
    }
  }
}

rule "google-postgres-checkpoints" {
  title      = "Checkpoints are not logged"
  severity   = "low"
  category   = "operations"
  resource   = "google_sql_database_instance"
  applies    = startswith(self.database_version, "POSTGRES")
  require    = contains(["on"], try([for f in self.settings[0].database_flags : lower(tostring(f.value)) if f.name == "log_checkpoints"][0], "off"))
  message    = "The flag log_checkpoints is not on."
  why        = "Who did what cannot be reconstructed."
  advice     = "Set the flag log_checkpoints to on."
  references = ["CIS GCP 1.2 6.2.1", "trivy GCP-0025", "CKV_GCP_51"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_checkpoints"
          value = "on"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_checkpoints"
          value = "off"
        }
      }
    }
  }
}

rule "google-postgres-connections" {
  title      = "Connections are not logged"
  severity   = "low"
  category   = "operations"
  resource   = "google_sql_database_instance"
  applies    = startswith(self.database_version, "POSTGRES")
  require    = contains(["on"], try([for f in self.settings[0].database_flags : lower(tostring(f.value)) if f.name == "log_connections"][0], "off"))
  message    = "The flag log_connections is not on."
  why        = "Who did what cannot be reconstructed."
  advice     = "Set the flag log_connections to on."
  references = ["CIS GCP 2.0 6.2.2", "trivy GCP-0016", "CKV_GCP_52"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_connections"
          value = "on"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_connections"
          value = "off"
        }
      }
    }
  }
}

rule "google-postgres-disconnections" {
  title      = "Ends of connections are not logged"
  severity   = "low"
  category   = "operations"
  resource   = "google_sql_database_instance"
  applies    = startswith(self.database_version, "POSTGRES")
  require    = contains(["on"], try([for f in self.settings[0].database_flags : lower(tostring(f.value)) if f.name == "log_disconnections"][0], "off"))
  message    = "The flag log_disconnections is not on."
  why        = "Who did what cannot be reconstructed."
  advice     = "Set the flag log_disconnections to on."
  references = ["CIS GCP 2.0 6.2.3", "trivy GCP-0022", "CKV_GCP_53"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_disconnections"
          value = "on"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_disconnections"
          value = "off"
        }
      }
    }
  }
}

rule "google-postgres-lock-waits" {
  title      = "Waits for locks are not logged"
  severity   = "low"
  category   = "operations"
  resource   = "google_sql_database_instance"
  applies    = startswith(self.database_version, "POSTGRES")
  require    = contains(["on"], try([for f in self.settings[0].database_flags : lower(tostring(f.value)) if f.name == "log_lock_waits"][0], "off"))
  message    = "The flag log_lock_waits is not on."
  why        = "Who did what cannot be reconstructed."
  advice     = "Set the flag log_lock_waits to on."
  references = ["CIS GCP 1.2 6.2.4", "trivy GCP-0020", "CKV_GCP_54"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_lock_waits"
          value = "on"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_lock_waits"
          value = "off"
        }
      }
    }
  }
}

rule "google-postgres-duration" {
  title      = "Durations are not logged"
  severity   = "low"
  category   = "operations"
  resource   = "google_sql_database_instance"
  applies    = startswith(self.database_version, "POSTGRES")
  require    = contains(["on"], try([for f in self.settings[0].database_flags : lower(tostring(f.value)) if f.name == "log_duration"][0], "off"))
  message    = "The flag log_duration is not on."
  why        = "Who did what cannot be reconstructed."
  advice     = "Set the flag log_duration to on."
  references = ["CIS GCP 1.2 6.2.5", "CKV2_GCP_13"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_duration"
          value = "on"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_duration"
          value = "off"
        }
      }
    }
  }
}

rule "google-postgres-hostname" {
  title      = "Names of clients are not logged"
  severity   = "low"
  category   = "operations"
  resource   = "google_sql_database_instance"
  applies    = startswith(self.database_version, "POSTGRES")
  require    = contains(["on"], try([for f in self.settings[0].database_flags : lower(tostring(f.value)) if f.name == "log_hostname"][0], "off"))
  message    = "The flag log_hostname is not on."
  why        = "Who did what cannot be reconstructed."
  advice     = "Set the flag log_hostname to on."
  references = ["CIS GCP 1.2 6.2.8", "CKV_GCP_108"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_hostname"
          value = "on"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_hostname"
          value = "off"
        }
      }
    }
  }
}

rule "google-postgres-temporary-files" {
  title      = "Temporary files are not logged"
  severity   = "low"
  category   = "operations"
  resource   = "google_sql_database_instance"
  applies    = startswith(self.database_version, "POSTGRES")
  require    = contains(["0"], try([for f in self.settings[0].database_flags : lower(tostring(f.value)) if f.name == "log_temp_files"][0], "-1"))
  message    = "The flag log_temp_files is not 0."
  why        = "Queries that fill the disk cannot be told."
  advice     = "Set the flag log_temp_files to 0."
  references = ["CIS GCP 1.2 6.2.15", "trivy GCP-0014", "CKV_GCP_56"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_temp_files"
          value = "0"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_temp_files"
          value = "-1"
        }
      }
    }
  }
}

rule "google-postgres-duration-statements" {
  title      = "Statements are logged with what they hold"
  severity   = "low"
  category   = "operations"
  resource   = "google_sql_database_instance"
  applies    = startswith(self.database_version, "POSTGRES")
  require    = contains(["-1"], try([for f in self.settings[0].database_flags : lower(tostring(f.value)) if f.name == "log_min_duration_statement"][0], "-1"))
  message    = "The flag log_min_duration_statement is not -1."
  why        = "Logs then hold passwords and personal data."
  advice     = "Set the flag log_min_duration_statement to -1."
  references = ["CIS GCP 2.0 6.2.7", "trivy GCP-0021", "CKV_GCP_57"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_min_duration_statement"
          value = "-1"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_min_duration_statement"
          value = "250"
        }
      }
    }
  }
}

rule "google-postgres-messages" {
  title      = "Faults are not logged"
  severity   = "low"
  category   = "operations"
  resource   = "google_sql_database_instance"
  applies    = startswith(self.database_version, "POSTGRES")
  require    = contains(["warning", "error", "notice", "info", "log", "debug1", "debug2", "debug3", "debug4", "debug5"], try([for f in self.settings[0].database_flags : lower(tostring(f.value)) if f.name == "log_min_messages"][0], "warning"))
  message    = "The flag log_min_messages is not warning."
  why        = "Why it failed cannot be told."
  advice     = "Set the flag log_min_messages to warning."
  references = ["CIS GCP 2.0 6.2.5", "trivy GCP-0018", "CKV_GCP_55"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_min_messages"
          value = "warning"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_min_messages"
          value = "panic"
        }
      }
    }
  }
}

rule "google-postgres-error-statements" {
  title      = "Statements that failed are not logged"
  severity   = "low"
  category   = "operations"
  resource   = "google_sql_database_instance"
  applies    = startswith(self.database_version, "POSTGRES")
  require    = contains(["error", "warning", "notice", "info", "log", "debug1", "debug2", "debug3", "debug4", "debug5"], try([for f in self.settings[0].database_flags : lower(tostring(f.value)) if f.name == "log_min_error_statement"][0], "error"))
  message    = "The flag log_min_error_statement is not error."
  why        = "Why it failed cannot be told."
  advice     = "Set the flag log_min_error_statement to error."
  references = ["CIS GCP 2.0 6.2.6", "CKV_GCP_109"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_min_error_statement"
          value = "error"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_min_error_statement"
          value = "panic"
        }
      }
    }
  }
}

rule "google-postgres-statements" {
  title      = "Statements are not logged"
  severity   = "low"
  category   = "operations"
  resource   = "google_sql_database_instance"
  applies    = startswith(self.database_version, "POSTGRES")
  require    = contains(["ddl", "mod", "all"], try([for f in self.settings[0].database_flags : lower(tostring(f.value)) if f.name == "log_statement"][0], "none"))
  message    = "The flag log_statement is not ddl."
  why        = "Who did what cannot be reconstructed."
  advice     = "Set the flag log_statement to ddl."
  references = ["CIS GCP 2.0 6.2.4", "CKV_GCP_111"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_statement"
          value = "ddl"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_statement"
          value = "none"
        }
      }
    }
  }
}

rule "google-postgres-audit" {
  title      = "Database does not audit"
  severity   = "low"
  category   = "security"
  resource   = "google_sql_database_instance"
  applies    = startswith(self.database_version, "POSTGRES")
  require    = contains(["on"], try([for f in self.settings[0].database_flags : lower(tostring(f.value)) if f.name == "cloudsql.enable_pgaudit"][0], "off"))
  message    = "The flag cloudsql.enable_pgaudit is not on."
  why        = "Who did what cannot be reconstructed."
  advice     = "Set the flag cloudsql.enable_pgaudit to on."
  references = ["CIS GCP 2.0 6.2.8", "CKV_GCP_110"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "cloudsql.enable_pgaudit"
          value = "on"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "cloudsql.enable_pgaudit"
          value = "off"
        }
      }
    }
  }
}

rule "google-postgres-statement-stats" {
  title      = "Statistics of statements fill the log"
  severity   = "low"
  category   = "operations"
  resource   = "google_sql_database_instance"
  applies    = startswith(self.database_version, "POSTGRES")
  require    = contains(["off"], try([for f in self.settings[0].database_flags : lower(tostring(f.value)) if f.name == "log_statement_stats"][0], "off"))
  message    = "The flag log_statement_stats is not off."
  why        = "What counts is not found in it."
  advice     = "Set the flag log_statement_stats to off."
  references = ["CIS GCP 1.2 6.2.12", "CKV2_GCP_17"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_statement_stats"
          value = "off"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "POSTGRES_16"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "log_statement_stats"
          value = "on"
        }
      }
    }
  }
}

rule "google-sqlserver-ownership" {
  title      = "Rights of one database hold in others"
  severity   = "medium"
  category   = "security"
  resource   = "google_sql_database_instance"
  applies    = startswith(self.database_version, "SQLSERVER")
  require    = contains(["off"], try([for f in self.settings[0].database_flags : lower(tostring(f.value)) if f.name == "cross db ownership chaining"][0], "off"))
  message    = "The flag cross db ownership chaining is not off."
  why        = "Whoever owns one reaches the others."
  advice     = "Set the flag cross db ownership chaining to off."
  references = ["CIS GCP 2.0 6.3.2", "trivy GCP-0019", "CKV_GCP_58"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "SQLSERVER_2022_STANDARD"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "cross db ownership chaining"
          value = "off"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "SQLSERVER_2022_STANDARD"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "cross db ownership chaining"
          value = "on"
        }
      }
    }
  }
}

rule "google-sqlserver-contained" {
  title      = "Users of a database are kept in it"
  severity   = "medium"
  category   = "security"
  resource   = "google_sql_database_instance"
  applies    = startswith(self.database_version, "SQLSERVER")
  require    = contains(["off"], try([for f in self.settings[0].database_flags : lower(tostring(f.value)) if f.name == "contained database authentication"][0], "off"))
  message    = "The flag contained database authentication is not off."
  why        = "A copy brings its users and passwords along."
  advice     = "Set the flag contained database authentication to off."
  references = ["CIS GCP 2.0 6.3.7", "trivy GCP-0023", "CKV_GCP_59"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "SQLSERVER_2022_STANDARD"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "contained database authentication"
          value = "off"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "SQLSERVER_2022_STANDARD"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "contained database authentication"
          value = "on"
        }
      }
    }
  }
}

rule "google-sqlserver-scripts" {
  title      = "Database runs programs"
  severity   = "medium"
  category   = "security"
  resource   = "google_sql_database_instance"
  applies    = startswith(self.database_version, "SQLSERVER")
  require    = contains(["off"], try([for f in self.settings[0].database_flags : lower(tostring(f.value)) if f.name == "external scripts enabled"][0], "off"))
  message    = "The flag external scripts enabled is not off."
  why        = "Whoever may ask runs what he likes."
  advice     = "Set the flag external scripts enabled to off."
  references = ["CIS GCP 2.0 6.3.1"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "SQLSERVER_2022_STANDARD"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "external scripts enabled"
          value = "off"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "SQLSERVER_2022_STANDARD"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "external scripts enabled"
          value = "on"
        }
      }
    }
  }
}

rule "google-sqlserver-remote" {
  title      = "Procedures run from other servers"
  severity   = "medium"
  category   = "security"
  resource   = "google_sql_database_instance"
  applies    = startswith(self.database_version, "SQLSERVER")
  require    = contains(["off"], try([for f in self.settings[0].database_flags : lower(tostring(f.value)) if f.name == "remote access"][0], "on"))
  message    = "The flag remote access is not off."
  why        = "A server that was taken over takes this one."
  advice     = "Set the flag remote access to off."
  references = ["CIS GCP 2.0 6.3.5"]
  pass {
    resource "google_sql_database_instance" "x" {
      database_version = "SQLSERVER_2022_STANDARD"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "remote access"
          value = "off"
        }
      }
    }
  }
  fail {
    resource "google_sql_database_instance" "x" {
      database_version = "SQLSERVER_2022_STANDARD"
      settings {
        tier = "db-f1-micro"
        database_flags {
          name  = "remote access"
          value = "on"
        }
      }
    }
  }
}
