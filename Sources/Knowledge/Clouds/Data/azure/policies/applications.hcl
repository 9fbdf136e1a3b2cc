# Web applications, functions and what stands in front of them.

rule "azure-web-https" {
  title      = "Application answers in clear"
  severity   = "high"
  category   = "security"
  resource   = ["azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_app_service", "azurerm_linux_function_app", "azurerm_windows_function_app", "azurerm_function_app"]
  require    = self.https_only == true
  message    = "https_only is not true."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set https_only to true."
  references = ["CIS Azure 2.0 9.2", "trivy AZU-0004", "CKV_AZURE_14", "CKV_AZURE_70"]
  remedy {
    set {
      https_only = true
    }
  }
  pass {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
      https_only = true
    }
  }
  fail {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
    }
  }
}

rule "azure-web-slot-https" {
  title      = "Slot of an application answers in clear"
  severity   = "high"
  category   = "security"
  resource   = ["azurerm_linux_web_app_slot", "azurerm_windows_web_app_slot", "azurerm_app_service_slot", "azurerm_linux_function_app_slot", "azurerm_windows_function_app_slot", "azurerm_function_app_slot"]
  require    = self.https_only == true
  message    = "https_only is not true."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set https_only to true."
  references = ["CKV_AZURE_153"]
  remedy {
    set {
      https_only = true
    }
  }
  pass {
    resource "azurerm_linux_web_app_slot" "x" {
      app_service_id = "/subscriptions/1/app"
      name           = "a"
      site_config {
      }
      https_only = true
    }
  }
  fail {
    resource "azurerm_linux_web_app_slot" "x" {
      app_service_id = "/subscriptions/1/app"
      name           = "a"
      site_config {
      }
    }
  }
}

rule "azure-web-tls" {
  title      = "Application takes old TLS"
  severity   = "high"
  category   = "security"
  resource   = ["azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_app_service", "azurerm_linux_function_app", "azurerm_windows_function_app", "azurerm_function_app"]
  require    = contains(["1.2", "1.3"], tostring(coalesce(self.site_config[0].minimum_tls_version, self.site_config[0].min_tls_version, "1.2")))
  message    = "minimum_tls_version is below 1.2."
  why        = "Versions before 1.2 have known weaknesses."
  advice     = "Set minimum_tls_version to 1.2."
  references = ["CIS Azure 2.0 9.3", "trivy AZU-0006", "CKV_AZURE_15", "CKV_AZURE_145"]
  remedy {
    set {
      site_config {
        minimum_tls_version = "1.2"
      }
    }
  }
  pass {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
    }
  }
  fail {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
        minimum_tls_version = "1.0"
      }
    }
  }
}

rule "azure-web-slot-tls" {
  title      = "Slot of an application takes old TLS"
  severity   = "high"
  category   = "security"
  resource   = ["azurerm_linux_web_app_slot", "azurerm_windows_web_app_slot", "azurerm_app_service_slot", "azurerm_linux_function_app_slot", "azurerm_windows_function_app_slot", "azurerm_function_app_slot"]
  require    = contains(["1.2", "1.3"], tostring(coalesce(self.site_config[0].minimum_tls_version, self.site_config[0].min_tls_version, "1.2")))
  message    = "minimum_tls_version is below 1.2."
  why        = "Versions before 1.2 have known weaknesses."
  advice     = "Set minimum_tls_version to 1.2."
  references = ["CKV_AZURE_154"]
  remedy {
    set {
      site_config {
        minimum_tls_version = "1.2"
      }
    }
  }
  pass {
    resource "azurerm_linux_web_app_slot" "x" {
      app_service_id = "/subscriptions/1/app"
      name           = "a"
      site_config {
      }
    }
  }
  fail {
    resource "azurerm_linux_web_app_slot" "x" {
      app_service_id = "/subscriptions/1/app"
      name           = "a"
      site_config {
        minimum_tls_version = "1.0"
      }
    }
  }
}

rule "azure-web-ftp" {
  title      = "Application takes files in clear"
  severity   = "high"
  category   = "security"
  resource   = ["azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_app_service", "azurerm_linux_function_app", "azurerm_windows_function_app", "azurerm_function_app"]
  require    = contains(["Disabled", "FtpsOnly"], self.site_config[0].ftps_state)
  message    = "ftps_state lets FTP through."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set ftps_state to Disabled."
  references = ["CIS Azure 2.0 9.10", "CKV_AZURE_78"]
  remedy {
    set {
      site_config {
        ftps_state = "Disabled"
      }
    }
  }
  pass {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
        ftps_state = "Disabled"
      }
    }
  }
  fail {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
        ftps_state = "AllAllowed"
      }
    }
  }
}

