# Relational databases, document and graph databases, caches, warehouses, search.

tables {
  database_usage = [
    "additional_backup_storage_gb", "monthly_standard_io_requests", "monthly_additional_performance_insights_requests",
    "monthly_cpu_credit_hrs", "reserved_instance_term:text", "reserved_instance_payment_option:text",
  ]
  engines = {
    mysql = "mysql", mariadb = "mariadb", postgres = "postgres", aurora = "aurora", aurora-mysql = "aurora", aurora-postgresql = "aurora",
  }
  licences = ["sqlserver-se", "sqlserver-ee", "sqlserver-ex", "sqlserver-web", "oracle-se1", "oracle-se2"]
}

# Reserved instances of a database cost this share of the price on demand each hour.
function "reserved_share" {
  params = ["service", "use", "multi"]
  result = use.reserved_instance_term == null ? 1 : price(service, "reserved/${use.reserved_instance_term}/${use.reserved_instance_payment_option}${multi ? "/multi-az" : ""}")
}

function "vcpu" {
  params = ["class"]
  result = coalesce(shape(trimprefix(coalesce(class, "none"), "db.")).vcpu, 2)
}

function "insights" {
  params = ["enabled", "retention", "class", "use"]
  result = enabled != true ? null : [
    coalesce(retention, 7) > 7 ? fixed(
      "Performance Insights Long Term Retention (${class})", "vCPU-month", vcpu(class),
      price("rds-options", "insights/${length(regexall("^db\\.(t)", class)) > 0 ? "burstable" : "standard"}")) : null,
    used("Performance Insights API", "1000 requests", thousand(use.monthly_additional_performance_insights_requests), price("rds-options", "insights-api")),
  ]
}

# What a version past standard support costs on top, by the calendar of versions: a standby is charged as the primary is.
function "support_row" {
  params = ["engine", "version"]
  result = version == null ? null : coalesce(
    versions["${engine == "aurora" ? "aurora-mysql" : engine}/${split(".", version)[0]}"],
    versions["${engine == "aurora" ? "aurora-mysql" : engine}/${join(".", slice(concat(split(".", version), ["0"]), 0, 2))}"])
}

function "extended_support" {
  params = ["row", "class", "copies"]
  result = is_past(row.standard_end) != true ? null : (
    is_past(row.third_year) == true ?
    fixed("Extended support (year 3)", "vCPU-hours", copies * vcpu(class) * hours, price("rds-options", "extended-support-3")) :
    fixed("Extended support (year 1)", "vCPU-hours", copies * vcpu(class) * hours, price("rds-options", "extended-support")))
}

# A cache past standard support costs 80 % of its nodes on top, in the third year 160 %: ElastiCache user guide.
function "cache_support" {
  params = ["engine", "version", "class", "count"]
  result = is_past(versions["${coalesce(engine, "redis")}/${split(".", coalesce(version, "99"))[0]}"].standard_end) != true ? null : (
    is_past(versions["${coalesce(engine, "redis")}/${split(".", version)[0]}"].third_year) == true ?
    fixed("Extended support (year 3)", "hours", hours * count, 1.6 * price("elasticache", class)) :
    fixed("Extended support (year 1)", "hours", hours * count, 0.8 * price("elasticache", class)))
}

function "database_price" {
  params = ["engine", "class", "multi", "licence"]
  result = (
    engine == "aurora" || startswith(engine, "aurora-") ? price("aurora", class) * (multi ? 2 : 1) :
    contains(licences, engine) && licence != "bring-your-own-license" ? coalesce(
      price("rds", "${engine}/${class}${multi ? "/multi-az" : ""}"),
      price("rds", "mysql/${class}") * (multi ? 2 : 1) + vcpu(class) * price("rds-options", "licence/${engine}")) :
    startswith(engine, "oracle") || startswith(engine, "sqlserver") || startswith(engine, "custom") ? price("rds", "mysql/${class}${multi ? "/multi-az" : ""}") :
    price("rds", "${engine == "mariadb" ? "mariadb" : engine}/${class}${multi ? "/multi-az" : ""}")
  )
}

