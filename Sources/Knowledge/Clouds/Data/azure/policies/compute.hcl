# Machines, clusters, containers and applications.

rule "azure-vm-password" {
  title      = "Linux machine with a password"
  severity   = "high"
  category   = "security"
  resource   = ["azurerm_linux_virtual_machine", "azurerm_linux_virtual_machine_scale_set"]
  require    = self.disable_password_authentication != false
  message    = "disable_password_authentication is false."
  why        = "Passwords are guessed, keys are not."
  advice     = "Leave disable_password_authentication true and give admin_ssh_key."
  references = ["CIS Azure 2.0 7.2", "trivy AZU-0039", "CKV_AZURE_149", "CKV_AZURE_49"]
  remedy {
    set {
      disable_password_authentication = true
    }
  }
  pass {
    resource "azurerm_linux_virtual_machine" "x" {
      location              = "westeurope"
      name                  = "a"
      network_interface_ids = ["/subscriptions/1/nic"]
      resource_group_name   = "group"
      size                  = "Standard_D2s_v5"
      os_disk {
        caching              = "ReadWrite"
        storage_account_type = "Premium_LRS"
      }
      admin_username = "keeper"
    }
  }
  fail {
    resource "azurerm_linux_virtual_machine" "x" {
      location              = "westeurope"
      name                  = "a"
      network_interface_ids = ["/subscriptions/1/nic"]
      resource_group_name   = "group"
      size                  = "Standard_D2s_v5"
      os_disk {
        caching              = "ReadWrite"
        storage_account_type = "Premium_LRS"
      }
      admin_username                  = "keeper"
      disable_password_authentication = false
    }
  }
}

rule "azure-vm-key" {
  title      = "Linux machine without a key"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_linux_virtual_machine"
  require    = length(self.admin_ssh_key) > 0
  message    = "admin_ssh_key is missing."
  why        = "Passwords are guessed, keys are not."
  advice     = "Add admin_ssh_key."
  references = ["CKV_AZURE_178"]
  pass {
    resource "azurerm_linux_virtual_machine" "x" {
      location              = "westeurope"
      name                  = "a"
      network_interface_ids = ["/subscriptions/1/nic"]
      resource_group_name   = "group"
      size                  = "Standard_D2s_v5"
      os_disk {
        caching              = "ReadWrite"
        storage_account_type = "Premium_LRS"
      }
      admin_username = "keeper"
      admin_ssh_key {
        public_key = "ssh-ed25519 AAAA"
        username   = "keeper"
      }
    }
  }
  fail {
    resource "azurerm_linux_virtual_machine" "x" {
      location              = "westeurope"
      name                  = "a"
      network_interface_ids = ["/subscriptions/1/nic"]
      resource_group_name   = "group"
      size                  = "Standard_D2s_v5"
      os_disk {
        caching              = "ReadWrite"
        storage_account_type = "Premium_LRS"
      }
      admin_username = "keeper"
      admin_password = var.password
    }
    variable "password" {
      sensitive = true
    }
  }
}

rule "azure-vm-classic-password" {
  title      = "Linux machine with a password"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_virtual_machine"
  applies    = length(self.os_profile_linux_config) > 0
  require    = self.os_profile_linux_config[0].disable_password_authentication == true
  message    = "disable_password_authentication is not true."
  why        = "Passwords are guessed, keys are not."
  advice     = "Set disable_password_authentication to true and give ssh_keys."
  references = ["trivy AZU-0039", "CKV_AZURE_1"]
  remedy {
    set {
      os_profile_linux_config {
        disable_password_authentication = true
      }
    }
  }
  pass {
    resource "azurerm_virtual_machine" "x" {
      location              = "westeurope"
      name                  = "a"
      network_interface_ids = ["/subscriptions/1/resourceGroups/group"]
      resource_group_name   = "group"
      vm_size               = "a"
      storage_os_disk {
        create_option = "a"
        name          = "a"
      }
      os_profile_linux_config {
        disable_password_authentication = true
      }
    }
  }
  fail {
    resource "azurerm_virtual_machine" "x" {
      location              = "westeurope"
      name                  = "a"
      network_interface_ids = ["/subscriptions/1/resourceGroups/group"]
      resource_group_name   = "group"
      vm_size               = "a"
      storage_os_disk {
        create_option = "a"
        name          = "a"
      }
      os_profile_linux_config {
        disable_password_authentication = false
      }
    }
  }
}

