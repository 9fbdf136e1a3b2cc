# What is watched, who is told, and messages.

rule "azure-activity-retention" {
  title      = "Activities kept for less than a year"
  severity   = "low"
  category   = "operations"
  resource   = "azurerm_monitor_log_profile"
  require    = self.retention_policy[0].enabled == true ? self.retention_policy[0].days >= 365 || self.retention_policy[0].days == 0 : true
  message    = "They are kept for ${self.retention_policy[0].days} days."
  why        = "What is found out late can no longer be followed."
  advice     = "Set retention_policy to 365 days or more."
  references = ["trivy AZU-0031", "CKV_AZURE_37"]
  remedy {
    set {
      retention_policy {
        days = 365
      }
    }
  }
  pass {
    resource "azurerm_monitor_log_profile" "x" {
      name       = "a"
      locations  = ["westeurope", "global"]
      categories = ["Action", "Delete", "Write"]
      retention_policy {
        enabled = true
        days    = 365
      }
    }
  }
  fail {
    resource "azurerm_monitor_log_profile" "x" {
      name       = "a"
      locations  = ["westeurope", "global"]
      categories = ["Action", "Delete", "Write"]
      retention_policy {
        enabled = true
        days    = 30
      }
    }
  }
}

rule "azure-activity-categories" {
  title      = "Some activities are not recorded"
  severity   = "medium"
  category   = "operations"
  resource   = "azurerm_monitor_log_profile"
  require    = alltrue([for k in ["Action", "Delete", "Write"] : contains(self.categories, k)])
  message    = "Action, Delete and Write are not all recorded."
  why        = "Who did what cannot be reconstructed."
  advice     = "Name all three categories."
  references = ["trivy AZU-0033", "CKV_AZURE_38"]
  remedy {
    set {
      categories = ["Action", "Delete", "Write"]
    }
  }
  pass {
    resource "azurerm_monitor_log_profile" "x" {
      name       = "a"
      locations  = ["westeurope", "global"]
      categories = ["Action", "Delete", "Write"]
      retention_policy {
        enabled = true
        days    = 365
      }
    }
  }
  fail {
    resource "azurerm_monitor_log_profile" "x" {
      name       = "a"
      locations  = ["westeurope", "global"]
      categories = ["Write"]
      retention_policy {
        enabled = true
        days    = 365
      }
    }
  }
}

rule "azure-activity-regions" {
  title      = "Some regions are not recorded"
  severity   = "medium"
  category   = "operations"
  resource   = "azurerm_monitor_log_profile"
  require    = contains(self.locations, "global") && length(self.locations) >= 20
  message    = "Not all regions are named."
  why        = "Who did what cannot be reconstructed."
  advice     = "Name every region, and global."
  references = ["trivy AZU-0032"]
  pass {
    resource "azurerm_monitor_log_profile" "x" {
      name       = "a"
      locations  = ["global", "eastus", "eastus2", "westus", "westus2", "centralus", "northcentralus", "southcentralus", "westcentralus", "westeurope", "northeurope", "uksouth", "ukwest", "francecentral", "germanywestcentral", "switzerlandnorth", "norwayeast", "swedencentral", "eastasia", "southeastasia", "japaneast", "japanwest", "australiaeast", "brazilsouth", "canadacentral", "centralindia"]
      categories = ["Action", "Delete", "Write"]
      retention_policy {
        enabled = true
        days    = 365
      }
    }
  }
  fail {
    resource "azurerm_monitor_log_profile" "x" {
      name       = "a"
      locations  = ["westeurope", "global"]
      categories = ["Action", "Delete", "Write"]
      retention_policy {
        enabled = true
        days    = 365
      }
    }
  }
}

rule "azure-contact-alerts" {
  title      = "Nobody is told of attacks"
  severity   = "medium"
  category   = "operations"
  resource   = "azurerm_security_center_contact"
  require    = self.alert_notifications == true
  message    = "alert_notifications is not true."
  why        = "An alarm without a receiver is none."
  advice     = "Set alert_notifications to true."
  references = ["CIS Azure 2.0 2.1.20", "trivy AZU-0044", "CKV_AZURE_21", "CKV_AZURE_131"]
  remedy {
    set {
      alert_notifications = true
    }
  }
  pass {
    resource "azurerm_security_center_contact" "x" {
      alert_notifications = true
      alerts_to_admins    = true
      email               = "a@example.org"
      name                = "a"
      phone               = "+41 0"
    }
  }
  fail {
    resource "azurerm_security_center_contact" "x" {
      alert_notifications = false
      alerts_to_admins    = true
      email               = "a@example.org"
      name                = "a"
      phone               = "+41 0"
    }
  }
}

