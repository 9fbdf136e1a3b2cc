# Databases, caches and searches.

rule "azure-sql-tls" {
  title      = "Database server takes old TLS"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_mssql_server"
  require    = contains(["1.2", "1.3"], coalesce(self.minimum_tls_version, "1.2"))
  message    = "minimum_tls_version is ${self.minimum_tls_version}."
  why        = "Versions before 1.2 have known weaknesses."
  advice     = "Set minimum_tls_version to 1.2."
  references = ["trivy AZU-0026", "CKV_AZURE_52"]
  remedy {
    set {
      minimum_tls_version = "1.2"
    }
  }
  pass {
    resource "azurerm_mssql_server" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      version             = "12.0"
    }
  }
  fail {
    resource "azurerm_mssql_server" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      version             = "12.0"
      minimum_tls_version = "1.0"
    }
  }
}

rule "azure-sql-public" {
  title      = "Database server reachable from everywhere"
  severity   = "high"
  category   = "security"
  resource   = ["azurerm_mssql_server", "azurerm_sql_server"]
  require    = self.public_network_access_enabled == false
  message    = "public_network_access_enabled is not false."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set public_network_access_enabled to false."
  references = ["CIS Azure 2.0 4.1.2", "trivy AZU-0022", "CKV_AZURE_113"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_mssql_server" "x" {
      location                      = "westeurope"
      name                          = "a"
      resource_group_name           = "group"
      version                       = "12.0"
      public_network_access_enabled = false
    }
  }
  fail {
    resource "azurerm_mssql_server" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      version             = "12.0"
    }
  }
}

rule "azure-database-public" {
  title      = "Database reachable from everywhere"
  severity   = "high"
  category   = "security"
  resource   = ["azurerm_postgresql_server", "azurerm_mysql_server", "azurerm_mariadb_server", "azurerm_postgresql_flexible_server", "azurerm_mysql_flexible_server"]
  applies    = !is_set("delegated_subnet_id")
  require    = self.public_network_access_enabled == false
  message    = "public_network_access_enabled is not false."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set public_network_access_enabled to false."
  references = ["trivy AZU-0022", "CKV_AZURE_53", "CKV_AZURE_68", "CKV_AZURE_48"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_postgresql_server" "x" {
      location                      = "westeurope"
      name                          = "a"
      resource_group_name           = "group"
      sku_name                      = "GP_Gen5_4"
      ssl_enforcement_enabled       = true
      version                       = "11"
      public_network_access_enabled = false
    }
  }
  fail {
    resource "azurerm_postgresql_server" "x" {
      location                = "westeurope"
      name                    = "a"
      resource_group_name     = "group"
      sku_name                = "GP_Gen5_4"
      ssl_enforcement_enabled = true
      version                 = "11"
    }
  }
}

rule "azure-database-firewall-all" {
  title      = "Firewall that lets the internet in"
  severity   = "high"
  category   = "security"
  resource   = ["azurerm_mssql_firewall_rule", "azurerm_sql_firewall_rule", "azurerm_postgresql_firewall_rule", "azurerm_mysql_firewall_rule", "azurerm_mariadb_firewall_rule", "azurerm_postgresql_flexible_server_firewall_rule", "azurerm_mysql_flexible_server_firewall_rule", "azurerm_redis_firewall_rule"]
  require    = !(can(regex("^0\\.0\\.0\\.0$", coalesce(self.start_ip_address, self.start_ip))) && coalesce(self.end_ip_address, self.end_ip) != "0.0.0.0")
  message    = "It starts at 0.0.0.0 and ends at ${coalesce(self.end_ip_address, self.end_ip)}."
  why        = "Databases that answer are tried within minutes."
  advice     = "Name the addresses."
  references = ["CIS Azure 2.0 4.1.2", "trivy AZU-0029", "CKV_AZURE_11"]
  pass {
    resource "azurerm_mssql_firewall_rule" "x" {
      end_ip_address   = "198.51.100.7"
      name             = "a"
      server_id        = "/subscriptions/1/resourceGroups/group"
      start_ip_address = "198.51.100.7"
    }
  }
  fail {
    resource "azurerm_mssql_firewall_rule" "x" {
      end_ip_address   = "255.255.255.255"
      name             = "a"
      server_id        = "/subscriptions/1/resourceGroups/group"
      start_ip_address = "0.0.0.0"
    }
  }
}

rule "azure-database-firewall-cloud" {
  title      = "Firewall that lets every customer of the cloud in"
  severity   = "medium"
  category   = "security"
  resource   = ["azurerm_mssql_firewall_rule", "azurerm_sql_firewall_rule", "azurerm_postgresql_firewall_rule", "azurerm_mysql_firewall_rule", "azurerm_postgresql_flexible_server_firewall_rule", "azurerm_mysql_flexible_server_firewall_rule"]
  require    = !(self.start_ip_address == "0.0.0.0" && self.end_ip_address == "0.0.0.0")
  message    = "It names 0.0.0.0 only, which means all of the cloud."
  why        = "Machines of other customers are of the cloud, too."
  advice     = "Use a private endpoint or a rule for the network."
  references = ["CKV2_AZURE_26", "CKV2_AZURE_6"]
  pass {
    resource "azurerm_mssql_firewall_rule" "x" {
      end_ip_address   = "198.51.100.7"
      name             = "a"
      server_id        = "/subscriptions/1/resourceGroups/group"
      start_ip_address = "198.51.100.7"
    }
  }
  fail {
    resource "azurerm_mssql_firewall_rule" "x" {
      end_ip_address   = "0.0.0.0"
      name             = "a"
      server_id        = "/subscriptions/1/resourceGroups/group"
      start_ip_address = "0.0.0.0"
    }
  }
}

rule "azure-database-tls-required" {
  title      = "Database takes connections in clear"
  severity   = "medium"
  category   = "security"
  resource   = ["azurerm_postgresql_server", "azurerm_mysql_server", "azurerm_mariadb_server"]
  require    = self.ssl_enforcement_enabled == true
  message    = "ssl_enforcement_enabled is not true."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set ssl_enforcement_enabled to true."
  references = ["CIS Azure 2.0 4.3.1", "trivy AZU-0020", "CKV_AZURE_28", "CKV_AZURE_29", "CKV_AZURE_47"]
  remedy {
    set {
      ssl_enforcement_enabled = true
    }
  }
  pass {
    resource "azurerm_postgresql_server" "x" {
      location                = "westeurope"
      name                    = "a"
      resource_group_name     = "group"
      sku_name                = "GP_Gen5_4"
      ssl_enforcement_enabled = true
      version                 = "11"
    }
  }
  fail {
    resource "azurerm_postgresql_server" "x" {
      location                = "westeurope"
      name                    = "a"
      resource_group_name     = "group"
      sku_name                = "GP_Gen5_4"
      ssl_enforcement_enabled = false
      version                 = "11"
    }
  }
}

