# What may come in, and what is seen of it.

rule "azure-nsg-ssh" {
  title      = "SSH open to the internet"
  severity   = "critical"
  category   = "security"
  resource   = ["azurerm_network_security_rule", "azurerm_network_security_group"]
  require    = !anytrue([for r in(type == "azurerm_network_security_rule" ? [self] : coalesce(self.security_rule, [])) : lower(r.access) == "allow" && lower(r.direction) == "inbound" && contains(["tcp", "*"], lower(r.protocol)) && anytrue([for p in concat([coalesce(r.destination_port_range, "none")], coalesce(r.destination_port_ranges, [])) : p == "*" || anytrue([for n in [22] : p == tostring(n) || can(regex("^[0-9]+-[0-9]+$", p)) && try(tonumber(split("-", p)[0]) <= n && tonumber(split("-", p)[1]) >= n, false)])]) && anytrue([for a in concat([coalesce(r.source_address_prefix, "none")], coalesce(r.source_address_prefixes, [])) : contains(["*", "0.0.0.0", "::/0", "internet", "any", "<nw>/0", "/0"], lower(a)) || is_public_cidr(a)])])
  message    = "The port is let in from the internet."
  why        = "Machines that answer are tried within minutes."
  advice     = "Name the addresses that need it, or use Bastion."
  references = ["CIS Azure 2.0 6.2", "trivy AZU-0050", "CKV_AZURE_10"]
  pass {
    resource "azurerm_network_security_rule" "x" {
      access                      = "Allow"
      direction                   = "Inbound"
      name                        = "a"
      network_security_group_name = "a"
      priority                    = 100
      protocol                    = "Tcp"
      resource_group_name         = "group"
      source_port_range           = "*"
      source_address_prefix       = "10.0.0.0/8"
      destination_address_prefix  = "*"
      destination_port_range      = "443"
    }
  }
  fail {
    resource "azurerm_network_security_rule" "x" {
      access                      = "Allow"
      direction                   = "Inbound"
      name                        = "a"
      network_security_group_name = "a"
      priority                    = 100
      protocol                    = "Tcp"
      resource_group_name         = "group"
      source_port_range           = "*"
      source_address_prefix       = "*"
      destination_address_prefix  = "*"
      destination_port_range      = "22"
    }
  }
}

rule "azure-nsg-rdp" {
  title      = "Remote desktop open to the internet"
  severity   = "critical"
  category   = "security"
  resource   = ["azurerm_network_security_rule", "azurerm_network_security_group"]
  require    = !anytrue([for r in(type == "azurerm_network_security_rule" ? [self] : coalesce(self.security_rule, [])) : lower(r.access) == "allow" && lower(r.direction) == "inbound" && contains(["tcp", "*"], lower(r.protocol)) && anytrue([for p in concat([coalesce(r.destination_port_range, "none")], coalesce(r.destination_port_ranges, [])) : p == "*" || anytrue([for n in [3389] : p == tostring(n) || can(regex("^[0-9]+-[0-9]+$", p)) && try(tonumber(split("-", p)[0]) <= n && tonumber(split("-", p)[1]) >= n, false)])]) && anytrue([for a in concat([coalesce(r.source_address_prefix, "none")], coalesce(r.source_address_prefixes, [])) : contains(["*", "0.0.0.0", "::/0", "internet", "any", "<nw>/0", "/0"], lower(a)) || is_public_cidr(a)])])
  message    = "The port is let in from the internet."
  why        = "Machines that answer are tried within minutes."
  advice     = "Name the addresses that need it, or use Bastion."
  references = ["CIS Azure 2.0 6.1", "trivy AZU-0048", "CKV_AZURE_9"]
  pass {
    resource "azurerm_network_security_rule" "x" {
      access                      = "Allow"
      direction                   = "Inbound"
      name                        = "a"
      network_security_group_name = "a"
      priority                    = 100
      protocol                    = "Tcp"
      resource_group_name         = "group"
      source_port_range           = "*"
      source_address_prefix       = "10.0.0.0/8"
      destination_address_prefix  = "*"
      destination_port_range      = "443"
    }
  }
  fail {
    resource "azurerm_network_security_rule" "x" {
      access                      = "Allow"
      direction                   = "Inbound"
      name                        = "a"
      network_security_group_name = "a"
      priority                    = 100
      protocol                    = "Tcp"
      resource_group_name         = "group"
      source_port_range           = "*"
      source_address_prefix       = "*"
      destination_address_prefix  = "*"
      destination_port_range      = "3389"
    }
  }
}

