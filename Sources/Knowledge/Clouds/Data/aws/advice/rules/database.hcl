# Databases, caches and what their versions cost.

rule "aws-rds-idle" {
  number     = 20
  title      = "Database that nobody connects to"
  origin     = "AWS Trusted Advisor: no connection for seven days"
  action     = "delete"
  stage      = "remove"
  needs      = ["metrics"]
  resource   = "aws_db_instance"
  confidence = "medium"
  effort     = "medium"
  risk       = "medium"
  reversible = true
  keeps_data = true
  let {
    connections = metric("rds_connections")
    kept        = coalesce(self.allocated_storage, 0) * price("rds", "backup")
  }
  # A few days are enough to ask; the report says how many they were.
  when     = connections.hours >= 72 && connections.max == 0
  obstacle {
    when   = stands_by()
    reason = "it is a replica or stands by for another one: nobody has to connect to it"
  }
  obstacle {
    when   = length(related("aws_db_instance", "replicate_source_db")) > 0
    reason = "it has read replicas, which would have to be promoted first"
  }
  evidence = "Not one connection in ${floor(connections.hours / 24)} days."
  saving   = max(0, cost() - kept)
  formula  = "${dollars(cost())} for the database − ${coalesce(self.allocated_storage, 0)} GB × ${rate(price("rds", "backup"))} for its last snapshot = ${dollars(max(0, cost() - kept))} a month"
  steps    = ["aws rds create-db-snapshot --db-instance-identifier ${coalesce(self.identifier, name)} --db-snapshot-identifier ${coalesce(self.identifier, name)}-last"]
  patch {
    remove = true
  }
  fires "a week without a connection" {
    resource "aws_db_instance" "old" {
      identifier                = "old"
      engine                    = "postgres"
      instance_class            = "db.t3.medium"
      allocated_storage         = 50
      storage_type              = "gp3"
      final_snapshot_identifier = "old-last"
    }
    series "rds_connections" {
      key   = "old"
      value = 0
      hours = 192
    }
  }
  spares "in use" {
    resource "aws_db_instance" "old" {
      identifier        = "old"
      engine            = "postgres"
      instance_class    = "db.t3.medium"
      allocated_storage = 50
    }
    series "rds_connections" {
      key   = "old"
      value = 4
      hours = 192
    }
  }
  edge "spares" "one connection" {
    resource "aws_db_instance" "old" {
      identifier        = "old"
      engine            = "postgres"
      instance_class    = "db.t3.medium"
      allocated_storage = 50
    }
    series "rds_connections" {
      key    = "old"
      values = [0, 0, 0, 0, 0, 1, 0, 0]
      hours  = 192
    }
  }
}

rule "aws-rds-multi-az" {
  number     = 21
  title      = "Standby of a database outside of production"
  origin     = "infracost FinOps policy"
  action     = "configure"
  stage      = "resize"
  needs      = ["resources"]
  resource   = "aws_db_instance"
  confidence = "high"
  effort     = "very-low"
  risk       = "low"
  reversible = true
  when       = self.multi_az == true && environment() == "nonprod"
  evidence   = "multi_az is true, so instance and storage are paid for twice, and it is not production."
  patch {
    set {
      multi_az = false
    }
  }
  fires "a test database" {
    resource "aws_db_instance" "t" {
      engine            = "postgres"
      instance_class    = "db.t3.medium"
      allocated_storage = 50
      storage_type      = "gp3"
      multi_az          = true
      tags = {
        Environment = "test"
      }
    }
  }
  spares "production" {
    resource "aws_db_instance" "t" {
      engine            = "postgres"
      instance_class    = "db.t3.medium"
      allocated_storage = 50
      multi_az          = true
      tags = {
        Environment = "prod"
      }
    }
  }
  edge "spares" "nothing says what it is" {
    resource "aws_db_instance" "t" {
      engine            = "postgres"
      instance_class    = "db.t3.medium"
      allocated_storage = 50
      multi_az          = true
    }
  }
}