rule "azure-database-tls" {
  title      = "Database takes old TLS"
  severity   = "high"
  category   = "security"
  resource   = ["azurerm_postgresql_server", "azurerm_mysql_server", "azurerm_mariadb_server"]
  require    = self.ssl_minimal_tls_version_enforced == "TLS1_2"
  message    = "ssl_minimal_tls_version_enforced is not TLS1_2."
  why        = "Versions before 1.2 have known weaknesses."
  advice     = "Set ssl_minimal_tls_version_enforced to TLS1_2."
  references = ["trivy AZU-0026", "CKV_AZURE_54", "CKV_AZURE_147"]
  remedy {
    set {
      ssl_minimal_tls_version_enforced = "TLS1_2"
    }
  }
  pass {
    resource "azurerm_postgresql_server" "x" {
      location                         = "westeurope"
      name                             = "a"
      resource_group_name              = "group"
      sku_name                         = "GP_Gen5_4"
      ssl_enforcement_enabled          = true
      version                          = "11"
      ssl_minimal_tls_version_enforced = "TLS1_2"
    }
  }
  fail {
    resource "azurerm_postgresql_server" "x" {
      location                         = "westeurope"
      name                             = "a"
      resource_group_name              = "group"
      sku_name                         = "GP_Gen5_4"
      ssl_enforcement_enabled          = true
      version                          = "11"
      ssl_minimal_tls_version_enforced = "TLS1_0"
    }
  }
}

rule "azure-database-geo-backup" {
  title      = "Backups in one region"
  severity   = "low"
  category   = "reliability"
  resource   = ["azurerm_postgresql_server", "azurerm_mysql_server", "azurerm_mariadb_server", "azurerm_postgresql_flexible_server", "azurerm_mysql_flexible_server"]
  require    = self.geo_redundant_backup_enabled == true
  message    = "geo_redundant_backup_enabled is not true."
  why        = "When the region fails, so do the backups."
  advice     = "Set geo_redundant_backup_enabled to true."
  references = ["CKV_AZURE_94", "CKV_AZURE_102", "CKV_AZURE_129", "CKV_AZURE_136"]
  remedy {
    set {
      geo_redundant_backup_enabled = true
    }
  }
  pass {
    resource "azurerm_postgresql_server" "x" {
      location                     = "westeurope"
      name                         = "a"
      resource_group_name          = "group"
      sku_name                     = "GP_Gen5_4"
      ssl_enforcement_enabled      = true
      version                      = "11"
      geo_redundant_backup_enabled = true
    }
  }
  fail {
    resource "azurerm_postgresql_server" "x" {
      location                = "westeurope"
      name                    = "a"
      resource_group_name     = "group"
      sku_name                = "GP_Gen5_4"
      ssl_enforcement_enabled = true
      version                 = "11"
    }
  }
}

rule "azure-database-infrastructure" {
  title      = "Database encrypted once only"
  severity   = "low"
  category   = "security"
  resource   = ["azurerm_postgresql_server", "azurerm_mysql_server"]
  require    = self.infrastructure_encryption_enabled == true
  message    = "infrastructure_encryption_enabled is not true."
  why        = "A fault of one layer lays it open."
  advice     = "Set infrastructure_encryption_enabled to true."
  references = ["CIS Azure 2.0 4.3.8", "CKV_AZURE_96", "CKV_AZURE_130"]
  remedy {
    set {
      infrastructure_encryption_enabled = true
    }
  }
  pass {
    resource "azurerm_postgresql_server" "x" {
      location                          = "westeurope"
      name                              = "a"
      resource_group_name               = "group"
      sku_name                          = "GP_Gen5_4"
      ssl_enforcement_enabled           = true
      version                           = "11"
      infrastructure_encryption_enabled = true
    }
  }
  fail {
    resource "azurerm_postgresql_server" "x" {
      location                = "westeurope"
      name                    = "a"
      resource_group_name     = "group"
      sku_name                = "GP_Gen5_4"
      ssl_enforcement_enabled = true
      version                 = "11"
    }
  }
}

rule "azure-database-threats" {
  title      = "Database that is not watched for attacks"
  severity   = "medium"
  category   = "operations"
  resource   = ["azurerm_postgresql_server", "azurerm_mysql_server"]
  require    = self.threat_detection_policy[0].enabled == true
  message    = "threat_detection_policy is not enabled."
  why        = "An attack is not seen."
  advice     = "Add threat_detection_policy with enabled true."
  references = ["CKV_AZURE_127", "CKV_AZURE_128"]
  pass {
    resource "azurerm_postgresql_server" "x" {
      location                = "westeurope"
      name                    = "a"
      resource_group_name     = "group"
      sku_name                = "GP_Gen5_4"
      ssl_enforcement_enabled = true
      version                 = "11"
      threat_detection_policy {
        enabled = true
      }
    }
  }
  fail {
    resource "azurerm_postgresql_server" "x" {
      location                = "westeurope"
      name                    = "a"
      resource_group_name     = "group"
      sku_name                = "GP_Gen5_4"
      ssl_enforcement_enabled = true
      version                 = "11"
    }
  }
}

rule "azure-flexible-backup" {
  title      = "Database backups kept for less than a week"
  severity   = "medium"
  category   = "reliability"
  resource   = ["azurerm_postgresql_flexible_server", "azurerm_mysql_flexible_server"]
  require    = coalesce(self.backup_retention_days, 7) >= 7
  message    = "backup_retention_days is less than 7."
  why        = "A fault is often noticed days after it was made."
  advice     = "Set backup_retention_days to 7 or more."
  references = ["Azure Database: backup and restore"]
  remedy {
    set {
      backup_retention_days = 7
    }
  }
  pass {
    resource "azurerm_postgresql_flexible_server" "x" {
      location              = "westeurope"
      name                  = "a"
      resource_group_name   = "group"
      backup_retention_days = 7
    }
  }
  fail {
    resource "azurerm_postgresql_flexible_server" "x" {
      location              = "westeurope"
      name                  = "a"
      resource_group_name   = "group"
      backup_retention_days = 1
    }
  }
}

