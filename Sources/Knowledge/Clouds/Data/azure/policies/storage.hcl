# Accounts of storage, disks and copies.

rule "azure-storage-https" {
  title      = "Storage reached in clear"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_storage_account"
  require    = self.https_traffic_only_enabled != false && self.enable_https_traffic_only != false
  message    = "https_traffic_only_enabled is false."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Leave https_traffic_only_enabled true."
  references = ["CIS Azure 2.0 3.1", "trivy AZU-0008", "CKV_AZURE_3"]
  remedy {
    set {
      https_traffic_only_enabled = true
    }
  }
  pass {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
    }
  }
  fail {
    resource "azurerm_storage_account" "x" {
      account_replication_type   = "GRS"
      account_tier               = "Standard"
      location                   = "westeurope"
      name                       = "a"
      resource_group_name        = "group"
      https_traffic_only_enabled = false
    }
  }
}

rule "azure-storage-tls" {
  title      = "Storage takes old TLS"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_storage_account"
  require    = contains(["TLS1_2", "TLS1_3"], coalesce(self.min_tls_version, "TLS1_2"))
  message    = "min_tls_version is not TLS1_2 or TLS1_3."
  why        = "Versions before 1.2 have known weaknesses."
  advice     = "Set min_tls_version to TLS1_2."
  references = ["CIS Azure 2.0 3.15", "trivy AZU-0011", "CKV_AZURE_44"]
  remedy {
    set {
      min_tls_version = "TLS1_2"
    }
  }
  pass {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
      min_tls_version          = "TLS1_2"
    }
  }
  fail {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
      min_tls_version          = "TLS1_0"
    }
  }
}

rule "azure-storage-public-blobs" {
  title      = "Blobs can be made public"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_storage_account"
  require    = self.allow_nested_items_to_be_public == false || self.allow_blob_public_access == false
  message    = "allow_nested_items_to_be_public is not false."
  why        = "A container set to public by mistake is read by everybody."
  advice     = "Set allow_nested_items_to_be_public to false."
  references = ["CIS Azure 2.0 3.7", "CKV_AZURE_190", "CKV_AZURE_59"]
  remedy {
    set {
      allow_nested_items_to_be_public = false
    }
  }
  pass {
    resource "azurerm_storage_account" "x" {
      account_replication_type        = "GRS"
      account_tier                    = "Standard"
      location                        = "westeurope"
      name                            = "a"
      resource_group_name             = "group"
      allow_nested_items_to_be_public = false
    }
  }
  fail {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
    }
  }
}

rule "azure-storage-container-public" {
  title      = "Container open to everybody"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_storage_container"
  require    = coalesce(self.container_access_type, "private") == "private"
  message    = "container_access_type is ${self.container_access_type}."
  why        = "Everybody reads what is in it."
  advice     = "Set container_access_type to private."
  references = ["trivy AZU-0007", "CKV_AZURE_34"]
  remedy {
    set {
      container_access_type = "private"
    }
  }
  pass {
    resource "azurerm_storage_container" "x" {
      name = "a"
    }
  }
  fail {
    resource "azurerm_storage_container" "x" {
      name                  = "a"
      container_access_type = "blob"
    }
  }
}

rule "azure-storage-network" {
  title      = "Storage reachable from everywhere"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_storage_account"
  require    = self.public_network_access_enabled == false || self.network_rules[0].default_action == "Deny" || anytrue([for r in related("azurerm_storage_account_network_rules", "storage_account_id") : r.default_action == "Deny"])
  message    = "Every network is let in."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Add network_rules with default_action Deny, or set public_network_access_enabled to false."
  references = ["CIS Azure 2.0 3.8", "trivy AZU-0012", "CKV_AZURE_35"]
  pass {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
      network_rules {
        default_action = "Deny"
      }
    }
  }
  fail {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
    }
  }
}

rule "azure-storage-rules-network" {
  title      = "Network rules that let everybody in"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_storage_account_network_rules"
  require    = self.default_action == "Deny"
  message    = "default_action is not Deny."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set default_action to Deny."
  references = ["CIS Azure 2.0 3.8", "trivy AZU-0012", "CKV_AZURE_35"]
  remedy {
    set {
      default_action = "Deny"
    }
  }
  pass {
    resource "azurerm_storage_account_network_rules" "x" {
      default_action     = "Deny"
      storage_account_id = "/subscriptions/1/resourceGroups/group"
    }
  }
  fail {
    resource "azurerm_storage_account_network_rules" "x" {
      default_action     = "Allow"
      storage_account_id = "/subscriptions/1/resourceGroups/group"
    }
  }
}

