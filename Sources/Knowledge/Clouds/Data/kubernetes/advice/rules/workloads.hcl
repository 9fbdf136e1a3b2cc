# Workloads, volumes and nodes of a cluster. What smaller requests free is real only when nodes go: it is reported as
# reclaimable and not in the total.

rule "k8s-cpu-request" {
  number     = 31
  title      = "Container that asks for more processors than it uses"
  origin     = "robusta krr: P95 of CPU; more than 1.3 times that is worth a change"
  action     = "rightsize"
  stage      = "resize"
  needs      = ["manifests", "metrics"]
  resource   = ["Deployment", "StatefulSet", "DaemonSet"]
  confidence = "medium"
  effort     = "very-low"
  risk       = "medium"
  reversible = true
  basis      = "reclaimable"
  each       = containers(self)
  let {
    asked    = quantity(item.resources.requests.cpu)
    used     = asked == null ? null : metric("container_cpu")
    wanted   = quantity(cores(used.p95))
    replicas = coalesce(self.spec.replicas, 1)
    hourly   = price("kubernetes/node", "cpu")
  }
  when     = asked != null && used.count >= 100 && used.hours >= 3 && asked > 1.3 * used.p95 && wanted < asked
  evidence = "Container ${item.name} asks for ${asked} cores; P95 is ${fixed(used.p95, 3)} in ${fixed(used.hours / 24, 1)} days (${used.count} samples of the busiest replica)."
  saving   = (asked - wanted) * hourly * hours * replicas
  formula  = "(${asked} − ${wanted}) cores × ${rate(hourly)} × ${hours} hours × ${replicas} replica(s) = ${dollars((asked - wanted) * hourly * hours * replicas)} a month, once nodes go"
  patch {
    edit {
      path  = concat(pod_path(self.kind), ["spec", "containers", index, "resources", "requests", "cpu"])
      value = cores(used.p95)
    }
  }
  fires "a tenth of what it asks for" {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 3, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "web:1", resources = { requests = { cpu = "1", memory = "256Mi" }, limits = { memory = "256Mi" } } }] } } } }
    series "container_cpu" {
      key   = "shop/web/web"
      value = 0.1
      hours = 336
    }
  }
  spares "what it asks for is used" {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "web:1", resources = { requests = { cpu = "1" } } }] } } } }
    series "container_cpu" {
      key   = "shop/web/web"
      value = 0.9
      hours = 336
    }
  }
  edge "spares" "1.3 times what it uses" {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "web:1", resources = { requests = { cpu = "650m" } } }] } } } }
    series "container_cpu" {
      key   = "shop/web/web"
      value = 0.5
      hours = 336
    }
  }
  unjudged "no series of it" {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "web:1", resources = { requests = { cpu = "650m" } } }] } } } }
  }
}

rule "k8s-memory-request" {
  number     = 32
  title      = "Container that asks for more memory than it uses"
  origin     = "robusta krr: the highest memory and 15 %, at least 100 samples and 3 hours"
  action     = "rightsize"
  stage      = "resize"
  needs      = ["manifests", "metrics"]
  resource   = ["Deployment", "StatefulSet", "DaemonSet"]
  confidence = "medium"
  effort     = "very-low"
  risk       = "medium"
  reversible = true
  basis      = "reclaimable"
  each       = containers(self)
  let {
    asked    = quantity(item.resources.requests.memory)
    used     = asked == null ? null : metric("container_memory")
    wanted   = quantity(bytes(used.max * 1.15))
    replicas = coalesce(self.spec.replicas, 1)
    hourly   = price("kubernetes/node", "memory")
    scalers  = [for h in all_of_type("HorizontalPodAutoscaler") : h if h.spec.scaleTargetRef.name == self.metadata.name && length([for m in coalesce(h.spec.metrics, []) : m if m.resource.name == "memory"]) > 0]
  }
  when     = asked != null && used.count >= 100 && used.hours >= 3 && length(scalers) == 0 && wanted < asked && asked > 1.3 * used.max
  evidence = "Container ${item.name} asks for ${bytes(asked)}; it used at most ${bytes(used.max)} in ${fixed(used.hours / 24, 1)} days (${used.count} samples of the largest replica)."
  saving   = (asked - wanted) / 1073741824 * hourly * hours * replicas
  formula  = "(${fixed(asked / 1073741824, 3)} − ${fixed(wanted / 1073741824, 3)}) GiB × ${rate(hourly)} × ${hours} hours × ${replicas} replica(s) = ${dollars((asked - wanted) / 1073741824 * hourly * hours * replicas)} a month, once nodes go"
  patch {
    edit {
      path  = concat(pod_path(self.kind), ["spec", "containers", index, "resources", "requests", "memory"])
      value = bytes(used.max * 1.15)
    }
  }
  fires "an eighth in use" {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "web:1", resources = { requests = { cpu = "100m", memory = "4Gi" }, limits = { memory = "4Gi" } } }] } } } }
    series "container_memory" {
      key   = "shop/web/web"
      value = 536870912
      hours = 336
    }
  }
  spares "used up" {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "web:1", resources = { requests = { memory = "1Gi" } } }] } } } }
    series "container_memory" {
      key   = "shop/web/web"
      value = 1000000000
      hours = 336
    }
  }
  edge "spares" "scaled by its memory" {
    manifest  = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "web:1", resources = { requests = { memory = "4Gi" } } }] } } } }
    manifest2 = { apiVersion = "autoscaling/v2", kind = "HorizontalPodAutoscaler", metadata = { name = "web", namespace = "shop" }, spec = { scaleTargetRef = { kind = "Deployment", name = "web" }, maxReplicas = 5, metrics = [{ type = "Resource", resource = { name = "memory" } }] } }
    series "container_memory" {
      key   = "shop/web/web"
      value = 536870912
      hours = 336
    }
  }
}