rule "azure-postgres-checkpoints" {
  title      = "Checkpoints are not logged"
  severity   = "low"
  category   = "operations"
  resource   = ["azurerm_postgresql_configuration", "azurerm_postgresql_flexible_server_configuration"]
  applies    = self.name == "log_checkpoints"
  require    = lower(tostring(self.value)) == "on"
  message    = "log_checkpoints is off."
  why        = "Who did what cannot be reconstructed."
  advice     = "Set log_checkpoints to on."
  references = ["CIS Azure 2.0 4.3.2", "trivy AZU-0024", "CKV_AZURE_30"]
  remedy {
    set {
      value = "on"
    }
  }
  pass {
    resource "azurerm_postgresql_configuration" "x" {
      name                = "log_checkpoints"
      resource_group_name = "group"
      server_name         = "a"
      value               = "on"
    }
  }
  fail {
    resource "azurerm_postgresql_configuration" "x" {
      name                = "log_checkpoints"
      resource_group_name = "group"
      server_name         = "a"
      value               = "off"
    }
  }
}

rule "azure-postgres-connections" {
  title      = "Connections are not logged"
  severity   = "low"
  category   = "operations"
  resource   = ["azurerm_postgresql_configuration", "azurerm_postgresql_flexible_server_configuration"]
  applies    = self.name == "log_connections"
  require    = lower(tostring(self.value)) == "on"
  message    = "log_connections is off."
  why        = "Who did what cannot be reconstructed."
  advice     = "Set log_connections to on."
  references = ["CIS Azure 2.0 4.3.3", "trivy AZU-0019", "CKV_AZURE_31"]
  remedy {
    set {
      value = "on"
    }
  }
  pass {
    resource "azurerm_postgresql_configuration" "x" {
      name                = "log_connections"
      resource_group_name = "group"
      server_name         = "a"
      value               = "on"
    }
  }
  fail {
    resource "azurerm_postgresql_configuration" "x" {
      name                = "log_connections"
      resource_group_name = "group"
      server_name         = "a"
      value               = "off"
    }
  }
}

rule "azure-postgres-disconnections" {
  title      = "Ends of connections are not logged"
  severity   = "low"
  category   = "operations"
  resource   = ["azurerm_postgresql_configuration", "azurerm_postgresql_flexible_server_configuration"]
  applies    = self.name == "log_disconnections"
  require    = lower(tostring(self.value)) == "on"
  message    = "log_disconnections is off."
  why        = "Who did what cannot be reconstructed."
  advice     = "Set log_disconnections to on."
  references = ["CIS Azure 2.0 4.3.4"]
  remedy {
    set {
      value = "on"
    }
  }
  pass {
    resource "azurerm_postgresql_configuration" "x" {
      name                = "log_disconnections"
      resource_group_name = "group"
      server_name         = "a"
      value               = "on"
    }
  }
  fail {
    resource "azurerm_postgresql_configuration" "x" {
      name                = "log_disconnections"
      resource_group_name = "group"
      server_name         = "a"
      value               = "off"
    }
  }
}

rule "azure-postgres-throttling" {
  title      = "Connections are not throttled"
  severity   = "low"
  category   = "operations"
  resource   = ["azurerm_postgresql_configuration", "azurerm_postgresql_flexible_server_configuration"]
  applies    = self.name == "connection_throttling"
  require    = lower(tostring(self.value)) == "on"
  message    = "connection_throttling is off."
  why        = "Passwords can be tried without end."
  advice     = "Set connection_throttling to on."
  references = ["CIS Azure 2.0 4.3.5", "trivy AZU-0021", "CKV_AZURE_32"]
  remedy {
    set {
      value = "on"
    }
  }
  pass {
    resource "azurerm_postgresql_configuration" "x" {
      name                = "connection_throttling"
      resource_group_name = "group"
      server_name         = "a"
      value               = "on"
    }
  }
  fail {
    resource "azurerm_postgresql_configuration" "x" {
      name                = "connection_throttling"
      resource_group_name = "group"
      server_name         = "a"
      value               = "off"
    }
  }
}

rule "azure-postgres-throttle" {
  title      = "Connections are not throttled"
  severity   = "low"
  category   = "operations"
  resource   = ["azurerm_postgresql_configuration", "azurerm_postgresql_flexible_server_configuration"]
  applies    = self.name == "connection_throttle.enable"
  require    = lower(tostring(self.value)) == "on"
  message    = "connection_throttle.enable is off."
  why        = "Passwords can be tried without end."
  advice     = "Set connection_throttle.enable to on."
  references = ["CIS Azure 2.0 4.3.5"]
  remedy {
    set {
      value = "on"
    }
  }
  pass {
    resource "azurerm_postgresql_configuration" "x" {
      name                = "connection_throttle.enable"
      resource_group_name = "group"
      server_name         = "a"
      value               = "on"
    }
  }
  fail {
    resource "azurerm_postgresql_configuration" "x" {
      name                = "connection_throttle.enable"
      resource_group_name = "group"
      server_name         = "a"
      value               = "off"
    }
  }
}

rule "azure-postgres-transport" {
  title      = "Database takes connections in clear"
  severity   = "high"
  category   = "security"
  resource   = ["azurerm_postgresql_flexible_server_configuration", "azurerm_mysql_flexible_server_configuration"]
  applies    = self.name == "require_secure_transport"
  require    = lower(tostring(self.value)) == "on"
  message    = "require_secure_transport is off."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set require_secure_transport to on."
  references = ["CIS Azure 2.0 4.4.1"]
  remedy {
    set {
      value = "on"
    }
  }
  pass {
    resource "azurerm_postgresql_flexible_server_configuration" "x" {
      name      = "require_secure_transport"
      server_id = "/subscriptions/1/resourceGroups/group"
      value     = "on"
    }
  }
  fail {
    resource "azurerm_postgresql_flexible_server_configuration" "x" {
      name      = "require_secure_transport"
      server_id = "/subscriptions/1/resourceGroups/group"
      value     = "off"
    }
  }
}

rule "azure-sql-administrator" {
  title      = "Database server with passwords only"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_mssql_server"
  require    = length(self.azuread_administrator) > 0
  message    = "There is no azuread_administrator."
  why        = "Keys are shared and copied; accounts can be named, limited and withdrawn."
  advice     = "Add azuread_administrator."
  references = ["CIS Azure 2.0 4.1.4", "CKV2_AZURE_27"]
  pass {
    resource "azurerm_mssql_server" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      version             = "12.0"
      azuread_administrator {
        login_username = "keepers"
        object_id      = "00000000-0000-0000-0000-000000000001"
      }
    }
  }
  fail {
    resource "azurerm_mssql_server" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      version             = "12.0"
    }
  }
}

