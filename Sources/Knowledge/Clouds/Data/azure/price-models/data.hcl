# Databases, caches, storage and streams.

tables {
  backup_kinds = { Geo = "RA-GRS", Zone = "ZRS", Local = "LRS", GeoZone = "RA-GZRS" }
}

resource "azurerm_mssql_database" {
  usage    = ["monthly_vcore_hours", "extra_data_storage_gb", "long_term_retention_storage_gb", "backup_storage_gb"]
  sku      = coalesce(self.sku_name, "GP_S_Gen5_2")
  parts    = split("_", sku)
  vcore    = length(parts) > 1
  less     = parts[1] == "S"
  tier     = parts[0]
  pool     = sku == "ElasticPool"
  cores    = tonumber(parts[length(parts) - 1])
  family   = less ? parts[2] : parts[1]
  zoned    = self.zone_redundant == true
  kind     = lookup(backup_kinds, coalesce(self.storage_account_type, "Geo"), "RA-GRS")
  size     = coalesce(self.max_size_gb, 5)
  included = { S = 250, P = 500, B = 2 }
  letter   = substr(sku, 0, 1)
  big      = contains(["P11", "P15"], sku) ? 4096 : included[letter]
  extra    = usage.extra_data_storage_gb != null ? usage.extra_data_storage_gb : self.max_size_gb == null ? null : max(0, self.max_size_gb - big)
  rate     = price("sql", "vcore/${tier}/${family}${less ? "/serverless" : ""}")
  components = [
    pool ? null : vcore ? [
      less ? used("Compute (serverless, ${sku})", "vCore-hours", usage.monthly_vcore_hours, rate) :
      fixed("Compute (provisioned, ${sku})", "hours", hours, rate * cores),
      !zoned ? null : less ? used("Zone redundancy (serverless, ${sku})", "vCore-hours", usage.monthly_vcore_hours, rate * price("sql", "zone-share")) :
      fixed("Zone redundancy (provisioned, ${sku})", "hours", hours, rate * cores * price("sql", "zone-share")),
      tier == "HS" ? used("Read replicas", "hours", self.read_replica_count == null ? null : self.read_replica_count * hours, rate * cores) : null,
      less || self.license_type == "BasePrice" ? null : fixed("SQL license", "vCore-hours", cores * hours, price("sql", "licence/${tier == "BC" ? "BC" : "GP"}")),
      fixed("Storage", "GB", size, price("sql", "storage/${tier}${zoned ? "/zone" : ""}")),
    ] : [
      fixed("Compute (${sku})", "hours", hours, price("sql", "dtu/${sku}")),
      letter == "B" || extra == null ? null : used("Extra data storage", "GB", extra, price("sql", "extra/${letter}")),
    ],
    tier == "HS" ? null : [
      used("Long-term retention (${kind})", "GB", usage.long_term_retention_storage_gb, price("sql", "ltr/${kind}")),
      used("PITR backup storage (${kind})", "GB", usage.backup_storage_gb, price("sql", "pitr/${kind}")),
    ],
  ]
}

resource "azurerm_sql_database" {
  usage    = ["monthly_vcore_hours", "extra_data_storage_gb", "long_term_retention_storage_gb", "backup_storage_gb"]
  sku      = coalesce(self.requested_service_objective_name, self.edition == "Premium" ? "P1" : self.edition == "Basic" ? "Basic" : "S0")
  components = [
    fixed("Compute (${sku})", "hours", hours, price("sql", "dtu/${sku}")),
    used("Long-term retention (RA-GRS)", "GB", usage.long_term_retention_storage_gb, price("sql", "ltr/RA-GRS")),
    used("PITR backup storage (RA-GRS)", "GB", usage.backup_storage_gb, price("sql", "pitr/RA-GRS")),
  ]
}

# What a pool's throughput comes with, in GB: as much as it has units where it is Standard, by a table where it is Premium.
tables {
  premium_pool_gb = { "125" = 250, "250" = 500, "500" = 750, "1000" = 1024, "1500" = 1536, "2000" = 2048, "2500" = 2560, "3000" = 3072, "3500" = 3584, "4000" = 4096 }
}