rule "azure-vm-host-encryption" {
  title      = "Machine whose caches are in clear"
  severity   = "low"
  category   = "security"
  resource   = ["azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine", "azurerm_linux_virtual_machine_scale_set", "azurerm_windows_virtual_machine_scale_set"]
  require    = self.encryption_at_host_enabled == true
  message    = "encryption_at_host_enabled is not true."
  why        = "Caches and temporary disks are not encrypted by the disk."
  advice     = "Set encryption_at_host_enabled to true."
  references = ["CKV_AZURE_97", "CKV_AZURE_151"]
  remedy {
    set {
      encryption_at_host_enabled = true
    }
  }
  pass {
    resource "azurerm_linux_virtual_machine" "x" {
      location              = "westeurope"
      name                  = "a"
      network_interface_ids = ["/subscriptions/1/nic"]
      resource_group_name   = "group"
      size                  = "Standard_D2s_v5"
      os_disk {
        caching              = "ReadWrite"
        storage_account_type = "Premium_LRS"
      }
      admin_username             = "keeper"
      encryption_at_host_enabled = true
    }
  }
  fail {
    resource "azurerm_linux_virtual_machine" "x" {
      location              = "westeurope"
      name                  = "a"
      network_interface_ids = ["/subscriptions/1/nic"]
      resource_group_name   = "group"
      size                  = "Standard_D2s_v5"
      os_disk {
        caching              = "ReadWrite"
        storage_account_type = "Premium_LRS"
      }
      admin_username = "keeper"
    }
  }
}

rule "azure-vm-extensions" {
  title      = "Machine that takes extensions"
  severity   = "info"
  category   = "security"
  resource   = ["azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine"]
  require    = self.allow_extension_operations == false
  message    = "allow_extension_operations is true."
  why        = "Whoever may change the machine runs programs on it."
  advice     = "Set allow_extension_operations to false."
  references = ["CKV_AZURE_50"]
  remedy {
    set {
      allow_extension_operations = false
    }
  }
  pass {
    resource "azurerm_linux_virtual_machine" "x" {
      location              = "westeurope"
      name                  = "a"
      network_interface_ids = ["/subscriptions/1/nic"]
      resource_group_name   = "group"
      size                  = "Standard_D2s_v5"
      os_disk {
        caching              = "ReadWrite"
        storage_account_type = "Premium_LRS"
      }
      admin_username             = "keeper"
      allow_extension_operations = false
    }
  }
  fail {
    resource "azurerm_linux_virtual_machine" "x" {
      location              = "westeurope"
      name                  = "a"
      network_interface_ids = ["/subscriptions/1/nic"]
      resource_group_name   = "group"
      size                  = "Standard_D2s_v5"
      os_disk {
        caching              = "ReadWrite"
        storage_account_type = "Premium_LRS"
      }
      admin_username             = "keeper"
      allow_extension_operations = true
    }
  }
}

rule "azure-vm-agent" {
  title      = "Machine without an agent"
  severity   = "low"
  category   = "operations"
  resource   = ["azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine", "azurerm_linux_virtual_machine_scale_set", "azurerm_windows_virtual_machine_scale_set"]
  require    = self.provision_vm_agent != false
  message    = "provision_vm_agent is false."
  why        = "It cannot be watched or mended."
  advice     = "Leave provision_vm_agent true."
  references = ["CKV_AZURE_179"]
  remedy {
    set {
      provision_vm_agent = true
    }
  }
  pass {
    resource "azurerm_linux_virtual_machine" "x" {
      location              = "westeurope"
      name                  = "a"
      network_interface_ids = ["/subscriptions/1/nic"]
      resource_group_name   = "group"
      size                  = "Standard_D2s_v5"
      os_disk {
        caching              = "ReadWrite"
        storage_account_type = "Premium_LRS"
      }
      admin_username     = "keeper"
      provision_vm_agent = true
    }
  }
  fail {
    resource "azurerm_linux_virtual_machine" "x" {
      location              = "westeurope"
      name                  = "a"
      network_interface_ids = ["/subscriptions/1/nic"]
      resource_group_name   = "group"
      size                  = "Standard_D2s_v5"
      os_disk {
        caching              = "ReadWrite"
        storage_account_type = "Premium_LRS"
      }
      admin_username     = "keeper"
      provision_vm_agent = false
    }
  }
}

