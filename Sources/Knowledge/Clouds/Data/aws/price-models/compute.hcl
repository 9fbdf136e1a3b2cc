# EC2 and what runs on it.
#
# Expressions see self (arguments and blocks as written), usage (the resource's entry of the usage file), address, type,
# region, hours (730, a mean month), the tables of this folder and the names declared above them in their own block.
#   fixed(name, unit, quantity, price)   a cost that is there by itself
#   used(name, unit, quantity, price)    a cost by use: without a quantity its unit price is shown
#   tiers(name, unit, quantity, divisor, [[amount, label, price]…])   by use, with prices that fall
#   group(name, [components])            what belongs together within a resource
#   price(service, key)                  from the price book, in the region of the resource; null when it is not there
#   target(argument, types…)             what an argument refers to;  related(type, argument) what refers to self
#   find(type, argument, text), nearest(attribute), shape(instance type), usage_of(address)

tables {
  instance_usage = [
    "monthly_hrs", "operating_system:text", "reserved_instance_type:text", "reserved_instance_term:text",
    "reserved_instance_payment_option:text", "monthly_cpu_credit_hrs", "vcpu_count", "instances",
  ]
  systems = {
    linux = "Linux/UNIX", windows = "Windows", rhel = "RHEL", suse = "SUSE",
  }
  volumes = {
    gp2      = "Storage (general purpose SSD, gp2)"
    gp3      = "Storage (general purpose SSD, gp3)"
    io1      = "Storage (provisioned IOPS SSD, io1)"
    io2      = "Storage (provisioned IOPS SSD, io2)"
    st1      = "Storage (throughput optimized HDD, st1)"
    sc1      = "Storage (cold HDD, sc1)"
    standard = "Storage (magnetic)"
  }
}

# One volume; count is how many instances have one like it.
function "ebs_volume" {
  params = ["type", "size", "iops", "throughput", "requests", "count"]
  result = [
    fixed(
      lookup(volumes, coalesce(type, "gp2"), "Storage (${coalesce(type, "gp2")})"), "GB",
      coalesce(count, 1) * coalesce(size, 8), price("ebs", coalesce(type, "gp2"))),
    type == "gp3" && coalesce(throughput, 125) > 125 ? fixed(
      "Provisioned throughput", "Mbps", coalesce(count, 1) * (throughput - 125), price("ebs", "gp3-throughput")) : null,
    type == "gp3" && coalesce(iops, 3000) > 3000 ? fixed(
      "Provisioned IOPS", "IOPS", coalesce(count, 1) * (iops - 3000), price("ebs", "gp3-iops")) : null,
    type == "io1" || type == "io2" ? fixed(
      "Provisioned IOPS", "IOPS", coalesce(count, 1) * coalesce(iops, 100), price("ebs", "${type}-iops")) : null,
    type == "standard" ? used(
      "I/O requests", "1M request", requests == null ? null : requests / 1000000, price("ebs", "standard-io")) : null,
  ]
}

# What an hour of an instance costs beside on demand on Linux.
function "instance_price" {
  params = ["type", "system", "purchase", "tenancy", "use"]
  result = (
    purchase == "reserved" ? price("ec2", type) * price("ec2-options", "reserved/${use.reserved_instance_type == "convertible" ? "convertible" : "standard"}/${use.reserved_instance_term}/${use.reserved_instance_payment_option}") :
    purchase == "spot" ? price("ec2", type) * price("ec2-options", "spot") :
    (price("ec2", type) * (tenancy == "dedicated" ? price("ec2-options", "dedicated") : 1) + (
      system == "linux" ? 0 :
      price("ec2-options", "${system}/${startswith(type, "t") && system == "windows" ? "burstable" : "vcpu"}") * shape(type).vcpu
    ))
  )
}

# The instance itself, without volumes.
function "instance_lines" {
  params = ["type", "count", "purchase", "tenancy", "optimized", "monitoring", "credits", "use"]
  result = [
    fixed(
      "Instance usage (${lookup(systems, lower(coalesce(use.operating_system, "linux")), "Linux/UNIX")}, ${use.reserved_instance_term != null && purchase != "spot" ? "reserved" : purchase}, ${type})",
      "hours", count * coalesce(use.monthly_hrs, hours),
      instance_price(
        type, lower(coalesce(use.operating_system, "linux")),
        use.reserved_instance_term != null && purchase != "spot" ? "reserved" : purchase, tenancy, use)),
    optimized == true ? [for cost in [coalesce(price("ec2-options", "ebs-optimized/${type}"), price("ec2-options", "ebs-optimized/${split(".", type)[0]}"))] : cost == null ? null : fixed("EBS-optimized usage", "hours", count * coalesce(use.monthly_hrs, hours), cost)] : null,
    monitoring == true ? fixed("EC2 detailed monitoring", "metrics", count * 7, price("cloudwatch", "metric")) : null,
    (length(regexall("^t[34]", type)) > 0 && credits != "standard") || (startswith(type, "t2.") && credits == "unlimited") ? fixed(
      "CPU credits", "vCPU-hours",
      count * coalesce(use.monthly_cpu_credit_hrs, 0) * coalesce(use.vcpu_count, shape(type).vcpu, 2),
      price("ec2-options", startswith(type, "t4g") ? "credits/t4g" : "credits/t3")) : null,
  ]
}