function "pool_extra" {
  params = ["edition", "units", "size", "said"]
  result = edition == "Basic" ? null : used(
    "Extra data storage", "GB",
    said != null ? said : size == null ? null : max(0, size - (edition == "Premium" ? premium_pool_gb[tostring(units)] : units)),
    price("sql", "extra/pool/${substr(edition, 0, 1)}"))
}

resource "azurerm_sql_elasticpool" {
  usage = ["extra_data_storage_gb"]
  components = [
    fixed("Compute (${self.edition}, ${self.dtu} DTUs)", "hours", hours, price("sql", "pool/${self.edition}") * self.dtu),
    pool_extra(self.edition, self.dtu, self.pool_size == null ? null : self.pool_size / 1024, usage.extra_data_storage_gb),
  ]
}

resource "azurerm_mssql_elasticpool" {
  usage    = ["extra_data_storage_gb"]
  tier     = self.sku[0].tier
  name     = self.sku[0].name
  capacity = self.sku[0].capacity
  vcore    = startswith(coalesce(name, "none"), "GP_") || startswith(coalesce(name, "none"), "BC_")
  letters  = split("_", coalesce(name, "none"))
  zoned    = self.zone_redundant == true
  rate     = price("sql", "vcore/${letters[0]}/${letters[1]}")
  components = vcore ? [
    fixed("Compute (${name}, ${capacity} vCore)", "hours", hours, rate * capacity),
    zoned ? fixed("Zone redundancy (${name}, ${capacity} vCore)", "hours", hours, rate * capacity * price("sql", "zone-share")) : null,
    self.license_type == "BasePrice" ? null : fixed("SQL license", "vCore-hours", capacity * hours, price("sql", "licence/${letters[0]}")),
    fixed("Storage", "GB", coalesce(self.max_size_gb, 5), price("sql", "storage/${letters[0]}${zoned ? "/zone" : ""}")),
  ] : [
    fixed("Compute (${tier}, ${capacity} DTUs)", "hours", hours, price("sql", "pool/${tier}") * capacity),
    pool_extra(tier, capacity, self.max_size_gb, usage.extra_data_storage_gb),
  ]
}

resource "azurerm_sql_managed_instance" "azurerm_mssql_managed_instance" {
  usage = ["backup_storage_gb", "long_term_retention_storage_gb"]
  sku   = upper(self.sku_name)
  kind  = coalesce(self.storage_account_type, "LRS")
  parts = split("_", sku)
  components = [
    fixed("Compute (${sku} ${self.vcores} Cores)", "hours", hours, price("sql", "managed/${parts[0]}") * self.vcores),
    fixed("Storage", "GB", max(0, coalesce(self.storage_size_in_gb, 32) - 32), price("sql", "managed/storage")),
    used("PITR backup storage (${kind})", "GB", usage.backup_storage_gb, price("sql", "managed/pitr/${kind}")),
    self.license_type == "BasePrice" ? null : fixed("SQL license", "vCore-hours", self.vcores * hours, price("sql", "licence/${parts[0] == "BC" ? "BC" : "GP"}")),
    used("LTR backup storage (${kind})", "GB", usage.long_term_retention_storage_gb, price("sql", "managed/ltr/${kind}")),
  ]
}

resource "azurerm_postgresql_server" "azurerm_mysql_server" "azurerm_mariadb_server" {
  usage   = ["additional_backup_storage_gb"]
  sku     = self.sku_name
  parts   = split("_", coalesce(sku, "none"))
  copies  = self.geo_redundant_backup_enabled == true ? "GRS" : "LRS"
  components = [
    fixed("Compute (${sku})", "hours", hours, price("databases", "single/${parts[0]}") * tonumber(parts[2])),
    fixed("Storage", "GB", coalesce(self.storage_mb, 5120) / 1024, price("databases", "single/storage/${parts[0]}")),
    used("Additional backup storage", "GB", usage.additional_backup_storage_gb, price("databases", "single/backup/${copies}")),
  ]
}

resource "azurerm_mysql_flexible_server" {
  usage = ["additional_backup_storage_gb"]
  size  = coalesce(self.storage[0].size_gb, 20)
  iops  = coalesce(self.storage[0].iops, 0)
  free  = min(300 + 3 * size, 20000)
  components = [
    fixed("Compute (${self.sku_name})", "hours", hours, price("databases", "mysql/${self.sku_name}")),
    fixed("Storage", "GB", size, price("databases", "mysql/storage")),
    iops > free ? fixed("Additional IOPS", "IOPS", iops - free, price("databases", "mysql/iops")) : null,
    used("Additional backup storage", "GB", usage.additional_backup_storage_gb, price("databases", "mysql/backup/${self.geo_redundant_backup_enabled == true ? "GRS" : "LRS"}")),
  ]
}