rule "k8s-abandoned" {
  number     = 33
  title      = "Workload that nobody seems to use"
  origin     = "Kubecost: traffic and CPU below a floor for seven days"
  action     = "report"
  stage      = "remove"
  needs      = ["manifests", "metrics"]
  resource   = ["Deployment", "StatefulSet"]
  confidence = "medium"
  effort     = "medium"
  risk       = "medium"
  reversible = true
  basis      = "reclaimable"
  let {
    network  = metric("pod_network")
    cpu      = metric("pod_cpu")
    replicas = coalesce(self.spec.replicas, 1)
    cores    = sum(concat([0], [for c in containers(self) : coalesce(quantity(c.resources.requests.cpu), 0)]))
    gib      = sum(concat([0], [for c in containers(self) : coalesce(quantity(c.resources.requests.memory), 0)])) / 1073741824
    month    = replicas * hours * (cores * price("kubernetes/node", "cpu") + gib * price("kubernetes/node", "memory"))
  }
  when     = network.hours >= 7 * 24 * 0.9 && network.max < 500 && cpu.p95 < 0.01 * max(1, replicas) && replicas > 0
  evidence = "At most ${fixed(network.max, 0)} bytes a second and ${fixed(cpu.p95, 4)} cores in ${floor(network.hours / 24)} days, for ${replicas} replica(s)."
  saving   = month
  formula  = "${replicas} × ${hours} hours × (${cores} cores × ${rate(price("kubernetes/node", "cpu"))} + ${fixed(gib, 3)} GiB × ${rate(price("kubernetes/node", "memory"))}) = ${dollars(month)} a month, once nodes go"
  steps    = ["Ask its owner. Scale it to zero for two weeks before it is deleted."]
  fires "silent for a week" {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "old", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "old" } }, template = { metadata = { labels = { app = "old" } }, spec = { containers = [{ name = "old", image = "old:1", resources = { requests = { cpu = "500m", memory = "1Gi" } } }] } } } }
    series "pod_network" {
      key   = "shop/old"
      value = 20
      hours = 192
    }
    series "pod_cpu" {
      key   = "shop/old"
      value = 0.001
      hours = 192
    }
  }
  spares "in use" {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "old", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "old" } }, template = { metadata = { labels = { app = "old" } }, spec = { containers = [{ name = "old", image = "old:1", resources = { requests = { cpu = "500m" } } }] } } } }
    series "pod_network" {
      key   = "shop/old"
      value = 50000
      hours = 192
    }
    series "pod_cpu" {
      key   = "shop/old"
      value = 0.4
      hours = 192
    }
  }
  edge "spares" "no traffic, but it computes" {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "old", namespace = "shop" }, spec = { replicas = 1, selector = { matchLabels = { app = "old" } }, template = { metadata = { labels = { app = "old" } }, spec = { containers = [{ name = "old", image = "old:1", resources = { requests = { cpu = "500m" } } }] } } } }
    series "pod_network" {
      key   = "shop/old"
      value = 20
      hours = 192
    }
    series "pod_cpu" {
      key   = "shop/old"
      value = 0.4
      hours = 192
    }
  }
}