rule "azure-storage-services-bypass" {
  title      = "Storage closed to the services of the cloud"
  severity   = "low"
  category   = "operations"
  resource   = ["azurerm_storage_account", "azurerm_storage_account_network_rules"]
  require    = type == "azurerm_storage_account" ? contains(coalesce(self.network_rules[0].bypass, ["AzureServices"]), "AzureServices") : contains(coalesce(self.bypass, ["AzureServices"]), "AzureServices")
  message    = "bypass has no AzureServices."
  why        = "Backups, logs and metrics of the cloud cannot be written to it."
  advice     = "Add AzureServices to bypass."
  references = ["CIS Azure 2.0 3.9", "trivy AZU-0010", "CKV_AZURE_36"]
  pass {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
    }
  }
  fail {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
      network_rules {
        default_action = "Deny"
        bypass         = ["Metrics"]
      }
    }
  }
}

rule "azure-storage-queue-log" {
  title      = "Queues are not logged"
  severity   = "low"
  category   = "operations"
  resource   = "azurerm_storage_account"
  applies    = length(self.queue_properties) > 0 || contains(["StorageV2", "Storage"], coalesce(self.account_kind, "StorageV2"))
  require    = self.queue_properties[0].logging[0].read == true && self.queue_properties[0].logging[0].write == true && self.queue_properties[0].logging[0].delete == true
  message    = "Not every request of queues is logged."
  why        = "Who did what cannot be reconstructed."
  advice     = "Add queue_properties with logging of read, write and delete."
  references = ["CIS Azure 2.0 3.5", "trivy AZU-0009", "CKV_AZURE_33"]
  pass {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
      queue_properties {
        logging {
          delete  = true
          read    = true
          write   = true
          version = "1.0"
        }
      }
    }
  }
  fail {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
      queue_properties {
        logging {
          delete  = false
          read    = true
          write   = true
          version = "1.0"
        }
      }
    }
  }
}

rule "azure-storage-replication" {
  title      = "Storage in one zone"
  severity   = "low"
  category   = "reliability"
  resource   = "azurerm_storage_account"
  require    = !contains(["LRS"], self.account_replication_type)
  message    = "account_replication_type is ${self.account_replication_type}."
  why        = "When the zone fails, so does the storage."
  advice     = "Use ZRS, GRS or GZRS."
  references = ["CKV_AZURE_206"]
  pass {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
    }
  }
  fail {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "LRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
    }
  }
}

rule "azure-storage-soft-delete" {
  title      = "Deleted blobs are gone"
  severity   = "medium"
  category   = "reliability"
  resource   = "azurerm_storage_account"
  require    = self.blob_properties[0].delete_retention_policy[0].days == null ? length(self.blob_properties[0].delete_retention_policy) > 0 : self.blob_properties[0].delete_retention_policy[0].days >= 7
  message    = "blob_properties has no delete_retention_policy of a week."
  why        = "What is deleted by mistake cannot be brought back."
  advice     = "Add delete_retention_policy to blob_properties."
  references = ["CIS Azure 2.0 3.11", "CKV2_AZURE_38"]
  pass {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
      blob_properties {
        delete_retention_policy {
          days = 30
        }
      }
    }
  }
  fail {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
    }
  }
}

rule "azure-storage-key" {
  title      = "Storage without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_storage_account"
  require    = length(self.customer_managed_key) > 0 || length(related("azurerm_storage_account_customer_managed_key", "storage_account_id")) > 0
  message    = "No customer_managed_key is named."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Add customer_managed_key, or azurerm_storage_account_customer_managed_key."
  references = ["CIS Azure 2.0 3.12", "CKV2_AZURE_1", "CKV2_AZURE_18"]
  pass {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
      customer_managed_key {
        key_vault_key_id          = "https://keys.vault.azure.net/keys/own"
        user_assigned_identity_id = "/subscriptions/1/i"
      }
    }
  }
  fail {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
    }
  }
}

rule "azure-storage-infrastructure" {
  title      = "Storage encrypted once only"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_storage_account"
  require    = self.infrastructure_encryption_enabled == true
  message    = "infrastructure_encryption_enabled is not true."
  why        = "A fault of one layer lays it open."
  advice     = "Set infrastructure_encryption_enabled to true when the account is made."
  references = ["CIS Azure 2.0 3.2"]
  remedy {
    set {
      infrastructure_encryption_enabled = true
    }
  }
  pass {
    resource "azurerm_storage_account" "x" {
      account_replication_type          = "GRS"
      account_tier                      = "Standard"
      location                          = "westeurope"
      name                              = "a"
      resource_group_name               = "group"
      infrastructure_encryption_enabled = true
    }
  }
  fail {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
    }
  }
}