resource "aws_instance" {
  usage    = instance_usage
  template = target("launch_template", "aws_launch_template")
  size     = coalesce(self.instance_type, template.instance_type)
  tenancy  = coalesce(self.tenancy, template.placement[0].tenancy, "default")
  hosted   = given(self.host_id) || given(self.host_resource_group_arn) || given(template.placement[0].host_id)
  spot     = coalesce(self.instance_market_options[0].market_type, template.instance_market_options[0].market_type, "none") == "spot"
  # Instance hours are not billed while it is stopped; disks are.
  stopped  = self.instance_state == "stopped" || contains([for s in related("aws_ec2_instance_state", "instance_id") : coalesce(s.state, "running")], "stopped")
  system   = usage.operating_system != null || self.get_password_data != true ? usage : merge(usage, { operating_system = "windows" })
  own      = coalesce(self.ebs_block_device, [])
  shared   = [for m in coalesce(template.block_device_mappings, []) : m if m.ebs != null && length(coalesce(m.ebs, [])) > 0]
  root     = [for m in shared : m if contains(["/dev/sda1", "/dev/xvda"], coalesce(m.device_name, "xvdz"))]
  devices = concat(
    [for b in own : merge(
      length([for m in shared : m if m.device_name == b.device_name]) > 0 ? [for m in shared : m.ebs[0] if m.device_name == b.device_name][0] : {},
      { for k, v in b : k => v if v != null })],
    [for m in shared : m.ebs[0] if !contains([for b in own : coalesce(b.device_name, "none")], coalesce(m.device_name, "unnamed")) && !contains(["/dev/sda1", "/dev/xvda"], coalesce(m.device_name, "xvdz"))])
  components = [
    tenancy == "host" && !hosted ? unpriced("a dedicated host without its id") : [
      hosted || stopped ? null : instance_lines(
        size, 1, spot ? "spot" : "on-demand", tenancy, coalesce(self.ebs_optimized, template.ebs_optimized, false),
        coalesce(self.monitoring, template.monitoring[0].enabled, false),
        coalesce(self.credit_specification[0].cpu_credits, template.credit_specification[0].cpu_credits), system),
      group("root_block_device", ebs_volume(
        coalesce(self.root_block_device[0].volume_type, root[0].ebs[0].volume_type),
        coalesce(self.root_block_device[0].volume_size, root[0].ebs[0].volume_size),
        coalesce(self.root_block_device[0].iops, root[0].ebs[0].iops),
        coalesce(self.root_block_device[0].throughput, root[0].ebs[0].throughput), null, 1)),
      [for i, d in devices : group("ebs_block_device[${i}]", ebs_volume(d.volume_type, d.volume_size, d.iops, d.throughput, null, 1))],
    ],
  ]
}

# What a launch template starts, count times.
function "template_lines" {
  params = ["template", "type", "count", "purchase", "use"]
  result = [
    instance_lines(
      type, count, purchase, coalesce(template.placement[0].tenancy, "default"), template.ebs_optimized,
      template.monitoring[0].enabled, template.credit_specification[0].cpu_credits, use),
  ]
}

# Without a mapping the image brings its root volume along, which is 8 GB by default.
function "template_volumes" {
  params = ["template", "count"]
  result = length([for m in coalesce(template.block_device_mappings, []) : m if length(coalesce(m.ebs, [])) > 0]) == 0 ? [
    group("root_block_device", ebs_volume("gp2", 8, null, null, null, count)),
  ] : [for i, m in [for m in template.block_device_mappings : m if length(coalesce(m.ebs, [])) > 0] : group(
    "block_device_mapping[${i}]",
    ebs_volume(m.ebs[0].volume_type, m.ebs[0].volume_size, m.ebs[0].iops, m.ebs[0].throughput, null, count))]
}

