# Disks, buckets, logs and snapshots. docs/advise.md says what a rule may name.

rule "aws-ebs-gp2-to-gp3" {
  number     = 1
  title      = "Volume of type gp2"
  origin     = "infracost FinOps policy, Cloud Custodian; same figures for IOPS and throughput as gp2 gives by size"
  action     = "upgrade"
  stage      = "modernise"
  needs      = ["resources"]
  resource   = "aws_ebs_volume"
  confidence = "high"
  effort     = "very-low"
  risk       = "low"
  reversible = true
  let {
    gb         = coalesce(self.size, 8)
    iops       = min(16000, 3 * gb)
    throughput = gb >= 334 ? 250 : 125
  }
  when     = coalesce(self.type, "gp2") == "gp2"
  evidence = "The type is gp2, ${gb} GB: it gives ${max(100, iops)} IOPS and up to ${gb >= 334 ? 250 : 128} MB/s, and gp3 has 3,000 IOPS and 125 MB/s at its base price."
  patch {
    set {
      type = "gp3"
    }
  }
  patch {
    when = iops > 3000
    set {
      iops = iops
    }
  }
  patch {
    when = throughput > 125
    set {
      throughput = throughput
    }
  }
  fires "the default type" {
    saves = 2
    resource "aws_ebs_volume" "data" {
      availability_zone = "us-east-1a"
      size              = 100
      encrypted         = true
    }
  }
  spares "gp3 already" {
    resource "aws_ebs_volume" "data" {
      availability_zone = "us-east-1a"
      size              = 100
      type              = "gp3"
      encrypted         = true
    }
  }
  edge "fires" "so large that its IOPS have to be bought" {
    resource "aws_ebs_volume" "data" {
      availability_zone = "us-east-1a"
      size              = 2000
      type              = "gp2"
      encrypted         = true
    }
  }
  unjudged "a type that only a plan knows" {
    variable "type" {}
    resource "aws_ebs_volume" "data" {
      availability_zone = "us-east-1a"
      size              = 100
      type              = var.type
    }
  }
}