resource "aws_db_instance" {
  usage   = database_usage
  source  = target("replicate_source_db", "aws_db_instance")
  engine  = coalesce(self.engine, source.engine, "mysql")
  plain   = trimsuffix(engine, "-cdb")
  class   = self.instance_class
  multi   = self.multi_az == true
  az      = multi ? "Multi-AZ" : "Single-AZ"
  suffix  = multi ? "/multi-az" : ""
  kind    = coalesce(self.storage_type, self.iops == null ? "gp2" : "io1")
  size    = coalesce(self.allocated_storage, source.allocated_storage, kind == "io1" || kind == "io2" ? 100 : 20)
  large   = kind == "io1" || kind == "io2" ? max(100, size) : size
  # From the RDS user guide: Oracle has the higher baseline from 200 GiB, SQL Server never, the others from 400 GiB.
  base    = startswith(engine, "sqlserver") ? 3000 : size >= (startswith(engine, "oracle") ? 200 : 400) ? 12000 : 3000
  low     = base == 12000 ? "12,000" : "3,000"
  term    = usage.reserved_instance_term
  aurora  = startswith(engine, "aurora")
  # Instance hours are not billed while it is stopped; storage is.
  stopped = self.status == "stopped"
  components = [
    stopped ? null : fixed("Database instance (${term == null ? "on-demand" : "reserved"}, ${az}, ${class})", "hours", hours,
      database_price(plain, class, multi && term == null, self.license_model) * (multi && term != null ? 1 : 1) * reserved_share("rds-options", usage, multi)),
    kind == "standard" ? [
      fixed("Storage (magnetic)", "GB", size, price("rds", "storage/magnetic${suffix}")),
      used("I/O requests", "1M requests", million(usage.monthly_standard_io_requests), price("rds-options", "magnetic-io")),
    ] : null,
    kind == "gp2" ? fixed("Storage (general purpose SSD, gp2)", "GB", size, price("rds", "storage/gp2${suffix}")) : null,
    kind == "gp3" ? [
      fixed("Storage (general purpose SSD, gp3)", "GB", size, price("rds", "storage/gp3${suffix}")),
      coalesce(self.iops, 0) > base ? fixed("Provisioned GP3 IOPS (above ${low})", "IOPS", self.iops - base, price("rds-options", "gp3-iops${suffix}")) : null,
      coalesce(self.storage_throughput, 0) > (base == 12000 ? 500 : 125) ? fixed(
        "Provisioned GP3 throughput (above ${base == 12000 ? 500 : 125})", "Mbps",
        self.storage_throughput - (base == 12000 ? 500 : 125), price("rds-options", "gp3-throughput${suffix}")) : null,
    ] : null,
    kind == "io1" || kind == "io2" ? [
      fixed("Storage (provisioned IOPS SSD, ${kind})", "GB", large, price("rds", "storage/io1${suffix}")),
      fixed("Provisioned IOPS", "IOPS", max(1000, coalesce(self.iops, 1000)), price("rds", "storage/iops${suffix}")),
    ] : null,
    coalesce(self.backup_retention_period, 0) > 0 || usage.additional_backup_storage_gb != null ? used(
      "Additional backup storage", "GB", usage.additional_backup_storage_gb, price(aurora ? "aurora" : "rds", "backup")) : null,
    insights(self.performance_insights_enabled, self.performance_insights_retention_period, class, usage),
    length(regexall("^db\\.t[34]", coalesce(class, "none"))) > 0 ? fixed("CPU credits", "vCPU-hours", coalesce(usage.monthly_cpu_credit_hrs, 0) * vcpu(class), price("rds-options", "credits")) : null,
    extended_support(support_row(plain, coalesce(self.engine_version_actual, self.engine_version, source.engine_version_actual, source.engine_version)), class, multi ? 2 : 1),
  ]
}