rule "aws-rds-provisioned-iops" {
  number     = 23
  title      = "Database with provisioned IOPS that gp3 gives too"
  origin     = "AWS: gp3 has 3,000 IOPS, and 12,000 from 400 GB on, without extra cost"
  action     = "upgrade"
  stage      = "modernise"
  needs      = ["resources"]
  resource   = "aws_db_instance"
  confidence = "high"
  effort     = "low"
  risk       = "medium"
  reversible = true
  let {
    # From the RDS user guide: Oracle has the higher baseline from 200 GiB, SQL Server never, the others from 400 GiB.
    base = startswith(coalesce(self.engine, "mysql"), "sqlserver") ? 3000 : coalesce(self.allocated_storage, 0) >= (startswith(coalesce(self.engine, "mysql"), "oracle") ? 200 : 400) ? 12000 : 3000
  }
  when     = contains(["io1", "io2"], self.storage_type) && self.iops <= base
  evidence = "${self.storage_type} with ${self.iops} IOPS on ${self.allocated_storage} GB; gp3 of that size gives ${base} at its base price."
  patch {
    set {
      storage_type = "gp3"
    }
    unset = [["iops"]]
  }
  fires "3,000 IOPS" {
    resource "aws_db_instance" "d" {
      engine            = "postgres"
      instance_class    = "db.m5.large"
      allocated_storage = 100
      storage_type      = "io1"
      iops              = 3000
    }
  }
  spares "gp3" {
    resource "aws_db_instance" "d" {
      engine            = "postgres"
      instance_class    = "db.m5.large"
      allocated_storage = 100
      storage_type      = "gp3"
    }
  }
  edge "spares" "more than gp3 gives at its base price" {
    resource "aws_db_instance" "d" {
      engine            = "postgres"
      instance_class    = "db.m5.large"
      allocated_storage = 399
      storage_type      = "io1"
      iops              = 3001
    }
  }
}

rule "aws-rds-storage-oversized" {
  number     = 23
  title      = "Database with far more storage than data"
  origin     = "AWS Compute Optimizer for RDS storage"
  action     = "rightsize"
  stage      = "schedule"
  needs      = ["metrics"]
  resource   = "aws_db_instance"
  confidence = "medium"
  effort     = "high"
  risk       = "high"
  reversible = false
  let {
    free   = metric("rds_free_storage")
    gb     = self.allocated_storage
    used   = gb - free.min / 1073741824
    wanted = max(20, ceil(used * 1.3))
    unit   = price("rds", "storage/${coalesce(self.storage_type, "gp2")}${self.multi_az == true ? "/multi-az" : ""}")
  }
  when     = free.hours >= 7 * 24 * 0.9 && wanted < gb * 0.7
  evidence = "At most ${fixed(used, 1)} of ${gb} GB were in use in ${floor(free.hours / 24)} days; with 30 % to spare ${wanted} GB."
  saving   = (gb - wanted) * unit
  formula  = "(${gb} − ${wanted}) GB × ${rate(unit)} = ${dollars((gb - wanted) * unit)} a month"
  steps    = ["Storage cannot shrink in place: make an instance with ${wanted} GB and max_allocated_storage, and move the data (logical replication, or blue/green with a smaller volume)."]
  fires "a tenth in use" {
    resource "aws_db_instance" "d" {
      identifier        = "d"
      engine            = "postgres"
      instance_class    = "db.m5.large"
      allocated_storage = 1000
      storage_type      = "gp3"
    }
    series "rds_free_storage" {
      key   = "d"
      value = 966367641600
      hours = 336
    }
  }
  spares "well filled" {
    resource "aws_db_instance" "d" {
      identifier        = "d"
      engine            = "postgres"
      instance_class    = "db.m5.large"
      allocated_storage = 1000
      storage_type      = "gp3"
    }
    series "rds_free_storage" {
      key   = "d"
      value = 107374182400
      hours = 336
    }
  }
  edge "spares" "20 GB are the least there is" {
    resource "aws_db_instance" "d" {
      identifier        = "d"
      engine            = "postgres"
      instance_class    = "db.m5.large"
      allocated_storage = 20
      storage_type      = "gp3"
    }
    series "rds_free_storage" {
      key   = "d"
      value = 20401094656
      hours = 336
    }
  }
}