rule "azure-nsg-http" {
  title      = "Web port in clear open to the internet"
  severity   = "low"
  category   = "security"
  resource   = ["azurerm_network_security_rule", "azurerm_network_security_group"]
  require    = !anytrue([for r in(type == "azurerm_network_security_rule" ? [self] : coalesce(self.security_rule, [])) : lower(r.access) == "allow" && lower(r.direction) == "inbound" && contains(["tcp", "*"], lower(r.protocol)) && anytrue([for p in concat([coalesce(r.destination_port_range, "none")], coalesce(r.destination_port_ranges, [])) : p == "*" || anytrue([for n in [80] : p == tostring(n) || can(regex("^[0-9]+-[0-9]+$", p)) && try(tonumber(split("-", p)[0]) <= n && tonumber(split("-", p)[1]) >= n, false)])]) && anytrue([for a in concat([coalesce(r.source_address_prefix, "none")], coalesce(r.source_address_prefixes, [])) : contains(["*", "0.0.0.0", "::/0", "internet", "any", "<nw>/0", "/0"], lower(a)) || is_public_cidr(a)])])
  message    = "The port is let in from the internet."
  why        = "What is asked there is asked in clear."
  advice     = "Name the addresses that need it, or use Bastion."
  references = ["CIS Azure 2.0 6.4", "CKV_AZURE_160"]
  pass {
    resource "azurerm_network_security_rule" "x" {
      access                      = "Allow"
      direction                   = "Inbound"
      name                        = "a"
      network_security_group_name = "a"
      priority                    = 100
      protocol                    = "Tcp"
      resource_group_name         = "group"
      source_port_range           = "*"
      source_address_prefix       = "10.0.0.0/8"
      destination_address_prefix  = "*"
      destination_port_range      = "443"
    }
  }
  fail {
    resource "azurerm_network_security_rule" "x" {
      access                      = "Allow"
      direction                   = "Inbound"
      name                        = "a"
      network_security_group_name = "a"
      priority                    = 100
      protocol                    = "Tcp"
      resource_group_name         = "group"
      source_port_range           = "*"
      source_address_prefix       = "*"
      destination_address_prefix  = "*"
      destination_port_range      = "80"
    }
  }
}

rule "azure-nsg-databases" {
  title      = "Database port open to the internet"
  severity   = "critical"
  category   = "security"
  resource   = ["azurerm_network_security_rule", "azurerm_network_security_group"]
  require    = !anytrue([for r in(type == "azurerm_network_security_rule" ? [self] : coalesce(self.security_rule, [])) : lower(r.access) == "allow" && lower(r.direction) == "inbound" && contains(["tcp", "*"], lower(r.protocol)) && anytrue([for p in concat([coalesce(r.destination_port_range, "none")], coalesce(r.destination_port_ranges, [])) : p == "*" || anytrue([for n in [1433, 1521, 3306, 5432, 6379, 9200, 27017] : p == tostring(n) || can(regex("^[0-9]+-[0-9]+$", p)) && try(tonumber(split("-", p)[0]) <= n && tonumber(split("-", p)[1]) >= n, false)])]) && anytrue([for a in concat([coalesce(r.source_address_prefix, "none")], coalesce(r.source_address_prefixes, [])) : contains(["*", "0.0.0.0", "::/0", "internet", "any", "<nw>/0", "/0"], lower(a)) || is_public_cidr(a)])])
  message    = "The port is let in from the internet."
  why        = "Databases that answer are tried within minutes."
  advice     = "Name the addresses that need it, or use Bastion."
  references = ["Azure security baseline: network security groups"]
  pass {
    resource "azurerm_network_security_rule" "x" {
      access                      = "Allow"
      direction                   = "Inbound"
      name                        = "a"
      network_security_group_name = "a"
      priority                    = 100
      protocol                    = "Tcp"
      resource_group_name         = "group"
      source_port_range           = "*"
      source_address_prefix       = "10.0.0.0/8"
      destination_address_prefix  = "*"
      destination_port_range      = "443"
    }
  }
  fail {
    resource "azurerm_network_security_rule" "x" {
      access                      = "Allow"
      direction                   = "Inbound"
      name                        = "a"
      network_security_group_name = "a"
      priority                    = 100
      protocol                    = "Tcp"
      resource_group_name         = "group"
      source_port_range           = "*"
      source_address_prefix       = "*"
      destination_address_prefix  = "*"
      destination_port_range      = "1433"
    }
  }
}

