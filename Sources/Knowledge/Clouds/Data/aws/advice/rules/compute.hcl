# Instances and groups of them.

rule "aws-instance-idle" {
  number     = 7
  title      = "Instance that does nothing"
  origin     = "AWS Compute Optimizer: peaks of CPU below 5 % and less than 5 MB of network a day; without the network, Cost Explorer's 1 %"
  action     = "delete"
  stage      = "remove"
  needs      = ["metrics"]
  resource   = "aws_instance"
  confidence = "medium"
  effort     = "low"
  risk       = "medium"
  reversible = true
  keeps_data = true
  let {
    cpu     = metric("ec2_cpu")
    network = metric_or_null("ec2_network")
    busy    = network == null ? [] : [for day, d in network.by_day : day if d.mean * 86400 > 5000000]
    stopped = self.instance_state == "stopped" || contains([for s in related("aws_ec2_instance_state", "instance_id") : s.state], "stopped")
    # A few days are enough to ask; the report says how many they were.
    least   = 72
  }
  when     = !stopped && cpu.hours >= least && (network == null ? cpu.max <= 1 : cpu.max < 5 && length(busy) == 0)
  obstacle {
    when   = stands_by()
    reason = "it stands by for another one: doing nothing is its work"
  }
  evidence = "CPU was never above ${fixed(cpu.max, 2)} % in ${floor(cpu.hours / 24)} days (${cpu.count} samples)${network == null ? "" : ", and the network moved at most 5 MB on each of them"}."
  steps    = ["aws ec2 create-image --instance-id ${coalesce(self.id, address)} --name before-${name}-was-removed", "Wait until the image is available, then apply the patch."]
  patch {
    target = addresses(concat(related("aws_volume_attachment", "instance_id"), related("aws_eip_association", "instance_id"), related("aws_lb_target_group_attachment", "target_id")))
    remove = true
  }
  patch {
    remove = true
  }
  fires "half a percent for two weeks" {
    resource "aws_instance" "old" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
    series "ec2_cpu" {
      key   = "i-1"
      value = 0.5
      hours = 336
    }
  }
  spares "at work" {
    resource "aws_instance" "old" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
    series "ec2_cpu" {
      key   = "i-1"
      value = 40
      hours = 336
    }
  }
  edge "fires" "one percent" {
    resource "aws_instance" "old" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
    series "ec2_cpu" {
      key   = "i-1"
      value = 1
      hours = 336
    }
  }
  edge "spares" "a peak on one day" {
    resource "aws_instance" "old" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
    series "ec2_cpu" {
      key    = "i-1"
      values = [0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 1.1, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2]
      hours  = 336
    }
  }
  fires "peaks below five percent and no traffic, for five days" {
    resource "aws_instance" "old" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
    series "ec2_cpu" {
      key    = "i-1"
      values = [0.3, 4.9, 0.3, 0.3, 3.1]
      hours  = 120
    }
    series "ec2_network" {
      key   = "i-1"
      value = 20
      hours = 120
    }
  }
  edge "spares" "little CPU, and 100 MB a day go through it" {
    resource "aws_instance" "proxy" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
    series "ec2_cpu" {
      key   = "i-1"
      value = 0.5
      hours = 336
    }
    series "ec2_network" {
      key   = "i-1"
      value = 1200
      hours = 336
    }
  }
  edge "spares" "a standby" {
    resource "aws_instance" "db" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.large"
      tags = {
        Role = "standby"
      }
    }
    series "ec2_cpu" {
      key   = "i-1"
      value = 0.5
      hours = 336
    }
  }
}