resource "azurerm_postgresql_flexible_server" {
  usage = ["additional_backup_storage_gb"]
  components = [
    fixed("Compute (${self.sku_name})", "hours", hours, price("databases", "postgresql/${self.sku_name}")),
    fixed("Storage", "GB", coalesce(self.storage_mb, 32768) / 1024, price("databases", "postgresql/storage")),
    used("Additional backup storage", "GB", usage.additional_backup_storage_gb, price("databases", "postgresql/backup")),
  ]
}

resource "azurerm_redis_cache" {
  sku    = "${self.sku_name}_${self.family}${self.capacity}"
  shards = max(1, coalesce(self.shard_count, 1))
  nodes  = self.sku_name == "Basic" ? 1 : self.sku_name == "Premium" ? shards * (1 + coalesce(self.replicas_per_primary, self.replicas_per_master, 1)) : 2
  components = fixed("Cache usage (${sku})", "nodes", nodes, price("redis", sku) * hours / (self.sku_name == "Basic" ? 1 : 2))
}

resource "azurerm_managed_redis" {
  components = fixed("Cache usage (${self.sku_name})", "hours", hours * (coalesce(self.high_availability_enabled, true) ? 2 : 1), price("redis", self.sku_name))
}

tables {
  cosmos_usage = [
    "storage_gb", "monthly_serverless_request_units", "max_request_units_utilization_percentage", "monthly_analytical_storage_read_operations",
    "monthly_analytical_storage_write_operations", "monthly_restored_data_gb",
  ]
  places = {
    westus = "West US", westus2 = "West US 2", westus3 = "West US 3", eastus = "East US", eastus2 = "East US 2", centralus = "Central US", northcentralus = "North Central US",
    southcentralus = "South Central US", westcentralus = "West Central US", westeurope = "West Europe", northeurope = "North Europe", uksouth = "UK South", ukwest = "UK West",
    francecentral = "France Central", germanywestcentral = "Germany West Central", switzerlandnorth = "Switzerland North", norwayeast = "Norway East", swedencentral = "Sweden Central",
    canadacentral = "Canada Central", canadaeast = "Canada East", brazilsouth = "Brazil South", japaneast = "Japan East", japanwest = "Japan West", koreacentral = "Korea Central",
    southeastasia = "Southeast Asia", eastasia = "East Asia", australiaeast = "Australia East", australiasoutheast = "Australia Southeast", centralindia = "Central India",
    southindia = "South India", westindia = "West India", uaenorth = "UAE North", southafricanorth = "South Africa North",
  }
}