rule "azure-sql-audit-days" {
  title      = "Audit log kept for less than ninety days"
  severity   = "low"
  category   = "operations"
  resource   = ["azurerm_mssql_server_extended_auditing_policy", "azurerm_mssql_database_extended_auditing_policy"]
  require    = coalesce(self.retention_in_days, 0) == 0 || self.retention_in_days >= 90
  message    = "It is kept for ${self.retention_in_days} days."
  why        = "What is found out late can no longer be followed."
  advice     = "Set retention_in_days to 90 or more, or to 0."
  references = ["CIS Azure 2.0 4.1.6", "trivy AZU-0025", "CKV_AZURE_24"]
  remedy {
    set {
      retention_in_days = 90
    }
  }
  pass {
    resource "azurerm_mssql_server_extended_auditing_policy" "x" {
      server_id         = "/subscriptions/1/resourceGroups/group"
      retention_in_days = 90
    }
  }
  fail {
    resource "azurerm_mssql_server_extended_auditing_policy" "x" {
      server_id         = "/subscriptions/1/resourceGroups/group"
      retention_in_days = 6
    }
  }
}

rule "azure-sql-audit" {
  title      = "Database server that does not audit"
  severity   = "medium"
  category   = "operations"
  resource   = ["azurerm_mssql_server", "azurerm_sql_server"]
  require    = length(self.extended_auditing_policy) > 0 || length(related("azurerm_mssql_server_extended_auditing_policy", "server_id")) > 0
  message    = "There is no extended auditing policy."
  why        = "Who did what cannot be reconstructed."
  advice     = "Add azurerm_mssql_server_extended_auditing_policy."
  references = ["CIS Azure 2.0 4.1.1", "trivy AZU-0027", "CKV_AZURE_23"]
  pass {
    resource "azurerm_mssql_server" "x" {
      name                = "a"
      location            = "westeurope"
      resource_group_name = "g"
      version             = "12.0"
    }
    resource "azurerm_mssql_server_extended_auditing_policy" "p" {
      server_id = azurerm_mssql_server.x.id
    }
  }
  fail {
    resource "azurerm_mssql_server" "x" {
      name                = "a"
      location            = "westeurope"
      resource_group_name = "g"
      version             = "12.0"
    }
  }
}

rule "azure-sql-alerts" {
  title      = "Database server that is not watched for attacks"
  severity   = "medium"
  category   = "operations"
  resource   = "azurerm_mssql_server_security_alert_policy"
  require    = self.state == "Enabled"
  message    = "state is ${self.state}."
  why        = "An attack is not seen."
  advice     = "Set state to Enabled."
  references = ["CIS Azure 2.0 4.2.1", "CKV_AZURE_25"]
  remedy {
    set {
      state = "Enabled"
    }
  }
  pass {
    resource "azurerm_mssql_server_security_alert_policy" "x" {
      resource_group_name = "group"
      server_name         = "s"
      state               = "Enabled"
    }
  }
  fail {
    resource "azurerm_mssql_server_security_alert_policy" "x" {
      resource_group_name = "group"
      server_name         = "s"
      state               = "Disabled"
    }
  }
}

rule "azure-sql-alerts-all" {
  title      = "Some attacks are not told"
  severity   = "medium"
  category   = "operations"
  resource   = "azurerm_mssql_server_security_alert_policy"
  require    = length(coalesce(self.disabled_alerts, [])) == 0
  message    = "disabled_alerts is not empty."
  why        = "What is left out is not seen."
  advice     = "Leave disabled_alerts empty."
  references = ["trivy AZU-0028", "CKV_AZURE_25"]
  remedy {
    set {
      disabled_alerts = []
    }
  }
  pass {
    resource "azurerm_mssql_server_security_alert_policy" "x" {
      resource_group_name = "group"
      server_name         = "s"
      state               = "Enabled"
    }
  }
  fail {
    resource "azurerm_mssql_server_security_alert_policy" "x" {
      resource_group_name = "group"
      server_name         = "s"
      state               = "Enabled"
      disabled_alerts     = ["Sql_Injection"]
    }
  }
}

rule "azure-sql-alerts-receiver" {
  title      = "Nobody is told of attacks"
  severity   = "low"
  category   = "operations"
  resource   = "azurerm_mssql_server_security_alert_policy"
  require    = is_set("email_addresses")
  message    = "email_addresses is not set."
  why        = "An alarm without a receiver is none."
  advice     = "Set email_addresses."
  references = ["CIS Azure 2.0 4.2.4", "trivy AZU-0018", "CKV_AZURE_26"]
  pass {
    resource "azurerm_mssql_server_security_alert_policy" "x" {
      resource_group_name = "group"
      server_name         = "s"
      state               = "Enabled"
      email_addresses     = ["a@example.org"]
    }
  }
  fail {
    resource "azurerm_mssql_server_security_alert_policy" "x" {
      resource_group_name = "group"
      server_name         = "s"
      state               = "Enabled"
    }
  }
}

rule "azure-sql-alerts-owners" {
  title      = "Owners are not told of attacks"
  severity   = "low"
  category   = "operations"
  resource   = "azurerm_mssql_server_security_alert_policy"
  require    = self.email_account_admins == true
  message    = "email_account_admins is not true."
  why        = "An alarm without a receiver is none."
  advice     = "Set email_account_admins to true."
  references = ["CIS Azure 2.0 4.2.5", "trivy AZU-0023", "CKV_AZURE_27"]
  remedy {
    set {
      email_account_admins = true
    }
  }
  pass {
    resource "azurerm_mssql_server_security_alert_policy" "x" {
      resource_group_name  = "group"
      server_name          = "s"
      state                = "Enabled"
      email_account_admins = true
    }
  }
  fail {
    resource "azurerm_mssql_server_security_alert_policy" "x" {
      resource_group_name = "group"
      server_name         = "s"
      state               = "Enabled"
    }
  }
}

rule "azure-sql-encrypted" {
  title      = "Database not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_mssql_database"
  require    = self.transparent_data_encryption_enabled != false
  message    = "transparent_data_encryption_enabled is false."
  why        = "Disks and copies are readable to whoever gets hold of them."
  advice     = "Leave transparent_data_encryption_enabled true."
  references = ["CIS Azure 2.0 4.1.5", "CKV2_AZURE_2"]
  remedy {
    set {
      transparent_data_encryption_enabled = true
    }
  }
  pass {
    resource "azurerm_mssql_database" "x" {
      name                                = "a"
      server_id                           = "/subscriptions/1/resourceGroups/group"
      transparent_data_encryption_enabled = true
    }
  }
  fail {
    resource "azurerm_mssql_database" "x" {
      name                                = "a"
      server_id                           = "/subscriptions/1/resourceGroups/group"
      transparent_data_encryption_enabled = false
    }
  }
}