rule "aws-instance-rightsize" {
  number     = 8
  title      = "Instance larger than its load"
  origin     = "AWS Compute Optimizer: P99.5 of CPU and the highest memory with 20 % headroom, at least 30 hours of data"
  action     = "rightsize"
  stage      = "resize"
  needs      = ["metrics"]
  resource   = "aws_instance"
  confidence = "medium"
  effort     = "medium"
  risk       = "medium"
  reversible = true
  let {
    cpu    = metric("ec2_cpu")
    memory = metric("ec2_memory")
    shape  = shape(self.instance_type)
    cores  = cpu.p995 / 100 * shape.vcpu * 1.2
    gib    = memory.max / 100 * shape.memory * 1.2
    better = cheaper_type(self.instance_type, cores, gib)
    then   = shape(better)
    base   = tonumber(table("burst_baselines", self.instance_type).baseline)
  }
  when     = cpu.hours >= 30 && memory.hours >= 30 && better != null
  obstacle {
    when   = stands_by()
    reason = "it stands by for another one and has to carry that one's load: size that one first"
  }
  obstacle {
    when   = base != null && cpu.p995 - cpu.mean < 2 && abs(cpu.p995 - coalesce(base, 0)) < 2
    reason = "its CPU lies flat at the ${coalesce(base, 0)} % that ${self.instance_type} earns credits for: it is held back, not idle"
  }
  evidence = "P99.5 of CPU is ${fixed(cpu.p995, 1)} % of ${shape.vcpu} processors and memory at most ${fixed(memory.max, 1)} % of ${fixed(shape.memory, 1)} GiB in ${floor(cpu.hours / 24)} days: with 20 % headroom ${fixed(cores, 2)} processors and ${fixed(gib, 2)} GiB; ${better} has ${then.vcpu} and ${fixed(then.memory, 1)} GiB."
  steps    = ["The instance is stopped while its type changes."]
  patch {
    set {
      instance_type = better
    }
  }
  fires "a tenth of what there is" {
    resource "aws_instance" "web" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.2xlarge"
      root_block_device {
        volume_type = "gp3"
      }
    }
    series "ec2_cpu" {
      key   = "i-1"
      value = 10
      hours = 336
    }
    series "ec2_memory" {
      key   = "i-1"
      value = 15
      hours = 336
    }
  }
  spares "a load that fits" {
    resource "aws_instance" "web" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.2xlarge"
    }
    series "ec2_cpu" {
      key   = "i-1"
      value = 75
      hours = 336
    }
    series "ec2_memory" {
      key   = "i-1"
      value = 70
      hours = 336
    }
  }
  edge "spares" "29 hours are too few" {
    resource "aws_instance" "web" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.2xlarge"
    }
    series "ec2_cpu" {
      key   = "i-1"
      value = 10
      hours = 29
    }
    series "ec2_memory" {
      key   = "i-1"
      value = 15
      hours = 29
    }
  }
  unjudged "memory is not measured" {
    resource "aws_instance" "web" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.2xlarge"
    }
    series "ec2_cpu" {
      key   = "i-1"
      value = 10
      hours = 336
    }
  }
}

rule "aws-group-rightsize" {
  number     = 8
  title      = "Group of instances larger than their load"
  origin     = "AWS Compute Optimizer: P99.5 of CPU and the highest memory with 20 % headroom, at least 30 hours of data"
  action     = "rightsize"
  stage      = "resize"
  needs      = ["metrics"]
  resource   = "aws_autoscaling_group"
  confidence = "medium"
  effort     = "medium"
  risk       = "medium"
  reversible = true
  let {
    templates = concat(referred("launch_template.id"), referred("launch_template.name"))
    type      = templates[0].instance_type
    cpu       = metric("asg_cpu")
    memory    = metric("asg_memory")
    shape     = shape(type)
    cores     = cpu.p995 / 100 * shape.vcpu * 1.2
    gib       = memory.max / 100 * shape.memory * 1.2
    better    = cheaper_type(type, cores, gib)
    then      = shape(better)
  }
  when     = length(templates) > 0 && cpu.hours >= 30 && memory.hours >= 30 && better != null
  obstacle {
    when   = length([for p in related("aws_autoscaling_policy", "autoscaling_group_name") : p if coalesce(p.enabled, true)]) > 0
    reason = "a scaling policy holds the group at its target: of smaller instances it would start more"
  }
  evidence = "P99.5 of CPU is ${fixed(cpu.p995, 1)} % of ${shape.vcpu} processors and memory at most ${fixed(memory.max, 1)} % of ${fixed(shape.memory, 1)} GiB of the busiest ${type} in ${floor(cpu.hours / 24)} days: with 20 % headroom ${fixed(cores, 2)} processors and ${fixed(gib, 2)} GiB; ${better} has ${then.vcpu} and ${fixed(then.memory, 1)} GiB."
  steps    = ["Instances that run keep their type until they are replaced: start an instance refresh."]
  patch {
    target = addresses(templates)
    set {
      instance_type = better
    }
  }
  fires "a tenth of what there is" {
    resource "aws_launch_template" "web" {
      image_id      = "ami-12345678"
      instance_type = "m6i.2xlarge"
    }
    resource "aws_autoscaling_group" "web" {
      name             = "web"
      min_size         = 2
      max_size         = 4
      desired_capacity = 2
      launch_template {
        id = aws_launch_template.web.id
      }
    }
    series "asg_cpu" {
      key   = "web"
      value = 10
      hours = 336
    }
    series "asg_memory" {
      key   = "web"
      value = 15
      hours = 336
    }
  }
  spares "a load that fits" {
    resource "aws_launch_template" "web" {
      image_id      = "ami-12345678"
      instance_type = "m6i.2xlarge"
    }
    resource "aws_autoscaling_group" "web" {
      name     = "web"
      min_size = 2
      max_size = 4
      launch_template {
        id = aws_launch_template.web.id
      }
    }
    series "asg_cpu" {
      key   = "web"
      value = 80
      hours = 336
    }
    series "asg_memory" {
      key   = "web"
      value = 75
      hours = 336
    }
  }
  edge "spares" "29 hours are too few" {
    resource "aws_launch_template" "web" {
      image_id      = "ami-12345678"
      instance_type = "m6i.2xlarge"
    }
    resource "aws_autoscaling_group" "web" {
      name     = "web"
      min_size = 2
      max_size = 4
      launch_template {
        id = aws_launch_template.web.id
      }
    }
    series "asg_cpu" {
      key   = "web"
      value = 10
      hours = 29
    }
    series "asg_memory" {
      key   = "web"
      value = 10
      hours = 29
    }
  }
}

