# What objects of Kubernetes cost on the cluster they run on: the requests of their containers, times replicas, and what
# they ask the cloud for. Nodes are paid for whole, so this is their share where the cluster is well used. What asks for
# nothing is unpriced: nobody knows what it takes. Kinds that are configuration and run nothing are in `free`; a kind that is
# neither here nor there is unpriced.

# What the API server takes as the request of a container: its request, else its limit; null where it has neither.
function "asked" {
  params = ["container", "name"]
  result = try(container.resources.requests[name], null) != null ? container.resources.requests[name] : try(container.resources.limits[name], null)
}

function "cpu_of" {
  params = ["containers"]
  result = [for c in coalesce(containers, []) : coalesce(cores(asked(c, "cpu")), 0)]
}

function "memory_of" {
  params = ["containers"]
  result = [for c in coalesce(containers, []) : coalesce(gibibytes(asked(c, "memory")), 0)]
}

function "accelerators_of" {
  params = ["containers"]
  result = [for c in coalesce(containers, []) : try(tonumber(asked(c, "nvidia.com/gpu")), 0) == null ? 0 : try(tonumber(asked(c, "nvidia.com/gpu")), 0)]
}

# What the scheduler reserves (Kubernetes documentation, "Resource sharing within containers"): all containers together with
# the sidecars, which are init containers that always restart; or the largest init container with the sidecars before it.
function "reserved" {
  params = ["own", "initial", "restarts"]
  result = max(
    sum(concat([0], own, [for i, amount in initial : amount if restarts[i] == "Always"])),
    concat([0], [for i, amount in initial : amount + sum(concat([0], [for j, other in initial : other if j < i && restarts[j] == "Always"])) if restarts[i] != "Always"])...)
}

# Containers that run as long as the pod does and ask for none of a resource: what they take nobody said.
function "silent" {
  params = ["spec", "name"]
  result = [for c in coalesce(spec.containers, []) : coalesce(c.name, "container") if asked(c, name) == null]
}

function "restarts_of" {
  params = ["spec"]
  result = [for c in coalesce(spec.initContainers, []) : coalesce(c.restartPolicy, "Never")]
}

# The components of one pod specification, of which there are `count`, for `amount` hours each.
function "pods" {
  params = ["spec", "count", "amount"]
  result = [
    fixed("CPU requests", "vCPU-hours", count * amount * reserved(cpu_of(spec.containers), cpu_of(spec.initContainers), restarts_of(spec)), price("node", "cpu")),
    fixed("Memory requests", "GiB-hours", count * amount * reserved(memory_of(spec.containers), memory_of(spec.initContainers), restarts_of(spec)), price("node", "memory")),
    fixed("GPU requests", "GPU-hours", count * amount * reserved(accelerators_of(spec.containers), accelerators_of(spec.initContainers), restarts_of(spec)), price("node", "gpu")),
    length(silent(spec, "cpu")) > 0 ? unpriced("no CPU is requested by ${join(", ", silent(spec, "cpu"))}") : null,
    length(silent(spec, "memory")) > 0 ? unpriced("no memory is requested by ${join(", ", silent(spec, "memory"))}") : null,
  ]
}

# The same for pods of which it is not known how long they run or how many there are: the price of an hour is shown, and how many
# hours a month comes from the usage file.
function "pods_by_use" {
  params = ["spec", "amount", "reason"]
  result = amount == null ? unpriced(reason) : pods(spec, 1, amount)
}

# Pods that an operator makes of an object that says only what they request.
function "made" {
  params = ["resources", "count"]
  result = [
    asked({ resources = resources }, "cpu") == null ? unpriced("no CPU is requested") : fixed("CPU requests", "vCPU-hours", count * hours * cores(asked({ resources = resources }, "cpu")), price("node", "cpu")),
    asked({ resources = resources }, "memory") == null ? unpriced("no memory is requested") : fixed("Memory requests", "GiB-hours", count * hours * gibibytes(asked({ resources = resources }, "memory")), price("node", "memory")),
  ]
}