rule "k8s-volume-unclaimed" {
  number     = 34
  title      = "Volume that no claim holds"
  origin     = "OpenCost, Kubecost: unclaimed volumes"
  action     = "delete"
  stage      = "remove"
  needs      = ["manifests"]
  resource   = "PersistentVolume"
  confidence = "high"
  effort     = "low"
  risk       = "medium"
  reversible = true
  let {
    gb    = quantity(self.spec.capacity.storage) / 1073741824
    price = price("ebs", "gp3")
    kept  = price("ebs", "snapshot")
  }
  when     = contains(["Released", "Available"], self.status.phase)
  evidence = "Its phase is ${self.status.phase}${self.spec.claimRef == null ? "" : "; the claim ${self.spec.claimRef.namespace}/${self.spec.claimRef.name} is gone"} and it holds ${fixed(gb, 0)} GiB."
  saving   = gb * (price - kept)
  formula  = "${fixed(gb, 0)} GiB × (${rate(price)} − ${rate(kept)} for a snapshot) = ${dollars(gb * (price - kept))} a month"
  steps    = ["Take a snapshot of the volume behind it (${coalesce(self.spec.csi.volumeHandle, "see spec")}).", "kubectl delete pv ${self.metadata.name}, and delete the volume if its reclaim policy is Retain."]
  fires "released" {
    saves = 3
    manifest = { apiVersion = "v1", kind = "PersistentVolume", metadata = { name = "pv-1" }, spec = { capacity = { storage = "100Gi" }, persistentVolumeReclaimPolicy = "Retain" }, status = { phase = "Released" } }
  }
  spares "bound" {
    manifest = { apiVersion = "v1", kind = "PersistentVolume", metadata = { name = "pv-1" }, spec = { capacity = { storage = "100Gi" } }, status = { phase = "Bound" } }
  }
  edge "spares" "a manifest without a status says nothing" {
    manifest = { apiVersion = "v1", kind = "PersistentVolume", metadata = { name = "pv-1" }, spec = { capacity = { storage = "100Gi" } } }
  }
}

rule "k8s-load-balancer-orphan" {
  number     = 34
  title      = "Service with a load balancer and no pod behind it"
  origin     = "OpenCost: orphaned load balancers"
  action     = "delete"
  stage      = "remove"
  needs      = ["manifests"]
  resource   = "Service"
  confidence = "medium"
  effort     = "low"
  risk       = "medium"
  reversible = true
  let {
    here     = coalesce(self.metadata.namespace, "default")
    points   = [for e in all_of_type("Endpoints") : e if e.metadata.name == self.metadata.name && coalesce(e.metadata.namespace, "default") == here]
    ready    = length([for e in points : e if length(flatten([for s in coalesce(e.subsets, []) : coalesce(s.addresses, [])])) > 0])
    selector = coalesce(self.spec.selector, {})
    pods     = [for w in concat(all_of_type("Deployment"), all_of_type("StatefulSet"), all_of_type("DaemonSet")) : w if coalesce(w.metadata.namespace, "default") == here && coalesce(w.spec.replicas, 1) > 0 && alltrue([for k, v in selector : w.spec.template.metadata.labels[k] == v])]
  }
  when     = self.spec.type == "LoadBalancer" && length(selector) > 0 && (length(points) > 0 ? ready == 0 : length(pods) == 0)
  evidence = length(points) > 0 ? "Its Endpoints list no address that is ready." : "No workload among the manifests has the labels it selects."
  saving   = hours * price("elb", "nlb")
  formula  = "${hours} hours × ${rate(price("elb", "nlb"))} = ${dollars(hours * price("elb", "nlb"))} a month, and its capacity units"
  patch {
    remove = true
  }
  fires "nothing has its labels" {
    saves    = 16.43
    manifest = { apiVersion = "v1", kind = "Service", metadata = { name = "old", namespace = "shop" }, spec = { type = "LoadBalancer", selector = { app = "old" }, ports = [{ port = 80 }] } }
  }
  spares "a workload is there" {
    manifest  = { apiVersion = "v1", kind = "Service", metadata = { name = "web", namespace = "shop" }, spec = { type = "LoadBalancer", selector = { app = "web" }, ports = [{ port = 80 }] } }
    manifest2 = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "web:1" }] } } } }
  }
  edge "fires" "the same labels in another namespace" {
    manifest  = { apiVersion = "v1", kind = "Service", metadata = { name = "web", namespace = "shop" }, spec = { type = "LoadBalancer", selector = { app = "web" }, ports = [{ port = 80 }] } }
    manifest2 = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "other" }, spec = { selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "web:1" }] } } } }
  }
}