resource "aws_rds_cluster" {
  usage = [
    "capacity_units_per_hr", "storage_gb", "write_requests_per_sec", "read_requests_per_sec", "backup_snapshot_size_gb",
    "average_statements_per_hr", "change_records_per_statement", "backtrack_window_hrs", "snapshot_export_size_gb",
  ]
  engine     = coalesce(self.engine, "aurora")
  serverless = self.engine_mode == "serverless"
  optimized  = self.storage_type == "aurora-iopt1"
  kind       = optimized ? "storage-iopt" : "storage"
  retention  = coalesce(self.backup_retention_period, 1)
  io         = usage.write_requests_per_sec == null && usage.read_requests_per_sec == null ? null : (coalesce(usage.write_requests_per_sec, 0) + coalesce(usage.read_requests_per_sec, 0)) * hours * 3600
  components = !startswith(engine, "aurora") ? [
    self.allocated_storage == null ? null : fixed("Storage (provisioned IOPS SSD, io1)", "GB", self.allocated_storage, price("rds", "storage/io1/multi-az")),
    self.iops == null ? null : fixed("Provisioned IOPS", "IOPS", self.iops, price("rds", "storage/iops/multi-az")),
  ] : [
    serverless ? used("Aurora serverless", "ACU-hours", usage.capacity_units_per_hr == null ? null : usage.capacity_units_per_hr * hours, price("aurora", "serverless-v1")) : null,
    used(optimized ? "Storage (I/O-optimized)" : "Storage", "GB", usage.storage_gb, price("aurora", kind)),
    optimized ? null : used("I/O requests", "1M requests", million(io), price("aurora", "io")),
    retention > 1 ? used("Backup storage", "GB", usage.backup_snapshot_size_gb == null ? null : usage.backup_snapshot_size_gb * retention - usage.backup_snapshot_size_gb, price("aurora", "backup")) : null,
    (engine == "aurora" || engine == "aurora-mysql") && coalesce(self.backtrack_window, 0) > 0 ? used(
      "Backtrack", "1M change-records",
      usage.average_statements_per_hr == null ? null : usage.average_statements_per_hr * coalesce(usage.change_records_per_statement, 1) * coalesce(usage.backtrack_window_hrs, self.backtrack_window / 3600) * hours / 1000000,
      price("aurora", "backtrack")) : null,
    used("Snapshot export", "GB", usage.snapshot_export_size_gb, price("aurora", "export")),
  ]
}

resource "aws_rds_cluster_instance" {
  usage    = ["capacity_units_per_hr", "monthly_cpu_credit_hrs", "monthly_additional_performance_insights_requests", "reserved_instance_term:text", "reserved_instance_payment_option:text"]
  cluster  = target("cluster_identifier", "aws_rds_cluster")
  engine   = coalesce(self.engine, cluster.engine, "aurora")
  class    = self.instance_class
  iopt     = cluster.storage_type == "aurora-iopt1"
  term     = usage.reserved_instance_term
  floor    = cluster.serverlessv2_scaling_configuration[0].min_capacity
  components = class == "db.serverless" ? [
    used("Aurora serverless v2", "ACU-hours", coalesce(usage.capacity_units_per_hr, floor) == null ? null : coalesce(usage.capacity_units_per_hr, floor) * hours, price("aurora", iopt ? "serverless-v2-iopt" : "serverless-v2")),
    insights(self.performance_insights_enabled, self.performance_insights_retention_period, "db.serverless", usage),
  ] : [
    fixed("Database instance (${term == null ? "on-demand" : "reserved"}${iopt ? ", I/O-optimized" : ""}, ${class})", "hours", hours,
      price("aurora", class) * (iopt ? 1.3 : 1) * reserved_share("rds-options", usage, false)),
    length(regexall("^db\\.t[34]", coalesce(class, "none"))) > 0 ? used("CPU credits", "vCPU-hours", usage.monthly_cpu_credit_hrs == null ? null : usage.monthly_cpu_credit_hrs * vcpu(class), price("aurora", "credits")) : null,
    insights(self.performance_insights_enabled, self.performance_insights_retention_period, class, usage),
    extended_support(support_row(engine, coalesce(self.engine_version, cluster.engine_version)), class, 1),
  ]
}

