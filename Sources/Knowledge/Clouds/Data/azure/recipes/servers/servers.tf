{{#is.mode.fixed}}
{{#public}}
resource "azurerm_public_ip" "{{label}}" {
  count = {{count}}

  name                = "${var.name}-{{slug}}-${count.index + 1}"
  resource_group_name = {{group.group_name}}
  location            = {{group.location}}
  allocation_method   = "Static"
  sku                 = "Standard"
  tags                = local.tags
}

{{/public}}
resource "azurerm_network_interface" "{{label}}" {
  count = {{count}}

  name                = "${var.name}-{{slug}}-${count.index + 1}"
  resource_group_name = {{group.group_name}}
  location            = {{group.location}}
  tags                = local.tags

  ip_configuration {
    name                          = "internal"
    subnet_id                     = {{network.app_subnet_id}}
    private_ip_address_allocation = "Dynamic"
    {{#public}}
    public_ip_address_id          = azurerm_public_ip.{{label}}[count.index].id
    {{/public}}
  }
}

resource "azurerm_linux_virtual_machine" "{{label}}" {
  count = {{count}}

  name                            = "{{text_name}}-${count.index + 1}"
  resource_group_name             = {{group.group_name}}
  location                        = {{group.location}}
  size                            = "{{instance_type}}"
  admin_username                  = "azureadmin"
  disable_password_authentication = true
  network_interface_ids           = [azurerm_network_interface.{{label}}[count.index].id]
  secure_boot_enabled             = true
  vtpm_enabled                    = true
  tags                            = local.tags

  admin_ssh_key {
    username   = "azureadmin"
    public_key = var.{{label}}_ssh_public_key
  }

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "{{disk_type}}"
    disk_size_gb         = {{disk_gb}}
  }

  source_image_reference {
    publisher = "Canonical"
    offer     = "ubuntu-24_04-lts"
    sku       = "server"
    version   = "latest"
  }

  identity {
    type = "SystemAssigned"
  }
}
{{/is.mode.fixed}}
{{#is.mode.group}}
resource "azurerm_linux_virtual_machine_scale_set" "{{label}}" {
  name                            = {{full_name}}
  resource_group_name             = {{group.group_name}}
  location                        = {{group.location}}
  sku                             = "{{instance_type}}"
  instances                       = {{count}}
  zones                           = ["1", "2", "3"]
  zone_balance                    = true
  upgrade_mode                    = "Automatic"
  admin_username                  = "azureadmin"
  disable_password_authentication = true
  secure_boot_enabled             = true
  vtpm_enabled                    = true
  tags                            = local.tags

  admin_ssh_key {
    username   = "azureadmin"
    public_key = var.{{label}}_ssh_public_key
  }

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "{{disk_type}}"
    disk_size_gb         = {{disk_gb}}
  }

  source_image_reference {
    publisher = "Canonical"
    offer     = "ubuntu-24_04-lts"
    sku       = "server"
    version   = "latest"
  }

  network_interface {
    name    = "internal"
    primary = true

    ip_configuration {
      name      = "internal"
      primary   = true
      subnet_id = {{network.app_subnet_id}}
      {{#incoming.balancer_servers}}
      load_balancer_backend_address_pool_ids       = [{{pool_id}}]
      {{/incoming.balancer_servers}}
      {{#incoming.gateway_servers}}
      application_gateway_backend_address_pool_ids = [{{pool_id}}]
      {{/incoming.gateway_servers}}
      {{#public}}

      public_ip_address {
        name = "public"
      }
      {{/public}}
    }
  }

  identity {
    type = "SystemAssigned"
  }

  lifecycle {
    ignore_changes = [instances]
  }
}

resource "azurerm_monitor_autoscale_setting" "{{label}}" {
  name                = "${var.name}-{{slug}}-load"
  resource_group_name = {{group.group_name}}
  location            = {{group.location}}
  target_resource_id  = azurerm_linux_virtual_machine_scale_set.{{label}}.id
  tags                = local.tags

  profile {
    name = "processor"

    capacity {
      default = {{count}}
      minimum = {{count}}
      maximum = max({{count}}, {{maximum}})
    }

    rule {
      metric_trigger {
        metric_name        = "Percentage CPU"
        metric_resource_id = azurerm_linux_virtual_machine_scale_set.{{label}}.id
        time_grain         = "PT1M"
        statistic          = "Average"
        time_window        = "PT5M"
        time_aggregation   = "Average"
        operator           = "GreaterThan"
        threshold          = 70
      }

      scale_action {
        direction = "Increase"
        type      = "ChangeCount"
        value     = "1"
        cooldown  = "PT5M"
      }
    }

    rule {
      metric_trigger {
        metric_name        = "Percentage CPU"
        metric_resource_id = azurerm_linux_virtual_machine_scale_set.{{label}}.id
        time_grain         = "PT1M"
        statistic          = "Average"
        time_window        = "PT10M"
        time_aggregation   = "Average"
        operator           = "LessThan"
        threshold          = 30
      }

      scale_action {
        direction = "Decrease"
        type      = "ChangeCount"
        value     = "1"
        cooldown  = "PT10M"
      }
    }
  }
}
{{/is.mode.group}}
{{#public}}

resource "azurerm_network_security_rule" "{{label}}_public" {
  name                        = "{{slug}}-from-internet"
  resource_group_name         = {{group.group_name}}
  network_security_group_name = {{network.security_group}}
  priority                    = 200
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "Internet"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "{{port}}"
}
{{/public}}