rule "azure-vm-updates" {
  title      = "Windows machine without updates"
  severity   = "medium"
  category   = "security"
  resource   = ["azurerm_windows_virtual_machine", "azurerm_windows_virtual_machine_scale_set"]
  require    = self.automatic_updates_enabled != false && self.enable_automatic_updates != false
  message    = "Automatic updates are off."
  why        = "Known faults stay."
  advice     = "Leave automatic updates on."
  references = ["CKV_AZURE_177"]
  remedy {
    set {
      automatic_updates_enabled = true
    }
  }
  pass {
    resource "azurerm_windows_virtual_machine" "x" {
      location              = "westeurope"
      name                  = "a"
      network_interface_ids = ["/subscriptions/1/nic"]
      resource_group_name   = "group"
      size                  = "Standard_D2s_v5"
      os_disk {
        caching              = "ReadWrite"
        storage_account_type = "Premium_LRS"
      }
      admin_username = "keeper"
    }
  }
  fail {
    resource "azurerm_windows_virtual_machine" "x" {
      location              = "westeurope"
      name                  = "a"
      network_interface_ids = ["/subscriptions/1/nic"]
      resource_group_name   = "group"
      size                  = "Standard_D2s_v5"
      os_disk {
        caching              = "ReadWrite"
        storage_account_type = "Premium_LRS"
      }
      admin_username            = "keeper"
      admin_password            = var.password
      automatic_updates_enabled = false
    }
    variable "password" {
      sensitive = true
    }
  }
}

rule "azure-vm-secrets" {
  title      = "Machine with a secret in its start script"
  severity   = "critical"
  category   = "security"
  resource   = ["azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine", "azurerm_virtual_machine"]
  require    = !is_secret_text(self.custom_data) && !is_secret_text(try(base64decode(self.custom_data), null)) && !is_secret_text(self.os_profile[0].custom_data)
  message    = "custom_data holds what looks like a credential."
  why        = "Whoever may look at the machine reads it."
  advice     = "Take secrets from a vault with the identity of the machine."
  references = ["CKV_AZURE_45", "CWE-798"]
  pass {
    resource "azurerm_linux_virtual_machine" "x" {
      location              = "westeurope"
      name                  = "a"
      network_interface_ids = ["/subscriptions/1/nic"]
      resource_group_name   = "group"
      size                  = "Standard_D2s_v5"
      os_disk {
        caching              = "ReadWrite"
        storage_account_type = "Premium_LRS"
      }
      admin_username = "keeper"
    }
  }
  fail {
    resource "azurerm_linux_virtual_machine" "x" {
      location              = "westeurope"
      name                  = "a"
      network_interface_ids = ["/subscriptions/1/nic"]
      resource_group_name   = "group"
      size                  = "Standard_D2s_v5"
      os_disk {
        caching              = "ReadWrite"
        storage_account_type = "Premium_LRS"
      }
      admin_username = "keeper"
      custom_data    = "export KEY=AKIAABCDEFGHIJKLMNOP"
    }
  }
}

rule "azure-scale-set-updates" {
  title      = "Set of machines without updates"
  severity   = "low"
  category   = "operations"
  resource   = ["azurerm_linux_virtual_machine_scale_set", "azurerm_windows_virtual_machine_scale_set"]
  require    = self.automatic_os_upgrade_policy[0].enable_automatic_os_upgrade == true || self.upgrade_mode == "Automatic" || self.upgrade_mode == "Rolling"
  message    = "No automatic upgrade is set."
  why        = "Known faults stay."
  advice     = "Add automatic_os_upgrade_policy."
  references = ["CKV_AZURE_95"]
  pass {
    resource "azurerm_linux_virtual_machine_scale_set" "x" {
      admin_username      = "a"
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "a"
      network_interface {
        name = "a"
        ip_configuration {
          name = "a"
        }
      }
      os_disk {
        caching              = "a"
        storage_account_type = "a"
      }
      automatic_os_upgrade_policy {
        disable_automatic_rollback  = false
        enable_automatic_os_upgrade = true
      }
    }
  }
  fail {
    resource "azurerm_linux_virtual_machine_scale_set" "x" {
      admin_username      = "a"
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "a"
      network_interface {
        name = "a"
        ip_configuration {
          name = "a"
        }
      }
      os_disk {
        caching              = "a"
        storage_account_type = "a"
      }
    }
  }
}