rule "azure-sql-zones" {
  title      = "Database in one zone"
  severity   = "low"
  category   = "reliability"
  resource   = "azurerm_mssql_database"
  require    = self.zone_redundant == true
  message    = "zone_redundant is not true."
  why        = "When the zone fails, so does the database."
  advice     = "Set zone_redundant to true."
  references = ["CKV_AZURE_229"]
  remedy {
    set {
      zone_redundant = true
    }
  }
  pass {
    resource "azurerm_mssql_database" "x" {
      name           = "a"
      server_id      = "/subscriptions/1/resourceGroups/group"
      zone_redundant = true
    }
  }
  fail {
    resource "azurerm_mssql_database" "x" {
      name      = "a"
      server_id = "/subscriptions/1/resourceGroups/group"
    }
  }
}

rule "azure-sql-ledger" {
  title      = "Database that can be changed unseen"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_mssql_database"
  require    = self.ledger_enabled == true
  message    = "ledger_enabled is not true."
  why        = "What was changed afterwards cannot be told."
  advice     = "Set ledger_enabled to true."
  references = ["CKV_AZURE_224"]
  remedy {
    set {
      ledger_enabled = true
    }
  }
  pass {
    resource "azurerm_mssql_database" "x" {
      name           = "a"
      server_id      = "/subscriptions/1/resourceGroups/group"
      ledger_enabled = true
    }
  }
  fail {
    resource "azurerm_mssql_database" "x" {
      name      = "a"
      server_id = "/subscriptions/1/resourceGroups/group"
    }
  }
}

rule "azure-sql-key" {
  title      = "Database server without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_mssql_server"
  require    = is_set("transparent_data_encryption_key_vault_key_id") || length(related("azurerm_mssql_server_transparent_data_encryption", "server_id")) > 0
  message    = "No key is named."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set transparent_data_encryption_key_vault_key_id."
  references = ["CIS Azure 2.0 4.1.3", "CKV2_AZURE_48"]
  pass {
    resource "azurerm_mssql_server" "x" {
      location                                     = "westeurope"
      name                                         = "a"
      resource_group_name                          = "group"
      version                                      = "12.0"
      transparent_data_encryption_key_vault_key_id = "https://keys.vault.azure.net/keys/own"
    }
  }
  fail {
    resource "azurerm_mssql_server" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      version             = "12.0"
    }
  }
}

rule "azure-cosmos-network" {
  title      = "Document database reachable from everywhere"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_cosmosdb_account"
  require    = self.public_network_access_enabled == false || self.is_virtual_network_filter_enabled == true && (length(self.virtual_network_rule) > 0 || length(coalesce(self.ip_range_filter, [])) > 0) || length(coalesce(self.ip_range_filter, [])) > 0
  message    = "Every network is let in."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set is_virtual_network_filter_enabled with virtual_network_rule, or public_network_access_enabled to false."
  references = ["CIS Azure 2.0 4.5.1", "CKV_AZURE_99"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_cosmosdb_account" "x" {
      location            = "westeurope"
      name                = "a"
      offer_type          = "Standard"
      resource_group_name = "group"
      consistency_policy {
        consistency_level = "Session"
      }
      geo_location {
        failover_priority = 0
        location          = "westeurope"
      }
      public_network_access_enabled = false
    }
  }
  fail {
    resource "azurerm_cosmosdb_account" "x" {
      location            = "westeurope"
      name                = "a"
      offer_type          = "Standard"
      resource_group_name = "group"
      consistency_policy {
        consistency_level = "Session"
      }
      geo_location {
        failover_priority = 0
        location          = "westeurope"
      }
    }
  }
}

rule "azure-cosmos-public" {
  title      = "Document database with an address of the internet"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_cosmosdb_account"
  require    = self.public_network_access_enabled == false
  message    = "public_network_access_enabled is not false."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set public_network_access_enabled to false."
  references = ["CIS Azure 2.0 4.5.2", "CKV_AZURE_101"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_cosmosdb_account" "x" {
      location            = "westeurope"
      name                = "a"
      offer_type          = "Standard"
      resource_group_name = "group"
      consistency_policy {
        consistency_level = "Session"
      }
      geo_location {
        failover_priority = 0
        location          = "westeurope"
      }
      public_network_access_enabled = false
    }
  }
  fail {
    resource "azurerm_cosmosdb_account" "x" {
      location            = "westeurope"
      name                = "a"
      offer_type          = "Standard"
      resource_group_name = "group"
      consistency_policy {
        consistency_level = "Session"
      }
      geo_location {
        failover_priority = 0
        location          = "westeurope"
      }
    }
  }
}

rule "azure-cosmos-key" {
  title      = "Document database without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_cosmosdb_account"
  require    = is_set("key_vault_key_id")
  message    = "key_vault_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set key_vault_key_id."
  references = ["CKV_AZURE_100"]
  pass {
    resource "azurerm_cosmosdb_account" "x" {
      location            = "westeurope"
      name                = "a"
      offer_type          = "Standard"
      resource_group_name = "group"
      consistency_policy {
        consistency_level = "Session"
      }
      geo_location {
        failover_priority = 0
        location          = "westeurope"
      }
      key_vault_key_id = "https://keys.vault.azure.net/keys/own"
    }
  }
  fail {
    resource "azurerm_cosmosdb_account" "x" {
      location            = "westeurope"
      name                = "a"
      offer_type          = "Standard"
      resource_group_name = "group"
      consistency_policy {
        consistency_level = "Session"
      }
      geo_location {
        failover_priority = 0
        location          = "westeurope"
      }
    }
  }
}

