resource "azurerm_managed_disk" "{{label}}" {
  name                          = {{full_name}}
  resource_group_name           = {{group.group_name}}
  location                      = {{group.location}}
  storage_account_type          = "{{disk_type}}"
  create_option                 = "Empty"
  disk_size_gb                  = {{size_gb}}
  public_network_access_enabled = false
  network_access_policy         = "DenyAll"
  tags                          = local.tags
}