rule "aws-rds-previous-generation" {
  number     = 9
  title      = "Database class of an earlier generation"
  origin     = "tflint aws_db_instance_previous_type"
  action     = "upgrade"
  stage      = "modernise"
  needs      = ["resources"]
  resource   = "aws_db_instance"
  confidence = "high"
  effort     = "low"
  risk       = "medium"
  reversible = true
  let {
    better = successor(self.instance_class, "rds_generations", "rds", "${self.engine}/TYPE")
  }
  when     = better != null
  obstacle {
    when   = stands_by() && length([for p in referred("replicate_source_db") : p if p.instance_class == self.instance_class]) > 0
    reason = "it follows its primary: change that one first, and this one with it"
  }
  evidence = "${self.instance_class} is of an earlier generation; ${better} is its successor."
  patch {
    set {
      instance_class = better
    }
  }
  fires "m4" {
    resource "aws_db_instance" "d" {
      engine            = "postgres"
      instance_class    = "db.m4.large"
      allocated_storage = 50
      storage_type      = "gp3"
    }
  }
  spares "m5" {
    resource "aws_db_instance" "d" {
      engine            = "postgres"
      instance_class    = "db.m5.large"
      allocated_storage = 50
    }
  }
  edge "spares" "a size that the successor does not have" {
    resource "aws_db_instance" "d" {
      engine            = "postgres"
      instance_class    = "db.m4.10xlarge"
      allocated_storage = 50
    }
  }
}

rule "aws-rds-graviton" {
  number     = 10
  title      = "Database that would cost less on Graviton"
  origin     = "AWS Compute Optimizer MigrateToGraviton: MySQL, MariaDB and PostgreSQL run there unchanged"
  action     = "migrate-to-graviton"
  stage      = "architecture"
  needs      = ["resources"]
  resource   = "aws_db_instance"
  confidence = "high"
  effort     = "low"
  risk       = "low"
  reversible = true
  let {
    better = successor(self.instance_class, "managed_graviton", "rds", "${self.engine}/TYPE")
    major  = tonumber(try(split(".", self.engine_version)[0], "99"))
    open   = contains(["mysql", "mariadb", "postgres"], self.engine)
  }
  when     = better != null && open && (self.engine_version == null || (self.engine == "postgres" ? major >= 12 : self.engine == "mysql" ? major >= 8 : major >= 10))
  obstacle {
    when   = stands_by() && length([for p in referred("replicate_source_db") : p if p.instance_class == self.instance_class]) > 0
    reason = "it follows its primary: change that one first, and this one with it"
  }
  evidence = "${self.engine} runs on ${better} unchanged, with the processors and the memory of ${self.instance_class}."
  patch {
    set {
      instance_class = better
    }
  }
  fires "postgres on m5" {
    resource "aws_db_instance" "d" {
      engine            = "postgres"
      engine_version    = "16.3"
      instance_class    = "db.m5.large"
      allocated_storage = 50
      storage_type      = "gp3"
    }
  }
  spares "Graviton already" {
    resource "aws_db_instance" "d" {
      engine            = "postgres"
      instance_class    = "db.m6g.large"
      allocated_storage = 50
    }
  }
  edge "spares" "an engine that is not there" {
    resource "aws_db_instance" "d" {
      engine            = "sqlserver-se"
      instance_class    = "db.m5.large"
      allocated_storage = 50
    }
  }
  edge "spares" "a version that is too old" {
    resource "aws_db_instance" "d" {
      engine            = "postgres"
      engine_version    = "11.22"
      instance_class    = "db.m5.large"
      allocated_storage = 50
    }
  }
}

rule "aws-cluster-instance-graviton" {
  number     = 10
  title      = "Aurora instance that would cost less on Graviton"
  origin     = "AWS Compute Optimizer MigrateToGraviton"
  action     = "migrate-to-graviton"
  stage      = "architecture"
  needs      = ["resources"]
  resource   = "aws_rds_cluster_instance"
  confidence = "high"
  effort     = "low"
  risk       = "low"
  reversible = true
  let {
    better = successor(self.instance_class, "managed_graviton", "aurora", "TYPE")
  }
  when     = better != null
  evidence = "Aurora runs on ${better} unchanged, with the processors and the memory of ${self.instance_class}."
  patch {
    set {
      instance_class = better
    }
  }
  fires "r5" {
    resource "aws_rds_cluster_instance" "a" {
      cluster_identifier = "c"
      engine             = "aurora-postgresql"
      instance_class     = "db.r5.large"
    }
  }
  spares "r6g" {
    resource "aws_rds_cluster_instance" "a" {
      cluster_identifier = "c"
      engine             = "aurora-postgresql"
      instance_class     = "db.r6g.large"
    }
  }
  edge "spares" "serverless has no class to change" {
    resource "aws_rds_cluster_instance" "a" {
      cluster_identifier = "c"
      engine             = "aurora-postgresql"
      instance_class     = "db.serverless"
    }
  }
}