rule "azure-cosmos-local" {
  title      = "Document database with shared keys"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_cosmosdb_account"
  applies    = coalesce(self.kind, "GlobalDocumentDB") == "GlobalDocumentDB"
  require    = self.local_authentication_disabled == true
  message    = "local_authentication_disabled is not true."
  why        = "Keys are shared and copied; accounts can be named, limited and withdrawn."
  advice     = "Set local_authentication_disabled to true."
  references = ["CIS Azure 2.0 4.5.3", "CKV_AZURE_140"]
  remedy {
    set {
      local_authentication_disabled = true
    }
  }
  pass {
    resource "azurerm_cosmosdb_account" "x" {
      location            = "westeurope"
      name                = "a"
      offer_type          = "Standard"
      resource_group_name = "group"
      consistency_policy {
        consistency_level = "Session"
      }
      geo_location {
        failover_priority = 0
        location          = "westeurope"
      }
      local_authentication_disabled = true
    }
  }
  fail {
    resource "azurerm_cosmosdb_account" "x" {
      location            = "westeurope"
      name                = "a"
      offer_type          = "Standard"
      resource_group_name = "group"
      consistency_policy {
        consistency_level = "Session"
      }
      geo_location {
        failover_priority = 0
        location          = "westeurope"
      }
    }
  }
}

rule "azure-cosmos-key-writes" {
  title      = "Shared keys may change the database itself"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_cosmosdb_account"
  require    = self.access_key_metadata_writes_enabled == false
  message    = "access_key_metadata_writes_enabled is not false."
  why        = "Keys are shared and copied; accounts can be named, limited and withdrawn."
  advice     = "Set access_key_metadata_writes_enabled to false."
  references = ["CKV_AZURE_132"]
  remedy {
    set {
      access_key_metadata_writes_enabled = false
    }
  }
  pass {
    resource "azurerm_cosmosdb_account" "x" {
      location            = "westeurope"
      name                = "a"
      offer_type          = "Standard"
      resource_group_name = "group"
      consistency_policy {
        consistency_level = "Session"
      }
      geo_location {
        failover_priority = 0
        location          = "westeurope"
      }
      access_key_metadata_writes_enabled = false
    }
  }
  fail {
    resource "azurerm_cosmosdb_account" "x" {
      location            = "westeurope"
      name                = "a"
      offer_type          = "Standard"
      resource_group_name = "group"
      consistency_policy {
        consistency_level = "Session"
      }
      geo_location {
        failover_priority = 0
        location          = "westeurope"
      }
    }
  }
}

rule "azure-redis-clear" {
  title      = "Cache reached in clear"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_redis_cache"
  require    = self.non_ssl_port_enabled != true && self.enable_non_ssl_port != true
  message    = "The port without TLS is open."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Leave non_ssl_port_enabled false."
  references = ["CKV_AZURE_91"]
  remedy {
    set {
      non_ssl_port_enabled = false
    }
  }
  pass {
    resource "azurerm_redis_cache" "x" {
      capacity            = 1
      family              = "P"
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "Premium"
    }
  }
  fail {
    resource "azurerm_redis_cache" "x" {
      capacity             = 1
      family               = "P"
      location             = "westeurope"
      name                 = "a"
      resource_group_name  = "group"
      sku_name             = "Premium"
      non_ssl_port_enabled = true
    }
  }
}

rule "azure-redis-tls" {
  title      = "Cache takes old TLS"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_redis_cache"
  require    = self.minimum_tls_version == "1.2"
  message    = "minimum_tls_version is not 1.2."
  why        = "Versions before 1.2 have known weaknesses."
  advice     = "Set minimum_tls_version to 1.2."
  references = ["CKV_AZURE_148"]
  remedy {
    set {
      minimum_tls_version = "1.2"
    }
  }
  pass {
    resource "azurerm_redis_cache" "x" {
      capacity            = 1
      family              = "P"
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "Premium"
      minimum_tls_version = "1.2"
    }
  }
  fail {
    resource "azurerm_redis_cache" "x" {
      capacity            = 1
      family              = "P"
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "Premium"
      minimum_tls_version = "1.0"
    }
  }
}

rule "azure-redis-public" {
  title      = "Cache reachable from everywhere"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_redis_cache"
  require    = self.public_network_access_enabled == false
  message    = "public_network_access_enabled is not false."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set public_network_access_enabled to false."
  references = ["CKV_AZURE_89"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_redis_cache" "x" {
      capacity                      = 1
      family                        = "P"
      location                      = "westeurope"
      name                          = "a"
      resource_group_name           = "group"
      sku_name                      = "Premium"
      public_network_access_enabled = false
    }
  }
  fail {
    resource "azurerm_redis_cache" "x" {
      capacity            = 1
      family              = "P"
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "Premium"
    }
  }
}

rule "azure-redis-tier" {
  title      = "Cache on one machine"
  severity   = "low"
  category   = "reliability"
  resource   = "azurerm_redis_cache"
  require    = contains(["Standard", "Premium"], self.sku_name)
  message    = "sku_name is ${self.sku_name}."
  why        = "When the machine fails, everything in it is gone."
  advice     = "Use Standard or Premium."
  references = ["CKV_AZURE_230"]
  pass {
    resource "azurerm_redis_cache" "x" {
      capacity            = 1
      family              = "P"
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "Premium"
    }
  }
  fail {
    resource "azurerm_redis_cache" "x" {
      capacity            = 1
      family              = "C"
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "Basic"
    }
  }
}

rule "azure-kusto-encrypted" {
  title      = "Explorer whose disks are in clear"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_kusto_cluster"
  require    = self.disk_encryption_enabled == true || self.enable_disk_encryption == true
  message    = "disk_encryption_enabled is not true."
  why        = "Disks and copies are readable to whoever gets hold of them."
  advice     = "Set disk_encryption_enabled to true."
  references = ["CKV_AZURE_74"]
  remedy {
    set {
      disk_encryption_enabled = true
    }
  }
  pass {
    resource "azurerm_kusto_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku {
        name     = "Standard_D13_v2"
        capacity = 2
      }
      disk_encryption_enabled = true
    }
  }
  fail {
    resource "azurerm_kusto_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku {
        name     = "Standard_D13_v2"
        capacity = 2
      }
    }
  }
}

rule "azure-kusto-double" {
  title      = "Explorer encrypted once only"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_kusto_cluster"
  require    = self.double_encryption_enabled == true
  message    = "double_encryption_enabled is not true."
  why        = "A fault of one layer lays it open."
  advice     = "Set double_encryption_enabled to true."
  references = ["CKV_AZURE_75"]
  remedy {
    set {
      double_encryption_enabled = true
    }
  }
  pass {
    resource "azurerm_kusto_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku {
        name     = "Standard_D13_v2"
        capacity = 2
      }
      double_encryption_enabled = true
    }
  }
  fail {
    resource "azurerm_kusto_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku {
        name     = "Standard_D13_v2"
        capacity = 2
      }
    }
  }
}

