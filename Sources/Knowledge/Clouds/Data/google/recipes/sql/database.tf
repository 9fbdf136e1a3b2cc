resource "google_sql_database_instance" "{{label}}" {
  name                = {{full_name}}
  region              = var.region
  database_version    = "{{#is.engine.POSTGRES}}POSTGRES_{{#has.version}}{{version}}{{/has.version}}{{^has.version}}16{{/has.version}}{{/is.engine.POSTGRES}}{{#is.engine.MYSQL}}MYSQL_{{#has.version}}${replace("{{version}}", ".", "_")}{{/has.version}}{{^has.version}}8_0{{/has.version}}{{/is.engine.MYSQL}}"
  deletion_protection = {{deletion_protection}}
  {{#is.encryption.customer}}
  encryption_key_name = {{key.id}}
  {{/is.encryption.customer}}

  settings {
    tier              = "{{tier}}"
    edition           = "ENTERPRISE"
    {{#high_availability}}
    availability_type = "REGIONAL"
    {{/high_availability}}
    {{^high_availability}}
    availability_type = "ZONAL"
    {{/high_availability}}
    disk_type         = "PD_SSD"
    disk_size         = {{storage_gb}}
    disk_autoresize   = true

    backup_configuration {
      enabled                        = {{backups}}
      start_time                     = "02:00"
      {{#is.engine.POSTGRES}}
      point_in_time_recovery_enabled = {{point_in_time}}
      {{/is.engine.POSTGRES}}
      {{#is.engine.MYSQL}}
      binary_log_enabled             = {{point_in_time}}
      {{/is.engine.MYSQL}}

      backup_retention_settings {
        retained_backups = {{backup_days}}
        retention_unit   = "COUNT"
      }
    }

    maintenance_window {
      day  = 7
      hour = 3
    }

    insights_config {
      query_insights_enabled = true
    }

    ip_configuration {
      {{#public}}
      ipv4_enabled    = true
      {{/public}}
      {{^public}}
      ipv4_enabled    = false
      private_network = {{network.id}}
      {{/public}}
      ssl_mode        = "{{tls}}"
    }
    {{#is.engine.MYSQL}}

    database_flags {
      name  = "local_infile"
      value = "off"
    }
    {{/is.engine.MYSQL}}
  }
  {{^public}}

  depends_on = [{{network.services}}]
  {{/public}}
}

resource "google_sql_database" "{{label}}" {
  name     = "{{#named}}{{label}}{{/named}}{{^named}}app{{/named}}"
  instance = google_sql_database_instance.{{label}}.name
}

resource "google_sql_user" "{{label}}" {
  name     = "app"
  instance = google_sql_database_instance.{{label}}.name
  password = var.{{label}}_password
}
{{#has.replicas}}

resource "google_sql_database_instance" "{{label}}_replica" {
  count = {{replicas}}

  name                 = "{{text_name}}-replica-${count.index + 1}"
  region               = var.region
  database_version     = "{{#is.engine.POSTGRES}}POSTGRES_{{#has.version}}{{version}}{{/has.version}}{{^has.version}}16{{/has.version}}{{/is.engine.POSTGRES}}{{#is.engine.MYSQL}}MYSQL_{{#has.version}}${replace("{{version}}", ".", "_")}{{/has.version}}{{^has.version}}8_0{{/has.version}}{{/is.engine.MYSQL}}"
  master_instance_name = google_sql_database_instance.{{label}}.name
  deletion_protection  = {{deletion_protection}}
  {{#is.encryption.customer}}
  encryption_key_name  = {{key.id}}
  {{/is.encryption.customer}}

  settings {
    tier              = "{{tier}}"
    edition           = "ENTERPRISE"
    availability_type = "ZONAL"
    disk_type         = "PD_SSD"
    disk_size         = {{storage_gb}}
    disk_autoresize   = true

    ip_configuration {
      {{#public}}
      ipv4_enabled    = true
      {{/public}}
      {{^public}}
      ipv4_enabled    = false
      private_network = {{network.id}}
      {{/public}}
      ssl_mode        = "{{tls}}"
    }
    {{#is.engine.MYSQL}}

    database_flags {
      name  = "local_infile"
      value = "off"
    }
    {{/is.engine.MYSQL}}
  }
}
{{/has.replicas}}