rule "aws-cache-graviton" {
  number     = 10
  title      = "Cache that would cost less on Graviton"
  origin     = "AWS Compute Optimizer MigrateToGraviton"
  action     = "migrate-to-graviton"
  stage      = "architecture"
  needs      = ["resources"]
  resource   = ["aws_elasticache_cluster", "aws_elasticache_replication_group"]
  confidence = "high"
  effort     = "low"
  risk       = "low"
  reversible = true
  let {
    better = successor(self.node_type, "managed_graviton", "elasticache", "TYPE")
  }
  when     = better != null
  evidence = "The cache runs on ${better} unchanged, with the memory of ${self.node_type}."
  patch {
    set {
      node_type = better
    }
  }
  fires "t3" {
    resource "aws_elasticache_cluster" "c" {
      cluster_id      = "c"
      engine          = "redis"
      node_type       = "cache.t3.micro"
      num_cache_nodes = 1
    }
  }
  spares "t4g" {
    resource "aws_elasticache_cluster" "c" {
      cluster_id      = "c"
      engine          = "redis"
      node_type       = "cache.t4g.micro"
      num_cache_nodes = 1
    }
  }
  edge "spares" "a family without a sibling" {
    resource "aws_elasticache_cluster" "c" {
      cluster_id      = "c"
      engine          = "redis"
      node_type       = "cache.m1.small"
      num_cache_nodes = 1
    }
  }
}

rule "aws-rds-off-hours" {
  number     = 11
  title      = "Database outside of production that runs day and night"
  origin     = "Cloud Custodian offhour and onhour: 10 hours on 5 days"
  action     = "schedule"
  stage      = "schedule"
  needs      = ["resources"]
  resource   = "aws_db_instance"
  confidence = "medium"
  effort     = "low"
  risk       = "low"
  reversible = true
  let {
    hourly = price("rds", "${self.engine}/${self.instance_class}${self.multi_az == true ? "/multi-az" : ""}")
    saved  = min(cost(), hourly * hours * (1 - 50 / 168))
  }
  when     = environment() == "nonprod" && self.status != "stopped" && !mentions("aws_scheduler_schedule", "target.arn", "stopDBInstance")
  obstacle {
    when   = (self.replicate_source_db != null && self.replicate_source_db != "") || is_set_by_reference("replicate_source_db")
    reason = "RDS stops no read replica"
  }
  obstacle {
    when   = length(related("aws_db_instance", "replicate_source_db")) > 0
    reason = "RDS stops no instance that has a read replica"
  }
  obstacle {
    when   = startswith(self.engine, "sqlserver") && self.multi_az == true
    reason = "RDS stops no Multi-AZ instance of SQL Server"
  }
  evidence = "Its tags or its estate say that it is not production, and it runs 168 hours a week."
  saving   = saved
  formula  = "${rate(hourly)} × ${hours} hours × (1 − 50/168) = ${dollars(hourly * hours * (1 - 50 / 168))} a month when it runs from 8 to 18 on five days"
  steps    = ["Stop and start it by EventBridge Scheduler (rds:StopDBInstance, rds:StartDBInstance), or by AWS Instance Scheduler with a tag."]
  fires "a development database" {
    resource "aws_db_instance" "t" {
      engine            = "postgres"
      instance_class    = "db.t3.medium"
      allocated_storage = 50
      tags = {
        Environment = "dev"
      }
    }
  }
  spares "production" {
    resource "aws_db_instance" "t" {
      engine            = "postgres"
      instance_class    = "db.t3.medium"
      allocated_storage = 50
      tags = {
        Environment = "prod"
      }
    }
  }
  edge "spares" "a replica cannot be stopped" {
    resource "aws_db_instance" "t" {
      engine              = "postgres"
      instance_class      = "db.t3.medium"
      allocated_storage   = 50
      replicate_source_db = "main"
      tags = {
        Environment = "dev"
      }
    }
  }
  edge "spares" "the source of a read replica, and the replica" {
    resource "aws_db_instance" "main" {
      identifier        = "main"
      engine            = "postgres"
      instance_class    = "db.m6g.large"
      allocated_storage = 50
      tags              = { Environment = "test" }
    }
    resource "aws_db_instance" "replica" {
      replicate_source_db = aws_db_instance.main.identifier
      instance_class      = "db.m6g.large"
      tags                = { Environment = "test" }
    }
  }
}