rule "azure-contact-admins" {
  title      = "Owners are not told of attacks"
  severity   = "low"
  category   = "operations"
  resource   = "azurerm_security_center_contact"
  require    = self.alerts_to_admins == true
  message    = "alerts_to_admins is not true."
  why        = "An alarm without a receiver is none."
  advice     = "Set alerts_to_admins to true."
  references = ["CIS Azure 2.0 2.1.18", "CKV_AZURE_22"]
  remedy {
    set {
      alerts_to_admins = true
    }
  }
  pass {
    resource "azurerm_security_center_contact" "x" {
      alert_notifications = true
      alerts_to_admins    = true
      email               = "a@example.org"
      name                = "a"
      phone               = "+41 0"
    }
  }
  fail {
    resource "azurerm_security_center_contact" "x" {
      alert_notifications = true
      alerts_to_admins    = false
      email               = "a@example.org"
      name                = "a"
      phone               = "+41 0"
    }
  }
}

rule "azure-contact-phone" {
  title      = "Nobody can be called about attacks"
  severity   = "low"
  category   = "operations"
  resource   = "azurerm_security_center_contact"
  require    = is_set("phone")
  message    = "phone is not set."
  why        = "Mail is read in the morning."
  advice     = "Set phone."
  references = ["trivy AZU-0046", "CKV_AZURE_20"]
  pass {
    resource "azurerm_security_center_contact" "x" {
      alert_notifications = true
      alerts_to_admins    = true
      email               = "a@example.org"
      name                = "a"
      phone               = "+41 0"
    }
  }
  fail {
    resource "azurerm_security_center_contact" "x" {
      alert_notifications = true
      alerts_to_admins    = true
      email               = "a@example.org"
      name                = "a"
    }
  }
}

rule "azure-defender" {
  title      = "Kind of resource that is not watched"
  severity   = "medium"
  category   = "operations"
  resource   = "azurerm_security_center_subscription_pricing"
  require    = lower(self.tier) == "standard"
  message    = "tier is ${self.tier}."
  why        = "An attack on it is not seen."
  advice     = "Set tier to Standard."
  references = ["CIS Azure 2.0 2.1.1", "trivy AZU-0045", "CKV_AZURE_19", "CKV_AZURE_55", "CKV_AZURE_234"]
  remedy {
    set {
      tier = "Standard"
    }
  }
  pass {
    resource "azurerm_security_center_subscription_pricing" "x" {
      tier          = "Standard"
      resource_type = "VirtualMachines"
    }
  }
  fail {
    resource "azurerm_security_center_subscription_pricing" "x" {
      tier          = "Free"
      resource_type = "VirtualMachines"
    }
  }
}

rule "azure-assessment-scan" {
  title      = "Databases that are not scanned"
  severity   = "low"
  category   = "operations"
  resource   = "azurerm_mssql_server_vulnerability_assessment"
  require    = self.recurring_scans[0].enabled == true
  message    = "recurring_scans is not enabled."
  why        = "Known faults stay."
  advice     = "Add recurring_scans with enabled true."
  references = ["CIS Azure 2.0 4.2.3", "CKV2_AZURE_3"]
  pass {
    resource "azurerm_mssql_server_vulnerability_assessment" "x" {
      server_security_alert_policy_id = "/subscriptions/1/resourceGroups/group"
      storage_container_path          = "a"
      recurring_scans {
        enabled = true
      }
    }
  }
  fail {
    resource "azurerm_mssql_server_vulnerability_assessment" "x" {
      server_security_alert_policy_id = "/subscriptions/1/resourceGroups/group"
      storage_container_path          = "a"
    }
  }
}

rule "azure-assessment-owners" {
  title      = "Owners are not told of scans"
  severity   = "info"
  category   = "operations"
  resource   = "azurerm_mssql_server_vulnerability_assessment"
  require    = self.recurring_scans[0].email_subscription_admins == true
  message    = "email_subscription_admins is not true."
  why        = "What is found is not read."
  advice     = "Set email_subscription_admins to true."
  references = ["CIS Azure 2.0 4.2.5", "CKV2_AZURE_5"]
  pass {
    resource "azurerm_mssql_server_vulnerability_assessment" "x" {
      server_security_alert_policy_id = "/subscriptions/1/resourceGroups/group"
      storage_container_path          = "a"
      recurring_scans {
        enabled                   = true
        email_subscription_admins = true
      }
    }
  }
  fail {
    resource "azurerm_mssql_server_vulnerability_assessment" "x" {
      server_security_alert_policy_id = "/subscriptions/1/resourceGroups/group"
      storage_container_path          = "a"
      recurring_scans {
        enabled = true
      }
    }
  }
}

rule "azure-assessment-receivers" {
  title      = "Nobody is told of scans"
  severity   = "info"
  category   = "operations"
  resource   = "azurerm_mssql_server_vulnerability_assessment"
  require    = length(coalesce(self.recurring_scans[0].emails, [])) > 0
  message    = "emails is empty."
  why        = "What is found is not read."
  advice     = "Name emails."
  references = ["CIS Azure 2.0 4.2.4", "CKV2_AZURE_4"]
  pass {
    resource "azurerm_mssql_server_vulnerability_assessment" "x" {
      server_security_alert_policy_id = "/subscriptions/1/resourceGroups/group"
      storage_container_path          = "a"
      recurring_scans {
        enabled = true
        emails  = ["a@example.org"]
      }
    }
  }
  fail {
    resource "azurerm_mssql_server_vulnerability_assessment" "x" {
      server_security_alert_policy_id = "/subscriptions/1/resourceGroups/group"
      storage_container_path          = "a"
      recurring_scans {
        enabled = true
      }
    }
  }
}