rule "azure-nsg-udp" {
  title      = "UDP open to the internet"
  severity   = "high"
  category   = "security"
  resource   = ["azurerm_network_security_rule", "azurerm_network_security_group"]
  require    = !anytrue([for r in(type == "azurerm_network_security_rule" ? [self] : coalesce(self.security_rule, [])) : lower(r.access) == "allow" && lower(r.direction) == "inbound" && lower(r.protocol) == "udp" && anytrue([for a in concat([coalesce(r.source_address_prefix, "none")], coalesce(r.source_address_prefixes, [])) : contains(["*", "0.0.0.0", "::/0", "internet", "any", "<nw>/0", "/0"], lower(a)) || is_public_cidr(a)])])
  message    = "UDP is let in from the internet."
  why        = "Services that answer are used to flood others."
  advice     = "Name the addresses that need it."
  references = ["CIS Azure 2.0 6.3", "CKV_AZURE_77"]
  pass {
    resource "azurerm_network_security_rule" "x" {
      access                      = "Allow"
      direction                   = "Inbound"
      name                        = "a"
      network_security_group_name = "a"
      priority                    = 100
      protocol                    = "Tcp"
      resource_group_name         = "group"
      source_port_range           = "*"
      source_address_prefix       = "10.0.0.0/8"
      destination_address_prefix  = "*"
      destination_port_range      = "443"
    }
  }
  fail {
    resource "azurerm_network_security_rule" "x" {
      access                      = "Allow"
      direction                   = "Inbound"
      name                        = "a"
      network_security_group_name = "a"
      priority                    = 100
      protocol                    = "Udp"
      resource_group_name         = "group"
      source_port_range           = "*"
      source_address_prefix       = "*"
      destination_address_prefix  = "*"
      destination_port_range      = "443"
    }
  }
}

rule "azure-nsg-inbound" {
  title      = "Addresses of the internet let in"
  severity   = "medium"
  category   = "security"
  resource   = ["azurerm_network_security_rule", "azurerm_network_security_group"]
  require    = !anytrue([for r in(type == "azurerm_network_security_rule" ? [self] : coalesce(self.security_rule, [])) : lower(r.access) == "allow" && lower(r.direction) == "inbound" && anytrue([for a in concat([coalesce(r.source_address_prefix, "none")], coalesce(r.source_address_prefixes, [])) : contains(["*", "0.0.0.0", "::/0", "internet", "any", "<nw>/0", "/0"], lower(a)) || is_public_cidr(a)])])
  message    = "A rule lets in every address."
  why        = "What answers is found."
  advice     = "Name the addresses, or place a gateway in front."
  references = ["trivy AZU-0047"]
  pass {
    resource "azurerm_network_security_rule" "x" {
      access                      = "Allow"
      direction                   = "Inbound"
      name                        = "a"
      network_security_group_name = "a"
      priority                    = 100
      protocol                    = "Tcp"
      resource_group_name         = "group"
      source_port_range           = "*"
      source_address_prefix       = "10.0.0.0/8"
      destination_address_prefix  = "*"
      destination_port_range      = "443"
    }
  }
  fail {
    resource "azurerm_network_security_rule" "x" {
      access                      = "Allow"
      direction                   = "Inbound"
      name                        = "a"
      network_security_group_name = "a"
      priority                    = 100
      protocol                    = "Tcp"
      resource_group_name         = "group"
      source_port_range           = "*"
      source_address_prefix       = "*"
      destination_address_prefix  = "*"
      destination_port_range      = "443"
    }
  }
}

rule "azure-nsg-outbound" {
  title      = "Everything may leave"
  severity   = "low"
  category   = "security"
  resource   = ["azurerm_network_security_rule", "azurerm_network_security_group"]
  require    = !anytrue([for r in(type == "azurerm_network_security_rule" ? [self] : coalesce(self.security_rule, [])) : lower(r.access) == "allow" && lower(r.direction) == "outbound" && anytrue([for a in concat([coalesce(r.destination_address_prefix, "none")], coalesce(r.destination_address_prefixes, [])) : contains(["*", "0.0.0.0", "internet", "any"], lower(a)) || is_public_cidr(a)])])
  message    = "A rule lets traffic leave to every address."
  why        = "Who gets in can take everything along."
  advice     = "Name the addresses."
  references = ["trivy AZU-0051"]
  pass {
    resource "azurerm_network_security_rule" "x" {
      access                      = "Allow"
      direction                   = "Outbound"
      name                        = "a"
      network_security_group_name = "a"
      priority                    = 100
      protocol                    = "Tcp"
      resource_group_name         = "group"
      source_port_range           = "*"
      source_address_prefix       = "10.0.0.0/8"
      destination_address_prefix  = "10.0.0.0/8"
      destination_port_range      = "443"
    }
  }
  fail {
    resource "azurerm_network_security_rule" "x" {
      access                      = "Allow"
      direction                   = "Outbound"
      name                        = "a"
      network_security_group_name = "a"
      priority                    = 100
      protocol                    = "Tcp"
      resource_group_name         = "group"
      source_port_range           = "*"
      source_address_prefix       = "10.0.0.0/8"
      destination_address_prefix  = "*"
      destination_port_range      = "443"
    }
  }
}