rule "aws-eks-extended-support" {
  number     = 22
  title      = "Cluster of a version in extended support"
  origin     = "Amazon EKS release calendar: six times the price after standard support"
  action     = "upgrade"
  stage      = "modernise"
  needs      = ["resources"]
  resource   = "aws_eks_cluster"
  confidence = "high"
  effort     = "high"
  risk       = "medium"
  reversible = false
  let {
    row    = table("versions", "eks/${self.version}")
    next   = table("versions", "eks/${row.successor}")
    far    = next != null && days_between(today, coalesce(next.standard_end, today)) > 0
    extra  = price("eks", "cluster-extended-support") - price("eks", "cluster")
  }
  when     = row != null && days_between(today, row.standard_end) > 0
  evidence = "Kubernetes ${self.version} left standard support on ${row.standard_end}, ${days_between(today, row.standard_end)} days ago."
  saving   = extra * hours
  surcharge  = "extended support"
  formula  = "(${rate(price("eks", "cluster-extended-support"))} − ${rate(price("eks", "cluster"))}) × ${hours} hours = ${dollars(extra * hours)} a month"
  withhold = far ? "EKS goes up one version at a time, and ${row.successor} is in extended support as well: the saving begins with the first one that is not." : null
  steps    = ["Versions go up one by one; the saving begins with the first one in standard support.", "Upgrade the add-ons and node groups after each step."]
  patch {
    set {
      version = row.successor
    }
  }
  fires "1.27" {
    saves = 365
    today = "2026-11-23"
    resource "aws_eks_cluster" "c" {
      name     = "c"
      role_arn = "arn:aws:iam::123456789012:role/c"
      version  = "1.27"
      vpc_config {
        subnet_ids = ["subnet-1", "subnet-2"]
      }
    }
  }
  spares "a version in support" {
    today = "2026-11-23"
    resource "aws_eks_cluster" "c" {
      name     = "c"
      role_arn = "arn:aws:iam::123456789012:role/c"
      version  = "1.34"
      vpc_config {
        subnet_ids = ["subnet-1", "subnet-2"]
      }
    }
  }
  edge "spares" "the last day of standard support" {
    today = "2026-07-29"
    resource "aws_eks_cluster" "c" {
      name     = "c"
      role_arn = "arn:aws:iam::123456789012:role/c"
      version  = "1.33"
      vpc_config {
        subnet_ids = ["subnet-1", "subnet-2"]
      }
    }
  }
  edge "fires" "the day after" {
    today = "2026-07-30"
    resource "aws_eks_cluster" "c" {
      name     = "c"
      role_arn = "arn:aws:iam::123456789012:role/c"
      version  = "1.33"
      vpc_config {
        subnet_ids = ["subnet-1", "subnet-2"]
      }
    }
  }
}