rule "azure-bus-local" {
  title      = "Queues with shared keys"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_servicebus_namespace"
  require    = self.local_auth_enabled == false
  message    = "local_auth_enabled is not false."
  why        = "Keys are shared and copied; accounts can be named, limited and withdrawn."
  advice     = "Set local_auth_enabled to false."
  references = ["CKV_AZURE_203"]
  remedy {
    set {
      local_auth_enabled = false
    }
  }
  pass {
    resource "azurerm_servicebus_namespace" "x" {
      location                     = "westeurope"
      name                         = "a"
      resource_group_name          = "group"
      sku                          = "Premium"
      capacity                     = 1
      premium_messaging_partitions = 1
      local_auth_enabled           = false
    }
  }
  fail {
    resource "azurerm_servicebus_namespace" "x" {
      location                     = "westeurope"
      name                         = "a"
      resource_group_name          = "group"
      sku                          = "Premium"
      capacity                     = 1
      premium_messaging_partitions = 1
    }
  }
}

rule "azure-bus-public" {
  title      = "Queues reachable from everywhere"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_servicebus_namespace"
  require    = self.public_network_access_enabled == false
  message    = "public_network_access_enabled is not false."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set public_network_access_enabled to false."
  references = ["CKV_AZURE_204"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_servicebus_namespace" "x" {
      location                      = "westeurope"
      name                          = "a"
      resource_group_name           = "group"
      sku                           = "Premium"
      capacity                      = 1
      premium_messaging_partitions  = 1
      public_network_access_enabled = false
    }
  }
  fail {
    resource "azurerm_servicebus_namespace" "x" {
      location                     = "westeurope"
      name                         = "a"
      resource_group_name          = "group"
      sku                          = "Premium"
      capacity                     = 1
      premium_messaging_partitions = 1
    }
  }
}

rule "azure-bus-tls" {
  title      = "Queues that take old TLS"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_servicebus_namespace"
  require    = contains(["1.2"], coalesce(self.minimum_tls_version, "1.2"))
  message    = "minimum_tls_version is not 1.2."
  why        = "Versions before 1.2 have known weaknesses."
  advice     = "Set minimum_tls_version to 1.2."
  references = ["CKV_AZURE_205"]
  remedy {
    set {
      minimum_tls_version = "1.2"
    }
  }
  pass {
    resource "azurerm_servicebus_namespace" "x" {
      location                     = "westeurope"
      name                         = "a"
      resource_group_name          = "group"
      sku                          = "Premium"
      capacity                     = 1
      premium_messaging_partitions = 1
      minimum_tls_version          = "1.2"
    }
  }
  fail {
    resource "azurerm_servicebus_namespace" "x" {
      location                     = "westeurope"
      name                         = "a"
      resource_group_name          = "group"
      sku                          = "Premium"
      capacity                     = 1
      premium_messaging_partitions = 1
      minimum_tls_version          = "1.0"
    }
  }
}

rule "azure-hub-local" {
  title      = "Event stream with shared keys"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_eventhub_namespace"
  require    = self.local_authentication_enabled == false
  message    = "local_authentication_enabled is not false."
  why        = "Keys are shared and copied; accounts can be named, limited and withdrawn."
  advice     = "Set local_authentication_enabled to false."
  references = ["Azure Event Hubs: local authentication"]
  remedy {
    set {
      local_authentication_enabled = false
    }
  }
  pass {
    resource "azurerm_eventhub_namespace" "x" {
      location                     = "westeurope"
      name                         = "a"
      resource_group_name          = "group"
      sku                          = "Standard"
      local_authentication_enabled = false
    }
  }
  fail {
    resource "azurerm_eventhub_namespace" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Standard"
    }
  }
}

rule "azure-hub-public" {
  title      = "Event stream reachable from everywhere"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_eventhub_namespace"
  require    = self.public_network_access_enabled == false
  message    = "public_network_access_enabled is not false."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set public_network_access_enabled to false."
  references = ["Azure Event Hubs: network security"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_eventhub_namespace" "x" {
      location                      = "westeurope"
      name                          = "a"
      resource_group_name           = "group"
      sku                           = "Standard"
      public_network_access_enabled = false
    }
  }
  fail {
    resource "azurerm_eventhub_namespace" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Standard"
    }
  }
}

rule "azure-hub-tls" {
  title      = "Event stream that takes old TLS"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_eventhub_namespace"
  require    = contains(["1.2"], coalesce(self.minimum_tls_version, "1.2"))
  message    = "minimum_tls_version is not 1.2."
  why        = "Versions before 1.2 have known weaknesses."
  advice     = "Set minimum_tls_version to 1.2."
  references = ["CKV_AZURE_223"]
  remedy {
    set {
      minimum_tls_version = "1.2"
    }
  }
  pass {
    resource "azurerm_eventhub_namespace" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Standard"
      minimum_tls_version = "1.2"
    }
  }
  fail {
    resource "azurerm_eventhub_namespace" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Standard"
      minimum_tls_version = "1.0"
    }
  }
}