rule "azure-web-http2" {
  title      = "Application without HTTP 2"
  severity   = "info"
  category   = "operations"
  resource   = ["azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_app_service", "azurerm_linux_function_app", "azurerm_windows_function_app", "azurerm_function_app"]
  require    = self.site_config[0].http2_enabled == true
  message    = "http2_enabled is not true."
  why        = "Pages load more slowly than they need to."
  advice     = "Set http2_enabled to true."
  references = ["CIS Azure 2.0 9.9", "trivy AZU-0005", "CKV_AZURE_18", "CKV_AZURE_67"]
  pass {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
        http2_enabled = true
      }
    }
  }
  fail {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
    }
  }
}

rule "azure-web-client-certificate" {
  title      = "Application takes every client"
  severity   = "low"
  category   = "security"
  resource   = ["azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_app_service", "azurerm_linux_function_app", "azurerm_windows_function_app", "azurerm_function_app"]
  require    = (self.client_certificate_enabled == true || self.client_cert_enabled == true || lower(tostring(self.client_cert_mode)) == "required") && lower(coalesce(self.client_certificate_mode, "required")) != "optional"
  message    = "Client certificates are not required."
  why        = "Whoever reaches it may ask."
  advice     = "Set client_certificate_enabled to true where clients are machines."
  references = ["CIS Azure 2.0 9.4", "trivy AZU-0001", "CKV_AZURE_17"]
  remedy {
    set {
      client_certificate_enabled = true
    }
  }
  pass {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
      client_certificate_enabled = true
    }
  }
  fail {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
    }
  }
}

rule "azure-web-identity" {
  title      = "Application without an identity"
  severity   = "low"
  category   = "security"
  resource   = ["azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_app_service", "azurerm_linux_function_app", "azurerm_windows_function_app", "azurerm_function_app"]
  require    = length(self.identity) > 0
  message    = "There is no identity."
  why        = "It reaches others by shared secrets."
  advice     = "Add identity."
  references = ["CIS Azure 2.0 9.5", "trivy AZU-0002", "CKV_AZURE_16", "CKV_AZURE_71"]
  pass {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
      identity {
        type = "SystemAssigned"
      }
    }
  }
  fail {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
    }
  }
}

rule "azure-web-sign-in" {
  title      = "Application without a sign-in"
  severity   = "medium"
  category   = "security"
  resource   = ["azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_app_service", "azurerm_linux_function_app", "azurerm_windows_function_app", "azurerm_function_app"]
  require    = self.auth_settings[0].enabled == true || self.auth_settings_v2[0].auth_enabled == true
  message    = "Neither auth_settings nor auth_settings_v2 is enabled."
  why        = "Whoever reaches it may ask, unless the program itself refuses."
  advice     = "Add auth_settings_v2."
  references = ["CIS Azure 2.0 9.1", "trivy AZU-0003", "CKV_AZURE_13", "CKV_AZURE_56"]
  pass {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
      auth_settings {
        enabled = true
      }
    }
  }
  fail {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
    }
  }
}

rule "azure-web-debugging" {
  title      = "Application that can be debugged from outside"
  severity   = "high"
  category   = "security"
  resource   = ["azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_app_service", "azurerm_linux_function_app", "azurerm_windows_function_app", "azurerm_function_app"]
  require    = self.site_config[0].remote_debugging_enabled != true
  message    = "remote_debugging_enabled is true."
  why        = "Who gets in reads what it holds."
  advice     = "Leave remote_debugging_enabled false."
  references = ["CKV_AZURE_72"]
  remedy {
    set {
      site_config {
        remote_debugging_enabled = false
      }
    }
  }
  pass {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
    }
  }
  fail {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
        remote_debugging_enabled = true
      }
    }
  }
}