rule "aws-eks-support-ends" {
  number     = 22
  title      = "Cluster whose version leaves standard support within half a year"
  origin     = "Amazon EKS release calendar"
  action     = "upgrade"
  stage      = "govern"
  needs      = ["resources"]
  resource   = "aws_eks_cluster"
  confidence = "high"
  effort     = "high"
  risk       = "medium"
  reversible = false
  basis      = "enabler"
  let {
    row   = table("versions", "eks/${self.version}")
    left  = days_between(row.standard_end, today)
    extra = (price("eks", "cluster-extended-support") - price("eks", "cluster")) * hours
  }
  when     = row != null && left >= 0 && left <= 183
  evidence = "Kubernetes ${self.version} leaves standard support on ${row.standard_end}, in ${left} days."
  formula  = "from that day on ${dollars(extra)} more a month"
  fires "nine days left" {
    today = "2026-11-23"
    resource "aws_eks_cluster" "c" {
      name    = "c"
      version = "1.34"
    }
  }
  spares "far away" {
    today = "2026-01-01"
    resource "aws_eks_cluster" "c" {
      name    = "c"
      version = "1.34"
    }
  }
  edge "fires" "the last day" {
    today = "2026-12-02"
    resource "aws_eks_cluster" "c" {
      name    = "c"
      version = "1.34"
    }
  }
}

rule "aws-rds-extended-support" {
  number     = 22
  title      = "Database of a version in extended support"
  origin     = "Amazon RDS release calendars and extended support prices: $0.10 a vCPU hour, $0.20 in the third year"
  action     = "upgrade"
  stage      = "schedule"
  needs      = ["resources"]
  resource   = ["aws_db_instance", "aws_rds_cluster_instance"]
  confidence = "high"
  effort     = "high"
  risk       = "medium"
  reversible = false
  let {
    parts  = split(".", coalesce(self.engine_version, "0.0"))
    minor  = contains(["mysql", "aurora-mysql"], self.engine) ? "${parts[0]}.${try(parts[1], "0")}" : parts[0]
    row    = table("versions", "${self.engine}/${minor}")
    over   = days_between(today, row.standard_end)
    vcpu   = shape(self.instance_class).vcpu
    third  = days_between(today, coalesce(row.third_year, "9999-12-31")) > 0
    rate   = price("rds-options", third ? "extended-support-3" : "extended-support")
    copies = self.multi_az == true ? 2 : 1
  }
  when     = row != null && self.engine_version != null && over > 0
  evidence = "${self.engine} ${minor} left standard support on ${row.standard_end}, ${over} days ago."
  saving   = vcpu * copies * hours * rate
  surcharge  = "extended support"
  formula  = "${vcpu} vCPU × ${copies} × ${hours} hours × ${rate(rate)} = ${dollars(vcpu * copies * hours * rate)} a month on top of the price of the instance"
  withhold = "A major upgrade needs a rehearsal and a parameter group of the new family; then set engine_version to ${row.successor} with allow_major_version_upgrade."
  steps    = ["Rehearse the upgrade to ${row.successor} on a restored snapshot, or use a blue/green deployment."]
  fires "postgres 12" {
    resource "aws_db_instance" "d" {
      engine            = "postgres"
      engine_version    = "12.22"
      instance_class    = "db.m5.large"
      allocated_storage = 50
    }
  }
  spares "postgres 17" {
    resource "aws_db_instance" "d" {
      engine            = "postgres"
      engine_version    = "17.2"
      instance_class    = "db.m5.large"
      allocated_storage = 50
    }
  }
  edge "spares" "the last day of standard support" {
    today = "2026-02-28"
    resource "aws_db_instance" "d" {
      engine            = "postgres"
      engine_version    = "13.18"
      instance_class    = "db.m5.large"
      allocated_storage = 50
    }
  }
}

rule "aws-cache-extended-support" {
  number     = 22
  title      = "Cache or search cluster of a version in extended support"
  origin     = "Amazon ElastiCache and OpenSearch release calendars: 80 % on top for a cache"
  action     = "upgrade"
  stage      = "schedule"
  needs      = ["resources"]
  resource   = ["aws_elasticache_cluster", "aws_elasticache_replication_group"]
  confidence = "medium"
  effort     = "medium"
  risk       = "medium"
  reversible = false
  let {
    major = split(".", coalesce(self.engine_version, "99"))[0]
    row   = table("versions", "${coalesce(self.engine, "redis")}/${major}")
  }
  when     = row != null && days_between(today, row.standard_end) > 0
  evidence = "${coalesce(self.engine, "redis")} ${major} left standard support on ${row.standard_end}."
  surcharge  = "extended support"
  patch {
    set {
      engine_version = row.successor
    }
  }
  fires "redis 5" {
    resource "aws_elasticache_cluster" "c" {
      cluster_id      = "c"
      engine          = "redis"
      engine_version  = "5.0.6"
      node_type       = "cache.t4g.micro"
      num_cache_nodes = 1
    }
  }
  spares "redis 7" {
    resource "aws_elasticache_cluster" "c" {
      cluster_id      = "c"
      engine          = "redis"
      engine_version  = "7.1"
      node_type       = "cache.t4g.micro"
      num_cache_nodes = 1
    }
  }
  edge "spares" "the last day" {
    today = "2026-01-31"
    resource "aws_elasticache_cluster" "c" {
      cluster_id      = "c"
      engine          = "redis"
      engine_version  = "5.0.6"
      node_type       = "cache.t4g.micro"
      num_cache_nodes = 1
    }
  }
}