rule "aws-instance-previous-generation" {
  number     = 9
  title      = "Instance type of an earlier generation"
  origin     = "tflint aws_instance_previous_type, infracost FinOps policy"
  action     = "upgrade"
  stage      = "modernise"
  needs      = ["resources"]
  resource   = "aws_instance"
  confidence = "high"
  effort     = "low"
  risk       = "medium"
  reversible = true
  let {
    better = successor(self.instance_type, "generations", "ec2", "TYPE")
  }
  when     = better != null
  evidence = "${self.instance_type} is of an earlier generation; ${better} has at least as many processors and as much memory."
  steps    = ["The instance is stopped while its type changes; its image needs the ENA and NVMe drivers."]
  patch {
    set {
      instance_type = better
    }
  }
  fires "m4" {
    saves = 2.92
    resource "aws_instance" "web" {
      ami           = "ami-12345678"
      instance_type = "m4.large"
      root_block_device {
        volume_type = "gp3"
      }
    }
  }
  spares "a type of today" {
    resource "aws_instance" "web" {
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
  }
  edge "spares" "a size that the successor does not have" {
    resource "aws_instance" "web" {
      ami           = "ami-12345678"
      instance_type = "m4.10xlarge"
    }
  }
}

rule "aws-template-previous-generation" {
  number     = 9
  title      = "Launch template with a type of an earlier generation"
  origin     = "tflint aws_launch_template previous type"
  action     = "upgrade"
  stage      = "modernise"
  needs      = ["resources"]
  resource   = "aws_launch_template"
  confidence = "high"
  effort     = "low"
  risk       = "medium"
  reversible = true
  let {
    better = successor(self.instance_type, "generations", "ec2", "TYPE")
  }
  when     = better != null && length(related("aws_autoscaling_group", "launch_template.id")) + length(related("aws_autoscaling_group", "launch_template.name")) > 0
  evidence = "${self.instance_type} is of an earlier generation, ${better} its successor; a group starts its instances by this template."
  patch {
    set {
      instance_type = better
    }
  }
  fires "a group of t2" {
    resource "aws_launch_template" "web" {
      image_id      = "ami-12345678"
      instance_type = "t2.large"
    }
    resource "aws_autoscaling_group" "web" {
      min_size         = 2
      max_size         = 4
      desired_capacity = 2
      launch_template {
        id = aws_launch_template.web.id
      }
    }
  }
  spares "a group of t3" {
    resource "aws_launch_template" "web" {
      image_id      = "ami-12345678"
      instance_type = "t3.large"
    }
    resource "aws_autoscaling_group" "web" {
      min_size = 2
      max_size = 4
      launch_template {
        id = aws_launch_template.web.id
      }
    }
  }
  edge "spares" "a template that no group uses" {
    resource "aws_launch_template" "web" {
      image_id      = "ami-12345678"
      instance_type = "t2.large"
    }
  }
}

rule "aws-instance-graviton" {
  number     = 10
  title      = "Instance that would cost less on Graviton"
  origin     = "AWS Compute Optimizer MigrateToGraviton"
  action     = "migrate-to-graviton"
  stage      = "architecture"
  needs      = ["resources"]
  resource   = "aws_instance"
  confidence = "high"
  effort     = "high"
  risk       = "medium"
  reversible = true
  withhold   = "The image and the programs on it have to be built for arm64 first; ami and instance_type change together."
  let {
    better = successor(self.instance_type, "graviton", "ec2", "TYPE")
    images = [for i in referred("ami") : join(" ", flatten([coalesce(i.name_regex, ""), [for f in coalesce(i.filter, []) : f.values]]))]
    os     = lower(coalesce(self.platform, [for k, v in coalesce(self.tags, {}) : v if contains(["os", "platform", "operating-system", "operating_system"], lower(k))][0], self.get_password_data == true ? "windows" : null, length([for i in images : i if matches(i, ["windows"])]) > 0 ? "windows" : "linux"))
  }
  when     = better != null
  obstacle {
    when   = startswith(os, "windows")
    reason = "it runs Windows, which there is none of for Graviton"
  }
  evidence = "${better} has the processors and the memory of ${self.instance_type} on the arm64 architecture."
  steps    = ["Build the image for arm64 and try it.", "Set ami to that image and instance_type to ${better}."]
  patch {
    set {
      instance_type = better
    }
  }
  fires "m6i" {
    resource "aws_instance" "web" {
      ami           = "ami-12345678"
      instance_type = "m6i.large"
      root_block_device {
        volume_type = "gp3"
      }
    }
  }
  spares "Graviton already" {
    resource "aws_instance" "web" {
      ami           = "ami-12345678"
      instance_type = "m7g.large"
    }
  }
  edge "spares" "Windows has no arm64 there" {
    resource "aws_instance" "web" {
      ami           = "ami-12345678"
      instance_type = "m6i.large"
      tags = {
        OS = "Windows"
      }
    }
  }
}

rule "aws-instance-low-use" {
  number     = 6
  title      = "Instance that is hardly used on many days"
  origin     = "AWS Trusted Advisor: at most 10 % CPU and 5 MB of network on at least 4 of 14 days"
  action     = "stop"
  stage      = "schedule"
  needs      = ["metrics"]
  resource   = "aws_instance"
  confidence = "medium"
  effort     = "medium"
  risk       = "medium"
  reversible = true
  let {
    cpu     = metric("ec2_cpu")
    network = metric("ec2_network")
    quiet   = [for day, d in cpu.by_day : day if d.mean <= 10 && network.by_day[day] != null && network.by_day[day].mean * 86400 <= 5000000]
    days    = length(cpu.by_day)
    hourly  = price("ec2", self.instance_type)
    share   = length(quiet) / max(1, days)
  }
  when     = length(quiet) >= 4 && days >= 14
  evidence = "On ${length(quiet)} of ${days} days CPU was at most 10 % on average and the network moved at most 5 MB."
  saving   = min(cost(), hourly * hours * share)
  formula  = "${rate(hourly)} × ${hours} hours × ${length(quiet)} of ${days} days on which it could be stopped = ${dollars(hourly * hours * share)} a month"
  steps    = ["Find out with its owner on which days it is needed, and stop it on the others (EventBridge Scheduler, ec2:StopInstances)."]
  fires "quiet for two weeks" {
    resource "aws_instance" "web" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
    series "ec2_cpu" {
      key   = "i-1"
      value = 8
      hours = 360
    }
    series "ec2_network" {
      key   = "i-1"
      value = 20
      hours = 360
    }
  }
  spares "busy" {
    resource "aws_instance" "web" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
    series "ec2_cpu" {
      key   = "i-1"
      value = 60
      hours = 360
    }
    series "ec2_network" {
      key   = "i-1"
      value = 200000
      hours = 360
    }
  }
  edge "spares" "little CPU, but the network is in use" {
    resource "aws_instance" "web" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
    series "ec2_cpu" {
      key   = "i-1"
      value = 3
      hours = 360
    }
    series "ec2_network" {
      key   = "i-1"
      value = 100
      hours = 360
    }
  }
}

rule "aws-instance-off-hours" {
  number     = 11
  title      = "Instance outside of production that runs day and night"
  origin     = "Cloud Custodian offhour and onhour: 10 hours on 5 days"
  action     = "schedule"
  stage      = "schedule"
  needs      = ["resources"]
  resource   = "aws_instance"
  confidence = "medium"
  effort     = "low"
  risk       = "low"
  reversible = true
  let {
    hourly    = price("ec2", self.instance_type)
    saved     = min(cost(), hourly * hours * (1 - 50 / 168))
    scheduled = mentions("aws_scheduler_schedule", "target.arn", "stopInstances")
    stopped   = self.instance_state == "stopped" || contains([for s in related("aws_ec2_instance_state", "instance_id") : s.state], "stopped")
    spot      = length(coalesce(self.instance_market_options, [])) > 0
  }
  when     = environment() == "nonprod" && !scheduled && !stopped && !(given("metrics") && length([for d in coalesce(metric_or_null("ec2_cpu").by_day, {}) : d if d.mean > 20]) > 10)
  obstacle {
    when   = spot
    reason = "a spot instance of a one-time request cannot be stopped, only ended"
  }
  obstacle {
    when   = self.hibernation != true && length(coalesce(self.ephemeral_block_device, [])) > 0
    reason = "it keeps data on disks of its host, which stopping it would lose"
  }
  evidence = "Its tags or its estate say that it is not production, and it runs 168 hours a week."
  saving   = saved
  formula  = "${rate(hourly)} × ${hours} hours × (1 − 50/168) = ${dollars(hourly * hours * (1 - 50 / 168))} a month when it runs from 8 to 18 on five days"
  patch {
    add {
      resource "aws_iam_role" "self" {
        name_prefix = "off-hours-"
        assume_role_policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Action    = "sts:AssumeRole"
            Principal = { Service = "scheduler.amazonaws.com" }
          }]
        })

        inline_policy {
          name = "start-and-stop"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect   = "Allow"
              Action   = ["ec2:StartInstances", "ec2:StopInstances"]
              Resource = self.arn
            }]
          })
        }
      }

      resource "aws_scheduler_schedule" "self_start" {
        schedule_expression          = "cron(0 8 ? * MON-FRI *)"
        schedule_expression_timezone = "Etc/UTC"

        flexible_time_window {
          mode = "OFF"
        }

        target {
          arn      = "arn:aws:scheduler:::aws-sdk:ec2:startInstances"
          role_arn = aws_iam_role.self.arn
          input    = jsonencode({ InstanceIds = [self.id] })
        }
      }

      resource "aws_scheduler_schedule" "self_stop" {
        schedule_expression          = "cron(0 18 ? * MON-FRI *)"
        schedule_expression_timezone = "Etc/UTC"

        flexible_time_window {
          mode = "OFF"
        }

        target {
          arn      = "arn:aws:scheduler:::aws-sdk:ec2:stopInstances"
          role_arn = aws_iam_role.self.arn
          input    = jsonencode({ InstanceIds = [self.id] })
        }
      }
    }
  }
  fires "a development machine" {
    resource "aws_instance" "dev" {
      ami           = "ami-12345678"
      instance_type = "m6i.large"
      tags = {
        Environment = "dev"
      }
    }
  }
  spares "production" {
    resource "aws_instance" "web" {
      ami           = "ami-12345678"
      instance_type = "m6i.large"
      tags = {
        Environment = "production"
      }
    }
  }
  edge "spares" "nothing says what it is" {
    resource "aws_instance" "web" {
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
  }
  edge "spares" "a word within a name says nothing" {
    estate = "load_test/results"
    resource "aws_instance" "web" {
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
  }
  edge "fires" "the folder of the estate says it" {
    estate = "envs/staging"
    resource "aws_instance" "web" {
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
  }
}

rule "aws-group-off-hours" {
  number     = 11
  title      = "Group outside of production that runs day and night"
  origin     = "Cloud Custodian offhour and onhour: 10 hours on 5 days"
  action     = "schedule"
  stage      = "schedule"
  needs      = ["resources"]
  resource   = "aws_autoscaling_group"
  confidence = "medium"
  effort     = "very-low"
  risk       = "low"
  reversible = true
  let {
    size    = coalesce(self.desired_capacity, self.min_size, 1)
    least   = coalesce(self.min_size, 0)
    most    = coalesce(self.max_size, size)
    planned = length(related("aws_autoscaling_schedule", "autoscaling_group_name"))
  }
  when     = environment() == "nonprod" && size > 0 && planned == 0
  evidence = "The group of ${size} is not production and has no schedule: it runs 168 hours a week."
  saving   = cost() * (1 - 50 / 168)
  formula  = "${dollars(cost())} × (1 − 50/168) = ${dollars(cost() * (1 - 50 / 168))} a month when it runs from 8 to 18 on five days"
  patch {
    add {
      resource "aws_autoscaling_schedule" "self_stop" {
        scheduled_action_name  = "stop"
        autoscaling_group_name = self.name
        recurrence             = "0 18 * * MON-FRI"
        min_size               = 0
        max_size               = 0
        desired_capacity       = 0
      }

      resource "aws_autoscaling_schedule" "self_start" {
        scheduled_action_name  = "start"
        autoscaling_group_name = self.name
        recurrence             = "0 8 * * MON-FRI"
        min_size               = least
        max_size               = most
        desired_capacity       = size
      }
    }
  }
  fires "a test group" {
    resource "aws_launch_template" "web" {
      image_id      = "ami-12345678"
      instance_type = "t3.large"
    }
    resource "aws_autoscaling_group" "web" {
      name             = "web"
      min_size         = 2
      max_size         = 4
      desired_capacity = 2
      launch_template {
        id = aws_launch_template.web.id
      }
      tag {
        key                 = "env"
        value               = "test"
        propagate_at_launch = true
      }
    }
  }
  spares "a group in production" {
    resource "aws_autoscaling_group" "web" {
      name     = "web"
      min_size = 2
      max_size = 4
      tag {
        key                 = "env"
        value               = "prod"
        propagate_at_launch = true
      }
    }
  }
  edge "spares" "it has a schedule" {
    resource "aws_autoscaling_group" "web" {
      name     = "web"
      min_size = 2
      max_size = 4
      tag {
        key                 = "env"
        value               = "test"
        propagate_at_launch = true
      }
    }
    resource "aws_autoscaling_schedule" "night" {
      scheduled_action_name  = "night"
      autoscaling_group_name = aws_autoscaling_group.web.name
    }
  }
}

rule "aws-node-group-spot" {
  number     = 12
  title      = "Node group outside of production that is paid for on demand"
  origin     = "AWS: spot instances for what may be interrupted; the price book's share of the price on demand, the real one depends on type and zone"
  action     = "use-spot"
  stage      = "schedule"
  needs      = ["resources"]
  resource   = "aws_eks_node_group"
  confidence = "low"
  effort     = "low"
  risk       = "medium"
  reversible = true
  let {
    size   = self.scaling_config[0].desired_size
    type   = coalesce(self.instance_types[0], "t3.medium")
  }
  when     = environment() == "nonprod" && coalesce(self.capacity_type, "ON_DEMAND") == "ON_DEMAND" && size > 0
  evidence = "${size} × ${type} are paid for on demand, and the group is not production."
  patch {
    set {
      capacity_type = "SPOT"
    }
  }
  fires "a staging group" {
    resource "aws_eks_node_group" "n" {
      cluster_name    = "c"
      node_group_name = "n"
      node_role_arn   = "arn:aws:iam::123456789012:role/n"
      subnet_ids      = ["subnet-1"]
      instance_types  = ["m6i.large"]
      scaling_config {
        desired_size = 3
        max_size     = 3
        min_size     = 3
      }
      tags = {
        Environment = "staging"
      }
    }
  }
  spares "production" {
    resource "aws_eks_node_group" "n" {
      cluster_name   = "c"
      node_role_arn  = "arn:aws:iam::123456789012:role/n"
      subnet_ids     = ["subnet-1"]
      instance_types = ["m6i.large"]
      scaling_config {
        desired_size = 3
        max_size     = 3
        min_size     = 3
      }
      tags = {
        Environment = "prod"
      }
    }
  }
  edge "spares" "spot already" {
    resource "aws_eks_node_group" "n" {
      cluster_name   = "c"
      node_role_arn  = "arn:aws:iam::123456789012:role/n"
      subnet_ids     = ["subnet-1"]
      capacity_type  = "SPOT"
      instance_types = ["m6i.large"]
      scaling_config {
        desired_size = 3
        max_size     = 3
        min_size     = 3
      }
      tags = {
        Environment = "staging"
      }
    }
  }
}

rule "aws-instance-stopped" {
  number     = 7
  title      = "Stopped instance whose disks are paid for"
  origin     = "AWS Trusted Advisor: stopped instances of 30 days and more"
  action     = "delete"
  stage      = "remove"
  needs      = ["resources"]
  resource   = "aws_instance"
  confidence = "low"
  effort     = "low"
  risk       = "medium"
  reversible = true
  keeps_data = true
  let {
    seen    = given("cloud") ? [for i in related_by("cloud_instance", "InstanceId", coalesce(self.id, "none")) : i if i.State.Name == "stopped"] : []
    stopped = self.instance_state == "stopped" || length(seen) > 0 || contains([for s in related("aws_ec2_instance_state", "instance_id") : s.state], "stopped")
    since   = try(regexall("[0-9]{4}-[0-9]{2}-[0-9]{2}", seen[0].StateTransitionReason)[0], null)
    days    = since == null ? null : days_between(today, since)
    gb      = sum(concat([coalesce(self.root_block_device[0].volume_size, 8)], [for d in coalesce(self.ebs_block_device, []) : coalesce(d.volume_size, 8)]))
    kept    = gb * price("ebs", "snapshot")
  }
  when     = stopped && (days == null || days >= 30)
  obstacle {
    when   = stands_by()
    reason = "it stands by for another one: being stopped is its work"
  }
  evidence = days == null ? "The instance is stopped; since when, no source tells." : "The instance is stopped since ${since}, ${days} days."
  saving   = max(0, cost() - kept)
  formula  = "${dollars(cost())} for its disks − ${gb} GB × ${rate(price("ebs", "snapshot"))} for the snapshots that are kept = ${dollars(max(0, cost() - kept))} a month"
  steps    = ["aws ec2 create-image --instance-id ${coalesce(self.id, address)} --name before-${name}-was-removed", "Wait until the image is available, then apply the patch."]
  patch {
    target = addresses(concat(related("aws_volume_attachment", "instance_id"), related("aws_eip_association", "instance_id"), related("aws_lb_target_group_attachment", "target_id"), related("aws_ec2_instance_state", "instance_id")))
    remove = true
  }
  patch {
    remove = true
  }
  fires "stopped by the state" {
    given = ["state"]
    resource "aws_instance" "old" {
      id             = "i-1"
      ami            = "ami-12345678"
      instance_type  = "m6i.large"
      instance_state = "stopped"
      root_block_device {
        volume_size = 100
        volume_type = "gp3"
      }
    }
  }
  spares "at work" {
    resource "aws_instance" "old" {
      id             = "i-1"
      ami            = "ami-12345678"
      instance_type  = "m6i.large"
      instance_state = "running"
    }
  }
  edge "spares" "stopped 29 days ago" {
    today = "2026-11-23"
    resource "aws_instance" "old" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
    observed "cloud_instance" "i-1" {
      InstanceId            = "i-1"
      State                 = { Name = "stopped" }
      StateTransitionReason = "User initiated (2026-10-25 08:00:00 GMT)"
    }
  }
  edge "fires" "stopped 30 days ago" {
    today = "2026-11-23"
    resource "aws_instance" "old" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.large"
      root_block_device {
        volume_size = 100
      }
    }
    observed "cloud_instance" "i-1" {
      InstanceId            = "i-1"
      State                 = { Name = "stopped" }
      StateTransitionReason = "User initiated (2026-10-24 08:00:00 GMT)"
    }
  }
}

rule "aws-instance-too-small" {
  number     = 8
  title      = "Instance too small for its load"
  origin     = "AWS Compute Optimizer, under-provisioned; Amazon EC2 user guide, CPU credits of burstable instances"
  action     = "rightsize"
  stage      = "govern"
  needs      = ["metrics"]
  resource   = "aws_instance"
  confidence = "medium"
  effort     = "medium"
  risk       = "low"
  reversible = true
  basis      = "enabler"
  let {
    cpu     = metric_or_null("ec2_cpu")
    memory  = metric_or_null("ec2_memory")
    credits = metric_or_null("ec2_credits")
    disk    = metric_or_null("ec2_disk")
    shape   = shape(self.instance_type)
    base    = tonumber(table("burst_baselines", self.instance_type).baseline)
    flat    = cpu != null && base != null && cpu.hours >= 30 && cpu.p995 - cpu.mean < 2 && abs(cpu.p995 - coalesce(base, 0)) < 2
    spent   = credits != null && credits.hours >= 30 && credits.p50 < 1
    reasons = [for r in [
      cpu != null && cpu.hours >= 30 && cpu.p95 >= 90 ? "P95 of CPU is ${fixed(cpu.p95, 1)} %" : null,
      memory != null && memory.hours >= 30 && memory.p95 >= 90 ? "P95 of memory is ${fixed(memory.p95, 1)} % of ${fixed(shape.memory, 1)} GiB" : null,
      flat ? "CPU lies flat at ${fixed(cpu.mean, 1)} %, where ${self.instance_type} is held back once its credits are spent" : null,
      spent ? "its CPU credits are spent more than half of the time" : null,
      disk != null && disk.max >= 90 ? "a disk was ${fixed(disk.max, 1)} % full" : null,
    ] : r if r != null]
    bigger  = length(reasons) == 0 ? null : larger_type(self.instance_type)
    then    = bigger == null ? null : shape(bigger)
    more    = bigger == null ? null : (price("ec2", bigger) - price("ec2", self.instance_type)) * hours
  }
  when     = cpu == null && memory == null && credits == null && disk == null ? metric("ec2_cpu").hours < 0 : length(reasons) > 0
  evidence = "${join(", ", reasons)}."
  formula  = more == null ? "costs more: no larger type of the family is known" : "costs ${dollars(more)} a month more as ${bigger} (${then.vcpu} processors, ${fixed(then.memory, 1)} GiB)"
  steps    = [disk != null && disk.max >= 90 ? "Make room on the disk, or make the volume larger." : "Go up to ${coalesce(bigger, "a larger family")}; the instance is stopped while its type changes."]
  fires "no memory left" {
    resource "aws_instance" "web" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
    series "ec2_memory" {
      key   = "i-1"
      value = 96
      hours = 336
    }
  }
  fires "held at its baseline" {
    resource "aws_instance" "web" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "t3.large"
    }
    series "ec2_cpu" {
      key   = "i-1"
      value = 30
      hours = 336
    }
  }
  fires "a full disk" {
    resource "aws_instance" "web" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "t3.large"
    }
    series "ec2_disk" {
      key   = "i-1"
      value = 97
      hours = 336
    }
  }
  spares "a load that fits" {
    resource "aws_instance" "web" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
    series "ec2_cpu" {
      key   = "i-1"
      value = 60
      hours = 336
    }
    series "ec2_memory" {
      key   = "i-1"
      value = 70
      hours = 336
    }
  }
  edge "spares" "memory at 89 %" {
    resource "aws_instance" "web" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
    series "ec2_memory" {
      key   = "i-1"
      value = 89
      hours = 336
    }
  }
  unjudged "nothing measured" {
    resource "aws_instance" "web" {
      id            = "i-1"
      ami           = "ami-12345678"
      instance_type = "m6i.large"
    }
  }
}