rule "azure-kusto-tier" {
  title      = "Explorer without a promise"
  severity   = "info"
  category   = "reliability"
  resource   = "azurerm_kusto_cluster"
  require    = !startswith(self.sku[0].name, "Dev(")
  message    = "sku is ${self.sku[0].name}."
  why        = "Nobody promises that it answers."
  advice     = "Use a size that is not Dev."
  references = ["CKV_AZURE_180"]
  pass {
    resource "azurerm_kusto_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku {
        name     = "Standard_D13_v2"
        capacity = 2
      }
    }
  }
  fail {
    resource "azurerm_kusto_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku {
        name     = "Dev(No SLA)_Standard_D11_v2"
        capacity = 1
      }
    }
  }
}

rule "azure-kusto-identity" {
  title      = "Explorer without an identity"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_kusto_cluster"
  require    = length(self.identity) > 0
  message    = "There is no identity."
  why        = "It reaches others by shared secrets."
  advice     = "Add identity."
  references = ["CKV_AZURE_181"]
  pass {
    resource "azurerm_kusto_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku {
        name     = "Standard_D13_v2"
        capacity = 2
      }
      identity {
        type = "SystemAssigned"
      }
    }
  }
  fail {
    resource "azurerm_kusto_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku {
        name     = "Standard_D13_v2"
        capacity = 2
      }
    }
  }
}

rule "azure-search-public" {
  title      = "Search reachable from everywhere"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_search_service"
  require    = self.public_network_access_enabled == false
  message    = "public_network_access_enabled is not false."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set public_network_access_enabled to false."
  references = ["CKV_AZURE_124"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_search_service" "x" {
      location                      = "westeurope"
      name                          = "a"
      resource_group_name           = "group"
      sku                           = "standard"
      public_network_access_enabled = false
    }
  }
  fail {
    resource "azurerm_search_service" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "standard"
    }
  }
}

rule "azure-search-queries" {
  title      = "Search on one machine"
  severity   = "low"
  category   = "reliability"
  resource   = "azurerm_search_service"
  require    = coalesce(self.replica_count, 1) >= 2
  message    = "replica_count is less than 2."
  why        = "When the machine fails, nothing is found."
  advice     = "Set replica_count to 2 or more."
  references = ["CKV_AZURE_209", "CKV_AZURE_208"]
  remedy {
    set {
      replica_count = 2
    }
  }
  pass {
    resource "azurerm_search_service" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "standard"
      replica_count       = 2
    }
  }
  fail {
    resource "azurerm_search_service" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "standard"
      replica_count       = 1
    }
  }
}

rule "azure-search-updates" {
  title      = "Index that cannot be written while a machine fails"
  severity   = "info"
  category   = "reliability"
  resource   = "azurerm_search_service"
  require    = coalesce(self.replica_count, 1) >= 3
  message    = "replica_count is less than 3."
  why        = "Nobody promises that updates are taken."
  advice     = "Set replica_count to 3 or more."
  references = ["CKV_AZURE_208"]
  remedy {
    set {
      replica_count = 3
    }
  }
  pass {
    resource "azurerm_search_service" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "standard"
      replica_count       = 3
    }
  }
  fail {
    resource "azurerm_search_service" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "standard"
    }
  }
}

rule "azure-search-identity" {
  title      = "Search without an identity"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_search_service"
  require    = length(self.identity) > 0
  message    = "There is no identity."
  why        = "It reaches others by shared secrets."
  advice     = "Add identity."
  references = ["CKV_AZURE_207"]
  pass {
    resource "azurerm_search_service" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "standard"
      identity {
        type = "SystemAssigned"
      }
    }
  }
  fail {
    resource "azurerm_search_service" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "standard"
    }
  }
}

rule "azure-synapse-network" {
  title      = "Analytics outside a network"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_synapse_workspace"
  require    = self.managed_virtual_network_enabled == true
  message    = "managed_virtual_network_enabled is not true."
  why        = "What it reaches cannot be limited by the network."
  advice     = "Set managed_virtual_network_enabled to true."
  references = ["trivy AZU-0034", "CKV_AZURE_58"]
  remedy {
    set {
      managed_virtual_network_enabled = true
    }
  }
  pass {
    resource "azurerm_synapse_workspace" "x" {
      location                             = "westeurope"
      name                                 = "a"
      resource_group_name                  = "group"
      storage_data_lake_gen2_filesystem_id = "https://a.dfs.core.windows.net/f"
      identity {
        type = "SystemAssigned"
      }
      managed_virtual_network_enabled = true
    }
  }
  fail {
    resource "azurerm_synapse_workspace" "x" {
      location                             = "westeurope"
      name                                 = "a"
      resource_group_name                  = "group"
      storage_data_lake_gen2_filesystem_id = "https://a.dfs.core.windows.net/f"
      identity {
        type = "SystemAssigned"
      }
    }
  }
}

rule "azure-synapse-exfiltration" {
  title      = "Data may be taken out of analytics"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_synapse_workspace"
  require    = self.data_exfiltration_protection_enabled == true
  message    = "data_exfiltration_protection_enabled is not true."
  why        = "Who gets in can take everything along."
  advice     = "Set data_exfiltration_protection_enabled to true."
  references = ["CKV_AZURE_157"]
  remedy {
    set {
      data_exfiltration_protection_enabled = true
    }
  }
  pass {
    resource "azurerm_synapse_workspace" "x" {
      location                             = "westeurope"
      name                                 = "a"
      resource_group_name                  = "group"
      storage_data_lake_gen2_filesystem_id = "https://a.dfs.core.windows.net/f"
      identity {
        type = "SystemAssigned"
      }
      data_exfiltration_protection_enabled = true
    }
  }
  fail {
    resource "azurerm_synapse_workspace" "x" {
      location                             = "westeurope"
      name                                 = "a"
      resource_group_name                  = "group"
      storage_data_lake_gen2_filesystem_id = "https://a.dfs.core.windows.net/f"
      identity {
        type = "SystemAssigned"
      }
    }
  }
}

rule "azure-synapse-key" {
  title      = "Analytics without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_synapse_workspace"
  require    = length(self.customer_managed_key) > 0
  message    = "There is no customer_managed_key."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Add customer_managed_key."
  references = ["CKV_AZURE_240"]
  pass {
    resource "azurerm_synapse_workspace" "x" {
      location                             = "westeurope"
      name                                 = "a"
      resource_group_name                  = "group"
      storage_data_lake_gen2_filesystem_id = "https://a.dfs.core.windows.net/f"
      identity {
        type = "SystemAssigned"
      }
      customer_managed_key {
        key_versionless_id = "https://keys.vault.azure.net/keys/own"
      }
    }
  }
  fail {
    resource "azurerm_synapse_workspace" "x" {
      location                             = "westeurope"
      name                                 = "a"
      resource_group_name                  = "group"
      storage_data_lake_gen2_filesystem_id = "https://a.dfs.core.windows.net/f"
      identity {
        type = "SystemAssigned"
      }
    }
  }
}