resource "azurerm_cosmosdb_cassandra_keyspace" "azurerm_cosmosdb_cassandra_table" "azurerm_cosmosdb_table" "azurerm_cosmosdb_sql_database" "azurerm_cosmosdb_sql_container" "azurerm_cosmosdb_mongo_database" "azurerm_cosmosdb_mongo_collection" "azurerm_cosmosdb_gremlin_database" "azurerm_cosmosdb_gremlin_graph" {
  usage    = cosmos_usage
  keyspace = target("cassandra_keyspace_id", "azurerm_cosmosdb_cassandra_keyspace")
  named    = find("azurerm_cosmosdb_account", "name", coalesce(self.account_name, keyspace.account_name, "none"))
  account  = coalesce(target("account_name", "azurerm_cosmosdb_account"), follow(keyspace._address, "account_name", "azurerm_cosmosdb_account"), named[0])
  sites    = [for g in coalesce(account.geo_location, []) : merge(g, { place = lower(replace(coalesce(g.location, "none"), " ", "")) })]
  multi    = coalesce(account.enable_multiple_write_locations, account.multiple_write_locations_enabled, false)
  auto     = self.autoscale_settings[0].max_throughput
  percent  = usage.max_request_units_utilization_percentage
  units    = auto == null ? self.throughput : percent == null ? null : max(auto * percent / 100, auto / 10)
  kind     = auto == null ? "provisioned" : "autoscale"
  less     = auto == null && self.throughput == null
  storage  = usage.storage_gb
  copies   = account.backup[0].type == "Periodic" ? floor(coalesce(account.backup[0].retention_in_hours, 8) * 60 / coalesce(account.backup[0].interval_in_minutes, 240)) - 2 : 0
  endless  = account.backup[0].type == "Continuous"
  analytic = account.analytical_storage_enabled == true
  components = account == null ? [] : [
    less ? used("Provisioned throughput (serverless)", "1M RU", million(usage.monthly_serverless_request_units), price("cosmosdb", "serverless")) :
    [for i, s in sites : used(
      "Provisioned throughput (${kind}, ${lookup(places, s.place, s.location)})", "RU/s x 100",
      units == null ? null : units / 100 * (s.zone_redundant == true && !multi && kind == "provisioned" ? 1.25 : 1) * (kind == "autoscale" && !multi ? 1.5 : 1), price("cosmosdb", "ru") * hours)],
    [for s in sites : used("Transactional storage (${lookup(places, s.place, s.location)})", "GB", storage, price("cosmosdb", "storage"))],
    analytic ? [for s in sites : [
      used("Analytical storage (${lookup(places, s.place, s.location)})", "GB", storage, price("cosmosdb", "analytical-storage")),
      used("Analytical write operations (${lookup(places, s.place, s.location)})", "10K operations", tenth(usage.monthly_analytical_storage_write_operations), price("cosmosdb", "analytical-write")),
      used("Analytical read operations (${lookup(places, s.place, s.location)})", "10K operations", tenth(usage.monthly_analytical_storage_read_operations), price("cosmosdb", "analytical-read")),
    ]] : null,
    endless ? [for s in sites : used("Continuous backup (${lookup(places, s.place, s.location)})", "GB", storage, price("cosmosdb", "continuous-backup"))] : null,
    copies > 0 ? [for s in sites : used("Periodic backup (${lookup(places, s.place, s.location)})", "GB", storage == null ? null : storage * copies, price("cosmosdb", "periodic-backup"))] : null,
    used("Restored data", "GB", usage.monthly_restored_data_gb, price("cosmosdb", "restore")),
  ]
}

resource "azurerm_storage_account" {
  usage = [
    "storage_gb", "monthly_iterative_read_operations", "monthly_read_operations", "monthly_iterative_write_operations", "monthly_write_operations",
    "monthly_list_and_create_container_operations", "monthly_other_operations", "monthly_data_retrieval_gb", "monthly_data_write_gb", "blob_index_tags", "early_deletion_gb",
    "data_at_rest_storage_gb", "snapshots_storage_gb", "metadata_at_rest_storage_gb",
  ]
  kind    = coalesce(self.account_kind, "StorageV2")
  tier    = coalesce(self.account_tier, "Standard")
  copies  = upper(replace(replace(coalesce(self.account_replication_type, "LRS"), "RA-", "RA"), "RA", "RA-"))
  access  = coalesce(self.access_tier, "Hot")
  cool    = (access == "Cool" || access == "Cold") && tier == "Standard"
  nfs     = self.nfsv3_enabled == true
  old     = kind == "Storage"
  # What the service has: premium accounts are not replicated to another region, and the older kinds not among zones.
  known   = kind == "BlockBlobStorage" && tier != "Premium" ? [] : kind == "FileStorage" || tier == "Premium" ? ["LRS", "ZRS"] : old || kind == "BlobStorage" ? ["LRS", "GRS", "RA-GRS"] : ["LRS", "ZRS", "GRS", "RA-GRS", "GZRS", "RA-GZRS"]
  key     = old ? "v1/${copies}" : "${tier == "Premium" ? "premium" : lower(access)}/${copies}"
  components = !contains(known, copies) ? unpriced("accounts of the kind ${kind} (${tier}) are not replicated as ${copies}") : kind == "FileStorage" ? [
    used("Data at rest", "GB", usage.data_at_rest_storage_gb, price("storage", "files/${copies}")),
    used("Snapshots", "GB", usage.snapshots_storage_gb, price("storage", "files-snapshots/${copies}")),
  ] : [
    old || tier == "Premium" || cool ? used("Capacity", "GB", usage.storage_gb, price("storage", "capacity/${key}")) : tiers("Capacity", "GB", usage.storage_gb, 1, usage.storage_gb == null ? [[null, "", price("storage", "capacity/${key}")]] : [
      [51200, "first 50TB", price("storage", "capacity/${key}")], [512000, "next 450TB", price("storage", "capacity/${key}") * 0.96], [null, "over 500TB", price("storage", "capacity/${key}") * 0.92],
    ]),
    used("Write operations", "10k operations", tenth(usage.monthly_write_operations), price("storage", "write/${key}") * (nfs ? 1.3 : 1)),
    nfs ? used("Iterative write operations", "100 operations", usage.monthly_iterative_write_operations == null ? null : usage.monthly_iterative_write_operations / 100, price("storage", "write/${key}") * 1.3) : null,
    used("List and create container operations", "10k operations", tenth(usage.monthly_list_and_create_container_operations), price("storage", "list/${key}")),
    used("Read operations", "10k operations", tenth(usage.monthly_read_operations), price("storage", "read/${key}") * (nfs ? 1.3 : 1)),
    nfs ? used("Iterative read operations", "10k operations", tenth(usage.monthly_iterative_read_operations), price("storage", "write/${key}") * 1.3) : null,
    used("All other operations", "10k operations", tenth(usage.monthly_other_operations), price("storage", "other/${key}")),
    cool ? used("Data retrieval", "GB", usage.monthly_data_retrieval_gb, price("storage", "retrieval/${key}")) : null,
    old || nfs || tier == "Premium" ? null : used("Blob index", "10k tags", tenth(usage.blob_index_tags), price("storage", "index/${key}")),
    cool ? used("Early deletion", "GB", usage.early_deletion_gb, price("storage", "capacity/${key}")) : null,
  ]
}