rule "azure-aks-public" {
  title      = "Cluster reachable from everywhere"
  severity   = "critical"
  category   = "security"
  resource   = "azurerm_kubernetes_cluster"
  require    = self.private_cluster_enabled == true || length(coalesce(self.api_server_access_profile[0].authorized_ip_ranges, self.api_server_authorized_ip_ranges, [])) > 0
  message    = "Neither private_cluster_enabled nor authorized_ip_ranges is set."
  why        = "Only its sign-in keeps the internet out of the cluster."
  advice     = "Set authorized_ip_ranges, or private_cluster_enabled."
  references = ["CIS AKS 5.4.1", "trivy AZU-0041", "CKV_AZURE_6"]
  pass {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
      api_server_access_profile {
        authorized_ip_ranges = ["10.0.0.0/8"]
      }
    }
  }
  fail {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
    }
  }
}

rule "azure-aks-private" {
  title      = "Cluster with an address of the internet"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_kubernetes_cluster"
  require    = self.private_cluster_enabled == true
  message    = "private_cluster_enabled is not true."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set private_cluster_enabled to true."
  references = ["CIS AKS 5.4.2", "CKV_AZURE_115"]
  remedy {
    set {
      private_cluster_enabled = true
    }
  }
  pass {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix              = "a"
      private_cluster_enabled = true
    }
  }
  fail {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
    }
  }
}

rule "azure-aks-rbac" {
  title      = "Cluster without roles"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_kubernetes_cluster"
  require    = self.role_based_access_control_enabled != false && self.role_based_access_control[0].enabled != false
  message    = "role_based_access_control_enabled is false."
  why        = "Whoever gets in may do all."
  advice     = "Leave role_based_access_control_enabled true."
  references = ["trivy AZU-0042", "CKV_AZURE_5"]
  remedy {
    set {
      role_based_access_control_enabled = true
    }
  }
  pass {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
    }
  }
  fail {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix                        = "a"
      role_based_access_control_enabled = false
    }
  }
}

rule "azure-aks-network-policy" {
  title      = "Cluster without network policies"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_kubernetes_cluster"
  require    = contains(["calico", "azure", "cilium"], self.network_profile[0].network_policy)
  message    = "network_policy is not set."
  why        = "Every pod reaches every other."
  advice     = "Set network_policy in network_profile."
  references = ["CIS AKS 5.4.4", "trivy AZU-0043", "CKV_AZURE_7"]
  pass {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
      network_profile {
        network_plugin = "azure"
        network_policy = "cilium"
      }
    }
  }
  fail {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
    }
  }
}

rule "azure-aks-logging" {
  title      = "Cluster without logs"
  severity   = "medium"
  category   = "operations"
  resource   = "azurerm_kubernetes_cluster"
  require    = is_set("oms_agent.log_analytics_workspace_id") || length(related("azurerm_monitor_diagnostic_setting", "target_resource_id")) > 0 || self.addon_profile[0].oms_agent[0].enabled == true
  message    = "No oms_agent is set."
  why        = "Who did what cannot be reconstructed."
  advice     = "Add oms_agent."
  references = ["CIS AKS 2.1.1", "trivy AZU-0040", "CKV_AZURE_4"]
  pass {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
      oms_agent {
        log_analytics_workspace_id = "/subscriptions/1/w"
      }
    }
  }
  fail {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
    }
  }
}

rule "azure-aks-local-accounts" {
  title      = "Cluster with an administrator of its own"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_kubernetes_cluster"
  require    = self.local_account_disabled == true
  message    = "local_account_disabled is not true."
  why        = "Its certificate belongs to nobody and cannot be withdrawn."
  advice     = "Set local_account_disabled to true."
  references = ["CIS AKS 5.5.1", "CKV_AZURE_141"]
  remedy {
    set {
      local_account_disabled = true
    }
  }
  pass {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix             = "a"
      local_account_disabled = true
    }
  }
  fail {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
    }
  }
}

rule "azure-aks-policy" {
  title      = "Cluster without policies of the company"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_kubernetes_cluster"
  require    = self.azure_policy_enabled == true
  message    = "azure_policy_enabled is not true."
  why        = "What the company demands is not asked for."
  advice     = "Set azure_policy_enabled to true."
  references = ["CKV_AZURE_116"]
  remedy {
    set {
      azure_policy_enabled = true
    }
  }
  pass {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix           = "a"
      azure_policy_enabled = true
    }
  }
  fail {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
    }
  }
}

rule "azure-aks-key" {
  title      = "Disks of a cluster without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_kubernetes_cluster"
  require    = is_set("disk_encryption_set_id")
  message    = "disk_encryption_set_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set disk_encryption_set_id."
  references = ["CKV_AZURE_117"]
  pass {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix             = "a"
      disk_encryption_set_id = "/subscriptions/1/set"
    }
  }
  fail {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
    }
  }
}