rule "azure-flow-log-on" {
  title      = "Flow log that is switched off"
  severity   = "medium"
  category   = "operations"
  resource   = "azurerm_network_watcher_flow_log"
  require    = self.enabled != false
  message    = "enabled is false."
  why        = "Who talked to whom cannot be reconstructed."
  advice     = "Set enabled to true."
  references = ["CIS Azure 2.0 6.5", "trivy AZU-0049"]
  remedy {
    set {
      enabled = true
    }
  }
  pass {
    resource "azurerm_network_watcher_flow_log" "x" {
      enabled              = true
      name                 = "a"
      network_watcher_name = "w"
      resource_group_name  = "group"
      storage_account_id   = "/subscriptions/1/s"
      retention_policy {
        days    = 90
        enabled = true
      }
      target_resource_id = "/subscriptions/1/n"
    }
  }
  fail {
    resource "azurerm_network_watcher_flow_log" "x" {
      enabled              = false
      name                 = "a"
      network_watcher_name = "w"
      resource_group_name  = "group"
      storage_account_id   = "/subscriptions/1/s"
      retention_policy {
        days    = 90
        enabled = true
      }
      target_resource_id = "/subscriptions/1/n"
    }
  }
}

rule "azure-flow-log-retention" {
  title      = "Flow log kept for less than ninety days"
  severity   = "low"
  category   = "operations"
  resource   = "azurerm_network_watcher_flow_log"
  require    = self.retention_policy[0].enabled == true && (self.retention_policy[0].days >= 90 || self.retention_policy[0].days == 0)
  message    = "It is kept for ${self.retention_policy[0].days} days."
  why        = "What is found out late can no longer be followed."
  advice     = "Set retention_policy to 90 days or more."
  references = ["CIS Azure 2.0 6.5", "trivy AZU-0049", "CKV_AZURE_12"]
  remedy {
    set {
      retention_policy {
        days = 90
      }
    }
  }
  pass {
    resource "azurerm_network_watcher_flow_log" "x" {
      enabled              = true
      name                 = "a"
      network_watcher_name = "w"
      resource_group_name  = "group"
      storage_account_id   = "/subscriptions/1/s"
      retention_policy {
        days    = 90
        enabled = true
      }
      target_resource_id = "/subscriptions/1/n"
    }
  }
  fail {
    resource "azurerm_network_watcher_flow_log" "x" {
      enabled              = true
      name                 = "a"
      network_watcher_name = "w"
      resource_group_name  = "group"
      storage_account_id   = "/subscriptions/1/s"
      retention_policy {
        days    = 7
        enabled = true
      }
      target_resource_id = "/subscriptions/1/n"
    }
  }
}

rule "azure-nic-forwarding" {
  title      = "Interface that forwards"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_network_interface"
  require    = self.ip_forwarding_enabled != true && self.enable_ip_forwarding != true
  message    = "It forwards what is not meant for it."
  why        = "Who gets in reaches past the rules of the network."
  advice     = "Leave ip_forwarding_enabled false."
  references = ["CKV_AZURE_118"]
  remedy {
    set {
      ip_forwarding_enabled = false
    }
  }
  pass {
    resource "azurerm_network_interface" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      ip_configuration {
        name                          = "a"
        private_ip_address_allocation = "Dynamic"
        subnet_id                     = "/subscriptions/1/sub"
      }
    }
  }
  fail {
    resource "azurerm_network_interface" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      ip_configuration {
        name                          = "a"
        private_ip_address_allocation = "Dynamic"
        subnet_id                     = "/subscriptions/1/sub"
      }
      ip_forwarding_enabled = true
    }
  }
}