resource "azurerm_storage_queue" {
  usage   = ["monthly_storage_gb", "monthly_class_1_operations", "monthly_class_2_operations", "monthly_geo_replication_data_transfer_gb"]
  account = target("storage_account_name", "azurerm_storage_account")
  copies  = upper(replace(replace(coalesce(account.account_replication_type, "LRS"), "RA-", "RA"), "RA", "RA-"))
  old     = account.account_kind == "Storage" ? "v1" : "v2"
  components = old == "v1" && contains(["GZRS", "RA-GZRS", "ZRS"], copies) || account == null ? [] : [
    used("Capacity", "GB", usage.monthly_storage_gb, price("storage", "queue/${old}/${copies}")),
    contains(["GZRS", "RA-GZRS"], copies) ? null : used("Class 1 operations", "10k operations", tenth(usage.monthly_class_1_operations), price("storage", "queue-class-1/${old}/${copies}")),
    used("Class 2 operations", "10k operations", tenth(usage.monthly_class_2_operations), price("storage", "queue-class-2/${old}/${copies}")),
    contains(["LRS", "ZRS"], copies) ? null : used("Geo-replication data transfer", "GB", usage.monthly_geo_replication_data_transfer_gb, price("storage", "geo-transfer")),
  ]
}

# A key of the customer's for the account encrypts its tables too, and what is done with them costs more then.
resource "azurerm_storage_table" {
  usage   = ["monthly_storage_gb", "monthly_batch_write_operations", "monthly_write_operations", "monthly_read_operations", "monthly_scan_operations", "monthly_list_operations", "monthly_delete_operations"]
  account = coalesce(target("storage_account_name", "azurerm_storage_account"), target("storage_account_id", "azurerm_storage_account"))
  copies  = upper(replace(replace(coalesce(account.account_replication_type, "LRS"), "RA-", "RA"), "RA", "RA-"))
  sealed  = given(account.customer_managed_key) || length(referring(account._address, "azurerm_storage_account_customer_managed_key", "storage_account_id")) > 0
  far     = contains(["LRS", "ZRS"], copies) ? "LRS" : "GRS"
  components = account == null ? [] : [
    used("Capacity", "GB", usage.monthly_storage_gb, price("storage", sealed ? "table-encrypted/${copies}" : "table/${copies}")),
    used("Batch Write operations", "10k operations", tenth(usage.monthly_batch_write_operations), price("storage", sealed ? "table-encrypted/batch-write/${far}" : "table-operations")),
    used("Write operations", "10k operations", tenth(usage.monthly_write_operations), price("storage", sealed ? "table-encrypted/write/${far}" : "table-operations")),
    used("Read operations", "10k operations", tenth(usage.monthly_read_operations), price("storage", sealed ? "table-encrypted/read" : "table-operations")),
    used("Scan operations", "10k operations", tenth(usage.monthly_scan_operations), price("storage", sealed ? "table-encrypted/scan" : "table-operations")),
    used("List operations", "10k operations", tenth(usage.monthly_list_operations), price("storage", sealed ? "table-encrypted/list" : "table-operations")),
    used("Delete operations", "10k operations", tenth(usage.monthly_delete_operations), price("storage", sealed ? "table-encrypted/delete" : "table-operations")),
  ]
}