resource "aws_autoscaling_group" {
  usage    = instance_usage
  template = target("launch_template", "aws_launch_template")
  config   = target("launch_configuration", "aws_launch_configuration")
  policy   = self.mixed_instances_policy[0]
  mixed    = target("mixed_instances_policy", "aws_launch_template")
  wanted   = coalesce(usage.instances, self.desired_capacity, self.min_size, 1)
  weight   = max(1, tonumber(coalesce(policy.launch_template[0].override[0].weighted_capacity, 1)))
  count    = mixed == null ? wanted : ceil(wanted / weight)
  base     = min(count, coalesce(policy.instances_distribution[0].on_demand_base_capacity, 0))
  steady   = base + ceil((count - base) * coalesce(policy.instances_distribution[0].on_demand_percentage_above_base_capacity, 100) / 100)
  size     = coalesce(policy.launch_template[0].override[0].instance_type, mixed.instance_type)
  components = [
    config == null ? null : group(config._address, [
      instance_lines(
        config.instance_type, count, given(config.spot_price) ? "spot" : "on-demand",
        coalesce(config.placement_tenancy, "default"), config.ebs_optimized, coalesce(config.enable_monitoring, true),
        null, usage),
      group("root_block_device", ebs_volume(
        config.root_block_device[0].volume_type, config.root_block_device[0].volume_size,
        config.root_block_device[0].iops, config.root_block_device[0].throughput, null, count)),
      [for i, d in coalesce(config.ebs_block_device, []) : group(
        "ebs_block_device[${i}]", ebs_volume(d.volume_type, d.volume_size, d.iops, d.throughput, null, count))],
    ]),
    template == null ? null : group(template._address, [
      template_lines(template, template.instance_type, count, template.instance_market_options[0].market_type == "spot" ? "spot" : "on-demand", usage),
      template_volumes(template, count),
    ]),
    mixed == null ? null : group(mixed._address, [
      steady > 0 ? template_lines(mixed, size, steady, "on-demand", usage) : null,
      count > steady ? template_lines(mixed, size, count - steady, "spot", usage)[0][0] : null,
      template_volumes(mixed, count),
    ]),
    config == null && template == null && mixed == null ? unpriced("its launch template is not known") : null,
  ]
}

resource "aws_eks_cluster" {
  extended   = is_past(versions["eks/${coalesce(self.version, "latest")}"].standard_end) == true
  components = [
    extended ? fixed("EKS cluster (extended support)", "hours", hours, price("eks", "cluster-extended-support")) :
    fixed("EKS cluster", "hours", hours, price("eks", "cluster")),
  ]
}

resource "aws_eks_node_group" {
  usage      = instance_usage
  template   = target("launch_template", "aws_launch_template")
  count      = coalesce(usage.instances, self.scaling_config[0].desired_size, self.scaling_config[0].min_size, 1)
  size       = coalesce(self.instance_types[0], template.instance_type, "t3.medium")
  purchase   = self.capacity_type == "SPOT" ? "spot" : "on-demand"
  components = template == null ? [
    instance_lines(size, count, purchase, "default", false, false, null, usage),
    ebs_volume("gp2", coalesce(self.disk_size, 20), null, null, null, count),
  ] : [group(template._address, [
    template_lines(template, size, count, purchase, usage), template_volumes(template, count),
  ])]
}

resource "aws_eks_fargate_profile" {
  # The smallest pod there is; what runs under the profile is not part of the configuration.
  components = [
    fixed("Per GB per hour", "GB", 1, price("ecs", "fargate-memory") * hours),
    fixed("Per vCPU per hour", "CPU", 1, price("ecs", "fargate-vcpu") * hours),
  ]
}

resource "aws_ecs_service" {
  usage     = ["instances"]
  task      = target("task_definition", "aws_ecs_task_definition")
  cluster   = target("cluster", "aws_ecs_cluster")
  attached  = find("aws_ecs_cluster_capacity_providers", "cluster_name", coalesce(cluster.name, "none"))
  providers = concat(coalesce(self.capacity_provider_strategy, []), attached[0] == null ? [] : coalesce(attached[0].default_capacity_provider_strategy, []), coalesce(cluster.default_capacity_provider_strategy, []))
  fargate   = self.launch_type == "FARGATE" || (self.launch_type == null && length([for p in providers : p if startswith(coalesce(p.capacity_provider, "none"), "FARGATE")]) > 0)
  arm       = task.runtime_platform[0].cpu_architecture == "ARM64" ? "-arm" : ""
  count     = coalesce(usage.instances, self.desired_count, 0)
  memory    = length(regexall("GB", upper(tostring(coalesce(task.memory, "0"))))) > 0 ? tonumber(trimspace(replace(upper(tostring(task.memory)), "GB", ""))) : tonumber(task.memory) / 1024
  cpu       = length(regexall("VCPU", upper(tostring(coalesce(task.cpu, "0"))))) > 0 ? tonumber(trimspace(replace(upper(tostring(task.cpu)), "VCPU", ""))) : tonumber(task.cpu) / 1024
  components = !fargate ? [] : [
    fixed("Per GB per hour", "GB", count * memory, price("ecs", "fargate${arm}-memory") * hours),
    fixed("Per vCPU per hour", "CPU", count * cpu, price("ecs", "fargate${arm}-vcpu") * hours),
    length(coalesce(task.inference_accelerator, [])) == 0 ? null : fixed(
      "Inference accelerator (${task.inference_accelerator[0].device_type})", "hours",
      count * length(task.inference_accelerator) * hours, price("ec2-options", "inference/${task.inference_accelerator[0].device_type}")),
  ]
}