rule "aws-fargate-graviton" {
  number     = 10
  title      = "Fargate task that would cost a fifth less on Graviton"
  origin     = "AWS Fargate prices: arm64 is 20 % below x86"
  action     = "migrate-to-graviton"
  stage      = "architecture"
  needs      = ["resources"]
  resource   = "aws_ecs_task_definition"
  confidence = "medium"
  effort     = "medium"
  risk       = "medium"
  reversible = true
  withhold   = "The images of its containers have to be there for arm64 first; then set runtime_platform.cpu_architecture to ARM64."
  let {
    services = related("aws_ecs_service", "task_definition")
    system   = coalesce(self.runtime_platform[0].operating_system_family, "LINUX")
  }
  when     = contains(coalesce(self.requires_compatibilities, []), "FARGATE") && coalesce(self.runtime_platform[0].cpu_architecture, "X86_64") == "X86_64" && length(services) > 0
  obstacle {
    when   = system != "LINUX"
    reason = "it runs ${system}, which there is none of for Graviton"
  }
  evidence = "${length(services)} service(s) run the task on x86."
  steps    = ["Build the images of its containers for linux/arm64."]
  patch {
    set {
      runtime_platform {
        cpu_architecture = "ARM64"
      }
    }
  }
  fires "two tasks of one processor" {
    resource "aws_ecs_task_definition" "web" {
      family                   = "web"
      requires_compatibilities = ["FARGATE"]
      network_mode             = "awsvpc"
      cpu                      = 1024
      memory                   = 2048
      container_definitions    = "[]"
    }
    resource "aws_ecs_service" "web" {
      name            = "web"
      launch_type     = "FARGATE"
      task_definition = aws_ecs_task_definition.web.arn
      desired_count   = 2
    }
  }
  spares "on arm already" {
    resource "aws_ecs_task_definition" "web" {
      family                   = "web"
      requires_compatibilities = ["FARGATE"]
      network_mode             = "awsvpc"
      cpu                      = 1024
      memory                   = 2048
      container_definitions    = "[]"
      runtime_platform {
        cpu_architecture = "ARM64"
      }
    }
    resource "aws_ecs_service" "web" {
      name            = "web"
      launch_type     = "FARGATE"
      task_definition = aws_ecs_task_definition.web.arn
      desired_count   = 2
    }
  }
  edge "spares" "a task of Windows" {
    resource "aws_ecs_task_definition" "web" {
      family                   = "web"
      requires_compatibilities = ["FARGATE"]
      network_mode             = "awsvpc"
      cpu                      = 1024
      memory                   = 2048
      container_definitions    = "[]"
      runtime_platform {
        operating_system_family = "WINDOWS_SERVER_2022_CORE"
      }
    }
    resource "aws_ecs_service" "web" {
      name            = "web"
      launch_type     = "FARGATE"
      task_definition = aws_ecs_task_definition.web.arn
      desired_count   = 2
    }
  }
}