resource "azurerm_storage_share" {
  usage   = ["storage_gb", "monthly_read_operations", "monthly_write_operations", "monthly_list_operations", "monthly_other_operations", "monthly_data_retrieval_gb", "snapshots_storage_gb", "metadata_at_rest_storage_gb"]
  account = target("storage_account_name", "azurerm_storage_account")
  copies  = upper(replace(coalesce(account.account_replication_type, "LRS"), "RAG", "RA-G"))
  access  = coalesce(self.access_tier, account.account_tier == "Premium" ? "Premium" : "TransactionOptimized")
  components = [
    used("Data at rest", "GB", usage.storage_gb, price("storage", "share/${access}/${copies}")),
    used("Snapshots", "GB", usage.snapshots_storage_gb, price("storage", "share/${access}/${copies}")),
    contains(["Hot", "Cool"], access) ? used("Metadata at rest", "GB", usage.metadata_at_rest_storage_gb, price("storage", "share-metadata/${access}/${copies}")) : null,
    access == "Premium" ? null : [
      used("Write operations", "10k operations", tenth(usage.monthly_write_operations), price("storage", "share-write/${access}")),
      used("List operations", "10k operations", tenth(usage.monthly_list_operations), price("storage", "share-list/${access}")),
      used("Read operations", "10k operations", tenth(usage.monthly_read_operations), price("storage", "share-read/${access}")),
      used("Other operations", "10k operations", tenth(usage.monthly_other_operations), price("storage", "share-read/${access}")),
    ],
    access == "Cool" ? used("Data retrieval", "GB", usage.monthly_data_retrieval_gb, price("storage", "share-retrieval")) : null,
  ]
}

resource "azurerm_eventhub_namespace" {
  usage = ["monthly_ingress_events", "retention_storage_gb", "throughput_or_capacity_units", "capture_enabled:text"]
  dedicated = given(self.dedicated_cluster_id)
  sku   = dedicated ? "Dedicated" : coalesce(self.sku, "Basic")
  count = coalesce(usage.throughput_or_capacity_units, self.capacity, 1)
  units = { Basic = "throughput units", Standard = "throughput units", Premium = "processing units", Dedicated = "capacity units" }
  free  = sku == "Premium" ? 1000 * count : 10000 * count
  components = [
    sku == "Basic" || sku == "Standard" ? used("Ingress event (${sku})", "1M events", million(usage.monthly_ingress_events), price("eventhubs", "events")) : null,
    sku == "Standard" && usage.capture_enabled == true ? fixed("Capture", "units", count, price("eventhubs", "capture") * hours) : null,
    fixed("Capacity (${sku})", units[sku], count, price("eventhubs", sku) * hours),
    sku == "Premium" || dedicated ? used("Extended retention", "GB", usage.retention_storage_gb == null ? null : max(0, usage.retention_storage_gb - free), price("eventhubs", "retention")) : null,
  ]
}

resource "azurerm_servicebus_namespace" {
  usage = ["monthly_messaging_operations", "monthly_brokered_connections", "monthly_hybrid_connection_listener_hours", "monthly_hybrid_connection_data_transfer_gb"]
  sku   = coalesce(self.sku, "Standard")
  components = sku == "Premium" ? [
    fixed("Messaging units", "units", coalesce(self.capacity, 1), price("servicebus", "premium") * hours),
  ] : sku == "Basic" ? [
    used("Messaging operations", "1M operations", million(usage.monthly_messaging_operations), price("servicebus", "basic")),
  ] : [
    fixed("Base charge", "hours", hours, price("servicebus", "standard")),
    used("Messaging operations", "1M operations", usage.monthly_messaging_operations == null ? null : max(0, usage.monthly_messaging_operations - 13000000) / 1000000, price("servicebus", "operations")),
  ]
}