rule "azure-aks-tier" {
  title      = "Cluster whose control plane has no promise"
  severity   = "low"
  category   = "reliability"
  resource   = "azurerm_kubernetes_cluster"
  require    = contains(["Standard", "Premium", "Paid"], self.sku_tier)
  message    = "sku_tier is not Standard or Premium or Paid."
  why        = "Nobody promises that it answers."
  advice     = "Set sku_tier to Standard."
  references = ["CKV_AZURE_170"]
  remedy {
    set {
      sku_tier = "Standard"
    }
  }
  pass {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
      sku_tier   = "Standard"
    }
  }
  fail {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
      sku_tier   = "Free"
    }
  }
}

rule "azure-aks-upgrades" {
  title      = "Cluster without upgrades"
  severity   = "low"
  category   = "operations"
  resource   = "azurerm_kubernetes_cluster"
  require    = contains(["patch", "stable", "rapid", "node-image"], coalesce(self.automatic_upgrade_channel, self.automatic_channel_upgrade, "none"))
  message    = "automatic_upgrade_channel is not set."
  why        = "Known faults stay."
  advice     = "Set automatic_upgrade_channel to patch."
  references = ["CKV_AZURE_171"]
  remedy {
    set {
      automatic_upgrade_channel = "patch"
    }
  }
  pass {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix                = "a"
      automatic_upgrade_channel = "patch"
    }
  }
  fail {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
    }
  }
}

rule "azure-aks-node-public" {
  title      = "Nodes with addresses of the internet"
  severity   = "high"
  category   = "security"
  resource   = ["azurerm_kubernetes_cluster", "azurerm_kubernetes_cluster_node_pool"]
  require    = type == "azurerm_kubernetes_cluster" ? self.default_node_pool[0].node_public_ip_enabled != true && self.default_node_pool[0].enable_node_public_ip != true : self.node_public_ip_enabled != true && self.enable_node_public_ip != true
  message    = "Nodes get public addresses."
  why        = "What answers on them is found by everybody."
  advice     = "Leave node_public_ip_enabled false."
  references = ["CIS AKS 5.4.3", "CKV_AZURE_143"]
  pass {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
    }
  }
  fail {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name                   = "system"
        vm_size                = "Standard_D2s_v5"
        node_count             = 3
        node_public_ip_enabled = true
      }
      dns_prefix = "a"
    }
  }
}

rule "azure-aks-host-encryption" {
  title      = "Nodes whose caches are in clear"
  severity   = "low"
  category   = "security"
  resource   = ["azurerm_kubernetes_cluster", "azurerm_kubernetes_cluster_node_pool"]
  require    = type == "azurerm_kubernetes_cluster" ? self.default_node_pool[0].host_encryption_enabled == true || self.default_node_pool[0].enable_host_encryption == true : self.host_encryption_enabled == true || self.enable_host_encryption == true
  message    = "host_encryption_enabled is not true."
  why        = "Caches and temporary disks are not encrypted by the disk."
  advice     = "Set host_encryption_enabled to true."
  references = ["CKV_AZURE_227"]
  pass {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name                    = "system"
        vm_size                 = "Standard_D2s_v5"
        node_count              = 3
        host_encryption_enabled = true
      }
      dns_prefix = "a"
    }
  }
  fail {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
    }
  }
}

rule "azure-aks-pods" {
  title      = "Nodes for few pods"
  severity   = "info"
  category   = "operations"
  resource   = ["azurerm_kubernetes_cluster", "azurerm_kubernetes_cluster_node_pool"]
  require    = type == "azurerm_kubernetes_cluster" ? self.default_node_pool[0].max_pods >= 50 : self.max_pods >= 50
  message    = "max_pods is less than 50."
  why        = "Nodes are paid for that carry little."
  advice     = "Set max_pods to 50 or more."
  references = ["CKV_AZURE_168"]
  pass {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
        max_pods   = 110
      }
      dns_prefix = "a"
    }
  }
  fail {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
        max_pods   = 30
      }
      dns_prefix = "a"
    }
  }
}

rule "azure-aks-ephemeral" {
  title      = "Nodes that keep their disks"
  severity   = "info"
  category   = "operations"
  resource   = "azurerm_kubernetes_cluster"
  require    = self.default_node_pool[0].os_disk_type == "Ephemeral"
  message    = "os_disk_type is not Ephemeral."
  why        = "Disks of nodes are slower, and paid for."
  advice     = "Set os_disk_type to Ephemeral where the size allows it."
  references = ["CKV_AZURE_226"]
  pass {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name         = "system"
        vm_size      = "Standard_D2s_v5"
        node_count   = 3
        os_disk_type = "Ephemeral"
      }
      dns_prefix = "a"
    }
  }
  fail {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
    }
  }
}