rule "azure-synapse-password" {
  title      = "Analytics with a password in clear"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_synapse_workspace"
  require    = !is_literal(self.sql_administrator_login_password)
  message    = "The password stands in the configuration."
  why        = "Whoever reads the repository has it."
  advice     = "Take it from a vault, or use azuread_authentication_only."
  references = ["CKV_AZURE_239", "CWE-798"]
  pass {
    resource "azurerm_synapse_workspace" "x" {
      location                             = "westeurope"
      name                                 = "a"
      resource_group_name                  = "group"
      storage_data_lake_gen2_filesystem_id = "https://a.dfs.core.windows.net/f"
      identity {
        type = "SystemAssigned"
      }
    }
  }
  fail {
    resource "azurerm_synapse_workspace" "x" {
      location                             = "westeurope"
      name                                 = "a"
      resource_group_name                  = "group"
      storage_data_lake_gen2_filesystem_id = "https://a.dfs.core.windows.net/f"
      identity {
        type = "SystemAssigned"
      }
      sql_administrator_login          = "keeper"
      sql_administrator_login_password = "Hunter2Hunter2"
    }
  }
}

rule "azure-synapse-pool-encrypted" {
  title      = "Pool of analytics not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_synapse_sql_pool"
  require    = self.data_encrypted == true
  message    = "data_encrypted is not true."
  why        = "Disks and copies are readable to whoever gets hold of them."
  advice     = "Set data_encrypted to true."
  references = ["CKV_AZURE_241"]
  remedy {
    set {
      data_encrypted = true
    }
  }
  pass {
    resource "azurerm_synapse_sql_pool" "x" {
      name                 = "a"
      sku_name             = "DW100c"
      storage_account_type = "a"
      synapse_workspace_id = "/subscriptions/1/resourceGroups/group"
      data_encrypted       = true
    }
  }
  fail {
    resource "azurerm_synapse_sql_pool" "x" {
      name                 = "a"
      sku_name             = "DW100c"
      storage_account_type = "a"
      synapse_workspace_id = "/subscriptions/1/resourceGroups/group"
    }
  }
}

rule "azure-spark-isolated" {
  title      = "Pool on shared machines"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_synapse_spark_pool"
  require    = self.compute_isolation_enabled == true
  message    = "compute_isolation_enabled is not true."
  why        = "Other customers run on the same machine."
  advice     = "Set compute_isolation_enabled where the size allows it."
  references = ["CKV_AZURE_242"]
  pass {
    resource "azurerm_synapse_spark_pool" "x" {
      name                      = "a"
      node_size                 = "XXXLarge"
      node_size_family          = "MemoryOptimized"
      spark_version             = "3.4"
      synapse_workspace_id      = "/subscriptions/1/resourceGroups/group"
      compute_isolation_enabled = true
    }
  }
  fail {
    resource "azurerm_synapse_spark_pool" "x" {
      name                 = "a"
      node_size            = "Small"
      node_size_family     = "MemoryOptimized"
      spark_version        = "3.4"
      synapse_workspace_id = "/subscriptions/1/resourceGroups/group"
    }
  }
}

rule "azure-factory-public" {
  title      = "Data factory reachable from everywhere"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_data_factory"
  require    = self.public_network_enabled == false
  message    = "public_network_enabled is not false."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set public_network_enabled to false."
  references = ["trivy AZU-0035", "CKV_AZURE_104"]
  remedy {
    set {
      public_network_enabled = false
    }
  }
  pass {
    resource "azurerm_data_factory" "x" {
      location               = "westeurope"
      name                   = "a"
      resource_group_name    = "group"
      public_network_enabled = false
    }
  }
  fail {
    resource "azurerm_data_factory" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
    }
  }
}

rule "azure-factory-repository" {
  title      = "Data factory without a repository"
  severity   = "info"
  category   = "operations"
  resource   = "azurerm_data_factory"
  require    = length(self.github_configuration) > 0 || length(self.vsts_configuration) > 0
  message    = "Neither github_configuration nor vsts_configuration is set."
  why        = "What was changed by whom cannot be told."
  advice     = "Add github_configuration or vsts_configuration."
  references = ["CKV_AZURE_103"]
  pass {
    resource "azurerm_data_factory" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      github_configuration {
        account_name    = "a"
        branch_name     = "main"
        repository_name = "r"
        root_folder     = "/"
      }
    }
  }
  fail {
    resource "azurerm_data_factory" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
    }
  }
}

rule "azure-factory-key" {
  title      = "Data factory without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_data_factory"
  require    = is_set("customer_managed_key_id")
  message    = "customer_managed_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set customer_managed_key_id."
  references = ["CKV2_AZURE_15"]
  pass {
    resource "azurerm_data_factory" "x" {
      location                = "westeurope"
      name                    = "a"
      resource_group_name     = "group"
      customer_managed_key_id = "https://keys.vault.azure.net/keys/own"
    }
  }
  fail {
    resource "azurerm_data_factory" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
    }
  }
}

rule "azure-databricks-public" {
  title      = "Notebooks reachable from everywhere"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_databricks_workspace"
  require    = self.public_network_access_enabled == false
  message    = "public_network_access_enabled is not false."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set public_network_access_enabled to false."
  references = ["CKV_AZURE_158"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_databricks_workspace" "x" {
      location                      = "westeurope"
      name                          = "a"
      resource_group_name           = "group"
      sku                           = "premium"
      public_network_access_enabled = false
    }
  }
  fail {
    resource "azurerm_databricks_workspace" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "premium"
    }
  }
}

rule "azure-databricks-key" {
  title      = "Notebooks without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_databricks_workspace"
  require    = self.customer_managed_key_enabled == true
  message    = "customer_managed_key_enabled is not true."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set customer_managed_key_enabled to true."
  references = ["CKV2_AZURE_48"]
  remedy {
    set {
      customer_managed_key_enabled = true
    }
  }
  pass {
    resource "azurerm_databricks_workspace" "x" {
      location                     = "westeurope"
      name                         = "a"
      resource_group_name          = "group"
      sku                          = "premium"
      customer_managed_key_enabled = true
    }
  }
  fail {
    resource "azurerm_databricks_workspace" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "premium"
    }
  }
}