rule "aws-instance-gp2-to-gp3" {
  number     = 1
  title      = "Instance with a disk of type gp2"
  origin     = "infracost FinOps policy"
  action     = "upgrade"
  stage      = "modernise"
  needs      = ["resources"]
  resource   = "aws_instance"
  confidence = "high"
  effort     = "very-low"
  risk       = "low"
  reversible = true
  let {
    root       = coalesce(self.root_block_device[0].volume_type, "gp2") == "gp2"
    size       = coalesce(self.root_block_device[0].volume_size, 8)
    iops       = min(16000, 3 * size)
    throughput = size >= 334 ? 250 : 125
    old        = [for d in coalesce(self.ebs_block_device, []) : d if coalesce(d.volume_type, "gp2") == "gp2"]
    further    = length(old)
    # From this size on gp2 gives more than gp3 does at its base price; each such disk needs figures of its own.
    large      = length([for d in old : d if coalesce(d.volume_size, 8) >= 334])
  }
  when     = root || further > 0
  steps    = large > 0 ? ["Give each further disk of 334 GB and more iops of 3 a GB (up to 16,000) and throughput = 250 with its new type, so that it is as fast as before."] : []
  evidence = "${root ? "The root disk of ${size} GB" : "${further} further disk(s)"} ${root && further > 0 ? "and ${further} further disk(s) are" : "is"} of type gp2${self.root_block_device[0].volume_type == null && root ? ", the default" : ""}."
  patch {
    when = root
    set {
      root_block_device {
        volume_type = "gp3"
      }
    }
  }
  patch {
    when = root && iops > 3000
    set {
      root_block_device {
        iops = iops
      }
    }
  }
  patch {
    when = root && throughput > 125
    set {
      root_block_device {
        throughput = throughput
      }
    }
  }
  patch {
    when = further > 0 && large == 0 && length([for d in coalesce(self.ebs_block_device, []) : d if contains(["gp2", "gp3"], coalesce(d.volume_type, "gp2"))]) == length(coalesce(self.ebs_block_device, []))
    set {
      ebs_block_device {
        volume_type = "gp3"
      }
    }
  }
  fires "a root disk by default" {
    saves = 0.16
    resource "aws_instance" "web" {
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
  }
  edge "fires" "so large a root disk that its IOPS have to be bought" {
    saves = 30
    resource "aws_instance" "web" {
      ami           = "ami-12345678"
      instance_type = "m6i.large"
      root_block_device {
        volume_type = "gp2"
        volume_size = 4000
      }
    }
  }
  spares "gp3 root disk" {
    resource "aws_instance" "web" {
      ami           = "ami-12345678"
      instance_type = "m6i.large"
      root_block_device {
        volume_type = "gp3"
        volume_size = 50
      }
    }
  }
  edge "fires" "only a further disk is old" {
    resource "aws_instance" "web" {
      ami           = "ami-12345678"
      instance_type = "m6i.large"
      root_block_device {
        volume_type = "gp3"
        volume_size = 50
      }
      ebs_block_device {
        device_name = "/dev/sdf"
        volume_type = "gp2"
        volume_size = 100
      }
    }
  }
}

rule "aws-template-gp2-to-gp3" {
  number     = 1
  title      = "Launch template with a disk of type gp2"
  origin     = "infracost FinOps policy, for what groups are made of"
  action     = "upgrade"
  stage      = "modernise"
  needs      = ["resources"]
  resource   = "aws_launch_template"
  confidence = "high"
  effort     = "very-low"
  risk       = "low"
  reversible = true
  let {
    disks = [for b in coalesce(self.block_device_mappings, []) : b.ebs[0] if length(coalesce(b.ebs, [])) > 0]
    old   = [for d in disks : d if d.volume_type == "gp2"]
    large = length([for d in old : d if coalesce(d.volume_size, 8) >= 334])
  }
  when     = length(old) > 0
  evidence = "${length(old)} disk(s) of what the template makes are of type gp2."
  steps    = concat(["Instances that are there keep their disks; those that the group makes from now on have the new ones."], large > 0 ? ["Give each disk of 334 GB and more iops of 3 a GB (up to 16,000) and throughput = 250 with its new type, so that it is as fast as before."] : [])
  patch {
    when = large == 0 && length([for d in disks : d if contains(["gp2", "gp3"], coalesce(d.volume_type, "none"))]) == length(coalesce(self.block_device_mappings, []))
    set {
      block_device_mappings {
        ebs {
          volume_type = "gp3"
        }
      }
    }
  }
  fires "a group's disks" {
    resource "aws_launch_template" "web" {
      image_id      = "ami-12345678"
      instance_type = "m6i.large"
      block_device_mappings {
        device_name = "/dev/xvda"
        ebs {
          volume_size = 100
          volume_type = "gp2"
        }
      }
    }
    resource "aws_autoscaling_group" "web" {
      availability_zones = ["us-east-1a"]
      min_size           = 2
      max_size           = 4
      launch_template {
        id = aws_launch_template.web.id
      }
    }
  }
  spares "gp3 already" {
    resource "aws_launch_template" "web" {
      image_id      = "ami-12345678"
      instance_type = "m6i.large"
      block_device_mappings {
        device_name = "/dev/xvda"
        ebs {
          volume_size = 100
          volume_type = "gp3"
        }
      }
    }
  }
  edge "spares" "a type that the image decides" {
    resource "aws_launch_template" "web" {
      image_id      = "ami-12345678"
      instance_type = "m6i.large"
      block_device_mappings {
        device_name = "/dev/xvda"
        ebs {
          volume_size = 100
        }
      }
    }
  }
}

rule "aws-ebs-provisioned-iops-to-gp3" {
  number     = 2
  title      = "Volume with provisioned IOPS that gp3 gives too"
  origin     = "AWS Compute Optimizer: gp3 goes up to 16,000 IOPS"
  action     = "upgrade"
  stage      = "modernise"
  needs      = ["resources"]
  resource   = "aws_ebs_volume"
  confidence = "medium"
  effort     = "low"
  risk       = "medium"
  reversible = true
  let {
    iops       = coalesce(self.iops, 100)
    throughput = floor(iops / 64)
  }
  when     = contains(["io1", "io2"], self.type) && self.iops <= 16000 && !coalesce(self.multi_attach_enabled, false)
  evidence = "The type is ${self.type} with ${iops} IOPS on ${self.size} GB; gp3 gives up to 16,000 IOPS, with single-digit milliseconds where ${self.type} has less than one."
  patch {
    set {
      type = "gp3"
    }
  }
  patch {
    when  = iops <= 3000
    unset = [["iops"]]
  }
  patch {
    when = throughput > 125
    set {
      throughput = throughput
    }
  }
  fires "3,000 IOPS" {
    resource "aws_ebs_volume" "db" {
      availability_zone = "us-east-1a"
      size              = 100
      type              = "io1"
      iops              = 3000
      encrypted         = true
    }
  }
  spares "more than gp3 gives" {
    resource "aws_ebs_volume" "db" {
      availability_zone = "us-east-1a"
      size              = 1000
      type              = "io2"
      iops              = 20000
      encrypted         = true
    }
  }
  edge "fires" "just what gp3 gives" {
    resource "aws_ebs_volume" "db" {
      availability_zone = "us-east-1a"
      size              = 1000
      type              = "io1"
      iops              = 16000
      encrypted         = true
    }
  }
  edge "spares" "one more than gp3 gives" {
    resource "aws_ebs_volume" "db" {
      availability_zone = "us-east-1a"
      size              = 1000
      type              = "io1"
      iops              = 16001
      encrypted         = true
    }
  }
}

rule "aws-ebs-unattached" {
  number     = 3
  title      = "Volume that nothing is attached to"
  origin     = "AWS Trusted Advisor, Compute Optimizer (32 days), Cloud Custodian"
  action     = "delete"
  stage      = "remove"
  needs      = ["state"]
  resource   = "aws_ebs_volume"
  confidence = "high"
  effort     = "low"
  risk       = "low"
  reversible = true
  keeps_data = true
  let {
    seen     = given("cloud") ? related("cloud_volume", "VolumeId") : []
    attached = length(related("aws_volume_attachment", "volume_id")) > 0 || length(related("aws_instance", "ebs_block_device.volume_id")) > 0
    gb       = coalesce(self.size, 8)
  }
  when     = attached ? false : length(seen) > 0 ? seen[0].State == "available" : given("state") ? true : unknown_without("a state, or --aws with describe-volumes: code cannot show what is attached by hand")
  evidence = length(seen) > 0 ? "The cloud says that the volume (${gb} GB) is available, which is: attached to nothing." : "Nothing in the state attaches the volume (${gb} GB)."
  saving   = max(0, cost() - gb * price("ebs", "snapshot"))
  formula  = "${dollars(cost())} for the volume − ${gb} GB × ${rate(price("ebs", "snapshot"))} for the snapshot that is kept = ${dollars(max(0, cost() - gb * price("ebs", "snapshot")))} a month"
  steps    = ["aws ec2 create-snapshot --volume-id ${coalesce(self.id, address)} --description 'before ${address} was removed'", "Wait until the snapshot is completed, then apply the patch."]
  patch {
    remove = true
  }
  fires "a volume alone in a state" {
    given = ["state"]
    saves = 3
    resource "aws_ebs_volume" "old" {
      id                = "vol-0aaa1111"
      availability_zone = "us-east-1a"
      size              = 100
      type              = "gp3"
      encrypted         = true
    }
  }
  spares "an attached volume" {
    given = ["state"]
    resource "aws_ebs_volume" "data" {
      id                = "vol-0aaa1111"
      availability_zone = "us-east-1a"
      size              = 100
    }
    resource "aws_volume_attachment" "data" {
      device_name = "/dev/sdf"
      volume_id   = "vol-0aaa1111"
      instance_id = "i-1"
    }
  }
  edge "spares" "attached by hand, as the cloud says" {
    given = ["state"]
    resource "aws_ebs_volume" "data" {
      id                = "vol-0aaa1111"
      availability_zone = "us-east-1a"
      size              = 100
      type              = "gp3"
    }
    observed "cloud_volume" "a" {
      VolumeId = "vol-0aaa1111"
      State    = "in-use"
    }
  }
  unjudged "code alone" {
    resource "aws_ebs_volume" "data" {
      availability_zone = "us-east-1a"
      size              = 100
      type              = "gp3"
    }
  }
}

rule "cloud-volume-unattached" {
  number     = 3
  title      = "Volume of the account that no code knows and nothing is attached to"
  origin     = "AWS Trusted Advisor, Cloud Custodian"
  action     = "delete"
  stage      = "remove"
  needs      = ["cloud"]
  resource   = "cloud_volume"
  confidence = "high"
  effort     = "low"
  risk       = "low"
  reversible = true
  keeps_data = true
  let {
    type  = coalesce(self.VolumeType, "gp2")
    month = self.Size * price("ebs", type) + (contains(["io1", "io2"], type) ? self.Iops * price("ebs", "${type}-iops") : 0)
    kept  = self.Size * price("ebs", "snapshot")
  }
  when     = self.State == "available" && !declared("aws_ebs_volume", "id", self.VolumeId)
  evidence = "Volume ${self.VolumeId} (${type}, ${self.Size} GB) is available, which is: attached to nothing; created ${self.CreateTime}."
  saving   = max(0, month - kept)
  formula  = "${dollars(month)} for the volume − ${self.Size} GB × ${rate(price("ebs", "snapshot"))} for the snapshot that is kept = ${dollars(max(0, month - kept))} a month"
  steps    = ["aws ec2 create-snapshot --volume-id ${self.VolumeId}", "aws ec2 delete-volume --volume-id ${self.VolumeId}"]
  fires "available" {
    saves = 3
    observed "cloud_volume" "a" {
      VolumeId   = "vol-0bbb"
      State      = "available"
      VolumeType = "gp3"
      Size       = 100
      CreateTime = "2026-01-02T03:04:05Z"
    }
  }
  spares "in use" {
    observed "cloud_volume" "a" {
      VolumeId   = "vol-0bbb"
      State      = "in-use"
      VolumeType = "gp3"
      Size       = 100
    }
  }
  edge "spares" "known to the state, which has its own advice" {
    given = ["state"]
    resource "aws_ebs_volume" "a" {
      id                = "vol-0bbb"
      availability_zone = "us-east-1a"
      size              = 100
    }
    observed "cloud_volume" "a" {
      VolumeId   = "vol-0bbb"
      State      = "available"
      VolumeType = "gp3"
      Size       = 100
    }
  }
}

rule "aws-ebs-idle" {
  number     = 4
  title      = "Attached volume that is hardly read or written"
  origin     = "AWS Trusted Advisor: less than one operation a day for seven days"
  action     = "delete"
  stage      = "remove"
  needs      = ["metrics"]
  resource   = "aws_ebs_volume"
  confidence = "medium"
  effort     = "medium"
  risk       = "medium"
  reversible = true
  keeps_data = true
  let {
    operations = metric("ebs_operations")
    gb         = coalesce(self.size, 8)
  }
  when     = operations.hours >= 7 * 24 * 0.9 && operations.max <= 1
  evidence = "At most ${operations.max} operation(s) a day in ${floor(operations.hours / 24)} days."
  saving   = max(0, cost() - gb * price("ebs", "snapshot"))
  formula  = "${dollars(cost())} for the volume − ${gb} GB × ${rate(price("ebs", "snapshot"))} for a snapshot = ${dollars(max(0, cost() - gb * price("ebs", "snapshot")))} a month"
  steps    = ["aws ec2 create-snapshot --volume-id ${coalesce(self.id, address)}", "Wait until the snapshot is completed, unmount the volume, then apply the patch."]
  patch {
    target = addresses(related("aws_volume_attachment", "volume_id"))
    remove = true
  }
  patch {
    remove = true
  }
  fires "no operation in a week" {
    resource "aws_ebs_volume" "archive" {
      id                = "vol-0ccc"
      availability_zone = "us-east-1a"
      size              = 500
      type              = "gp3"
    }
    series "ebs_operations" {
      key   = "vol-0ccc"
      value = 0
      hours = 192
    }
  }
  spares "a busy volume" {
    resource "aws_ebs_volume" "archive" {
      id                = "vol-0ccc"
      availability_zone = "us-east-1a"
      size              = 500
      type              = "gp3"
    }
    series "ebs_operations" {
      key   = "vol-0ccc"
      value = 5000
      hours = 192
    }
  }
  edge "spares" "idle, but only for three days so far" {
    resource "aws_ebs_volume" "archive" {
      id                = "vol-0ccc"
      availability_zone = "us-east-1a"
      size              = 500
      type              = "gp3"
    }
    series "ebs_operations" {
      key   = "vol-0ccc"
      value = 0
      hours = 72
    }
  }
  unjudged "no metrics" {
    resource "aws_ebs_volume" "archive" {
      availability_zone = "us-east-1a"
      size              = 500
      type              = "gp3"
    }
  }
}

rule "aws-s3-intelligent-tiering" {
  number     = 26
  title      = "Large bucket whose objects all lie in the dearest class"
  origin     = "AWS S3 pricing: 30 days without a read move an object to half the price"
  action     = "store"
  stage      = "architecture"
  needs      = ["metrics"]
  resource   = "aws_s3_bucket"
  confidence = "medium"
  effort     = "low"
  risk       = "low"
  reversible = true
  basis      = "usage"
  let {
    gb      = metric("s3_bytes").max / 1000000000
    objects = metric("s3_objects").max
    watch   = objects * 0.0025 / 1000
    tenth   = gb / 10 * (price("s3", "standard") - price("s3", "standard-ia"))
    cycles  = related("aws_s3_bucket_lifecycle_configuration", "bucket")
  }
  when     = gb >= 100 && tenth > watch && length(cycles) == 0 && self.lifecycle_rule == null
  evidence = "${fixed(gb, 0)} GB in ${fixed(objects, 0)} objects lie in the standard class, and nothing moves them."
  formula  = "each tenth that nobody reads for 30 days saves ${fixed(gb / 10, 1)} GB × (${rate(price("s3", "standard"))} − ${rate(price("s3", "standard-ia"))}) = ${dollars(tenth)}; watching ${fixed(objects, 0)} objects costs ${dollars(watch)} a month"
  patch {
    add {
      resource "aws_s3_bucket_lifecycle_configuration" "self" {
        bucket = self.id

        rule {
          id     = "tier-by-access"
          status = "Enabled"

          filter {}

          transition {
            days          = 0
            storage_class = "INTELLIGENT_TIERING"
          }

          abort_incomplete_multipart_upload {
            days_after_initiation = 7
          }
        }
      }
    }
  }
  fires "two terabytes" {
    resource "aws_s3_bucket" "data" {
      bucket = "acme-data-lake"
    }
    series "s3_bytes" {
      key   = "acme-data-lake"
      value = 2000000000000
      hours = 336
    }
    series "s3_objects" {
      key   = "acme-data-lake"
      value = 100000
      hours = 336
    }
  }
  spares "small bucket" {
    resource "aws_s3_bucket" "data" {
      bucket = "acme-data-lake"
    }
    series "s3_bytes" {
      key   = "acme-data-lake"
      value = 2000000000
      hours = 336
    }
    series "s3_objects" {
      key   = "acme-data-lake"
      value = 100
      hours = 336
    }
  }
  edge "spares" "so many small objects that watching them costs more" {
    resource "aws_s3_bucket" "data" {
      bucket = "acme-data-lake"
    }
    series "s3_bytes" {
      key   = "acme-data-lake"
      value = 150000000000
      hours = 336
    }
    series "s3_objects" {
      key   = "acme-data-lake"
      value = 900000000
      hours = 336
    }
  }
}

rule "aws-s3-no-lifecycle" {
  number     = 25
  title      = "Bucket that keeps everything for ever"
  origin     = "AWS Trusted Advisor: incomplete multipart uploads; Cloud Custodian"
  action     = "configure"
  stage      = "govern"
  needs      = ["resources"]
  resource   = "aws_s3_bucket"
  confidence = "low"
  effort     = "very-low"
  risk       = "low"
  reversible = true
  basis      = "usage"
  let {
    cycles     = related("aws_s3_bucket_lifecycle_configuration", "bucket")
    versioning = related("aws_s3_bucket_versioning", "bucket")
    versioned  = length([for v in versioning : v if v.versioning_configuration[0].status == "Enabled"]) > 0 || self.versioning[0].enabled == true
  }
  when     = length(cycles) == 0 && length(coalesce(self.lifecycle_rule, [])) == 0
  evidence = "There is no lifecycle rule: parts of uploads that were broken off stay for ever${versioned ? ", and so does every old version of an object" : ""}."
  formula  = "GB of broken uploads ${versioned ? "and of versions older than 90 days " : ""}× ${rate(price("s3", "standard"))}"
  patch {
    when = !versioned
    add {
      resource "aws_s3_bucket_lifecycle_configuration" "self" {
        bucket = self.id

        rule {
          id     = "abort-incomplete-uploads"
          status = "Enabled"

          filter {}

          abort_incomplete_multipart_upload {
            days_after_initiation = 7
          }
        }
      }
    }
  }
  patch {
    when = versioned
    add {
      resource "aws_s3_bucket_lifecycle_configuration" "self" {
        bucket = self.id

        rule {
          id     = "old-versions"
          status = "Enabled"

          filter {}

          noncurrent_version_expiration {
            noncurrent_days = 90
          }

          abort_incomplete_multipart_upload {
            days_after_initiation = 7
          }
        }
      }
    }
  }
  fires "a bucket alone" {
    resource "aws_s3_bucket" "logs" {
      bucket = "acme-logs"
    }
  }
  spares "a bucket with a lifecycle" {
    resource "aws_s3_bucket" "logs" {
      bucket = "acme-logs"
    }
    resource "aws_s3_bucket_lifecycle_configuration" "logs" {
      bucket = aws_s3_bucket.logs.id
      rule {
        id     = "all"
        status = "Enabled"
        filter {}
        expiration {
          days = 30
        }
      }
    }
  }
  edge "spares" "the lifecycle names the bucket by its name" {
    resource "aws_s3_bucket" "logs" {
      bucket = "acme-logs"
    }
    resource "aws_s3_bucket_lifecycle_configuration" "logs" {
      bucket = "acme-logs"
      rule {
        id     = "all"
        status = "Enabled"
        filter {}
        expiration {
          days = 30
        }
      }
    }
  }
  edge "fires" "a versioned bucket gets an end for old versions" {
    resource "aws_s3_bucket" "logs" {
      bucket = "acme-logs"
    }
    resource "aws_s3_bucket_versioning" "logs" {
      bucket = aws_s3_bucket.logs.id
      versioning_configuration {
        status = "Enabled"
      }
    }
  }
}

rule "aws-log-retention" {
  number     = 27
  title      = "Log group that keeps everything for ever"
  origin     = "infracost FinOps policy, Cloud Custodian"
  action     = "configure"
  stage      = "govern"
  needs      = ["resources"]
  resource   = "aws_cloudwatch_log_group"
  confidence = "low"
  effort     = "very-low"
  risk       = "low"
  reversible = false
  basis      = "usage"
  let {
    stored = given("metrics") ? metric("log_bytes") : null
    days   = 90
    grown  = stored == null ? 0 : (stored.max - stored.min) / 1000000000 / max(1, stored.hours / 24)
    old    = stored == null ? 0 : max(0, stored.max / 1000000000 - grown * days)
  }
  when     = coalesce(self.retention_in_days, 0) == 0 && coalesce(self.log_group_class, "STANDARD") != "DELIVERY"
  evidence = "retention_in_days is not set: every line is kept and paid for month by month."
  saving   = stored == null ? null : old * price("cloudwatch", "logs-storage")
  formula  = stored == null ? "GB older than ${days} days × ${rate(price("cloudwatch", "logs-storage"))}" : "${fixed(stored.max / 1000000000, 1)} GB stored − ${days} days × ${fixed(grown, 3)} GB a day = ${fixed(old, 1)} GB × ${rate(price("cloudwatch", "logs-storage"))} = ${dollars(old * price("cloudwatch", "logs-storage"))} a month"
  patch {
    set {
      retention_in_days = days
    }
  }
  fires "never expires" {
    resource "aws_cloudwatch_log_group" "app" {
      name = "/app/web"
    }
  }
  spares "expires" {
    resource "aws_cloudwatch_log_group" "app" {
      name              = "/app/web"
      retention_in_days = 30
    }
  }
  edge "fires" "zero means for ever" {
    resource "aws_cloudwatch_log_group" "app" {
      name              = "/app/web"
      retention_in_days = 0
    }
  }
}

rule "cloud-snapshot-old" {
  number     = 28
  title      = "Old snapshot that no image uses"
  origin     = "Cloud Custodian: unused for 90 days"
  action     = "delete"
  stage      = "remove"
  needs      = ["cloud"]
  resource   = "cloud_snapshot"
  confidence = "medium"
  effort     = "low"
  risk       = "medium"
  reversible = false
  let {
    age    = days_between(today, self.StartTime)
    images = related("cloud_image", "BlockDeviceMappings.Ebs.SnapshotId")
    later  = [for s in related_by("cloud_snapshot", "VolumeId", self.VolumeId) : s if days_between(s.StartTime, self.StartTime) > 0]
  }
  when     = age > 90 && length(images) == 0 && length(later) > 0
  evidence = "Snapshot ${self.SnapshotId} of ${self.VolumeId} (${self.VolumeSize} GB) is ${age} days old, ${length(later)} later one(s) of the same volume exist, and no image uses it."
  saving   = self.VolumeSize * price("ebs", "snapshot")
  formula  = "at most ${self.VolumeSize} GB × ${rate(price("ebs", "snapshot"))} = ${dollars(self.VolumeSize * price("ebs", "snapshot"))} a month (a snapshot holds what changed, which is less)"
  steps    = ["aws ec2 delete-snapshot --snapshot-id ${self.SnapshotId}"]
  fires "two of one volume" {
    observed "cloud_snapshot" "a" {
      SnapshotId = "snap-1"
      id         = "snap-1"
      VolumeId   = "vol-1"
      VolumeSize = 50
      StartTime  = "2026-01-01T00:00:00Z"
    }
    observed "cloud_snapshot" "b" {
      SnapshotId = "snap-2"
      id         = "snap-2"
      VolumeId   = "vol-1"
      VolumeSize = 50
      StartTime  = "2026-11-20T00:00:00Z"
    }
    observed "cloud_image" "i" {
      ImageId = "ami-1"
    }
  }
  spares "the only one of its volume" {
    observed "cloud_snapshot" "a" {
      SnapshotId = "snap-1"
      id         = "snap-1"
      VolumeId   = "vol-1"
      VolumeSize = 50
      StartTime  = "2026-01-01T00:00:00Z"
    }
  }
  edge "spares" "90 days and no more" {
    today = "2026-04-01"
    observed "cloud_snapshot" "a" {
      SnapshotId = "snap-1"
      id         = "snap-1"
      VolumeId   = "vol-1"
      VolumeSize = 50
      StartTime  = "2026-01-01T00:00:00Z"
    }
    observed "cloud_snapshot" "b" {
      SnapshotId = "snap-2"
      id         = "snap-2"
      VolumeId   = "vol-1"
      VolumeSize = 50
      StartTime  = "2026-03-20T00:00:00Z"
    }
  }
  edge "fires" "91 days" {
    today = "2026-04-02"
    observed "cloud_snapshot" "a" {
      SnapshotId = "snap-1"
      id         = "snap-1"
      VolumeId   = "vol-1"
      VolumeSize = 50
      StartTime  = "2026-01-01T00:00:00Z"
    }
    observed "cloud_snapshot" "b" {
      SnapshotId = "snap-2"
      id         = "snap-2"
      VolumeId   = "vol-1"
      VolumeSize = 50
      StartTime  = "2026-03-20T00:00:00Z"
    }
  }
}

rule "cloud-image-old" {
  number     = 28
  title      = "Old machine image that no instance was started from"
  origin     = "Cloud Custodian: unused images"
  action     = "delete"
  stage      = "remove"
  needs      = ["cloud"]
  resource   = "cloud_image"
  confidence = "medium"
  effort     = "low"
  risk       = "medium"
  reversible = false
  let {
    age  = days_between(today, self.CreationDate)
    used = length(related("cloud_instance", "ImageId")) + length(related("aws_instance", "ami")) + length(related("aws_launch_template", "image_id")) + length(related("aws_launch_configuration", "image_id"))
    gb   = sum(concat([0], [for m in coalesce(self.BlockDeviceMappings, []) : coalesce(m.Ebs.VolumeSize, 0)]))
  }
  when     = age > 180 && (given("state") ? used == 0 : length(all_of_type("cloud_instance")) > 0 ? used == 0 : unknown_without("a state, or --aws with describe-instances: which images instances were started from"))
  evidence = "Image ${self.ImageId} is ${age} days old and no instance, launch template or launch configuration uses it."
  saving   = gb * price("ebs", "snapshot")
  formula  = "at most ${gb} GB of its snapshots × ${rate(price("ebs", "snapshot"))} = ${dollars(gb * price("ebs", "snapshot"))} a month"
  steps    = ["aws ec2 deregister-image --image-id ${self.ImageId}", "Delete its snapshots."]
  fires "old and unused" {
    given = ["state"]
    observed "cloud_image" "a" {
      ImageId      = "ami-1"
      id           = "ami-1"
      CreationDate = "2025-01-01T00:00:00.000Z"
      BlockDeviceMappings = [{ Ebs = { SnapshotId = "snap-1", VolumeSize = 20 } }]
    }
  }
  spares "used by an instance" {
    given = ["state"]
    resource "aws_instance" "web" {
      ami           = "ami-1"
      instance_type = "m6i.large"
    }
    observed "cloud_image" "a" {
      ImageId      = "ami-1"
      id           = "ami-1"
      CreationDate = "2025-01-01T00:00:00.000Z"
      BlockDeviceMappings = [{ Ebs = { SnapshotId = "snap-1", VolumeSize = 20 } }]
    }
  }
  edge "spares" "half a year to the day" {
    given = ["state"]
    today = "2026-06-30"
    observed "cloud_image" "a" {
      ImageId      = "ami-1"
      id           = "ami-1"
      CreationDate = "2026-01-01T00:00:00.000Z"
      BlockDeviceMappings = [{ Ebs = { SnapshotId = "snap-1", VolumeSize = 20 } }]
    }
  }
  unjudged "nobody says what instances were started from" {
    observed "cloud_image" "a" {
      ImageId      = "ami-1"
      id           = "ami-1"
      CreationDate = "2025-01-01T00:00:00.000Z"
      BlockDeviceMappings = [{ Ebs = { SnapshotId = "snap-1", VolumeSize = 20 } }]
    }
  }
}