rule "azure-aks-secrets-rotation" {
  title      = "Secrets are not rotated into the cluster"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_kubernetes_cluster"
  require    = self.key_vault_secrets_provider[0].secret_rotation_enabled == true
  message    = "secret_rotation_enabled is not true."
  why        = "A secret that was changed stays the old one in the pods."
  advice     = "Set secret_rotation_enabled to true."
  references = ["CKV_AZURE_172"]
  pass {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
      key_vault_secrets_provider {
        secret_rotation_enabled = true
      }
    }
  }
  fail {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
    }
  }
}

rule "azure-aks-dashboard" {
  title      = "Cluster with a dashboard"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_kubernetes_cluster"
  require    = self.addon_profile[0].kube_dashboard[0].enabled != true
  message    = "kube_dashboard is enabled."
  why        = "Whoever reaches it acts with its rights."
  advice     = "Switch kube_dashboard off."
  references = ["CKV_AZURE_8"]
  pass {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
    }
  }
  fail {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix = "a"
      addon_profile {
        kube_dashboard {
          enabled = true
        }
      }
    }
  }
}

rule "azure-aks-routing" {
  title      = "Cluster with routing in clear"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_kubernetes_cluster"
  require    = self.http_application_routing_enabled != true
  message    = "http_application_routing_enabled is true."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set http_application_routing_enabled to false."
  references = ["CKV_AZURE_246"]
  remedy {
    set {
      http_application_routing_enabled = false
    }
  }
  pass {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix                       = "a"
      http_application_routing_enabled = false
    }
  }
  fail {
    resource "azurerm_kubernetes_cluster" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      default_node_pool {
        name       = "system"
        vm_size    = "Standard_D2s_v5"
        node_count = 3
      }
      dns_prefix                       = "a"
      http_application_routing_enabled = true
    }
  }
}

rule "azure-registry-admin" {
  title      = "Registry with a shared password"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_container_registry"
  require    = self.admin_enabled != true
  message    = "admin_enabled is true."
  why        = "Keys are shared and copied; accounts can be named, limited and withdrawn."
  advice     = "Set admin_enabled to false."
  references = ["CKV_AZURE_137"]
  remedy {
    set {
      admin_enabled = false
    }
  }
  pass {
    resource "azurerm_container_registry" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Premium"
      admin_enabled       = false
    }
  }
  fail {
    resource "azurerm_container_registry" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Premium"
      admin_enabled       = true
    }
  }
}

rule "azure-registry-anonymous" {
  title      = "Images open to everybody"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_container_registry"
  require    = self.anonymous_pull_enabled != true
  message    = "anonymous_pull_enabled is true."
  why        = "What is in them can be read by everybody."
  advice     = "Set anonymous_pull_enabled to false."
  references = ["CKV_AZURE_138"]
  remedy {
    set {
      anonymous_pull_enabled = false
    }
  }
  pass {
    resource "azurerm_container_registry" "x" {
      location               = "westeurope"
      name                   = "a"
      resource_group_name    = "group"
      sku                    = "Premium"
      anonymous_pull_enabled = false
    }
  }
  fail {
    resource "azurerm_container_registry" "x" {
      location               = "westeurope"
      name                   = "a"
      resource_group_name    = "group"
      sku                    = "Premium"
      anonymous_pull_enabled = true
    }
  }
}

rule "azure-registry-public" {
  title      = "Registry reachable from everywhere"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_container_registry"
  require    = self.public_network_access_enabled == false
  message    = "public_network_access_enabled is not false."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set public_network_access_enabled to false."
  references = ["CKV_AZURE_139"]
  remedy {
    set {
      public_network_access_enabled = false
    }
  }
  pass {
    resource "azurerm_container_registry" "x" {
      location                      = "westeurope"
      name                          = "a"
      resource_group_name           = "group"
      sku                           = "Premium"
      public_network_access_enabled = false
    }
  }
  fail {
    resource "azurerm_container_registry" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Premium"
    }
  }
}