rule "azure-web-slot-debugging" {
  title      = "Slot that can be debugged from outside"
  severity   = "high"
  category   = "security"
  resource   = ["azurerm_linux_web_app_slot", "azurerm_windows_web_app_slot", "azurerm_app_service_slot", "azurerm_linux_function_app_slot", "azurerm_windows_function_app_slot", "azurerm_function_app_slot"]
  require    = self.site_config[0].remote_debugging_enabled != true
  message    = "remote_debugging_enabled is true."
  why        = "Who gets in reads what it holds."
  advice     = "Leave remote_debugging_enabled false."
  references = ["CKV_AZURE_155"]
  remedy {
    set {
      site_config {
        remote_debugging_enabled = false
      }
    }
  }
  pass {
    resource "azurerm_linux_web_app_slot" "x" {
      app_service_id = "/subscriptions/1/app"
      name           = "a"
      site_config {
      }
    }
  }
  fail {
    resource "azurerm_linux_web_app_slot" "x" {
      app_service_id = "/subscriptions/1/app"
      name           = "a"
      site_config {
        remote_debugging_enabled = true
      }
    }
  }
}

rule "azure-web-cors" {
  title      = "Every site may ask the application"
  severity   = "medium"
  category   = "security"
  resource   = ["azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_app_service", "azurerm_linux_function_app", "azurerm_windows_function_app", "azurerm_function_app"]
  require    = !contains(coalesce(self.site_config[0].cors[0].allowed_origins, []), "*")
  message    = "cors allows every origin."
  why        = "A page of anybody acts with the rights of whoever reads it."
  advice     = "Name the origins."
  references = ["CKV_AZURE_57", "CKV_AZURE_62"]
  pass {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
        cors {
          allowed_origins = ["https://example.org"]
        }
      }
    }
  }
  fail {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
        cors {
          allowed_origins = ["*"]
        }
      }
    }
  }
}

rule "azure-web-public" {
  title      = "Application reachable from everywhere"
  severity   = "info"
  category   = "security"
  resource   = ["azurerm_linux_web_app", "azurerm_windows_web_app"]
  require    = self.public_network_access_enabled == false
  message    = "public_network_access_enabled is not false."
  why        = "What is meant for inside is found by everybody."
  advice     = "Set public_network_access_enabled to false."
  references = ["CKV_AZURE_222"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
      public_network_access_enabled = false
    }
  }
  fail {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
    }
  }
}

rule "azure-function-public" {
  title      = "Function reachable from everywhere"
  severity   = "info"
  category   = "security"
  resource   = ["azurerm_linux_function_app", "azurerm_windows_function_app"]
  require    = self.public_network_access_enabled == false
  message    = "public_network_access_enabled is not false."
  why        = "What is meant for inside is found by everybody."
  advice     = "Set public_network_access_enabled to false."
  references = ["CKV_AZURE_221"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_linux_function_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
      public_network_access_enabled = false
    }
  }
  fail {
    resource "azurerm_linux_function_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
    }
  }
}

rule "azure-web-errors" {
  title      = "Application without detailed errors in its log"
  severity   = "info"
  category   = "operations"
  resource   = ["azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_app_service"]
  require    = self.logs[0].detailed_error_messages == true || self.logs[0].detailed_error_messages_enabled == true
  message    = "detailed_error_messages is not true."
  why        = "Why a request failed cannot be told."
  advice     = "Set detailed_error_messages in logs."
  references = ["CKV_AZURE_65"]
  pass {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
      logs {
        detailed_error_messages = true
      }
    }
  }
  fail {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
    }
  }
}

rule "azure-web-failures" {
  title      = "Application that does not trace failures"
  severity   = "info"
  category   = "operations"
  resource   = ["azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_app_service"]
  require    = self.logs[0].failed_request_tracing == true || self.logs[0].failed_request_tracing_enabled == true
  message    = "failed_request_tracing is not true."
  why        = "Why a request failed cannot be told."
  advice     = "Set failed_request_tracing in logs."
  references = ["CKV_AZURE_66"]
  pass {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
      logs {
        failed_request_tracing = true
      }
    }
  }
  fail {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
    }
  }
}

rule "azure-web-log" {
  title      = "Application without a log of requests"
  severity   = "low"
  category   = "operations"
  resource   = ["azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_app_service"]
  require    = length(self.logs[0].http_logs) > 0
  message    = "There is no http_logs."
  why        = "Who did what cannot be reconstructed."
  advice     = "Add http_logs to logs."
  references = ["CKV_AZURE_63"]
  pass {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
      logs {
        http_logs {
          file_system {
            retention_in_days = 30
            retention_in_mb   = 35
          }
        }
      }
    }
  }
  fail {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
    }
  }
}