rule "aws-ecr-no-lifecycle" {
  number     = 25
  title      = "Registry that keeps every image for ever"
  origin     = "Amazon ECR user guide: lifecycle policies"
  action     = "configure"
  stage      = "govern"
  needs      = ["resources"]
  resource   = "aws_ecr_repository"
  confidence = "low"
  effort     = "very-low"
  risk       = "low"
  reversible = false
  basis      = "usage"
  let {
    policies = concat(related("aws_ecr_lifecycle_policy", "repository"), related_by("aws_ecr_lifecycle_policy", "repository", self.name))
  }
  when     = length(policies) == 0
  evidence = "There is no lifecycle policy: every image that was ever pushed is kept and paid for."
  formula  = "GB of images without a tag × ${rate(price("ecr", "storage"))}"
  patch {
    add {
      resource "aws_ecr_lifecycle_policy" "self" {
        repository = self.name

        policy = jsonencode({
          rules = [{
            rulePriority = 1
            description  = "Images without a tag, after 14 days"
            selection = {
              tagStatus   = "untagged"
              countType   = "sinceImagePushed"
              countUnit   = "days"
              countNumber = 14
            }
            action = { type = "expire" }
          }]
        })
      }
    }
  }
  fires "no policy" {
    resource "aws_ecr_repository" "app" {
      name = "app"
    }
  }
  spares "a policy" {
    resource "aws_ecr_repository" "app" {
      name = "app"
    }
    resource "aws_ecr_lifecycle_policy" "app" {
      repository = aws_ecr_repository.app.name
      policy     = "{}"
    }
  }
  edge "spares" "a policy that names it by its text" {
    resource "aws_ecr_repository" "app" {
      name = "app"
    }
    resource "aws_ecr_lifecycle_policy" "app" {
      repository = "app"
      policy     = "{}"
    }
  }
}