resource "aws_ec2_host" {
  usage  = ["reserved_instance_type:text", "reserved_instance_term:text", "reserved_instance_payment_option:text"]
  family = coalesce(self.instance_family, split(".", self.instance_type)[0])
  term   = usage.reserved_instance_term
  components = [
    fixed(
      "EC2 Dedicated Host (${term == null ? "on-demand" : "reserved"}, ${family})", "hours", hours,
      price("ec2-options", "host/${family}") * (term == null ? 1 : price("ec2-options", "reserved/standard/${term}/${usage.reserved_instance_payment_option}"))),
  ]
}

resource "aws_lightsail_instance" {
  usage  = ["monthly_hrs"]
  bundle = split("_", self.bundle_id)[0]
  os     = length(regexall("_win_", self.bundle_id)) > 0 ? "Windows" : "Linux/UNIX"
  memory = { nano = "0.5GB", micro = "1GB", small = "2GB", medium = "4GB", large = "8GB", xlarge = "16GB", "2xlarge" = "32GB" }
  components = [
    fixed("Virtual server (${os})", "hours", coalesce(usage.monthly_hrs, hours), price("lightsail", "${os == "Windows" ? "windows" : "linux"}/${bundle}")),
  ]
}

resource "aws_lambda_function" {
  usage    = ["monthly_requests", "request_duration_ms"]
  arm      = self.architectures[0] == "arm64"
  memory   = coalesce(self.memory_size, 128) / 1024
  disk     = coalesce(self.ephemeral_storage[0].size, 512)
  duration = ceil(coalesce(usage.request_duration_ms, 0)) / 1000
  seconds  = usage.monthly_requests == null || usage.request_duration_ms == null ? null : usage.monthly_requests * duration * memory
  components = [
    used("Requests", "1M requests", usage.monthly_requests == null ? null : usage.monthly_requests / 1000000, price("lambda", "requests")),
    disk <= 512 && usage.monthly_requests != null ? null : used(
      "Ephemeral storage", "GB-seconds",
      usage.monthly_requests == null ? null : (disk - 512) / 1024 * usage.monthly_requests * duration, price("lambda", "ephemeral-storage")),
    arm ? tiers("Duration", "GB-seconds", seconds, 1, [
      [7500000000, "first 7.5B", price("lambda", "duration-arm")],
      [11250000000, "next 11.25B", price("lambda", "duration-arm-2")],
      [null, "over 18.75B", price("lambda", "duration-arm-3")],
    ]) : tiers("Duration", "GB-seconds", seconds, 1, [
      [6000000000, "first 6B", price("lambda", "duration")],
      [9000000000, "next 9B", price("lambda", "duration-2")],
      [null, "over 15B", price("lambda", "duration-3")],
    ]),
  ]
}

resource "aws_lambda_provisioned_concurrency_config" {
  usage    = ["monthly_duration_hrs", "monthly_requests", "request_duration_ms", "memory_mb", "architecture:text"]
  function = target("function_name", "aws_lambda_function")
  arm      = coalesce(usage.architecture, function.architectures[0], "x86_64") == "arm64" ? "-arm" : ""
  memory   = coalesce(usage.memory_mb, function.memory_size, 128) / 1024
  # What is provisioned is paid for by the hour, whether anybody asks or not.
  components = [
    used("Requests", "1M requests", usage.monthly_requests == null ? null : usage.monthly_requests / 1000000, price("lambda", "requests")),
    fixed("Provisioned Concurrency", "GB-seconds", coalesce(usage.monthly_duration_hrs, hours) * 3600 * self.provisioned_concurrent_executions * memory, price("lambda", "provisioned-concurrency${arm}")),
    used("Duration", "GB-seconds", usage.monthly_requests == null || usage.request_duration_ms == null ? null : usage.monthly_requests * usage.request_duration_ms / 1000 * memory, price("lambda", "provisioned-duration${arm}")),
  ]
}
