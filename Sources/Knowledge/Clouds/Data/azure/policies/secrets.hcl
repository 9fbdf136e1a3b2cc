# Vaults, keys, secrets and who may do what.

rule "azure-vault-purge" {
  title      = "Vault that can be purged"
  severity   = "medium"
  category   = "reliability"
  resource   = "azurerm_key_vault"
  require    = self.purge_protection_enabled == true
  message    = "purge_protection_enabled is not true."
  why        = "Who takes over deletes the keys, and with them the data."
  advice     = "Set purge_protection_enabled to true."
  references = ["CIS Azure 2.0 8.5", "trivy AZU-0016", "CKV_AZURE_110"]
  remedy {
    set {
      purge_protection_enabled = true
    }
  }
  pass {
    resource "azurerm_key_vault" "x" {
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
      sku_name                 = "standard"
      tenant_id                = "00000000-0000-0000-0000-000000000001"
      purge_protection_enabled = true
    }
  }
  fail {
    resource "azurerm_key_vault" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "standard"
      tenant_id           = "00000000-0000-0000-0000-000000000001"
    }
  }
}

rule "azure-vault-soft-delete" {
  title      = "Deleted keys are gone"
  severity   = "medium"
  category   = "reliability"
  resource   = "azurerm_key_vault"
  require    = self.soft_delete_enabled != false
  message    = "soft_delete_enabled is false."
  why        = "What is encrypted with them is lost."
  advice     = "Leave soft_delete_enabled true."
  references = ["CIS Azure 2.0 8.5", "CKV_AZURE_111"]
  pass {
    resource "azurerm_key_vault" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "standard"
      tenant_id           = "00000000-0000-0000-0000-000000000001"
    }
  }
  fail {
    resource "azurerm_key_vault" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "standard"
      tenant_id           = "00000000-0000-0000-0000-000000000001"
      soft_delete_enabled = false
    }
  }
}

rule "azure-vault-network" {
  title      = "Vault reachable from everywhere"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_key_vault"
  require    = self.network_acls[0].default_action == "Deny" || self.public_network_access_enabled == false
  message    = "network_acls does not deny."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Add network_acls with default_action Deny."
  references = ["trivy AZU-0013", "CKV_AZURE_109"]
  pass {
    resource "azurerm_key_vault" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "standard"
      tenant_id           = "00000000-0000-0000-0000-000000000001"
      network_acls {
        bypass         = "AzureServices"
        default_action = "Deny"
      }
    }
  }
  fail {
    resource "azurerm_key_vault" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "standard"
      tenant_id           = "00000000-0000-0000-0000-000000000001"
    }
  }
}

rule "azure-vault-roles" {
  title      = "Vault with access policies"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_key_vault"
  require    = self.rbac_authorization_enabled == true || self.enable_rbac_authorization == true
  message    = "rbac_authorization_enabled is not true."
  why        = "Whoever may change the vault grants himself its keys."
  advice     = "Set rbac_authorization_enabled to true."
  references = ["CIS Azure 2.0 8.6", "CKV2_AZURE_38"]
  remedy {
    set {
      rbac_authorization_enabled = true
    }
  }
  pass {
    resource "azurerm_key_vault" "x" {
      location                   = "westeurope"
      name                       = "a"
      resource_group_name        = "group"
      sku_name                   = "standard"
      tenant_id                  = "00000000-0000-0000-0000-000000000001"
      rbac_authorization_enabled = true
    }
  }
  fail {
    resource "azurerm_key_vault" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "standard"
      tenant_id           = "00000000-0000-0000-0000-000000000001"
    }
  }
}

rule "azure-key-expiry" {
  title      = "Key that holds for ever"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_key_vault_key"
  require    = is_set("expiration_date")
  message    = "expiration_date is not set."
  why        = "Who copied it once can use it for ever."
  advice     = "Set expiration_date."
  references = ["CIS Azure 2.0 8.1", "trivy AZU-0014", "CKV_AZURE_40"]
  pass {
    resource "azurerm_key_vault_key" "x" {
      key_opts        = ["decrypt"]
      key_type        = "RSA"
      key_vault_id    = "/subscriptions/1/resourceGroups/group"
      name            = "a"
      key_size        = 2048
      expiration_date = "2030-12-31T00:00:00Z"
    }
  }
  fail {
    resource "azurerm_key_vault_key" "x" {
      key_opts     = ["decrypt"]
      key_type     = "RSA"
      key_vault_id = "/subscriptions/1/resourceGroups/group"
      name         = "a"
      key_size     = 2048
    }
  }
}

