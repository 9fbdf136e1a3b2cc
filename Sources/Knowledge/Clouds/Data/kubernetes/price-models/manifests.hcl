# What objects of Kubernetes cost on the cluster they run on: the requests of their containers, times replicas, and what
# they ask the cloud for. Nodes are paid for whole, so this is their share where the cluster is well used.

function "cpu_of" {
  params = ["containers"]
  result = [for c in coalesce(containers, []) : coalesce(cores(c.resources.requests.cpu), cores(c.resources.limits.cpu), 0)]
}

function "memory_of" {
  params = ["containers"]
  result = [for c in coalesce(containers, []) : coalesce(gibibytes(c.resources.requests.memory), gibibytes(c.resources.limits.memory), 0)]
}

# What the scheduler reserves (Kubernetes documentation, "Resource sharing within containers"): all containers together with
# the sidecars, which are init containers that always restart; or the largest init container with the sidecars before it.
function "reserved" {
  params = ["own", "initial", "restarts"]
  result = max(
    sum(concat([0], own, [for i, amount in initial : amount if restarts[i] == "Always"])),
    concat([0], [for i, amount in initial : amount + sum(concat([0], [for j, other in initial : other if j < i && restarts[j] == "Always"])) if restarts[i] != "Always"])...)
}

function "pods" {
  params = ["spec", "count", "amount"]
  result = [
    fixed("CPU requests", "vCPU-hours", count * amount * reserved(
      cpu_of(spec.containers), cpu_of(spec.initContainers), [for c in coalesce(spec.initContainers, []) : coalesce(c.restartPolicy, "Never")]), price("node", "cpu")),
    fixed("Memory requests", "GiB-hours", count * amount * reserved(
      memory_of(spec.containers), memory_of(spec.initContainers), [for c in coalesce(spec.initContainers, []) : coalesce(c.restartPolicy, "Never")]), price("node", "memory")),
    length([for c in coalesce(spec.containers, []) : c if c.resources.requests.cpu == null && c.resources.limits.cpu == null]) > 0 ? used("CPU of containers without requests", "vCPU-hours", null, price("node", "cpu")) : null,
  ]
}

resource "Deployment" "ReplicaSet" "ReplicationController" {
  components = pods(self.spec.template.spec, coalesce(self.spec.replicas, 1), hours)
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
  components = [
    used("CPU requests on each node", "vCPU-hours", null, price("node", "cpu")),
    used("Memory requests on each node", "GiB-hours", null, price("node", "memory")),
  ]
}

resource "Job" "CronJob" {
  components = [
    used("CPU requests while it runs", "vCPU-hours", null, price("node", "cpu")),
    used("Memory requests while it runs", "GiB-hours", null, price("node", "memory")),
  ]
}

resource "PersistentVolumeClaim" {
  components = fixed("Storage", "GiB", gibibytes(self.spec.resources.requests.storage), price("storage", "standard"))
}

resource "Service" {
  components = self.spec.type == "LoadBalancer" ? [fixed("Load balancer", "hours", hours, price("network", "load-balancer"))] : []
}