rule "azure-nic-public" {
  title      = "Machine with an address of the internet"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_network_interface"
  require    = !anytrue([for i in self.ip_configuration : i.public_ip_address_id != null])
  message    = "An ip_configuration names a public address."
  why        = "What answers on it is found by everybody."
  advice     = "Reach it by Bastion or a gateway."
  references = ["CKV_AZURE_119"]
  pass {
    resource "azurerm_network_interface" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      ip_configuration {
        name                          = "a"
        private_ip_address_allocation = "Dynamic"
        subnet_id                     = "/subscriptions/1/sub"
      }
    }
  }
  fail {
    resource "azurerm_network_interface" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      ip_configuration {
        name                          = "a"
        private_ip_address_allocation = "Dynamic"
        subnet_id                     = "/subscriptions/1/sub"
        public_ip_address_id          = "/subscriptions/1/ip"
      }
    }
  }
}

rule "azure-subnet-nsg" {
  title      = "Subnet without a security group"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_subnet"
  require    = contains(["GatewaySubnet", "AzureFirewallSubnet", "AzureFirewallManagementSubnet", "RouteServerSubnet", "AzureBastionSubnet"], self.name) || length(related("azurerm_subnet_network_security_group_association", "subnet_id")) > 0
  message    = "No network security group is associated."
  why        = "Everything in the network reaches everything in it."
  advice     = "Add azurerm_subnet_network_security_group_association."
  references = ["CKV2_AZURE_31"]
  pass {
    resource "azurerm_subnet" "x" {
      name                 = "a"
      resource_group_name  = "g"
      virtual_network_name = "v"
      address_prefixes     = ["10.0.0.0/24"]
    }
    resource "azurerm_subnet_network_security_group_association" "a" {
      subnet_id                 = azurerm_subnet.x.id
      network_security_group_id = "/subscriptions/1/n"
    }
  }
  fail {
    resource "azurerm_subnet" "x" {
      name                 = "a"
      resource_group_name  = "g"
      virtual_network_name = "v"
      address_prefixes     = ["10.0.0.0/24"]
    }
  }
}

rule "azure-vnet-dns" {
  title      = "Network with one name server"
  severity   = "info"
  category   = "reliability"
  resource   = "azurerm_virtual_network"
  applies    = length(coalesce(self.dns_servers, [])) > 0
  require    = length(self.dns_servers) != 1
  message    = "One name server is given."
  why        = "When it fails, nothing finds anything."
  advice     = "Name two."
  references = ["CKV_AZURE_182"]
  pass {
    resource "azurerm_virtual_network" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      dns_servers         = ["10.0.0.4", "10.0.0.5"]
    }
  }
  fail {
    resource "azurerm_virtual_network" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      dns_servers         = ["10.0.0.4"]
    }
  }
}

rule "azure-vnet-dns-local" {
  title      = "Name servers outside of the network"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_virtual_network"
  applies    = length(coalesce(self.dns_servers, [])) > 0
  require    = alltrue([for d in self.dns_servers : can(regex("^(10\\.|192\\.168\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.|168\\.63\\.)", d))])
  message    = "A name server is of the internet."
  why        = "Who runs it sees and answers every name."
  advice     = "Name servers of the network."
  references = ["CKV_AZURE_183"]
  pass {
    resource "azurerm_virtual_network" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      dns_servers         = ["10.0.0.4"]
    }
  }
  fail {
    resource "azurerm_virtual_network" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      dns_servers         = ["8.8.8.8"]
    }
  }
}

rule "azure-gateway-waf" {
  title      = "Gateway without a firewall of web requests"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_application_gateway"
  require    = is_set("firewall_policy_id") || self.waf_configuration[0].enabled == true
  message    = "Neither waf_configuration nor firewall_policy_id is set."
  why        = "Known attacks reach the application."
  advice     = "Set firewall_policy_id."
  references = ["CKV_AZURE_120"]
  pass {
    resource "azurerm_application_gateway" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      backend_address_pool {
        name = "a"
      }
      backend_http_settings {
        cookie_based_affinity = "a"
        name                  = "a"
        port                  = 1
        protocol              = "a"
      }
      frontend_ip_configuration {
        name = "a"
      }
      frontend_port {
        name = "a"
        port = 1
      }
      gateway_ip_configuration {
        name      = "a"
        subnet_id = "/subscriptions/1/resourceGroups/group"
      }
      http_listener {
        frontend_ip_configuration_name = "a"
        frontend_port_name             = "a"
        name                           = "a"
        protocol                       = "a"
      }
      request_routing_rule {
        http_listener_name = "a"
        name               = "a"
        rule_type          = "a"
      }
      sku {
        name = "a"
        tier = "a"
      }
      firewall_policy_id = "/subscriptions/1/w"
    }
  }
  fail {
    resource "azurerm_application_gateway" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      backend_address_pool {
        name = "a"
      }
      backend_http_settings {
        cookie_based_affinity = "a"
        name                  = "a"
        port                  = 1
        protocol              = "a"
      }
      frontend_ip_configuration {
        name = "a"
      }
      frontend_port {
        name = "a"
        port = 1
      }
      gateway_ip_configuration {
        name      = "a"
        subnet_id = "/subscriptions/1/resourceGroups/group"
      }
      http_listener {
        frontend_ip_configuration_name = "a"
        frontend_port_name             = "a"
        name                           = "a"
        protocol                       = "a"
      }
      request_routing_rule {
        http_listener_name = "a"
        name               = "a"
        rule_type          = "a"
      }
      sku {
        name = "a"
        tier = "a"
      }
    }
  }
}