rule "azure-key-hardware" {
  title      = "Key outside of hardware"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_key_vault_key"
  require    = endswith(self.key_type, "-HSM")
  message    = "key_type is ${self.key_type}."
  why        = "Software can be copied."
  advice     = "Use RSA-HSM or EC-HSM where that counts."
  references = ["CKV_AZURE_112"]
  pass {
    resource "azurerm_key_vault_key" "x" {
      key_opts     = ["decrypt"]
      key_type     = "RSA-HSM"
      key_vault_id = "/subscriptions/1/resourceGroups/group"
      name         = "a"
      key_size     = 2048
    }
  }
  fail {
    resource "azurerm_key_vault_key" "x" {
      key_opts     = ["decrypt"]
      key_type     = "RSA"
      key_vault_id = "/subscriptions/1/resourceGroups/group"
      name         = "a"
      key_size     = 2048
    }
  }
}

rule "azure-secret-expiry" {
  title      = "Secret that holds for ever"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_key_vault_secret"
  require    = is_set("expiration_date")
  message    = "expiration_date is not set."
  why        = "Who copied it once can use it for ever."
  advice     = "Set expiration_date."
  references = ["CIS Azure 2.0 8.3", "trivy AZU-0017", "CKV_AZURE_41"]
  pass {
    resource "azurerm_key_vault_secret" "x" {
      key_vault_id    = "/subscriptions/1/resourceGroups/group"
      name            = "a"
      value           = var.secret
      expiration_date = "2030-12-31T00:00:00Z"
    }
    variable "secret" {
      sensitive = true
    }
  }
  fail {
    resource "azurerm_key_vault_secret" "x" {
      key_vault_id = "/subscriptions/1/resourceGroups/group"
      name         = "a"
      value        = var.secret
    }
    variable "secret" {
      sensitive = true
    }
  }
}

rule "azure-secret-content-type" {
  title      = "Secret without a kind"
  severity   = "low"
  category   = "operations"
  resource   = "azurerm_key_vault_secret"
  require    = is_set("content_type")
  message    = "content_type is not set."
  why        = "Who finds it does not know what it opens."
  advice     = "Set content_type."
  references = ["trivy AZU-0015", "CKV_AZURE_114"]
  pass {
    resource "azurerm_key_vault_secret" "x" {
      key_vault_id = "/subscriptions/1/resourceGroups/group"
      name         = "a"
      value        = var.secret
      content_type = "password"
    }
    variable "secret" {
      sensitive = true
    }
  }
  fail {
    resource "azurerm_key_vault_secret" "x" {
      key_vault_id = "/subscriptions/1/resourceGroups/group"
      name         = "a"
      value        = var.secret
    }
    variable "secret" {
      sensitive = true
    }
  }
}

rule "azure-secret-in-clear" {
  title      = "Secret in clear"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_key_vault_secret"
  require    = !is_literal(self.value)
  message    = "The value stands in the configuration."
  why        = "Whoever reads the repository has it."
  advice     = "Take it from a variable, or make it with random_password."
  references = ["CWE-798"]
  pass {
    resource "azurerm_key_vault_secret" "x" {
      key_vault_id = "/subscriptions/1/resourceGroups/group"
      name         = "a"
      value        = var.secret
    }
    variable "secret" {
      sensitive = true
    }
  }
  fail {
    resource "azurerm_key_vault_secret" "x" {
      key_vault_id = "/subscriptions/1/resourceGroups/group"
      name         = "a"
      value        = "hunter2"
    }
  }
}

rule "azure-role-owner" {
  title      = "Role that may do everything"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_role_definition"
  require    = !anytrue([for p in coalesce(self.permissions, []) : contains(coalesce(p.actions, []), "*")]) || !anytrue([for s in concat(coalesce(self.assignable_scopes, []), [self.scope]) : can(regex("^/subscriptions/[^/]+$", s)) || s == "/"])
  message    = "It has the action *."
  why        = "It is an owner by another name."
  advice     = "Name the actions."
  references = ["CIS Azure 2.0 1.23", "trivy AZU-0030", "CKV_AZURE_39"]
  pass {
    resource "azurerm_role_definition" "x" {
      name  = "a"
      scope = "/subscriptions/1"
      permissions {
        actions = ["Microsoft.Compute/*/read"]
      }
    }
  }
  fail {
    resource "azurerm_role_definition" "x" {
      name  = "a"
      scope = "/subscriptions/1"
      permissions {
        actions = ["*"]
      }
    }
  }
}

rule "azure-role-assignment-owner" {
  title      = "Owner of everything"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_role_assignment"
  require    = !contains(["Owner", "User Access Administrator"], self.role_definition_name) || !can(regex("^/subscriptions/[^/]+$", self.scope))
  message    = "${self.role_definition_name} of a whole subscription is given."
  why        = "Who takes over that account has the subscription."
  advice     = "Give a narrower role, or a narrower scope."
  references = ["CIS Azure 2.0 1.24", "Azure RBAC: least privilege"]
  pass {
    resource "azurerm_role_assignment" "x" {
      principal_id         = "/subscriptions/1/resourceGroups/group"
      scope                = "/subscriptions/1"
      role_definition_name = "Reader"
    }
  }
  fail {
    resource "azurerm_role_assignment" "x" {
      principal_id         = "/subscriptions/1/resourceGroups/group"
      scope                = "/subscriptions/1"
      role_definition_name = "Owner"
    }
  }
}
