# Instances and groups of them.

rule "aws-instance-idle" {
  number     = 7
  title      = "Instance that does nothing"
  origin     = "AWS Cost Explorer: at most 1 % CPU in 14 days"
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
    cpu = metric("ec2_cpu")
  }
  when     = cpu.hours >= 14 * 24 * 0.9 && cpu.max <= 1
  evidence = "CPU was never above ${fixed(cpu.max, 2)} % in ${floor(cpu.hours / 24)} days (${cpu.count} samples)."
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
  }
  when     = cpu.hours >= 30 && memory.hours >= 30 && better != null
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
    os     = lower(coalesce(self.platform, self.tags.OS, "linux"))
  }
  when     = better != null && !startswith(os, "windows")
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
      value = 3
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
  }
  when     = environment() == "nonprod" && !scheduled && !(given("metrics") && length([for d in coalesce(metric_or_null("ec2_cpu").by_day, {}) : d if d.mean > 20]) > 10)
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
  origin     = "OpenCost's default ratio of spot to on-demand prices, 0.21; the real one depends on type and zone"
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
    hourly = price("ec2", type)
  }
  when     = environment() == "nonprod" && coalesce(self.capacity_type, "ON_DEMAND") == "ON_DEMAND" && size > 0
  evidence = "${size} × ${type} are paid for on demand, and the group is not production."
  saving   = min(cost(), size * hourly * hours * (1 - 0.21))
  formula  = "${size} × ${rate(hourly)} × ${hours} hours × (1 − 0.21) = ${dollars(size * hourly * hours * (1 - 0.21))} a month"
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