rule "azure-registry-quarantine" {
  title      = "Images usable before they are scanned"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_container_registry"
  require    = self.quarantine_policy_enabled == true
  message    = "quarantine_policy_enabled is not true."
  why        = "What has a known fault is started."
  advice     = "Set quarantine_policy_enabled to true."
  references = ["CKV_AZURE_166"]
  remedy {
    set {
      quarantine_policy_enabled = true
    }
  }
  pass {
    resource "azurerm_container_registry" "x" {
      location                  = "westeurope"
      name                      = "a"
      resource_group_name       = "group"
      sku                       = "Premium"
      quarantine_policy_enabled = true
    }
  }
  fail {
    resource "azurerm_container_registry" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Premium"
    }
  }
}

rule "azure-registry-zones" {
  title      = "Registry in one zone"
  severity   = "low"
  category   = "reliability"
  resource   = "azurerm_container_registry"
  require    = self.zone_redundancy_enabled == true
  message    = "zone_redundancy_enabled is not true."
  why        = "When the zone fails, nothing starts."
  advice     = "Set zone_redundancy_enabled to true."
  references = ["CKV_AZURE_233"]
  remedy {
    set {
      zone_redundancy_enabled = true
    }
  }
  pass {
    resource "azurerm_container_registry" "x" {
      location                = "westeurope"
      name                    = "a"
      resource_group_name     = "group"
      sku                     = "Premium"
      zone_redundancy_enabled = true
    }
  }
  fail {
    resource "azurerm_container_registry" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Premium"
    }
  }
}

rule "azure-registry-endpoints" {
  title      = "Registry without data endpoints of its own"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_container_registry"
  require    = self.data_endpoint_enabled == true
  message    = "data_endpoint_enabled is not true."
  why        = "A firewall has to let all storage of the cloud through."
  advice     = "Set data_endpoint_enabled to true."
  references = ["CKV_AZURE_237"]
  remedy {
    set {
      data_endpoint_enabled = true
    }
  }
  pass {
    resource "azurerm_container_registry" "x" {
      location              = "westeurope"
      name                  = "a"
      resource_group_name   = "group"
      sku                   = "Premium"
      data_endpoint_enabled = true
    }
  }
  fail {
    resource "azurerm_container_registry" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Premium"
    }
  }
}

rule "azure-registry-signed" {
  title      = "Registry takes unsigned images"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_container_registry"
  require    = self.trust_policy_enabled == true || self.trust_policy[0].enabled == true
  message    = "trust_policy_enabled is not true."
  why        = "Whoever may push decides what runs."
  advice     = "Set trust_policy_enabled to true."
  references = ["CKV_AZURE_164"]
  remedy {
    set {
      trust_policy_enabled = true
    }
  }
  pass {
    resource "azurerm_container_registry" "x" {
      location             = "westeurope"
      name                 = "a"
      resource_group_name  = "group"
      sku                  = "Premium"
      trust_policy_enabled = true
    }
  }
  fail {
    resource "azurerm_container_registry" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Premium"
    }
  }
}

rule "azure-registry-retention" {
  title      = "Images without tags are kept for ever"
  severity   = "info"
  category   = "cost"
  resource   = "azurerm_container_registry"
  require    = coalesce(self.retention_policy_in_days, 0) > 0 || self.retention_policy[0].enabled == true
  message    = "retention_policy_in_days is not set."
  why        = "What nobody can name is paid for every month."
  advice     = "Set retention_policy_in_days."
  references = ["CKV_AZURE_167"]
  remedy {
    set {
      retention_policy_in_days = 30
    }
  }
  pass {
    resource "azurerm_container_registry" "x" {
      location                 = "westeurope"
      name                     = "a"
      resource_group_name      = "group"
      sku                      = "Premium"
      retention_policy_in_days = 30
    }
  }
  fail {
    resource "azurerm_container_registry" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Premium"
    }
  }
}

rule "azure-registry-replicated" {
  title      = "Registry in one region"
  severity   = "info"
  category   = "reliability"
  resource   = "azurerm_container_registry"
  require    = length(self.georeplications) > 0
  message    = "There is no georeplications."
  why        = "When the region fails, nothing starts."
  advice     = "Add georeplications."
  references = ["CKV_AZURE_165"]
  pass {
    resource "azurerm_container_registry" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Premium"
      georeplications {
        location = "northeurope"
      }
    }
  }
  fail {
    resource "azurerm_container_registry" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Premium"
    }
  }
}

