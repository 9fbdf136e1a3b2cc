# Instances, groups, clusters, disks and addresses.

resource "google_compute_instance" {
  usage    = ["monthly_hrs", "monthly_hours"]
  purchase = self.scheduling[0].preemptible == true || self.scheduling[0].provisioning_model == "SPOT" ? "preemptible" : "on-demand"
  amount   = coalesce(usage.monthly_hrs, hours)
  boot     = self.boot_disk[0].initialize_params[0]
  components = [
    machine(self.machine_type, purchase, amount, amount == hours),
    licence(boot.image, self.machine_type, amount),
    disk(boot.type, coalesce(boot.size, 10), 1),
    scratch(self.scratch_disk, purchase, 1),
    accelerators(self.guest_accelerator, purchase, amount),
  ]
}

resource "google_compute_instance_group_manager" "google_compute_region_instance_group_manager" {
  usage    = ["instances", "monthly_hrs"]
  template = target("version", "google_compute_instance_template", "google_compute_region_instance_template")
  count    = max(1, coalesce(usage.instances, self.target_size, 1))
  purchase = template.scheduling[0].preemptible == true || template.scheduling[0].provisioning_model == "SPOT" ? "preemptible" : "on-demand"
  components = template == null ? unpriced("its instance template is not known") : [
    machine(template.machine_type, purchase, count * coalesce(usage.monthly_hrs, hours), true),
    licence([for d in coalesce(template.disk, []) : coalesce(d.source_image, "none") if d.boot != false][0], template.machine_type, count * coalesce(usage.monthly_hrs, hours)),
    [for i, d in [for d in coalesce(template.disk, []) : d if d.type != "SCRATCH"] : group("disk[${i}]", [disk(d.disk_type, tonumber(coalesce(d.disk_size_gb, 10)), count)])],
    scratch([for d in coalesce(template.disk, []) : d if d.type == "SCRATCH"], purchase, count),
    accelerators(template.guest_accelerator, purchase, count * hours),
  ]
}

resource "google_compute_disk" "google_compute_region_disk" {
  image    = target("image", "google_compute_image")
  snapshot = target("snapshot", "google_compute_snapshot")
  kind     = coalesce(self.type, "pd-standard")
  size     = coalesce(self.size, image.disk_size_gb, snapshot.disk_size_gb, kind == "pd-extreme" || kind == "hyperdisk-extreme" ? 1000 : kind == "pd-ssd" || kind == "pd-balanced" ? 100 : 500)
  regional = type == "google_compute_region_disk" ? 2 : 1
  components = [
    fixed(lookup(disk_names, kind, "Storage (${kind})"), "GB", size, price("compute", "disk/${kind}") * regional),
    kind == "pd-extreme" || kind == "hyperdisk-extreme" ? fixed("Provisioned IOPS", "IOPS", coalesce(self.provisioned_iops, 2500), price("compute", "disk/${kind}/iops")) : null,
  ]
}

resource "google_compute_image" "google_compute_machine_image" {
  usage      = ["storage_gb"]
  disk       = target("source_disk", "google_compute_disk")
  components = used("Storage", "GB", coalesce(usage.storage_gb, self.disk_size_gb, disk.size), price("compute", type == "google_compute_image" ? "image" : "machine-image"))
}

resource "google_compute_snapshot" {
  usage      = ["storage_gb"]
  disk       = target("source_disk", "google_compute_disk")
  components = used("Storage", "GB", coalesce(usage.storage_gb, disk.size), price("compute", "snapshot"))
}

resource "google_compute_address" {
  holders  = related("google_compute_instance", "network_interface")
  spot     = length([for i in holders : i if i.scheduling[0].preemptible == true]) > 0
  inside   = self.address_type == "INTERNAL" || (given(self.purpose) && self.purpose != "GCE_ENDPOINT")
  components = inside ? [] : [
    length(holders) == 0 ? fixed("IP address (unused)", "hours", hours, price("network", "ip/unused")) :
    fixed("IP address (${spot ? "preemptible" : "standard"} VM)", "hours", hours, price("network", spot ? "ip/preemptible" : "ip/standard")),
  ]
}

resource "google_compute_global_address" {
  components = self.address_type == "INTERNAL" ? [] : [fixed("IP address (unused)", "hours", hours, price("network", "ip/unused"))]
}

resource "google_container_cluster" {
  usage     = ["nodes", "node_pool.nodes", "autopilot_vcpu_count", "autopilot_memory_gb", "autopilot_ephemeral_storage_gb"]
  auto      = self.enable_autopilot == true
  config    = self.node_config[0]
  zones     = self.node_locations == null ? (length(split("-", coalesce(self.location, self.region, region))) > 2 ? 1 : 3) : length(self.node_locations)
  nodes     = coalesce(usage.nodes, self.initial_node_count, 3) * zones
  purchase  = config.preemptible == true || config.spot == true ? "preemptible" : "on-demand"
  size      = coalesce(config.machine_type, "e2-medium")
  components = auto ? [
    fixed("Cluster management fee", "hours", hours, price("gke", "cluster")),
    used("Autopilot vCPU", "vCPU", usage.autopilot_vcpu_count, price("gke", "autopilot/vcpu") * hours),
    used("Autopilot memory", "GB", usage.autopilot_memory_gb, price("gke", "autopilot/memory") * hours),
    used("Autopilot ephemeral storage", "GB", usage.autopilot_ephemeral_storage_gb, price("gke", "autopilot/storage") * hours),
  ] : [
    fixed("Cluster management fee", "hours", hours, price("gke", "cluster")),
    self.remove_default_node_pool == true || length(coalesce(self.node_pool, [])) > 0 ? null : group("default_pool", [
      machine(size, purchase, nodes * hours, true), disk(config.disk_type, coalesce(config.disk_size_gb, 100), nodes),
      accelerators(config.guest_accelerator, purchase, nodes * hours),
    ]),
    [for i, p in coalesce(self.node_pool, []) : group("node_pool[${i}]", [
      machine(coalesce(p.node_config[0].machine_type, "e2-medium"), p.node_config[0].preemptible == true ? "preemptible" : "on-demand", coalesce(p.node_count, p.initial_node_count, p.autoscaling[0].min_node_count, 3) * zones * hours, true),
      disk(p.node_config[0].disk_type, coalesce(p.node_config[0].disk_size_gb, 100), coalesce(p.node_count, p.initial_node_count, p.autoscaling[0].min_node_count, 3) * zones),
    ])],
  ]
}

resource "google_container_node_pool" {
  usage    = ["nodes"]
  cluster  = target("cluster", "google_container_cluster")
  config   = self.node_config[0]
  place    = coalesce(self.location, cluster.location, region)
  zones    = self.node_locations != null ? length(self.node_locations) : cluster.node_locations != null ? length(cluster.node_locations) : length(split("-", place)) > 2 ? 1 : 3
  nodes    = coalesce(usage.nodes, self.node_count, self.autoscaling[0].min_node_count, self.initial_node_count, 3) * zones
  purchase = config.preemptible == true || config.spot == true ? "preemptible" : "on-demand"
  components = [
    machine(coalesce(config.machine_type, "e2-medium"), purchase, nodes * hours, true),
    disk(config.disk_type, coalesce(config.disk_size_gb, 100), nodes),
    scratch([for n in range(coalesce(config.local_ssd_count, 0)) : n], purchase, nodes),
    accelerators(config.guest_accelerator, purchase, nodes * hours),
  ]
}