rule "azure-storage-shared-key" {
  title      = "Storage with shared keys"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_storage_account"
  require    = self.shared_access_key_enabled == false
  message    = "shared_access_key_enabled is not false."
  why        = "Keys are shared and copied; accounts can be named, limited and withdrawn."
  advice     = "Set shared_access_key_enabled to false."
  references = ["CKV2_AZURE_40"]
  remedy {
    set {
      shared_access_key_enabled = false
    }
  }
  pass {
    resource "azurerm_storage_account" "x" {
      account_replication_type  = "GRS"
      account_tier              = "Standard"
      location                  = "westeurope"
      name                      = "a"
      resource_group_name       = "group"
      shared_access_key_enabled = false
    }
  }
  fail {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
    }
  }
}

rule "azure-storage-local-users" {
  title      = "Storage with users of its own"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_storage_account"
  require    = self.local_user_enabled == false
  message    = "local_user_enabled is not false."
  why        = "Keys are shared and copied; accounts can be named, limited and withdrawn."
  advice     = "Set local_user_enabled to false."
  references = ["CKV_AZURE_244"]
  remedy {
    set {
      local_user_enabled = false
    }
  }
  pass {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
      local_user_enabled       = false
    }
  }
  fail {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
    }
  }
}

rule "azure-storage-tenants" {
  title      = "Storage may be replicated to others"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_storage_account"
  require    = self.cross_tenant_replication_enabled != true
  message    = "cross_tenant_replication_enabled is true."
  why        = "Whoever may write copies it to an account of another company."
  advice     = "Set cross_tenant_replication_enabled to false."
  references = ["CIS Azure 3.0 4.17"]
  remedy {
    set {
      cross_tenant_replication_enabled = false
    }
  }
  pass {
    resource "azurerm_storage_account" "x" {
      account_replication_type         = "GRS"
      account_tier                     = "Standard"
      location                         = "westeurope"
      name                             = "a"
      resource_group_name              = "group"
      cross_tenant_replication_enabled = false
    }
  }
  fail {
    resource "azurerm_storage_account" "x" {
      account_replication_type         = "GRS"
      account_tier                     = "Standard"
      location                         = "westeurope"
      name                             = "a"
      resource_group_name              = "group"
      cross_tenant_replication_enabled = true
    }
  }
}

rule "azure-storage-sas" {
  title      = "Signed addresses hold for ever"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_storage_account"
  require    = length(self.sas_policy) > 0
  message    = "There is no sas_policy."
  why        = "An address that was given away once opens it for ever."
  advice     = "Add sas_policy with expiration_period."
  references = ["CKV2_AZURE_41"]
  pass {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
      sas_policy {
        expiration_period = "01.00:00:00"
      }
    }
  }
  fail {
    resource "azurerm_storage_account" "x" {
      account_replication_type = "GRS"
      account_tier             = "Standard"
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
    }
  }
}

rule "azure-storage-sync" {
  title      = "File synchronisation reachable from everywhere"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_storage_sync"
  require    = self.incoming_traffic_policy == "AllowVirtualNetworksOnly"
  message    = "incoming_traffic_policy is not AllowVirtualNetworksOnly."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set incoming_traffic_policy to AllowVirtualNetworksOnly."
  references = ["CKV_AZURE_64"]
  remedy {
    set {
      incoming_traffic_policy = "AllowVirtualNetworksOnly"
    }
  }
  pass {
    resource "azurerm_storage_sync" "x" {
      location                = "westeurope"
      name                    = "a"
      resource_group_name     = "group"
      incoming_traffic_policy = "AllowVirtualNetworksOnly"
    }
  }
  fail {
    resource "azurerm_storage_sync" "x" {
      location                = "westeurope"
      name                    = "a"
      resource_group_name     = "group"
      incoming_traffic_policy = "AllowAllTraffic"
    }
  }
}