rule "azure-registry-tier" {
  title      = "Registry of a tier without scanning"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_container_registry"
  require    = contains(["Standard", "Premium"], self.sku)
  message    = "sku is ${self.sku}."
  why        = "Known faults of images are not found."
  advice     = "Set sku to Standard or Premium."
  references = ["CKV_AZURE_163"]
  remedy {
    set {
      sku = "Standard"
    }
  }
  pass {
    resource "azurerm_container_registry" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Premium"
    }
  }
  fail {
    resource "azurerm_container_registry" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku                 = "Basic"
    }
  }
}

rule "azure-container-network" {
  title      = "Containers outside a network"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_container_group"
  require    = length(coalesce(self.subnet_ids, [])) > 0 || is_set("network_profile_id")
  message    = "subnet_ids is not set."
  why        = "Only its keys and passwords keep the internet out."
  advice     = "Set subnet_ids and ip_address_type Private."
  references = ["CKV_AZURE_98"]
  pass {
    resource "azurerm_container_group" "x" {
      location            = "westeurope"
      name                = "a"
      os_type             = "Linux"
      resource_group_name = "group"
      container {
        cpu    = 1
        image  = "i:1"
        memory = 1
        name   = "a"
      }
      subnet_ids = ["/subscriptions/1/s"]
    }
  }
  fail {
    resource "azurerm_container_group" "x" {
      location            = "westeurope"
      name                = "a"
      os_type             = "Linux"
      resource_group_name = "group"
      container {
        cpu    = 1
        image  = "i:1"
        memory = 1
        name   = "a"
      }
    }
  }
}

rule "azure-container-public" {
  title      = "Containers with an address of the internet"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_container_group"
  require    = contains(["Private", "None"], self.ip_address_type)
  message    = "ip_address_type is ${coalesce(self.ip_address_type, "Public")}."
  why        = "What answers on it is found by everybody."
  advice     = "Set ip_address_type to Private."
  references = ["CKV_AZURE_245"]
  remedy {
    set {
      ip_address_type = "Private"
    }
  }
  pass {
    resource "azurerm_container_group" "x" {
      location            = "westeurope"
      name                = "a"
      os_type             = "Linux"
      resource_group_name = "group"
      container {
        cpu    = 1
        image  = "i:1"
        memory = 1
        name   = "a"
      }
      ip_address_type = "Private"
    }
  }
  fail {
    resource "azurerm_container_group" "x" {
      location            = "westeurope"
      name                = "a"
      os_type             = "Linux"
      resource_group_name = "group"
      container {
        cpu    = 1
        image  = "i:1"
        memory = 1
        name   = "a"
      }
    }
  }
}

rule "azure-container-identity" {
  title      = "Containers without an identity"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_container_group"
  require    = length(self.identity) > 0
  message    = "There is no identity."
  why        = "They reach others by shared secrets."
  advice     = "Add identity."
  references = ["CKV2_AZURE_28"]
  pass {
    resource "azurerm_container_group" "x" {
      location            = "westeurope"
      name                = "a"
      os_type             = "Linux"
      resource_group_name = "group"
      container {
        cpu    = 1
        image  = "i:1"
        memory = 1
        name   = "a"
      }
      identity {
        type = "SystemAssigned"
      }
    }
  }
  fail {
    resource "azurerm_container_group" "x" {
      location            = "westeurope"
      name                = "a"
      os_type             = "Linux"
      resource_group_name = "group"
      container {
        cpu    = 1
        image  = "i:1"
        memory = 1
        name   = "a"
      }
    }
  }
}

rule "azure-container-secrets" {
  title      = "Containers with secrets in clear"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_container_group"
  require    = !anytrue(flatten([for c in coalesce(self.container, []) : [for k, v in coalesce(c.environment_variables, {}) : is_secret_text(v) || can(regex("(?i)(password|secret|token|api_key)", k)) && is_literal(v)]]))
  message    = "A variable holds what looks like a secret."
  why        = "Whoever may look at the group reads it."
  advice     = "Use secure_environment_variables."
  references = ["CKV_AZURE_235"]
  pass {
    resource "azurerm_container_group" "x" {
      location            = "westeurope"
      name                = "a"
      os_type             = "Linux"
      resource_group_name = "group"
      container {
        cpu                   = 1
        image                 = "i:1"
        memory                = 1
        name                  = "a"
        environment_variables = { MODE = "live" }
      }
    }
  }
  fail {
    resource "azurerm_container_group" "x" {
      location            = "westeurope"
      name                = "a"
      os_type             = "Linux"
      resource_group_name = "group"
      container {
        cpu                   = 1
        image                 = "i:1"
        memory                = 1
        name                  = "a"
        environment_variables = { DB_PASSWORD = "hunter2" }
      }
    }
  }
}