rule "aws-opensearch-gp2-to-gp3" {
  number     = 1
  title      = "Search domain with disks of type gp2"
  origin     = "AWS: gp3 of OpenSearch Service costs 9.6 % less and gives as many IOPS"
  action     = "upgrade"
  stage      = "modernise"
  needs      = ["resources"]
  resource   = ["aws_opensearch_domain", "aws_elasticsearch_domain"]
  confidence = "high"
  effort     = "low"
  risk       = "low"
  reversible = true
  let {
    disk    = self.ebs_options[0]
    type    = coalesce(self.cluster_config[0].instance_type, "m4.large.search")
    family  = split(".", type)[0]
    version = coalesce(self.engine_version, self.elasticsearch_version, "OpenSearch_1.3")
  }
  when     = disk.ebs_enabled != false && disk != null && coalesce(disk.volume_type, "gp2") == "gp2"
  obstacle {
    when   = contains(["m3", "r3", "i2", "t2", "m4", "c4", "r4"], family)
    reason = "gp3 is there for instances of the fifth generation and t3, not for ${type}"
  }
  evidence = "The disks of ${coalesce(disk.volume_size, 10)} GB of each data node are of type gp2${disk.volume_type == null ? ", the default" : ""}."
  steps    = ["A change of the type makes a blue/green deployment of the domain: do it when it is quiet."]
  patch {
    set {
      ebs_options {
        volume_type = "gp3"
      }
    }
  }
  fires "three nodes" {
    resource "aws_opensearch_domain" "logs" {
      domain_name    = "logs"
      engine_version = "OpenSearch_2.11"
      cluster_config {
        instance_type  = "m5.large.search"
        instance_count = 3
      }
      ebs_options {
        ebs_enabled = true
        volume_type = "gp2"
        volume_size = 200
      }
    }
  }
  spares "gp3 already" {
    resource "aws_opensearch_domain" "logs" {
      domain_name = "logs"
      cluster_config {
        instance_type = "m5.large.search"
      }
      ebs_options {
        ebs_enabled = true
        volume_type = "gp3"
        volume_size = 200
      }
    }
  }
  edge "spares" "an instance that takes no gp3" {
    resource "aws_opensearch_domain" "logs" {
      domain_name = "logs"
      cluster_config {
        instance_type = "m4.large.search"
      }
      ebs_options {
        ebs_enabled = true
        volume_type = "gp2"
        volume_size = 200
      }
    }
  }
}