rule "azure-bus-key" {
  title      = "Queues without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_servicebus_namespace"
  require    = length(self.customer_managed_key) > 0
  message    = "There is no customer_managed_key."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Add customer_managed_key."
  references = ["CKV_AZURE_201"]
  pass {
    resource "azurerm_servicebus_namespace" "x" {
      location                     = "westeurope"
      name                         = "a"
      resource_group_name          = "group"
      sku                          = "Premium"
      capacity                     = 1
      premium_messaging_partitions = 1
      customer_managed_key {
        identity_id      = "/subscriptions/1/i"
        key_vault_key_id = "https://keys.vault.azure.net/keys/own"
      }
    }
  }
  fail {
    resource "azurerm_servicebus_namespace" "x" {
      location                     = "westeurope"
      name                         = "a"
      resource_group_name          = "group"
      sku                          = "Premium"
      capacity                     = 1
      premium_messaging_partitions = 1
    }
  }
}

rule "azure-bus-double" {
  title      = "Queues encrypted once only"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_servicebus_namespace"
  require    = self.customer_managed_key[0].infrastructure_encryption_enabled == true
  message    = "infrastructure_encryption_enabled is not true."
  why        = "A fault of one layer lays them open."
  advice     = "Set infrastructure_encryption_enabled to true."
  references = ["CKV_AZURE_199"]
  pass {
    resource "azurerm_servicebus_namespace" "x" {
      location                     = "westeurope"
      name                         = "a"
      resource_group_name          = "group"
      sku                          = "Premium"
      capacity                     = 1
      premium_messaging_partitions = 1
      customer_managed_key {
        identity_id                       = "/subscriptions/1/i"
        key_vault_key_id                  = "https://keys.vault.azure.net/keys/own"
        infrastructure_encryption_enabled = true
      }
    }
  }
  fail {
    resource "azurerm_servicebus_namespace" "x" {
      location                     = "westeurope"
      name                         = "a"
      resource_group_name          = "group"
      sku                          = "Premium"
      capacity                     = 1
      premium_messaging_partitions = 1
    }
  }
}

rule "azure-bus-identity" {
  title      = "Queues without an identity"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_servicebus_namespace"
  require    = length(self.identity) > 0
  message    = "There is no identity."
  why        = "Others are reached by shared secrets."
  advice     = "Add identity."
  references = ["CKV_AZURE_202"]
  pass {
    resource "azurerm_servicebus_namespace" "x" {
      location                     = "westeurope"
      name                         = "a"
      resource_group_name          = "group"
      sku                          = "Premium"
      capacity                     = 1
      premium_messaging_partitions = 1
      identity {
        type = "SystemAssigned"
      }
    }
  }
  fail {
    resource "azurerm_servicebus_namespace" "x" {
      location                     = "westeurope"
      name                         = "a"
      resource_group_name          = "group"
      sku                          = "Premium"
      capacity                     = 1
      premium_messaging_partitions = 1
    }
  }
}

rule "azure-events-identity" {
  title      = "Events without an identity"
  severity   = "info"
  category   = "security"
  resource   = ["azurerm_eventgrid_topic", "azurerm_eventgrid_domain"]
  require    = length(self.identity) > 0
  message    = "There is no identity."
  why        = "Others are reached by shared secrets."
  advice     = "Add identity."
  references = ["CKV_AZURE_191"]
  pass {
    resource "azurerm_eventgrid_topic" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      identity {
        type = "SystemAssigned"
      }
    }
  }
  fail {
    resource "azurerm_eventgrid_topic" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
    }
  }
}

rule "azure-pubsub-identity" {
  title      = "Sockets without an identity"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_web_pubsub"
  require    = length(self.identity) > 0
  message    = "There is no identity."
  why        = "Others are reached by shared secrets."
  advice     = "Add identity."
  references = ["CKV_AZURE_176"]
  pass {
    resource "azurerm_web_pubsub" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Standard_S1"
      identity {
        type = "SystemAssigned"
      }
    }
  }
  fail {
    resource "azurerm_web_pubsub" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Standard_S1"
    }
  }
}

rule "azure-cognitive-identity" {
  title      = "Language services without an identity"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_cognitive_account"
  require    = length(self.identity) > 0
  message    = "There is no identity."
  why        = "Others are reached by shared secrets."
  advice     = "Add identity."
  references = ["CKV_AZURE_238"]
  pass {
    resource "azurerm_cognitive_account" "x" {
      kind                = "OpenAI"
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "S0"
      identity {
        type = "SystemAssigned"
      }
    }
  }
  fail {
    resource "azurerm_cognitive_account" "x" {
      kind                = "OpenAI"
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "S0"
    }
  }
}