resource "aws_docdb_cluster" "aws_docdb_cluster_snapshot" {
  usage      = ["backup_storage_gb"]
  components = used("Backup storage", "GB", usage.backup_storage_gb, price("docdb", "backup"))
}

resource "aws_docdb_cluster_instance" {
  usage = ["data_storage_gb", "monthly_io_requests", "monthly_cpu_credit_hrs"]
  class = self.instance_class
  components = [
    fixed("Database instance (on-demand, ${class})", "hours", hours, price("docdb", class)),
    used("Storage", "GB", usage.data_storage_gb, price("docdb", "storage")),
    used("I/O requests", "1M requests", million(usage.monthly_io_requests), price("docdb", "io")),
    startswith(class, "db.t") ? used("CPU credits", "vCPU-hours", usage.monthly_cpu_credit_hrs, price("docdb", "credits")) : null,
  ]
}

resource "aws_neptune_cluster" {
  usage = ["storage_gb", "monthly_io_requests", "backup_storage_gb"]
  components = [
    used("Storage", "GB", usage.storage_gb, price("neptune", "storage")),
    used("I/O requests", "1M request", million(usage.monthly_io_requests), price("neptune", "io")),
    coalesce(self.backup_retention_period, 1) > 1 ? used("Backup storage", "GB", usage.backup_storage_gb, price("neptune", "backup")) : null,
  ]
}

resource "aws_neptune_cluster_instance" {
  usage = ["monthly_cpu_credit_hrs"]
  class = self.instance_class
  count = coalesce(self.count, 1)
  components = [
    fixed("Database instance (on-demand, ${class})", "hours", hours, price("neptune", class)),
    startswith(class, "db.t3.") ? used("CPU credits", "vCPU-hours", usage.monthly_cpu_credit_hrs, price("neptune", "credits")) : null,
  ]
}

resource "aws_neptune_cluster_snapshot" {
  usage   = ["backup_storage_gb"]
  cluster = target("db_cluster_identifier", "aws_neptune_cluster")
  components = cluster != null && coalesce(cluster.backup_retention_period, 1) < 2 ? [] : [
    used("Backup storage", "GB", usage.backup_storage_gb, price("neptune", "backup")),
  ]
}

resource "aws_elasticache_cluster" {
  usage = ["snapshot_storage_size_gb", "reserved_instance_term:text", "reserved_instance_payment_option:text"]
  term  = usage.reserved_instance_term
  nodes = coalesce(self.num_cache_nodes, 1)
  components = given(self.replication_group_id) ? [] : [
    fixed("ElastiCache (${term == null ? "on-demand" : "reserved"}, ${self.node_type})", "hours", hours * nodes, price("elasticache", self.node_type) * reserved_share("elasticache", usage, false)),
    term == null ? cache_support(self.engine, self.engine_version, self.node_type, nodes) : null,
    self.engine == "redis" && coalesce(self.snapshot_retention_limit, 0) > 1 ? used("Backup storage", "GB", usage.snapshot_storage_size_gb, price("elasticache", "backup")) : null,
  ]
}