rule "azure-web-health" {
  title      = "Application that nobody asks how it is"
  severity   = "low"
  category   = "reliability"
  resource   = ["azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_app_service"]
  require    = is_set("site_config.health_check_path")
  message    = "health_check_path is not set."
  why        = "An instance that answers nothing stays."
  advice     = "Set health_check_path."
  references = ["CKV_AZURE_213"]
  pass {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
        health_check_path = "/health"
      }
    }
  }
  fail {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
      }
    }
  }
}

rule "azure-web-always-on" {
  title      = "Application that sleeps"
  severity   = "info"
  category   = "reliability"
  resource   = ["azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_app_service"]
  require    = self.site_config[0].always_on != false || type == "azurerm_app_service" && self.site_config[0].always_on == true
  message    = "always_on is false."
  why        = "The first request after a pause waits."
  advice     = "Set always_on to true."
  references = ["CKV_AZURE_214"]
  remedy {
    set {
      site_config {
        always_on = true
      }
    }
  }
  pass {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
        always_on = true
      }
    }
  }
  fail {
    resource "azurerm_linux_web_app" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      service_plan_id     = "/subscriptions/1/plan"
      site_config {
        always_on = false
      }
    }
  }
}

rule "azure-plan-instances" {
  title      = "Application on one machine"
  severity   = "low"
  category   = "reliability"
  resource   = "azurerm_service_plan"
  require    = self.worker_count > 1
  message    = "worker_count is ${coalesce(self.worker_count, 1)}."
  why        = "When the machine fails, so does the application."
  advice     = "Set worker_count to 2 or more."
  references = ["CKV_AZURE_212"]
  remedy {
    set {
      worker_count = 2
    }
  }
  pass {
    resource "azurerm_service_plan" "x" {
      location            = "westeurope"
      name                = "a"
      os_type             = "Linux"
      resource_group_name = "group"
      sku_name            = "P1v3"
      worker_count        = 3
    }
  }
  fail {
    resource "azurerm_service_plan" "x" {
      location            = "westeurope"
      name                = "a"
      os_type             = "Linux"
      resource_group_name = "group"
      sku_name            = "P1v3"
    }
  }
}

rule "azure-plan-zones" {
  title      = "Applications in one zone"
  severity   = "low"
  category   = "reliability"
  resource   = "azurerm_service_plan"
  require    = self.zone_balancing_enabled == true
  message    = "zone_balancing_enabled is not true."
  why        = "When the zone fails, so do they."
  advice     = "Set zone_balancing_enabled to true."
  references = ["CKV_AZURE_225"]
  remedy {
    set {
      zone_balancing_enabled = true
    }
  }
  pass {
    resource "azurerm_service_plan" "x" {
      location               = "westeurope"
      name                   = "a"
      os_type                = "Linux"
      resource_group_name    = "group"
      sku_name               = "P1v3"
      zone_balancing_enabled = true
    }
  }
  fail {
    resource "azurerm_service_plan" "x" {
      location            = "westeurope"
      name                = "a"
      os_type             = "Linux"
      resource_group_name = "group"
      sku_name            = "P1v3"
    }
  }
}

rule "azure-plan-size" {
  title      = "Applications on a shared or small plan"
  severity   = "info"
  category   = "reliability"
  resource   = "azurerm_service_plan"
  require    = !contains(["F1", "D1", "B1", "B2", "B3"], self.sku_name)
  message    = "sku_name is ${self.sku_name}."
  why        = "Nobody promises that it answers."
  advice     = "Use a plan of the series S or P."
  references = ["CKV_AZURE_211"]
  pass {
    resource "azurerm_service_plan" "x" {
      location            = "westeurope"
      name                = "a"
      os_type             = "Linux"
      resource_group_name = "group"
      sku_name            = "P1v3"
    }
  }
  fail {
    resource "azurerm_service_plan" "x" {
      location            = "westeurope"
      name                = "a"
      os_type             = "Linux"
      resource_group_name = "group"
      sku_name            = "F1"
    }
  }
}