rule "azure-automation-identity" {
  title      = "Automation without an identity"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_automation_account"
  require    = length(self.identity) > 0
  message    = "There is no identity."
  why        = "Others are reached by shared secrets."
  advice     = "Add identity."
  references = ["CKV2_AZURE_24"]
  pass {
    resource "azurerm_automation_account" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "Basic"
      identity {
        type = "SystemAssigned"
      }
    }
  }
  fail {
    resource "azurerm_automation_account" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "Basic"
    }
  }
}

rule "azure-hub-zones" {
  title      = "Event stream in one zone"
  severity   = "info"
  category   = "reliability"
  resource   = "azurerm_eventhub_namespace"
  require    = self.zone_redundant != false
  message    = "zone_redundant is false."
  why        = "When the zone fails, so does the stream."
  advice     = "Leave zone_redundant true."
  references = ["CKV_AZURE_228"]
  pass {
    resource "azurerm_eventhub_namespace" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Standard"
    }
  }
  fail {
    resource "azurerm_eventhub_namespace" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Standard"
      zone_redundant      = false
    }
  }
}

rule "azure-events-local" {
  title      = "Events with shared keys"
  severity   = "low"
  category   = "security"
  resource   = ["azurerm_eventgrid_topic", "azurerm_eventgrid_domain"]
  require    = self.local_auth_enabled == false
  message    = "local_auth_enabled is not false."
  why        = "Keys are shared and copied; accounts can be named, limited and withdrawn."
  advice     = "Set local_auth_enabled to false."
  references = ["CKV_AZURE_192", "CKV_AZURE_195"]
  remedy {
    set {
      local_auth_enabled = false
    }
  }
  pass {
    resource "azurerm_eventgrid_topic" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      local_auth_enabled  = false
    }
  }
  fail {
    resource "azurerm_eventgrid_topic" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
    }
  }
}

rule "azure-events-public" {
  title      = "Events reachable from everywhere"
  severity   = "medium"
  category   = "security"
  resource   = ["azurerm_eventgrid_topic", "azurerm_eventgrid_domain"]
  require    = self.public_network_access_enabled == false
  message    = "public_network_access_enabled is not false."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set public_network_access_enabled to false."
  references = ["CKV_AZURE_106", "CKV_AZURE_193"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_eventgrid_topic" "x" {
      location                      = "westeurope"
      name                          = "a"
      resource_group_name           = "group"
      public_network_access_enabled = false
    }
  }
  fail {
    resource "azurerm_eventgrid_topic" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
    }
  }
}

rule "azure-realtime-tier" {
  title      = "Sockets without a promise"
  severity   = "info"
  category   = "reliability"
  resource   = ["azurerm_web_pubsub", "azurerm_signalr_service"]
  require    = type == "azurerm_web_pubsub" ? !startswith(self.sku, "Free") : !startswith(self.sku[0].name, "Free")
  message    = "The tier is Free."
  why        = "Nobody promises that they answer."
  advice     = "Use Standard or Premium."
  references = ["CKV_AZURE_175", "CKV_AZURE_196"]
  pass {
    resource "azurerm_web_pubsub" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Standard_S1"
    }
  }
  fail {
    resource "azurerm_web_pubsub" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Free_F1"
    }
  }
}

rule "azure-configuration-local" {
  title      = "Settings with shared keys"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_app_configuration"
  require    = self.local_auth_enabled == false
  message    = "local_auth_enabled is not false."
  why        = "Keys are shared and copied; accounts can be named, limited and withdrawn."
  advice     = "Set local_auth_enabled to false."
  references = ["CKV_AZURE_184"]
  remedy {
    set {
      local_auth_enabled = false
    }
  }
  pass {
    resource "azurerm_app_configuration" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "standard"
      local_auth_enabled  = false
    }
  }
  fail {
    resource "azurerm_app_configuration" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "standard"
    }
  }
}

rule "azure-configuration-public" {
  title      = "Settings reachable from everywhere"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_app_configuration"
  require    = self.public_network_access == "Disabled"
  message    = "public_network_access is not Disabled."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set public_network_access to Disabled."
  references = ["CKV_AZURE_185"]
  remedy {
    set {
      public_network_access = "Disabled"
    }
  }
  pass {
    resource "azurerm_app_configuration" "x" {
      location              = "westeurope"
      name                  = "a"
      resource_group_name   = "group"
      sku                   = "standard"
      public_network_access = "Disabled"
    }
  }
  fail {
    resource "azurerm_app_configuration" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "standard"
    }
  }
}

rule "azure-configuration-key" {
  title      = "Settings without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_app_configuration"
  require    = length(self.encryption) > 0
  message    = "There is no encryption."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Add encryption."
  references = ["CKV_AZURE_186"]
  pass {
    resource "azurerm_app_configuration" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "standard"
      encryption {
        key_vault_key_identifier = "https://keys.vault.azure.net/keys/own"
      }
    }
  }
  fail {
    resource "azurerm_app_configuration" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "standard"
    }
  }
}