resource "aws_elasticache_replication_group" {
  usage    = ["snapshot_storage_size_gb", "reserved_instance_term:text", "reserved_instance_payment_option:text"]
  term     = usage.reserved_instance_term
  global   = target("global_replication_group_id", "aws_elasticache_global_replication_group")
  class    = coalesce(self.node_type, global.cache_node_type)
  groups   = coalesce(self.num_node_groups, self.cluster_mode[0].num_node_groups)
  replicas = coalesce(self.replicas_per_node_group, self.cluster_mode[0].replicas_per_node_group, 0)
  nodes    = coalesce(self.num_cache_clusters, self.number_cache_clusters, groups == null ? 1 : groups * (replicas + 1))
  scaled   = [for t in related("aws_appautoscaling_target", "resource_id") : t]
  auto     = [for t in scaled : t if t.scalable_dimension == "elasticache:replication-group:NodeGroups"]
  shards   = coalesce(usage_of(auto[0]._address).capacity, auto[0].min_capacity)
  total    = length(auto) > 0 ? shards * (replicas + 1) : nodes
  components = [
    fixed("ElastiCache (${term == null ? "on-demand" : "reserved"}, ${class}${length(auto) > 0 ? ", autoscaling" : ""})", "hours", hours * total, price("elasticache", class) * reserved_share("elasticache", usage, false)),
    term == null ? cache_support(self.engine, self.engine_version, class, total) : null,
    coalesce(self.snapshot_retention_limit, 0) > 1 ? used("Backup storage", "GB", usage.snapshot_storage_size_gb, price("elasticache", "backup")) : null,
  ]
}

resource "aws_dynamodb_table" {
  usage = [
    "monthly_write_request_units", "monthly_read_request_units", "storage_gb", "pitr_backup_storage_gb", "on_demand_backup_storage_gb",
    "monthly_data_restored_gb", "monthly_streams_read_request_units",
  ]
  demand  = self.billing_mode == "PAY_PER_REQUEST"
  targets = concat(related("aws_appautoscaling_target", "resource_id"), literal("aws_appautoscaling_target", "resource_id", "table/${self.name}"))
  writes  = [for t in targets : t if t.scalable_dimension == "dynamodb:table:WriteCapacityUnits" && !startswith(t.resource_id, "table/${self.name}/index")]
  reads   = [for t in targets : t if t.scalable_dimension == "dynamodb:table:ReadCapacityUnits"]
  infrequent = self.table_class == "STANDARD_INFREQUENT_ACCESS" ? "ia/" : ""
  components = [
    demand ? [
      used("Write request unit (WRU)", "WRUs", usage.monthly_write_request_units, price("dynamodb", "${infrequent}write-requests") / 1000000),
      used("Read request unit (RRU)", "RRUs", usage.monthly_read_request_units, price("dynamodb", "${infrequent}read-requests") / 1000000),
    ] : [
      length(writes) > 0 ? fixed("Write capacity unit (WCU, autoscaling)", "WCU", coalesce(usage_of(writes[0]._address).capacity, writes[0].min_capacity), price("dynamodb", "${infrequent}wcu") * hours) :
      fixed("Write capacity unit (WCU)", "WCU", coalesce(self.write_capacity, 0), price("dynamodb", "${infrequent}wcu") * hours),
      length(reads) > 0 ? fixed("Read capacity unit (RCU, autoscaling)", "RCU", coalesce(usage_of(reads[0]._address).capacity, reads[0].min_capacity), price("dynamodb", "${infrequent}rcu") * hours) :
      fixed("Read capacity unit (RCU)", "RCU", coalesce(self.read_capacity, 0), price("dynamodb", "${infrequent}rcu") * hours),
    ],
    used("Data storage", "GB", usage.storage_gb, price("dynamodb", "${infrequent}storage")),
    self.point_in_time_recovery[0].enabled == true ? used("Point-In-Time Recovery (PITR) backup storage", "GB", usage.pitr_backup_storage_gb, price("dynamodb", "pitr")) : null,
    used("On-demand backup storage", "GB", usage.on_demand_backup_storage_gb, price("dynamodb", "backup")),
    used("Table data restored", "GB", usage.monthly_data_restored_gb, price("dynamodb", "restore")),
    used("Streams read request unit (sRRU)", "sRRUs", usage.monthly_streams_read_request_units, price("dynamodb", "streams") / 1000000),
    [for r in coalesce(self.replica, []) : group("Global table (${r.region_name})", [
      demand ? used("Replicated write request unit (rWRU)", "rWRU", usage.monthly_write_request_units == null ? null : usage.monthly_write_request_units / hours, price_in(r.region_name, "dynamodb", "write-requests") * hours / 1000000) :
      fixed("Replicated write capacity unit (rWCU)", "rWCU", coalesce(self.write_capacity, 0), price_in(r.region_name, "dynamodb", "wcu") * hours),
    ])],
  ]
}