rule "azure-gateway-http" {
  title      = "Gateway takes requests in clear"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_application_gateway"
  require    = alltrue([for l in self.http_listener : lower(l.protocol) == "https"])
  message    = "A listener takes HTTP."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Listen on HTTPS; redirect what comes by HTTP."
  references = ["CKV_AZURE_217"]
  pass {
    resource "azurerm_application_gateway" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      backend_address_pool {
        name = "a"
      }
      backend_http_settings {
        cookie_based_affinity = "a"
        name                  = "a"
        port                  = 1
        protocol              = "a"
      }
      frontend_ip_configuration {
        name = "a"
      }
      frontend_port {
        name = "a"
        port = 1
      }
      gateway_ip_configuration {
        name      = "a"
        subnet_id = "/subscriptions/1/resourceGroups/group"
      }
      http_listener {
        frontend_ip_configuration_name = "f"
        frontend_port_name             = "p"
        name                           = "l"
        protocol                       = "Https"
      }
      request_routing_rule {
        http_listener_name = "a"
        name               = "a"
        rule_type          = "a"
      }
      sku {
        name = "a"
        tier = "a"
      }
    }
  }
  fail {
    resource "azurerm_application_gateway" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      backend_address_pool {
        name = "a"
      }
      backend_http_settings {
        cookie_based_affinity = "a"
        name                  = "a"
        port                  = 1
        protocol              = "a"
      }
      frontend_ip_configuration {
        name = "a"
      }
      frontend_port {
        name = "a"
        port = 1
      }
      gateway_ip_configuration {
        name      = "a"
        subnet_id = "/subscriptions/1/resourceGroups/group"
      }
      http_listener {
        frontend_ip_configuration_name = "f"
        frontend_port_name             = "p"
        name                           = "l"
        protocol                       = "Http"
      }
      request_routing_rule {
        http_listener_name = "a"
        name               = "a"
        rule_type          = "a"
      }
      sku {
        name = "a"
        tier = "a"
      }
    }
  }
}

rule "azure-gateway-tls" {
  title      = "Gateway takes old TLS"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_application_gateway"
  require    = contains(["TLSv1_2", "TLSv1_3"], self.ssl_policy[0].min_protocol_version) || can(regex("^AppGwSslPolicy20(1704(01S)|2[2-9])", self.ssl_policy[0].policy_name))
  message    = "ssl_policy lets versions before TLS 1.2 through."
  why        = "Versions before 1.2 have known weaknesses."
  advice     = "Set ssl_policy to AppGwSslPolicy20220101, or min_protocol_version to TLSv1_2."
  references = ["CKV_AZURE_218"]
  pass {
    resource "azurerm_application_gateway" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      backend_address_pool {
        name = "a"
      }
      backend_http_settings {
        cookie_based_affinity = "a"
        name                  = "a"
        port                  = 1
        protocol              = "a"
      }
      frontend_ip_configuration {
        name = "a"
      }
      frontend_port {
        name = "a"
        port = 1
      }
      gateway_ip_configuration {
        name      = "a"
        subnet_id = "/subscriptions/1/resourceGroups/group"
      }
      http_listener {
        frontend_ip_configuration_name = "a"
        frontend_port_name             = "a"
        name                           = "a"
        protocol                       = "a"
      }
      request_routing_rule {
        http_listener_name = "a"
        name               = "a"
        rule_type          = "a"
      }
      sku {
        name = "a"
        tier = "a"
      }
      ssl_policy {
        policy_type = "Predefined"
        policy_name = "AppGwSslPolicy20220101"
      }
    }
  }
  fail {
    resource "azurerm_application_gateway" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      backend_address_pool {
        name = "a"
      }
      backend_http_settings {
        cookie_based_affinity = "a"
        name                  = "a"
        port                  = 1
        protocol              = "a"
      }
      frontend_ip_configuration {
        name = "a"
      }
      frontend_port {
        name = "a"
        port = 1
      }
      gateway_ip_configuration {
        name      = "a"
        subnet_id = "/subscriptions/1/resourceGroups/group"
      }
      http_listener {
        frontend_ip_configuration_name = "a"
        frontend_port_name             = "a"
        name                           = "a"
        protocol                       = "a"
      }
      request_routing_rule {
        http_listener_name = "a"
        name               = "a"
        rule_type          = "a"
      }
      sku {
        name = "a"
        tier = "a"
      }
    }
  }
}