rule "azure-configuration-purge" {
  title      = "Settings that can be purged"
  severity   = "low"
  category   = "reliability"
  resource   = "azurerm_app_configuration"
  require    = self.purge_protection_enabled == true
  message    = "purge_protection_enabled is not true."
  why        = "Who takes over deletes them for good."
  advice     = "Set purge_protection_enabled to true."
  references = ["CKV_AZURE_187"]
  remedy {
    set {
      purge_protection_enabled = true
    }
  }
  pass {
    resource "azurerm_app_configuration" "x" {
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
      sku                      = "standard"
      purge_protection_enabled = true
    }
  }
  fail {
    resource "azurerm_app_configuration" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "standard"
    }
  }
}

rule "azure-configuration-tier" {
  title      = "Settings of the free tier"
  severity   = "info"
  category   = "reliability"
  resource   = "azurerm_app_configuration"
  require    = self.sku != "free" && self.sku != null
  message    = "sku is free."
  why        = "Nobody promises that they can be read."
  advice     = "Use standard."
  references = ["CKV_AZURE_188"]
  remedy {
    set {
      sku = "standard"
    }
  }
  pass {
    resource "azurerm_app_configuration" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "standard"
    }
  }
  fail {
    resource "azurerm_app_configuration" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "free"
    }
  }
}

rule "azure-cognitive-public" {
  title      = "Language services reachable from everywhere"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_cognitive_account"
  require    = self.public_network_access_enabled == false
  message    = "public_network_access_enabled is not false."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set public_network_access_enabled to false."
  references = ["CKV_AZURE_134"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_cognitive_account" "x" {
      kind                          = "OpenAI"
      location                      = "westeurope"
      name                          = "a"
      resource_group_name           = "group"
      sku_name                      = "S0"
      public_network_access_enabled = false
    }
  }
  fail {
    resource "azurerm_cognitive_account" "x" {
      kind                = "OpenAI"
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "S0"
    }
  }
}

rule "azure-cognitive-local" {
  title      = "Language services with shared keys"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_cognitive_account"
  require    = self.local_auth_enabled == false
  message    = "local_auth_enabled is not false."
  why        = "Keys are shared and copied; accounts can be named, limited and withdrawn."
  advice     = "Set local_auth_enabled to false."
  references = ["CKV_AZURE_236"]
  remedy {
    set {
      local_auth_enabled = false
    }
  }
  pass {
    resource "azurerm_cognitive_account" "x" {
      kind                = "OpenAI"
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "S0"
      local_auth_enabled  = false
    }
  }
  fail {
    resource "azurerm_cognitive_account" "x" {
      kind                = "OpenAI"
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "S0"
    }
  }
}

rule "azure-cognitive-outbound" {
  title      = "Language services that reach everywhere"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_cognitive_account"
  require    = self.outbound_network_access_restricted == true
  message    = "outbound_network_access_restricted is not true."
  why        = "Data can be taken out through them."
  advice     = "Set outbound_network_access_restricted to true."
  references = ["CKV_AZURE_247"]
  remedy {
    set {
      outbound_network_access_restricted = true
    }
  }
  pass {
    resource "azurerm_cognitive_account" "x" {
      kind                               = "OpenAI"
      location                           = "westeurope"
      name                               = "a"
      resource_group_name                = "group"
      sku_name                           = "S0"
      outbound_network_access_restricted = true
    }
  }
  fail {
    resource "azurerm_cognitive_account" "x" {
      kind                = "OpenAI"
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "S0"
    }
  }
}

rule "azure-cognitive-key" {
  title      = "Language services without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_cognitive_account"
  require    = length(self.customer_managed_key) > 0 || length(related("azurerm_cognitive_account_customer_managed_key", "cognitive_account_id")) > 0
  message    = "There is no customer_managed_key."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Add customer_managed_key."
  references = ["CKV2_AZURE_22"]
  pass {
    resource "azurerm_cognitive_account" "x" {
      kind                = "OpenAI"
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "S0"
      customer_managed_key {
        key_vault_key_id = "https://keys.vault.azure.net/keys/own"
      }
    }
  }
  fail {
    resource "azurerm_cognitive_account" "x" {
      kind                = "OpenAI"
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "S0"
    }
  }
}

rule "azure-learning-public" {
  title      = "Learning reachable from everywhere"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_machine_learning_workspace"
  require    = self.public_network_access_enabled == false && self.public_access_behind_virtual_network_enabled != true
  message    = "public_network_access_enabled is not false."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set public_network_access_enabled to false."
  references = ["CKV_AZURE_144"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_machine_learning_workspace" "x" {
      application_insights_id = "/subscriptions/1/i"
      key_vault_id            = "/subscriptions/1/k"
      location                = "westeurope"
      name                    = "a"
      resource_group_name     = "group"
      storage_account_id      = "/subscriptions/1/s"
      identity {
        type = "SystemAssigned"
      }
      public_network_access_enabled = false
    }
  }
  fail {
    resource "azurerm_machine_learning_workspace" "x" {
      application_insights_id = "/subscriptions/1/i"
      key_vault_id            = "/subscriptions/1/k"
      location                = "westeurope"
      name                    = "a"
      resource_group_name     = "group"
      storage_account_id      = "/subscriptions/1/s"
      identity {
        type = "SystemAssigned"
      }
    }
  }
}