function "volume" {
  params = ["size", "count"]
  result = size == null ? null : fixed("Storage", "GiB", count * gibibytes(size), price("storage", "standard"))
}

# An autoscaler keeps at least so many; how many more it adds is known to nobody before.
function "least" {
  params = ["kind", "name", "namespace"]
  result = concat([0], [for h in find("HorizontalPodAutoscaler", "spec", name) : coalesce(h.spec.minReplicas, 1) if h.spec.scaleTargetRef.kind == kind && h.spec.scaleTargetRef.name == name && h.metadata.namespace == namespace])
}

resource "Deployment" "ReplicaSet" "ReplicationController" {
  count      = max(coalesce(self.spec.replicas, 1), least(type, self.metadata.name, self.metadata.namespace)...)
  components = pods(self.spec.template.spec, count, hours)
}

resource "Rollout" {
  components = try(self.spec.template.spec, null) == null ? unpriced("its pods are those of another object") : pods(self.spec.template.spec, coalesce(self.spec.replicas, 1), hours)
}

resource "StatefulSet" {
  count = coalesce(self.spec.replicas, 1)
  components = [
    pods(self.spec.template.spec, count, hours),
    [for claim in coalesce(self.spec.volumeClaimTemplates, []) : group(claim.metadata.name, [
      fixed("Storage", "GiB", count * gibibytes(claim.spec.resources.requests.storage), price("storage", "standard")),
    ])],
  ]
}

resource "Pod" {
  components = pods(self.spec, 1, hours)
}

# On each node: how many there are the manifest does not say.
resource "DaemonSet" {
  components = pods_by_use(self.spec.template.spec, usage.nodes == null ? null : usage.nodes * hours, "it runs on every node, and how many there are is in no manifest (usage: nodes)")
}

resource "Job" {
  components = pods_by_use(self.spec.template.spec, usage.monthly_run_hours, "how many hours a month it runs is in no manifest (usage: monthly_run_hours)")
}

resource "CronJob" {
  components = pods_by_use(self.spec.jobTemplate.spec.template.spec, usage.monthly_run_hours, "how many hours a month it runs is in no manifest (usage: monthly_run_hours)")
}

resource "PersistentVolumeClaim" {
  components = fixed("Storage", "GiB", gibibytes(self.spec.resources.requests.storage), price("storage", "standard"))
}

resource "Service" {
  components = try(self.spec.type, null) == "LoadBalancer" ? [fixed("Load balancer", "hours", hours, price("network", "load-balancer"))] : []
}

# PostgreSQL by CloudNativePG; the clusters of other operators are of the same name and are not known.
resource "Cluster" {
  count      = coalesce(self.spec.instances, 1)
  components = startswith(self.apiVersion, "postgresql.cnpg.io/") ? [made(self.spec.resources, count), volume(self.spec.storage.size, count), volume(self.spec.walStorage.size, count)] : unpriced("no price is known for a Cluster of ${self.apiVersion}")
}

resource "Prometheus" "Alertmanager" "ThanosRuler" "PrometheusAgent" {
  count      = coalesce(self.spec.replicas, 1) * coalesce(self.spec.shards, 1)
  components = [made(self.spec.resources, count), volume(self.spec.storage.volumeClaimTemplate.spec.resources.requests.storage, count)]
}

resource "VMSingle" "VMAgent" "VMAlert" "VMAuth" "VMAlertmanager" {
  count      = coalesce(self.spec.replicaCount, 1)
  components = [made(self.spec.resources, count), volume(self.spec.storage.resources.requests.storage, count)]
}

resource "EventListener" {
  count      = coalesce(self.spec.resources.kubernetesResource.replicas, 1)
  components = try(self.spec.resources.kubernetesResource.spec.template.spec, null) == null ? unpriced("its pod's requests are not stated") : pods(self.spec.resources.kubernetesResource.spec.template.spec, count, hours)
}