rule "azure-waf-mode" {
  title      = "Firewall of web requests that only watches"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_web_application_firewall_policy"
  require    = lower(coalesce(self.policy_settings[0].mode, "prevention")) == "prevention" && self.policy_settings[0].enabled != false
  message    = "It is off, or its mode is Detection."
  why        = "Known attacks reach the application."
  advice     = "Set mode to Prevention."
  references = ["CKV_AZURE_122"]
  remedy {
    set {
      policy_settings {
        mode = "Prevention"
      }
    }
  }
  pass {
    resource "azurerm_web_application_firewall_policy" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      managed_rules {
        managed_rule_set {
        }
      }
      policy_settings {
        mode = "Prevention"
      }
    }
  }
  fail {
    resource "azurerm_web_application_firewall_policy" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      managed_rules {
        managed_rule_set {
        }
      }
      policy_settings {
        mode = "Detection"
      }
    }
  }
}

rule "azure-frontdoor-waf-mode" {
  title      = "Firewall of web requests that only watches"
  severity   = "medium"
  category   = "security"
  resource   = ["azurerm_cdn_frontdoor_firewall_policy", "azurerm_frontdoor_firewall_policy"]
  require    = lower(coalesce(self.mode, "prevention")) == "prevention" && self.enabled != false
  message    = "It is off, or its mode is Detection."
  why        = "Known attacks reach the application."
  advice     = "Set mode to Prevention."
  references = ["CKV_AZURE_123"]
  remedy {
    set {
      mode = "Prevention"
    }
  }
  pass {
    resource "azurerm_cdn_frontdoor_firewall_policy" "x" {
      mode                = "Prevention"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "a"
    }
  }
  fail {
    resource "azurerm_cdn_frontdoor_firewall_policy" "x" {
      mode                = "Detection"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "a"
    }
  }
}

rule "azure-waf-log4j" {
  title      = "Firewall without the rule against remote lookups"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_web_application_firewall_policy"
  require    = !anytrue(flatten([for s in flatten(self.managed_rules[*].managed_rule_set) : [for g in coalesce(s.rule_group_override, []) : [for r in coalesce(g.rule, []) : r.id == "944240" && (r.enabled == false || r.enabled == null)]]]))
  message    = "The rule 944240 is switched off."
  why        = "A text in a request makes the application load a program."
  advice     = "Leave the rule 944240 on."
  references = ["CKV_AZURE_135"]
  pass {
    resource "azurerm_web_application_firewall_policy" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      managed_rules {
        managed_rule_set {
          version = "3.2"
        }
      }
    }
  }
  fail {
    resource "azurerm_web_application_firewall_policy" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      managed_rules {
        managed_rule_set {
          version = "3.2"
          rule_group_override {
            rule_group_name = "REQUEST-944-APPLICATION-ATTACK-JAVA"
            rule {
              id      = "944240"
              enabled = false
            }
          }
        }
      }
    }
  }
}

rule "azure-firewall-intelligence" {
  title      = "Firewall that lets known attackers through"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_firewall"
  applies    = !is_set("firewall_policy_id")
  require    = self.threat_intel_mode == "Deny"
  message    = "threat_intel_mode is not Deny."
  why        = "Addresses known for attacks are let through."
  advice     = "Set threat_intel_mode to Deny."
  references = ["CKV_AZURE_216"]
  remedy {
    set {
      threat_intel_mode = "Deny"
    }
  }
  pass {
    resource "azurerm_firewall" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "AZFW_VNet"
      sku_tier            = "Standard"
      threat_intel_mode   = "Deny"
    }
  }
  fail {
    resource "azurerm_firewall" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "AZFW_VNet"
      sku_tier            = "Standard"
    }
  }
}

