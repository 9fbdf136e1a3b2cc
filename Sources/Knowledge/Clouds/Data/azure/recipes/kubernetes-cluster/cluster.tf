resource "azurerm_kubernetes_cluster" "{{label}}" {
  name                              = {{full_name}}
  resource_group_name               = {{group.group_name}}
  location                          = {{group.location}}
  dns_prefix                        = "{{slug}}"
  kubernetes_version                = "{{version}}"
  sku_tier                          = "{{sku_tier}}"
  private_cluster_enabled           = {{private_api}}
  local_account_disabled            = true
  role_based_access_control_enabled = true
  oidc_issuer_enabled               = true
  workload_identity_enabled         = true
  azure_policy_enabled              = true
  automatic_upgrade_channel         = "patch"
  node_os_upgrade_channel           = "NodeImage"
  tags                              = local.tags

  default_node_pool {
    name                 = "system"
    vm_size              = "{{instance_type}}"
    {{#autoscaling}}
    auto_scaling_enabled = true
    min_count            = {{nodes}}
    {{#has.maximum}}
    max_count            = {{maximum}}
    {{/has.maximum}}
    {{^has.maximum}}
    max_count            = {{nodes}} + 3
    {{/has.maximum}}
    {{/autoscaling}}
    {{^autoscaling}}
    node_count           = {{nodes}}
    {{/autoscaling}}
    vnet_subnet_id       = {{network.nodes_subnet_id}}
    max_pods             = 60
    {{#zones}}
    zones                = ["1", "2", "3"]
    {{/zones}}
    tags                 = local.tags

    upgrade_settings {
      max_surge = "33%"
    }
  }

  identity {
    type = "SystemAssigned"
  }
  {{^private_api}}

  api_server_access_profile {
    authorized_ip_ranges = var.{{label}}_operators
  }
  {{/private_api}}

  azure_active_directory_role_based_access_control {
    azure_rbac_enabled = true
  }

  network_profile {
    network_plugin      = "azure"
    network_plugin_mode = "overlay"
    network_policy      = "cilium"
    network_data_plane  = "cilium"
    pod_cidr            = "10.244.0.0/16"
    service_cidr        = "172.16.0.0/16"
    dns_service_ip      = "172.16.0.10"
  }

  oms_agent {
    log_analytics_workspace_id      = {{workspace.id}}
    msi_auth_for_monitoring_enabled = true
  }

  key_vault_secrets_provider {
    secret_rotation_enabled = true
  }
}