# Reads and writes of a table that follows its load; the table shows them.
resource "aws_appautoscaling_target" {
  usage      = ["capacity"]
  components = []
}

resource "aws_redshift_cluster" {
  usage = ["managed_storage_gb", "excess_concurrency_scaling_secs", "spectrum_data_scanned_tb", "backup_storage_gb"]
  nodes = coalesce(self.number_of_nodes, 1)
  components = [
    fixed("Cluster usage (on-demand, ${self.node_type})", "hours", hours * nodes, price("redshift", self.node_type)),
    startswith(self.node_type, "ra3") ? used("Managed storage (${self.node_type})", "GB", usage.managed_storage_gb, price("redshift", "storage")) : null,
    used("Concurrency scaling (${self.node_type})", "node-seconds", usage.excess_concurrency_scaling_secs == null ? null : usage.excess_concurrency_scaling_secs * nodes, price("redshift", self.node_type) / 3600),
    used("Spectrum", "TB", usage.spectrum_data_scanned_tb, price("redshift", "spectrum")),
    startswith(self.node_type, "ra3") ? tiers("Backup storage", "GB", usage.backup_storage_gb, 1, [
      [51200, "first 50 TB", price("redshift", "backup")],
      [512000, "next 450 TB", price("redshift", "backup-2")],
      [null, "over 500 TB", price("redshift", "backup-3")],
    ]) : null,
  ]
}

resource "aws_elasticsearch_domain" "aws_opensearch_domain" {
  config   = self.cluster_config[0]
  suffix   = type == "aws_opensearch_domain" ? "search" : "elasticsearch"
  class    = coalesce(config.instance_type, "m4.large.${suffix}")
  count    = coalesce(config.instance_count, 1)
  disk     = self.ebs_options[0]
  kind     = coalesce(disk.volume_type, "gp2")
  size     = coalesce(disk.volume_size, 8)
  through  = coalesce(disk.throughput, 0) - (size > 170 ? 250 * ceil(size / 3072) : 125)
  components = [
    fixed("Instance (on-demand, ${class})", "hours", count * hours, price("opensearch", replace(class, ".elasticsearch", ".search"))),
    coalesce(disk.ebs_enabled, false) ? [
      fixed("Storage (${kind})", "GB", size * count, price("opensearch", kind)),
      kind == "io1" ? fixed("Storage IOPS (${kind})", "IOPS", coalesce(disk.iops, 1) * count, price("opensearch", "io1-iops")) : null,
      kind == "gp3" && coalesce(disk.iops, 3000) > max(3000, 3 * size) ? fixed("Storage IOPS (${kind})", "IOPS", (disk.iops - max(3000, 3 * size)) * count, price("opensearch", "gp3-iops")) : null,
      kind == "gp3" && through > 0 ? fixed("Throughput (${kind})", "Mbps", through * count, price("opensearch", "gp3-throughput")) : null,
    ] : null,
    config.dedicated_master_enabled == true ? fixed(
      "Dedicated master (on-demand, ${config.dedicated_master_type})", "hours", coalesce(config.dedicated_master_count, 3) * hours,
      price("opensearch", replace(coalesce(config.dedicated_master_type, "none"), ".elasticsearch", ".search"))) : null,
    config.warm_enabled == true ? fixed(
      "UltraWarm instance (on-demand, ${config.warm_type})", "hours", config.warm_count * hours,
      price("opensearch", replace(coalesce(config.warm_type, "none"), ".elasticsearch", ".search"))) : null,
  ]
}
