# Arguments that version 4 of the provider calls otherwise; % is the value.
arguments = {
  azurerm_cosmosdb_account           = { enable_automatic_failover = "automatic_failover_enabled = %", enable_free_tier = "free_tier_enabled = %", enable_multiple_write_locations = "multiple_write_locations_enabled = %" }
  azurerm_kubernetes_cluster         = { automatic_channel_upgrade = "automatic_upgrade_channel = %", node_os_channel_upgrade = "node_os_upgrade_channel = %" }
  azurerm_kubernetes_cluster_node_pool = { enable_auto_scaling = "auto_scaling_enabled = %", enable_host_encryption = "host_encryption_enabled = %", enable_node_public_ip = "node_public_ip_enabled = %" }
  azurerm_kusto_cluster              = { enable_disk_encryption = "disk_encryption_enabled = %", enable_double_encryption = "double_encryption_enabled = %", enable_purge = "purge_enabled = %", enable_streaming_ingest = "streaming_ingestion_enabled = %" }
  azurerm_lb_rule                    = { enable_floating_ip = "floating_ip_enabled = %", enable_tcp_reset = "tcp_reset_enabled = %" }
  azurerm_network_interface          = { enable_accelerated_networking = "accelerated_networking_enabled = %", enable_ip_forwarding = "ip_forwarding_enabled = %" }
  azurerm_redis_cache                = { enable_non_ssl_port = "non_ssl_port_enabled = %" }
  azurerm_servicebus_queue           = { enable_batched_operations = "batched_operations_enabled = %", enable_express = "express_enabled = %", enable_partitioning = "partitioning_enabled = %" }
  azurerm_servicebus_topic           = { enable_batched_operations = "batched_operations_enabled = %", enable_express = "express_enabled = %", enable_partitioning = "partitioning_enabled = %" }
  azurerm_storage_account            = { allow_blob_public_access = "allow_nested_items_to_be_public = %", enable_https_traffic_only = "https_traffic_only_enabled = %" }
  azurerm_subnet                     = { private_endpoint_network_policies_enabled = "private_endpoint_network_policies = % ? \"Enabled\" : \"Disabled\"" }
}