rule "azure-disk-key" {
  title      = "Disk without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_managed_disk"
  require    = is_set("disk_encryption_set_id")
  message    = "disk_encryption_set_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set disk_encryption_set_id."
  references = ["CIS Azure 2.0 7.3", "CKV_AZURE_93"]
  pass {
    resource "azurerm_managed_disk" "x" {
      create_option          = "Empty"
      location               = "westeurope"
      name                   = "a"
      resource_group_name    = "group"
      storage_account_type   = "Premium_LRS"
      disk_encryption_set_id = "/subscriptions/1/set"
    }
  }
  fail {
    resource "azurerm_managed_disk" "x" {
      create_option        = "Empty"
      location             = "westeurope"
      name                 = "a"
      resource_group_name  = "group"
      storage_account_type = "Premium_LRS"
    }
  }
}

rule "azure-disk-encrypted" {
  title      = "Encryption of a disk is switched off"
  severity   = "high"
  category   = "security"
  resource   = ["azurerm_managed_disk", "azurerm_snapshot"]
  require    = self.encryption_settings[0].enabled != false
  message    = "encryption_settings has enabled false."
  why        = "Disks and copies are readable to whoever gets hold of them."
  advice     = "Leave encryption_settings enabled, or use disk_encryption_set_id."
  references = ["trivy AZU-0038", "CKV_AZURE_2"]
  pass {
    resource "azurerm_managed_disk" "x" {
      create_option        = "Empty"
      location             = "westeurope"
      name                 = "a"
      resource_group_name  = "group"
      storage_account_type = "Premium_LRS"
    }
  }
  fail {
    resource "azurerm_managed_disk" "x" {
      create_option        = "Empty"
      location             = "westeurope"
      name                 = "a"
      resource_group_name  = "group"
      storage_account_type = "Premium_LRS"
      encryption_settings {
        enabled = false
      }
    }
  }
}

rule "azure-disk-network" {
  title      = "Disk reachable from everywhere"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_managed_disk"
  require    = self.public_network_access_enabled == false || contains(["DenyAll", "AllowPrivate"], self.network_access_policy)
  message    = "Every network may export it."
  why        = "With an address of its own it is copied from anywhere."
  advice     = "Set network_access_policy to DenyAll and public_network_access_enabled to false."
  references = ["CIS Azure 3.0 8.6", "CKV_AZURE_251"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_managed_disk" "x" {
      create_option                 = "Empty"
      location                      = "westeurope"
      name                          = "a"
      resource_group_name           = "group"
      storage_account_type          = "Premium_LRS"
      public_network_access_enabled = false
    }
  }
  fail {
    resource "azurerm_managed_disk" "x" {
      create_option        = "Empty"
      location             = "westeurope"
      name                 = "a"
      resource_group_name  = "group"
      storage_account_type = "Premium_LRS"
    }
  }
}

rule "azure-backup-soft-delete" {
  title      = "Deleted backups are gone"
  severity   = "high"
  category   = "reliability"
  resource   = "azurerm_recovery_services_vault"
  require    = self.soft_delete_enabled != false
  message    = "soft_delete_enabled is false."
  why        = "Who takes over deletes the backups first."
  advice     = "Leave soft_delete_enabled true."
  references = ["Azure Backup: soft delete"]
  remedy {
    set {
      soft_delete_enabled = true
    }
  }
  pass {
    resource "azurerm_recovery_services_vault" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Standard"
      soft_delete_enabled = true
    }
  }
  fail {
    resource "azurerm_recovery_services_vault" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Standard"
      soft_delete_enabled = false
    }
  }
}

rule "azure-backup-immutable" {
  title      = "Backups can be deleted before their time"
  severity   = "info"
  category   = "reliability"
  resource   = "azurerm_recovery_services_vault"
  require    = contains(["Locked", "Unlocked"], self.immutability)
  message    = "immutability is ${coalesce(self.immutability, "Disabled")}."
  why        = "Who takes over deletes the backups first."
  advice     = "Set immutability."
  references = ["Azure Backup: immutable vault"]
  remedy {
    set {
      immutability = "Unlocked"
    }
  }
  pass {
    resource "azurerm_recovery_services_vault" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Standard"
      immutability        = "Unlocked"
    }
  }
  fail {
    resource "azurerm_recovery_services_vault" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Standard"
    }
  }
}

rule "azure-backup-identity" {
  title      = "Backup vault without an identity"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_recovery_services_vault"
  require    = length(self.identity) > 0
  message    = "There is no identity."
  why        = "It reaches keys and accounts by shared secrets."
  advice     = "Add identity."
  references = ["CKV2_AZURE_35"]
  pass {
    resource "azurerm_recovery_services_vault" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Standard"
      identity {
        type = "SystemAssigned"
      }
    }
  }
  fail {
    resource "azurerm_recovery_services_vault" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Standard"
    }
  }
}