rule "azure-learning-local" {
  title      = "Learning machines with shared keys"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_machine_learning_compute_cluster"
  require    = self.local_auth_enabled == false
  message    = "local_auth_enabled is not false."
  why        = "Keys are shared and copied; accounts can be named, limited and withdrawn."
  advice     = "Set local_auth_enabled to false."
  references = ["CKV_AZURE_142"]
  remedy {
    set {
      local_auth_enabled = false
    }
  }
  pass {
    resource "azurerm_machine_learning_compute_cluster" "x" {
      location                      = "westeurope"
      machine_learning_workspace_id = "/subscriptions/1/m"
      name                          = "a"
      vm_priority                   = "Dedicated"
      vm_size                       = "Standard_DS2_v2"
      scale_settings {
        max_node_count                       = 2
        min_node_count                       = 0
        scale_down_nodes_after_idle_duration = "PT30S"
      }
      local_auth_enabled = false
    }
  }
  fail {
    resource "azurerm_machine_learning_compute_cluster" "x" {
      location                      = "westeurope"
      machine_learning_workspace_id = "/subscriptions/1/m"
      name                          = "a"
      vm_priority                   = "Dedicated"
      vm_size                       = "Standard_DS2_v2"
      scale_settings {
        max_node_count                       = 2
        min_node_count                       = 0
        scale_down_nodes_after_idle_duration = "PT30S"
      }
    }
  }
}

rule "azure-learning-idle" {
  title      = "Learning machines that never rest"
  severity   = "low"
  category   = "cost"
  resource   = "azurerm_machine_learning_compute_cluster"
  require    = self.scale_settings[0].min_node_count == 0
  message    = "min_node_count is ${self.scale_settings[0].min_node_count}."
  why        = "They are paid for when nobody learns."
  advice     = "Set min_node_count to 0."
  references = ["CKV_AZURE_150"]
  remedy {
    set {
      scale_settings {
        min_node_count = 0
      }
    }
  }
  pass {
    resource "azurerm_machine_learning_compute_cluster" "x" {
      location                      = "westeurope"
      machine_learning_workspace_id = "/subscriptions/1/m"
      name                          = "a"
      vm_priority                   = "Dedicated"
      vm_size                       = "Standard_DS2_v2"
      scale_settings {
        max_node_count                       = 2
        min_node_count                       = 0
        scale_down_nodes_after_idle_duration = "PT30S"
      }
    }
  }
  fail {
    resource "azurerm_machine_learning_compute_cluster" "x" {
      location                      = "westeurope"
      machine_learning_workspace_id = "/subscriptions/1/m"
      name                          = "a"
      vm_priority                   = "Dedicated"
      vm_size                       = "Standard_DS2_v2"
      scale_settings {
        max_node_count                       = 2
        min_node_count                       = 1
        scale_down_nodes_after_idle_duration = "PT30S"
      }
    }
  }
}

rule "azure-automation-public" {
  title      = "Automation reachable from everywhere"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_automation_account"
  require    = self.public_network_access_enabled == false
  message    = "public_network_access_enabled is not false."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set public_network_access_enabled to false."
  references = ["Azure Automation: private link"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_automation_account" "x" {
      location                      = "westeurope"
      name                          = "a"
      resource_group_name           = "group"
      sku_name                      = "Basic"
      public_network_access_enabled = false
    }
  }
  fail {
    resource "azurerm_automation_account" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "Basic"
    }
  }
}

rule "azure-automation-variable" {
  title      = "Variable of automation in clear"
  severity   = "medium"
  category   = "security"
  resource   = ["azurerm_automation_variable_string", "azurerm_automation_variable_int", "azurerm_automation_variable_bool", "azurerm_automation_variable_datetime"]
  require    = self.encrypted == true
  message    = "encrypted is not true."
  why        = "Whoever may look at the account reads it."
  advice     = "Set encrypted to true."
  references = ["CKV_AZURE_73"]
  remedy {
    set {
      encrypted = true
    }
  }
  pass {
    resource "azurerm_automation_variable_string" "x" {
      automation_account_name = "a"
      name                    = "a"
      resource_group_name     = "group"
      encrypted               = true
    }
  }
  fail {
    resource "azurerm_automation_variable_string" "x" {
      automation_account_name = "a"
      name                    = "a"
      resource_group_name     = "group"
    }
  }
}

rule "azure-batch-vault" {
  title      = "Jobs without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_batch_account"
  require    = is_set("encryption") || length(self.key_vault_reference) > 0
  message    = "Neither encryption nor key_vault_reference is set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Add encryption."
  references = ["CKV_AZURE_76"]
  pass {
    resource "azurerm_batch_account" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      key_vault_reference {
        id  = "/subscriptions/1/k"
        url = "https://k.vault.azure.net/"
      }
    }
  }
  fail {
    resource "azurerm_batch_account" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
    }
  }
}