resource "azurerm_notification_hub_namespace" {
  usage = ["monthly_pushes"]
  sku   = coalesce(self.sku_name, "Free")
  extra = usage.monthly_pushes == null ? null : max(0, usage.monthly_pushes - 10000000)
  components = sku == "Free" ? [] : [
    fixed("Base charge per namespace", "months", 1, price("notificationhubs", sku)),
    tiers("Pushes", "1M requests", extra, 1000000, [[90000000, "10-100M", price("notificationhubs", "${sku}/pushes")], [null, "over 100M", price("notificationhubs", "${sku}/pushes-2")]]),
  ]
}

resource "azurerm_eventgrid_system_topic" "azurerm_eventgrid_topic" {
  usage      = ["monthly_operations"]
  components = used("Operations", "100k operations", usage.monthly_operations == null ? null : ceil(max(0, usage.monthly_operations - 100000) / 100000), price("eventgrid", "operations") / 10)
}

resource "azurerm_synapse_workspace" {
  usage = [
    "serverless_sql_pool_size_tb", "monthly_datapipeline_azure_hosted_activity_runs", "monthly_datapipeline_azure_hosted_data_integration_units",
    "monthly_datapipeline_azure_hosted_data_integration_hours", "monthly_datapipeline_azure_hosted_integration_runtime_hours",
    "monthly_datapipeline_azure_hosted_external_integration_runtime_hours", "monthly_datapipeline_self_hosted_activity_runs", "monthly_datapipeline_self_hosted_data_movement_hours",
    "monthly_datapipeline_self_hosted_integration_runtime_hours", "monthly_datapipeline_self_hosted_external_integration_runtime_hours", "dataflow_basic_instances",
    "dataflow_basic_vcores", "monthly_dataflow_basic_hours", "dataflow_standard_instances", "dataflow_standard_vcores", "monthly_dataflow_standard_hours",
  ]
  private = self.managed_virtual_network_enabled == true
  where   = private ? "vnet" : "hosted"
  basic   = usage.dataflow_basic_instances == null || usage.monthly_dataflow_basic_hours == null ? null : usage.dataflow_basic_instances * coalesce(usage.dataflow_basic_vcores, 8) * usage.monthly_dataflow_basic_hours
  plain   = usage.dataflow_standard_instances == null || usage.monthly_dataflow_standard_hours == null ? null : usage.dataflow_standard_instances * coalesce(usage.dataflow_standard_vcores, 8) * usage.monthly_dataflow_standard_hours
  moved   = usage.monthly_datapipeline_azure_hosted_data_integration_units == null || usage.monthly_datapipeline_azure_hosted_data_integration_hours == null ? null : usage.monthly_datapipeline_azure_hosted_data_integration_units * usage.monthly_datapipeline_azure_hosted_data_integration_hours
  components = [
    used("Serverless SQL pool size", "TB", usage.serverless_sql_pool_size_tb, price("synapse", "serverless")),
    used("Data flow (basic)", "vCore-hours", basic, price("synapse", "dataflow/basic")),
    used("Data flow (standard)", "vCore-hours", plain, price("synapse", "dataflow/standard")),
    used("Data pipeline azure hosted activity runs", "1k activity runs", usage.monthly_datapipeline_azure_hosted_activity_runs, price("synapse", "pipeline/runs")),
    used("Data pipeline azure hosted data integration units", "DIU-hours", moved, price("synapse", "pipeline/units")),
    used("Data pipeline azure hosted integration runtime", "hours", usage.monthly_datapipeline_azure_hosted_integration_runtime_hours, price("synapse", "pipeline/${where}/runtime")),
    used("Data pipeline azure hosted external integration runtime", "hours", usage.monthly_datapipeline_azure_hosted_external_integration_runtime_hours, price("synapse", "pipeline/${where}/external")),
    used("Data pipeline self hosted activity runs", "1k activity runs", usage.monthly_datapipeline_self_hosted_activity_runs, price("synapse", "self/runs")),
    used("Data pipeline self hosted data movement", "hours", usage.monthly_datapipeline_self_hosted_data_movement_hours, price("synapse", "self/movement")),
    used("Data pipeline self hosted integration runtime", "hours", usage.monthly_datapipeline_self_hosted_integration_runtime_hours, price("synapse", "self/runtime")),
    used("Data pipeline self hosted external integration runtime", "hours", usage.monthly_datapipeline_self_hosted_external_integration_runtime_hours, price("synapse", "self/external")),
  ]
}