rule "aws-opensearch-graviton" {
  number     = 10
  title      = "Search domain that would cost less on Graviton"
  origin     = "AWS: Graviton instances of OpenSearch Service, from Elasticsearch 7.9 and OpenSearch 1.0 on"
  action     = "migrate-to-graviton"
  stage      = "architecture"
  needs      = ["resources"]
  resource   = ["aws_opensearch_domain", "aws_elasticsearch_domain"]
  confidence = "high"
  effort     = "low"
  risk       = "low"
  reversible = true
  let {
    type    = coalesce(self.cluster_config[0].instance_type, "m4.large.search")
    suffix  = split(".", type)[2]
    plain   = join(".", slice(split(".", type), 0, 2))
    better  = successor(plain, "search_graviton", "opensearch", "TYPE.search") == null ? null : "${successor(plain, "search_graviton", "opensearch", "TYPE.search")}.${suffix}"
    version = coalesce(self.engine_version, self.elasticsearch_version, "OpenSearch_1.3")
    number  = replace(replace(version, "OpenSearch_", ""), "Elasticsearch_", "")
    old     = !startswith(version, "OpenSearch_") && !contains(["7.9", "7.10"], number)
  }
  when     = better != null
  obstacle {
    when   = old
    reason = "Graviton is there from Elasticsearch 7.9 on, not for ${version}"
  }
  evidence = "The domain runs on ${better} unchanged, with the processors and the memory of ${type}."
  steps    = ["A change of the type makes a blue/green deployment of the domain: do it when it is quiet."]
  patch {
    set {
      cluster_config {
        instance_type = better
      }
    }
  }
  fires "three nodes" {
    resource "aws_opensearch_domain" "logs" {
      domain_name    = "logs"
      engine_version = "OpenSearch_2.11"
      cluster_config {
        instance_type  = "m5.large.search"
        instance_count = 3
      }
      ebs_options {
        ebs_enabled = true
        volume_type = "gp3"
        volume_size = 200
      }
    }
  }
  spares "Graviton already" {
    resource "aws_opensearch_domain" "logs" {
      domain_name    = "logs"
      engine_version = "OpenSearch_2.11"
      cluster_config {
        instance_type = "m6g.large.search"
      }
    }
  }
  edge "spares" "a version before it" {
    resource "aws_elasticsearch_domain" "logs" {
      domain_name           = "logs"
      elasticsearch_version = "7.8"
      cluster_config {
        instance_type = "m5.large.elasticsearch"
      }
    }
  }
}

rule "aws-rds-too-small" {
  number     = 23
  title      = "Database too small for its load"
  origin     = "AWS Compute Optimizer for RDS, under-provisioned; Amazon RDS user guide, storage full"
  action     = "rightsize"
  stage      = "govern"
  needs      = ["metrics"]
  resource   = "aws_db_instance"
  confidence = "medium"
  effort     = "medium"
  risk       = "low"
  reversible = true
  basis      = "enabler"
  let {
    free    = metric_or_null("rds_free_storage")
    cpu     = metric_or_null("rds_cpu")
    gb      = self.allocated_storage
    left    = free == null ? null : free.min / 1073741824
    reasons = [for r in [
      left != null && gb != null && left < gb * 0.1 ? "only ${fixed(left, 1)} of ${gb} GB were free" : null,
      cpu != null && cpu.hours >= 30 && cpu.p95 >= 90 ? "P95 of CPU is ${fixed(cpu.p95, 1)} %" : null,
    ] : r if r != null]
  }
  when     = free == null && cpu == null ? metric("rds_cpu").hours < 0 : length(reasons) > 0
  evidence = "${join(", ", reasons)}."
  formula  = "costs more: ${left != null && gb != null && left < gb * 0.1 ? "storage by the GB" : "a larger class"}"
  steps    = [left != null && gb != null && left < gb * 0.1 ? "Set max_allocated_storage, so that RDS makes it larger by itself, or allocated_storage to ${ceil(gb * 1.5)}." : "Look at the slowest queries first; then go up one class, which restarts it."]
  fires "hardly any storage left" {
    resource "aws_db_instance" "main" {
      identifier        = "main"
      engine            = "postgres"
      instance_class    = "db.m6g.large"
      allocated_storage = 100
    }
    series "rds_free_storage" {
      key   = "main"
      value = 3221225472
      hours = 336
    }
  }
  spares "half of it free" {
    resource "aws_db_instance" "main" {
      identifier        = "main"
      engine            = "postgres"
      instance_class    = "db.m6g.large"
      allocated_storage = 100
    }
    series "rds_free_storage" {
      key   = "main"
      value = 53687091200
      hours = 336
    }
  }
  edge "spares" "a tenth is enough" {
    resource "aws_db_instance" "main" {
      identifier        = "main"
      engine            = "postgres"
      instance_class    = "db.m6g.large"
      allocated_storage = 100
    }
    series "rds_free_storage" {
      key   = "main"
      value = 10737418240
      hours = 336
    }
  }
  unjudged "nothing measured" {
    resource "aws_db_instance" "main" {
      identifier     = "main"
      engine         = "postgres"
      instance_class = "db.m6g.large"
    }
  }
}