rule "azure-api-tls" {
  title      = "Gateway of APIs takes old TLS"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_api_management"
  require    = alltrue([for s in coalesce(self.security, []) : alltrue([for n in ["backend_tls10_enabled", "backend_tls11_enabled", "frontend_tls10_enabled", "frontend_tls11_enabled", "backend_ssl30_enabled", "frontend_ssl30_enabled", "enable_backend_ssl30", "enable_backend_tls10", "enable_backend_tls11", "enable_frontend_ssl30", "enable_frontend_tls10", "enable_frontend_tls11"] : lookup(s, n, false) != true])])
  message    = "A version before TLS 1.2 is enabled."
  why        = "Versions before 1.2 have known weaknesses."
  advice     = "Leave the older versions off."
  references = ["CKV_AZURE_173"]
  pass {
    resource "azurerm_api_management" "x" {
      location            = "westeurope"
      name                = "a"
      publisher_email     = "a@example.org"
      publisher_name      = "a"
      resource_group_name = "group"
      sku_name            = "Premium_1"
    }
  }
  fail {
    resource "azurerm_api_management" "x" {
      location            = "westeurope"
      name                = "a"
      publisher_email     = "a@example.org"
      publisher_name      = "a"
      resource_group_name = "group"
      sku_name            = "Premium_1"
      security {
        backend_tls10_enabled = true
      }
    }
  }
}

rule "azure-api-public" {
  title      = "Gateway of APIs reachable from everywhere"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_api_management"
  require    = self.public_network_access_enabled == false
  message    = "public_network_access_enabled is not false."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set public_network_access_enabled to false."
  references = ["CKV_AZURE_174"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_api_management" "x" {
      location                      = "westeurope"
      name                          = "a"
      publisher_email               = "a@example.org"
      publisher_name                = "a"
      resource_group_name           = "group"
      sku_name                      = "Premium_1"
      public_network_access_enabled = false
    }
  }
  fail {
    resource "azurerm_api_management" "x" {
      location            = "westeurope"
      name                = "a"
      publisher_email     = "a@example.org"
      publisher_name      = "a"
      resource_group_name = "group"
      sku_name            = "Premium_1"
    }
  }
}

rule "azure-api-network" {
  title      = "Gateway of APIs outside a network"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_api_management"
  require    = length(self.virtual_network_configuration) > 0 || contains(["Internal", "External"], self.virtual_network_type)
  message    = "virtual_network_configuration is missing."
  why        = "What it reaches cannot be limited by the network."
  advice     = "Set virtual_network_type and virtual_network_configuration."
  references = ["CKV_AZURE_107"]
  pass {
    resource "azurerm_api_management" "x" {
      location             = "westeurope"
      name                 = "a"
      publisher_email      = "a@example.org"
      publisher_name       = "a"
      resource_group_name  = "group"
      sku_name             = "Premium_1"
      virtual_network_type = "Internal"
      virtual_network_configuration {
        subnet_id = "/subscriptions/1/s"
      }
    }
  }
  fail {
    resource "azurerm_api_management" "x" {
      location            = "westeurope"
      name                = "a"
      publisher_email     = "a@example.org"
      publisher_name      = "a"
      resource_group_name = "group"
      sku_name            = "Premium_1"
    }
  }
}

rule "azure-api-client-certificate" {
  title      = "Gateway of APIs takes every client"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_api_management"
  applies    = startswith(self.sku_name, "Consumption")
  require    = self.client_certificate_enabled == true
  message    = "client_certificate_enabled is not true."
  why        = "Whoever reaches it may ask."
  advice     = "Set client_certificate_enabled to true."
  references = ["CKV_AZURE_152"]
  remedy {
    set {
      client_certificate_enabled = true
    }
  }
  pass {
    resource "azurerm_api_management" "x" {
      location                   = "westeurope"
      name                       = "a"
      publisher_email            = "a@example.org"
      publisher_name             = "a"
      resource_group_name        = "group"
      sku_name                   = "Consumption_0"
      client_certificate_enabled = true
    }
  }
  fail {
    resource "azurerm_api_management" "x" {
      location            = "westeurope"
      name                = "a"
      publisher_email     = "a@example.org"
      publisher_name      = "a"
      resource_group_name = "group"
      sku_name            = "Consumption_0"
    }
  }
}

rule "azure-api-backend-https" {
  title      = "API reaches its service in clear"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_api_management_backend"
  require    = startswith(lower(self.url), "https://")
  message    = "The url is ${self.url}."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Use https."
  references = ["CKV_AZURE_215"]
  pass {
    resource "azurerm_api_management_backend" "x" {
      api_management_name = "a"
      name                = "a"
      protocol            = "http"
      resource_group_name = "group"
      url                 = "https://api.example.org"
    }
  }
  fail {
    resource "azurerm_api_management_backend" "x" {
      api_management_name = "a"
      name                = "a"
      protocol            = "http"
      resource_group_name = "group"
      url                 = "http://api.example.org"
    }
  }
}