rule "k8s-no-requests" {
  number     = 35
  title      = "Container without requests"
  origin     = "Polaris, kube-linter: what asks for nothing cannot be packed on nodes"
  action     = "configure"
  stage      = "govern"
  needs      = ["manifests"]
  resource   = ["Deployment", "StatefulSet", "DaemonSet"]
  confidence = "high"
  effort     = "low"
  risk       = "low"
  reversible = true
  basis      = "enabler"
  each       = containers(self)
  let {
    missing = [for r in ["cpu", "memory"] : r if item.resources.requests[r] == null && item.resources.limits[r] == null]
    cpu     = given("metrics") ? metric_or_null("container_cpu") : null
    memory  = given("metrics") ? metric_or_null("container_memory") : null
  }
  when     = length(missing) > 0
  evidence = "Container ${item.name} asks for no ${join(" and no ", missing)}, so the scheduler packs nodes blindly."
  formula  = "saves nothing by itself: nodes can be filled once every container says what it needs"
  patch {
    when = contains(missing, "cpu") && cpu != null
    edit {
      path  = concat(pod_path(self.kind), ["spec", "containers", index, "resources", "requests", "cpu"])
      value = cores(cpu.p95)
    }
  }
  patch {
    when = contains(missing, "memory") && memory != null
    edit {
      path  = concat(pod_path(self.kind), ["spec", "containers", index, "resources", "requests", "memory"])
      value = bytes(memory.max * 1.15)
    }
  }
  steps = ["Set requests to what was measured: P95 of CPU, and the highest memory with 15 % on top."]
  fires "nothing at all" {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "web:1" }] } } } }
  }
  spares "both" {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "web:1", resources = { requests = { cpu = "100m", memory = "64Mi" } } }] } } } }
  }
  edge "spares" "a limit stands for the request" {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "web:1", resources = { limits = { cpu = "100m", memory = "64Mi" } } }] } } } }
  }
  edge "fires" "measured, so the requests are known" {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "web:1" }] } } } }
    series "container_cpu" {
      key   = "shop/web/web"
      value = 0.2
      hours = 336
    }
    series "container_memory" {
      key   = "shop/web/web"
      value = 200000000
      hours = 336
    }
  }
}

rule "k8s-node-oversized" {
  number     = 36
  title      = "Node that is less than half asked for"
  origin     = "Kubecost cluster right-sizing: filled to 80 %"
  action     = "rightsize"
  stage      = "schedule"
  needs      = ["manifests", "metrics"]
  resource   = "Node"
  confidence = "medium"
  effort     = "high"
  risk       = "medium"
  reversible = true
  basis      = "reclaimable"
  let {
    cpu    = metric("node_requested_cpu")
    memory = metric("node_requested_memory")
    cores  = quantity(self.status.allocatable.cpu)
    bytes  = quantity(self.status.allocatable.memory)
    share  = max(cpu.max / cores, memory.max / bytes)
    type   = self.metadata.labels["node.kubernetes.io/instance-type"]
    hourly = price("ec2", type)
  }
  when     = cpu.hours >= 24 && share < 0.5
  evidence = "At most ${fixed(cpu.max, 2)} of ${cores} cores and ${fixed(memory.max / 1073741824, 1)} of ${fixed(bytes / 1073741824, 1)} GiB are asked for: ${fixed(share * 100, 0)} %."
  saving   = hourly * hours * (1 - share / 0.8)
  formula  = "${type} at ${rate(hourly)} × ${hours} hours × (1 − ${fixed(share, 3)} / 0.8) = ${dollars(hourly * hours * (1 - share / 0.8))} a month, when its pods fit on fewer or smaller nodes"
  steps    = ["Let Cluster Autoscaler or Karpenter consolidate, or lower the group's size and type."]
  fires "a fifth" {
    manifest = { apiVersion = "v1", kind = "Node", metadata = { name = "n1", labels = { "node.kubernetes.io/instance-type" = "m6i.xlarge" } }, status = { allocatable = { cpu = "3920m", memory = "15Gi" } } }
    series "node_requested_cpu" {
      key   = "n1"
      value = 0.8
      hours = 336
    }
    series "node_requested_memory" {
      key   = "n1"
      value = 2147483648
      hours = 336
    }
  }
  spares "well filled" {
    manifest = { apiVersion = "v1", kind = "Node", metadata = { name = "n1", labels = { "node.kubernetes.io/instance-type" = "m6i.xlarge" } }, status = { allocatable = { cpu = "4", memory = "16Gi" } } }
    series "node_requested_cpu" {
      key   = "n1"
      value = 3.2
      hours = 336
    }
    series "node_requested_memory" {
      key   = "n1"
      value = 2147483648
      hours = 336
    }
  }
  edge "spares" "half" {
    manifest = { apiVersion = "v1", kind = "Node", metadata = { name = "n1", labels = { "node.kubernetes.io/instance-type" = "m6i.xlarge" } }, status = { allocatable = { cpu = "4", memory = "16Gi" } } }
    series "node_requested_cpu" {
      key   = "n1"
      value = 2
      hours = 336
    }
    series "node_requested_memory" {
      key   = "n1"
      value = 2147483648
      hours = 336
    }
  }
}