rule "azure-fabric-signed" {
  title      = "Cluster that talks in clear"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_service_fabric_cluster"
  require    = anytrue([for s in coalesce(self.fabric_settings, []) : s.name == "Security" && lookup(coalesce(s.parameters, {}), "ClusterProtectionLevel", "None") == "EncryptAndSign"])
  message    = "ClusterProtectionLevel is not EncryptAndSign."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Add fabric_settings Security with ClusterProtectionLevel EncryptAndSign."
  references = ["CKV_AZURE_125"]
  pass {
    resource "azurerm_service_fabric_cluster" "x" {
      location            = "westeurope"
      management_endpoint = "https://a"
      name                = "a"
      reliability_level   = "Silver"
      resource_group_name = "group"
      upgrade_mode        = "Automatic"
      vm_image            = "Windows"
      node_type {
        client_endpoint_port = 1
        http_endpoint_port   = 2
        instance_count       = 3
        is_primary           = true
        name                 = "a"
      }
      fabric_settings {
        name       = "Security"
        parameters = { ClusterProtectionLevel = "EncryptAndSign" }
      }
    }
  }
  fail {
    resource "azurerm_service_fabric_cluster" "x" {
      location            = "westeurope"
      management_endpoint = "https://a"
      name                = "a"
      reliability_level   = "Silver"
      resource_group_name = "group"
      upgrade_mode        = "Automatic"
      vm_image            = "Windows"
      node_type {
        client_endpoint_port = 1
        http_endpoint_port   = 2
        instance_count       = 3
        is_primary           = true
        name                 = "a"
      }
    }
  }
}

rule "azure-fabric-directory" {
  title      = "Cluster without accounts of the company"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_service_fabric_cluster"
  require    = is_set("azure_active_directory.tenant_id")
  message    = "azure_active_directory is not set."
  why        = "Keys are shared and copied; accounts can be named, limited and withdrawn."
  advice     = "Add azure_active_directory."
  references = ["CKV_AZURE_126"]
  pass {
    resource "azurerm_service_fabric_cluster" "x" {
      location            = "westeurope"
      management_endpoint = "https://a"
      name                = "a"
      reliability_level   = "Silver"
      resource_group_name = "group"
      upgrade_mode        = "Automatic"
      vm_image            = "Windows"
      node_type {
        client_endpoint_port = 1
        http_endpoint_port   = 2
        instance_count       = 3
        is_primary           = true
        name                 = "a"
      }
      azure_active_directory {
        client_application_id  = "a"
        cluster_application_id = "b"
        tenant_id              = "c"
      }
    }
  }
  fail {
    resource "azurerm_service_fabric_cluster" "x" {
      location            = "westeurope"
      management_endpoint = "https://a"
      name                = "a"
      reliability_level   = "Silver"
      resource_group_name = "group"
      upgrade_mode        = "Automatic"
      vm_image            = "Windows"
      node_type {
        client_endpoint_port = 1
        http_endpoint_port   = 2
        instance_count       = 3
        is_primary           = true
        name                 = "a"
      }
    }
  }
}

rule "azure-spring-public" {
  title      = "Portal reachable from everywhere"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_spring_cloud_api_portal"
  require    = self.public_network_access_enabled != true
  message    = "public_network_access_enabled is true."
  why        = "What is meant for inside is found by everybody."
  advice     = "Leave public_network_access_enabled false."
  references = ["CKV_AZURE_162"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_spring_cloud_api_portal" "x" {
      name                    = "a"
      spring_cloud_service_id = "/subscriptions/1/resourceGroups/group"
    }
  }
  fail {
    resource "azurerm_spring_cloud_api_portal" "x" {
      name                          = "a"
      spring_cloud_service_id       = "/subscriptions/1/resourceGroups/group"
      public_network_access_enabled = true
    }
  }
}

rule "azure-spring-https" {
  title      = "Portal answers in clear"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_spring_cloud_api_portal"
  require    = self.https_only_enabled == true
  message    = "https_only_enabled is not true."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set https_only_enabled to true."
  references = ["CKV_AZURE_161"]
  remedy {
    set {
      https_only_enabled = true
    }
  }
  pass {
    resource "azurerm_spring_cloud_api_portal" "x" {
      name                    = "a"
      spring_cloud_service_id = "/subscriptions/1/resourceGroups/group"
      https_only_enabled      = true
    }
  }
  fail {
    resource "azurerm_spring_cloud_api_portal" "x" {
      name                    = "a"
      spring_cloud_service_id = "/subscriptions/1/resourceGroups/group"
    }
  }
}

rule "azure-iot-public" {
  title      = "Things reachable from everywhere"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_iothub"
  require    = self.public_network_access_enabled == false
  message    = "public_network_access_enabled is not false."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set public_network_access_enabled to false."
  references = ["CKV_AZURE_108"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_iothub" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku {
        capacity = 1
        name     = "S1"
      }
      public_network_access_enabled = false
    }
  }
  fail {
    resource "azurerm_iothub" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku {
        capacity = 1
        name     = "S1"
      }
    }
  }
}