rule "azure-firewall-policy" {
  title      = "Firewall without a policy"
  severity   = "info"
  category   = "security"
  resource   = "azurerm_firewall"
  require    = is_set("firewall_policy_id")
  message    = "firewall_policy_id is not set."
  why        = "Its rules cannot be shared or looked over."
  advice     = "Set firewall_policy_id."
  references = ["CKV_AZURE_219"]
  pass {
    resource "azurerm_firewall" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "AZFW_VNet"
      sku_tier            = "Standard"
      firewall_policy_id  = "/subscriptions/1/p"
    }
  }
  fail {
    resource "azurerm_firewall" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      sku_name            = "AZFW_VNet"
      sku_tier            = "Standard"
    }
  }
}

rule "azure-firewall-intrusions" {
  title      = "Firewall that does not stop intrusions"
  severity   = "low"
  category   = "security"
  resource   = "azurerm_firewall_policy"
  require    = self.intrusion_detection[0].mode == "Deny"
  message    = "intrusion_detection.mode is not Deny."
  why        = "Known attacks pass."
  advice     = "Set intrusion_detection.mode to Deny."
  references = ["CKV_AZURE_220"]
  remedy {
    set {
      intrusion_detection {
        mode = "Deny"
      }
    }
  }
  pass {
    resource "azurerm_firewall_policy" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      intrusion_detection {
        mode = "Deny"
      }
    }
  }
  fail {
    resource "azurerm_firewall_policy" "x" {
      location            = "westeurope"
      name                = "a"
      resource_group_name = "group"
      intrusion_detection {
        mode = "Off"
      }
    }
  }
}

rule "azure-cdn-http" {
  title      = "Content reached in clear"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_cdn_endpoint"
  require    = self.is_http_allowed == false
  message    = "is_http_allowed is not false."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set is_http_allowed to false."
  references = ["CKV_AZURE_197"]
  remedy {
    set {
      is_http_allowed = false
    }
  }
  pass {
    resource "azurerm_cdn_endpoint" "x" {
      location            = "westeurope"
      name                = "a"
      profile_name        = "a"
      resource_group_name = "group"
      origin {
        host_name = "a.example.org"
        name      = "a"
      }
      is_http_allowed = false
    }
  }
  fail {
    resource "azurerm_cdn_endpoint" "x" {
      location            = "westeurope"
      name                = "a"
      profile_name        = "a"
      resource_group_name = "group"
      origin {
        host_name = "a.example.org"
        name      = "a"
      }
    }
  }
}

rule "azure-cdn-https" {
  title      = "Content not reached over TLS"
  severity   = "medium"
  category   = "security"
  resource   = "azurerm_cdn_endpoint"
  require    = self.is_https_allowed != false
  message    = "is_https_allowed is false."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Leave is_https_allowed true."
  references = ["CKV_AZURE_198"]
  remedy {
    set {
      is_https_allowed = true
    }
  }
  pass {
    resource "azurerm_cdn_endpoint" "x" {
      location            = "westeurope"
      name                = "a"
      profile_name        = "a"
      resource_group_name = "group"
      origin {
        host_name = "a.example.org"
        name      = "a"
      }
      is_https_allowed = true
    }
  }
  fail {
    resource "azurerm_cdn_endpoint" "x" {
      location            = "westeurope"
      name                = "a"
      profile_name        = "a"
      resource_group_name = "group"
      origin {
        host_name = "a.example.org"
        name      = "a"
      }
      is_https_allowed = false
    }
  }
}

rule "azure-cdn-tls" {
  title      = "Name of a site takes old TLS"
  severity   = "high"
  category   = "security"
  resource   = "azurerm_cdn_endpoint_custom_domain"
  require    = coalesce(self.user_managed_https[0].tls_version, self.cdn_managed_https[0].tls_version, "TLS12") == "TLS12"
  message    = "tls_version is below 1.2."
  why        = "Versions before 1.2 have known weaknesses."
  advice     = "Set tls_version to TLS12."
  references = ["CKV_AZURE_200"]
  pass {
    resource "azurerm_cdn_endpoint_custom_domain" "x" {
      cdn_endpoint_id = "/subscriptions/1/resourceGroups/group"
      host_name       = "a"
      name            = "a"
      cdn_managed_https {
        certificate_type = "Dedicated"
        protocol_type    = "ServerNameIndication"
        tls_version      = "TLS12"
      }
    }
  }
  fail {
    resource "azurerm_cdn_endpoint_custom_domain" "x" {
      cdn_endpoint_id = "/subscriptions/1/resourceGroups/group"
      host_name       = "a"
      name            = "a"
      cdn_managed_https {
        certificate_type = "Dedicated"
        protocol_type    = "ServerNameIndication"
        tls_version      = "TLS10"
      }
    }
  }
}