resource "azurerm_synapse_sql_pool" {
  usage = ["storage_tb", "monthly_disaster_recovery"]
  components = [
    fixed("DWU blocks (${self.sku_name})", "hours", hours, price("synapse", "pool/${self.sku_name}")),
    used("Storage", "TB", usage.storage_tb, price("synapse", "storage")),
    used("Geo-redundant disaster recovery", "TB", usage.storage_tb, price("synapse", "disaster")),
  ]
}

resource "azurerm_synapse_spark_pool" {
  usage = ["nodes", "monthly_hours"]
  size  = { Small = 4, Medium = 8, Large = 16, XLarge = 32, XXLarge = 64, None = 4 }
  nodes = coalesce(usage.nodes, self.node_count, self.auto_scale[0].min_node_count, 3)
  components = fixed("Instance usage (${self.node_size}, ${nodes} nodes)", "hours", coalesce(usage.monthly_hours, hours), price("synapse", "spark") * nodes * size[self.node_size])
}

resource "azurerm_redis_enterprise_cluster" {
  parts      = split("-", self.sku_name)
  components = fixed("Cache usage (${parts[0]})", "hours", hours * (startswith(parts[0], "EnterpriseFlash") ? tonumber(parts[1]) / 3 : tonumber(parts[1]) / 2), price("redis", parts[0]))
}

resource "azurerm_kusto_cluster" {
  usage = ["instances"]
  count = coalesce(usage.instances, self.sku[0].capacity, self.optimized_auto_scale[0].minimum_instances)
  # The older series number their sizes; the others have their cores in the name.
  older = { D11 = 2, D12 = 4, D13 = 8, D14 = 16, DS13 = 8, DS14 = 16 }
  size  = split("_", trimprefix(self.sku[0].name, "Standard_"))[0]
  cores = coalesce(older[split("+", size)[0]], tonumber(regexall("[0-9]+", size)[0]))
  components = startswith(coalesce(self.sku[0].name, "none"), "Dev") ? fixed("Instance usage (Linux, pay as you go, ${trimprefix(self.sku[0].name, "Dev(No SLA)_")})", "hours", hours, price("vm", "linux/${trimprefix(self.sku[0].name, "Dev(No SLA)_")}")) : [
    fixed("Instance usage (Linux, pay as you go, ${self.sku[0].name})", "hours", count * hours, price("vm", "linux/${self.sku[0].name}")),
    fixed("Engine markup", "vCore-hours", count * hours * cores, price("kusto", "markup")),
  ]
}

resource "azurerm_stream_analytics_job" {
  units      = self.streaming_units
  components = self.type == "Edge" ? fixed("Job on the edge", "months", 1, price("streams", "edge")) : self.stream_analytics_cluster_id != null ? [] : fixed("Streaming units (Standard)", "units", coalesce(units, 3), price("streams", "unit") * hours)
}

resource "azurerm_netapp_pool" {
  level      = coalesce(self.service_level, "Standard")
  components = fixed("Capacity (${level})", "GiB", self.size_in_tb * 1024, price("netapp", level) * hours)
}

resource "azurerm_cosmosdb_postgresql_cluster" {
  components = unpriced("clusters of Cosmos DB for PostgreSQL have no price here")
}

resource "azurerm_storage_sync" {
  usage      = ["registered_servers"]
  components = used("Registered servers (over 1)", "servers", usage.registered_servers == null ? null : max(0, usage.registered_servers - 1), price("storage", "sync-server"))
}

resource "azurerm_analysis_services_server" {
  components = fixed("Server (${self.sku})", "hours", hours, price("analysis", self.sku))
}

resource "azurerm_fabric_capacity" {
  components = fixed("Capacity units (${self.sku[0].name})", "CU", tonumber(trimprefix(self.sku[0].name, "F")), price("fabric", "unit") * hours)
}
