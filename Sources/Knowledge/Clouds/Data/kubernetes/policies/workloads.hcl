rule "k8s-privileged" {
  title      = "Privileged container"
  severity   = "high"
  category   = "security"
  resource   = "workload"
  require    = !anytrue([for c in containers(self) : c.securityContext.privileged == true])
  message    = "A container runs privileged, with all rights of the node."
  why        = "Whoever breaks into a privileged container owns the node."
  advice     = "Remove securityContext.privileged and grant single capabilities instead."
  references = ["Pod Security Standards: baseline", "trivy KSV-0017"]
  remedy {
    container {
      securityContext {
        privileged = false
      }
    }
  }
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", securityContext = { privileged = true } }] } } } }
  }
}

rule "k8s-privilege-escalation" {
  title      = "Container may gain rights"
  severity   = "medium"
  category   = "security"
  resource   = "workload"
  require    = alltrue([for c in containers(self) : c.securityContext.allowPrivilegeEscalation == false])
  message    = "allowPrivilegeEscalation is not false in every container."
  why        = "A setuid program in the image can become root."
  advice     = "Set securityContext.allowPrivilegeEscalation to false."
  references = ["Pod Security Standards: restricted", "trivy KSV-0001"]
  remedy {
    container {
      securityContext {
        allowPrivilegeEscalation = false
      }
    }
  }
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", securityContext = { allowPrivilegeEscalation = false } }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}

rule "k8s-run-as-root" {
  title      = "Container may run as root"
  severity   = "medium"
  category   = "security"
  resource   = "workload"
  require    = alltrue([for c in containers(self) : c.securityContext.runAsNonRoot == true || c.securityContext.runAsUser > 0 || c.securityContext.runAsNonRoot == null && c.securityContext.runAsUser == null && (pod_spec(self).securityContext.runAsNonRoot == true || pod_spec(self).securityContext.runAsUser > 0)])
  message    = "Nothing keeps the containers from running as root."
  why        = "Root in a container is one flaw away from root on the node."
  advice     = "Set runAsNonRoot to true in the securityContext of the pod."
  references = ["Pod Security Standards: restricted", "trivy KSV-0012"]
  remedy {
    pod {
      securityContext {
        runAsNonRoot = true
      }
    }
  }
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { securityContext = { runAsNonRoot = true }, containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}

rule "k8s-capabilities" {
  title      = "Container keeps capabilities it may not need"
  severity   = "low"
  category   = "security"
  resource   = "workload"
  require    = alltrue([for c in containers(self) : anytrue([for d in c.securityContext.capabilities.drop : upper(d) == "ALL"])])
  message    = "Not every container drops all capabilities."
  why        = "The default set lets a process forge packets and change file owners."
  advice     = "Set capabilities.drop to [\"ALL\"] and add back what is needed."
  references = ["Pod Security Standards: restricted", "trivy KSV-0003"]
  remedy {
    container {
      securityContext {
        capabilities {
          drop = ["ALL"]
        }
      }
    }
  }
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", securityContext = { capabilities = { drop = ["ALL"] } } }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}

rule "k8s-dangerous-capabilities" {
  title      = "Container with dangerous capabilities"
  severity   = "high"
  category   = "security"
  resource   = "workload"
  require    = !anytrue(flatten([for c in containers(self) : [for a in c.securityContext.capabilities.add : contains(["ALL", "SYS_ADMIN", "NET_ADMIN", "SYS_PTRACE", "SYS_MODULE", "SYS_RAWIO", "DAC_READ_SEARCH", "BPF"], trimprefix(upper(a), "CAP_"))]]))
  message    = "A container adds a capability that is nearly as good as root."
  why        = "SYS_ADMIN and its like undo the isolation of the container."
  advice     = "Remove the capability, or move what needs it to the node."
  references = ["Pod Security Standards: baseline", "trivy KSV-0005"]
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", securityContext = { capabilities = { add = ["SYS_ADMIN"] } } }] } } } }
  }
}

rule "k8s-read-only-root" {
  title      = "Container can change its own image"
  severity   = "low"
  category   = "security"
  resource   = "workload"
  require    = alltrue([for c in containers(self) : c.securityContext.readOnlyRootFilesystem == true])
  message    = "readOnlyRootFilesystem is not true in every container."
  why        = "An intruder can install tools and change the program."
  advice     = "Set readOnlyRootFilesystem to true and mount volumes for what is written."
  references = ["trivy KSV-0014", "polaris notReadOnlyRootFilesystem"]
  remedy {
    container {
      securityContext {
        readOnlyRootFilesystem = true
      }
    }
  }
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", securityContext = { readOnlyRootFilesystem = true } }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}

rule "k8s-host-namespaces" {
  title      = "Pod shares namespaces of the node"
  severity   = "high"
  category   = "security"
  resource   = "workload"
  require    = pod_spec(self).hostNetwork != true && pod_spec(self).hostPID != true && pod_spec(self).hostIPC != true
  message    = "hostNetwork, hostPID or hostIPC is true."
  why        = "The pod sees the traffic or the processes of the whole node."
  advice     = "Remove hostNetwork, hostPID and hostIPC."
  references = ["Pod Security Standards: baseline", "trivy KSV-0009"]
  remedy {
    pod {
      hostNetwork = false
      hostPID     = false
      hostIPC     = false
    }
  }
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { hostNetwork = true, containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}

rule "k8s-host-path" {
  title      = "Pod mounts a folder of the node"
  severity   = "high"
  category   = "security"
  resource   = "workload"
  require    = !anytrue([for v in pod_spec(self).volumes : v.hostPath != null])
  message    = "A volume of type hostPath is mounted."
  why        = "Files of the node, and through them other pods, are within reach."
  advice     = "Use a persistent volume claim, a config map or an emptyDir."
  references = ["Pod Security Standards: baseline", "trivy KSV-0023"]
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { volumes = [{ name = "v", hostPath = { path = "/var/run/docker.sock" } }], containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}

rule "k8s-host-port" {
  title      = "Container takes a port of the node"
  severity   = "low"
  category   = "security"
  resource   = "workload"
  require    = !anytrue(flatten([for c in containers(self) : [for p in c.ports : p.hostPort > 0]]))
  message    = "A container uses hostPort."
  why        = "The port is reachable past network policies, and only one such pod fits on a node."
  advice     = "Use a Service instead of hostPort."
  references = ["Pod Security Standards: baseline", "trivy KSV-0024"]
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", ports = [{ containerPort = 80, hostPort = 80 }] }] } } } }
  }
}

rule "k8s-cpu-limits" {
  title      = "Container without a CPU limit"
  severity   = "low"
  category   = "reliability"
  resource   = "workload"
  require    = alltrue([for c in containers(self) : c.resources.limits.cpu != null])
  message    = "Not every container has a limit for CPU."
  why        = "One container that spins takes the time of its neighbours."
  advice     = "Set resources.limits.cpu."
  references = ["polaris cpuLimitsMissing", "trivy KSV-0011"]
  remedy {
    container {
      resources {
        limits {
          cpu = "500m"
        }
      }
    }
  }
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", resources = { limits = { cpu = "500m", memory = "256Mi" } } }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}

rule "k8s-memory-limits" {
  title      = "Container without a memory limit"
  severity   = "medium"
  category   = "reliability"
  resource   = "workload"
  require    = alltrue([for c in containers(self) : c.resources.limits.memory != null])
  message    = "Not every container has a limit for memory."
  why        = "One container that leaks memory takes the node and its neighbours down."
  advice     = "Set resources.limits.memory."
  references = ["polaris memoryLimitsMissing", "trivy KSV-0018"]
  remedy {
    container {
      resources {
        limits {
          memory = "256Mi"
        }
      }
    }
  }
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", resources = { limits = { cpu = "500m", memory = "256Mi" } } }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}

rule "k8s-cpu-requests" {
  title      = "Container without a CPU request"
  severity   = "medium"
  category   = "reliability"
  resource   = "workload"
  require    = alltrue([for c in containers(self) : c.resources.requests.cpu != null])
  message    = "Not every container says how much CPU it needs."
  why        = "The scheduler packs nodes blindly, and the pod is the first to be evicted."
  advice     = "Set resources.requests.cpu."
  references = ["polaris cpuRequestsMissing", "trivy KSV-0015"]
  remedy {
    container {
      resources {
        requests {
          cpu = "100m"
        }
      }
    }
  }
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", resources = { requests = { cpu = "100m", memory = "128Mi" } } }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}

rule "k8s-memory-requests" {
  title      = "Container without a memory request"
  severity   = "medium"
  category   = "reliability"
  resource   = "workload"
  require    = alltrue([for c in containers(self) : c.resources.requests.memory != null])
  message    = "Not every container says how much memory it needs."
  why        = "The scheduler packs nodes blindly, and the pod is the first to be evicted."
  advice     = "Set resources.requests.memory."
  references = ["polaris memoryRequestsMissing", "trivy KSV-0016"]
  remedy {
    container {
      resources {
        requests {
          memory = "128Mi"
        }
      }
    }
  }
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", resources = { requests = { cpu = "100m", memory = "128Mi" } } }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}

rule "k8s-readiness-probe" {
  title      = "Container without a readiness probe"
  severity   = "medium"
  category   = "reliability"
  resource   = ["service_workload", "Pod"]
  require    = alltrue([for c in main_containers(self) : c.readinessProbe != null])
  message    = "Not every container has a readinessProbe."
  why        = "Requests reach pods that are not ready yet, at every rollout."
  advice     = "Add a readinessProbe."
  references = ["polaris readinessProbeMissing"]
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", readinessProbe = { httpGet = { path = "/", port = 80 } } }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}

rule "k8s-liveness-probe" {
  title      = "Container without a liveness probe"
  severity   = "low"
  category   = "reliability"
  resource   = ["service_workload", "Pod"]
  require    = alltrue([for c in main_containers(self) : c.livenessProbe != null])
  message    = "Not every container has a livenessProbe."
  why        = "A process that hangs is never restarted."
  advice     = "Add a livenessProbe."
  references = ["polaris livenessProbeMissing"]
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", livenessProbe = { httpGet = { path = "/", port = 80 } } }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}

rule "k8s-image-tag" {
  title      = "Image without a fixed version"
  severity   = "medium"
  category   = "operations"
  resource   = "workload"
  require    = alltrue([for c in containers(self) : strcontains(coalesce(c.image, "none"), "@sha256:") || can(regex("^[^:]+(:[0-9]+/[^:]+)?:[^/:]+$", c.image)) && !endswith(c.image, ":latest")])
  message    = "An image has no tag, or the tag latest."
  why        = "What runs changes without a change in the manifest, and a rollback is not possible."
  advice     = "Use a version tag or, better, a digest."
  references = ["polaris tagNotSpecified", "trivy KSV-0013"]
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:latest" }] } } } }
  }
}

rule "k8s-single-replica" {
  title      = "Deployment with a single replica"
  severity   = "medium"
  category   = "reliability"
  resource   = "Deployment"
  require    = self.spec.replicas >= 2 || anytrue([for h in all_of_type("HorizontalPodAutoscaler") : h.spec.scaleTargetRef.name == name && h.spec.minReplicas >= 2])
  message    = "Only ${coalesce(self.spec.replicas, 1)} replica runs."
  why        = "Every rollout and every drained node is an outage."
  advice     = "Set replicas to 2 or more."
  references = ["polaris deploymentMissingReplicas"]
  remedy {
    object {
      spec {
        replicas = 2
      }
    }
  }
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 1, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}

rule "k8s-disruption-budget" {
  title      = "Deployment without a disruption budget"
  severity   = "low"
  category   = "reliability"
  resource   = "Deployment"
  applies    = self.spec.replicas != 1
  require    = anytrue([for b in all_of_type("PodDisruptionBudget") : b.metadata.namespace == self.metadata.namespace && length(b.spec.selector.matchLabels) > 0 && alltrue([for k, v in b.spec.selector.matchLabels : pod_template(self).metadata.labels[k] == v])])
  message    = "No PodDisruptionBudget selects these pods."
  why        = "Draining nodes for an upgrade may take all replicas at once."
  advice     = "Add a PodDisruptionBudget with the labels of the pods."
  references = ["polaris missingPodDisruptionBudget"]
  pass {
    manifest   = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
    manifest_2 = { apiVersion = "policy/v1", kind = "PodDisruptionBudget", metadata = { name = "web", namespace = "shop" }, spec = { minAvailable = 1, selector = { matchLabels = { app = "web" } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}

rule "k8s-service-account-token" {
  title      = "Pod carries an API token it may not need"
  severity   = "low"
  category   = "security"
  resource   = "workload"
  require    = pod_spec(self).automountServiceAccountToken == false || pod_spec(self).automountServiceAccountToken == null && anytrue([for a in all_of_type("ServiceAccount") : a.metadata.name == coalesce(pod_spec(self).serviceAccountName, "default") && a.metadata.namespace == self.metadata.namespace && a.automountServiceAccountToken == false])
  message    = "automountServiceAccountToken is not false."
  why        = "The token lets an intruder talk to the API server."
  advice     = "Set automountServiceAccountToken to false where the program does not use the API."
  references = ["CIS Kubernetes 5.1.6", "trivy KSV-0036"]
  remedy {
    pod {
      automountServiceAccountToken = false
    }
  }
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }], automountServiceAccountToken = false } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}

rule "k8s-secret-in-environment" {
  title      = "Secret in clear text in the environment"
  severity   = "high"
  category   = "security"
  resource   = "workload"
  require    = !anytrue(flatten([for c in containers(self) : [for e in c.env : is_secret_text(e.value) || can(regex("(?i)(password|passwd|secret_key|api_key|private_key|token)$", e.name)) && is_literal(e.value) && e.value != ""]]))
  message    = "An environment variable holds a password or key in clear text."
  why        = "Everybody who may read the manifest or the pod reads the secret."
  advice     = "Use valueFrom with a secretKeyRef."
  references = ["polaris sensitiveContainerEnvVar", "CWE-798"]
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", env = [{ name = "DB_PASSWORD", valueFrom = { secretKeyRef = { name = "db", key = "password" } } }] }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", env = [{ name = "DB_PASSWORD", value = "hunter2" }] }] } } } }
  }
}

rule "k8s-seccomp" {
  title      = "Pod without a seccomp profile"
  severity   = "low"
  category   = "security"
  resource   = "workload"
  require    = contains(["RuntimeDefault", "Localhost"], pod_spec(self).securityContext.seccompProfile.type) || alltrue([for c in containers(self) : contains(["RuntimeDefault", "Localhost"], c.securityContext.seccompProfile.type)])
  message    = "No seccomp profile limits the system calls."
  why        = "Rarely used system calls are where kernels are broken."
  advice     = "Set securityContext.seccompProfile.type to RuntimeDefault."
  references = ["Pod Security Standards: restricted", "trivy KSV-0030"]
  remedy {
    pod {
      securityContext {
        seccompProfile {
          type = "RuntimeDefault"
        }
      }
    }
  }
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { securityContext = { seccompProfile = { type = "RuntimeDefault" } }, containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}

rule "k8s-rbac-wildcard" {
  title      = "Role that allows everything"
  severity   = "high"
  category   = "security"
  resource   = ["Role", "ClusterRole"]
  require    = !anytrue([for r in self.rules : contains(r.verbs, "*") && (contains(r.resources, "*") || contains(coalesce(r.apiGroups, []), "*") && r.resources != null)])
  message    = "A rule allows all verbs on all resources."
  why        = "Whoever gets the role owns the cluster."
  advice     = "List the verbs and resources that are needed."
  references = ["CIS Kubernetes 5.1.3", "trivy KSV-0044"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["pods"], verbs = ["get", "list"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = ["*"], resources = ["*"], verbs = ["*"] }] }
  }
}

rule "k8s-rbac-secrets" {
  title      = "Role that reads all secrets"
  severity   = "medium"
  category   = "security"
  resource   = ["ClusterRole"]
  require    = !anytrue([for r in self.rules : contains(coalesce(r.resources, []), "secrets") && anytrue([for v in r.verbs : contains(["get", "list", "watch", "*"], v)]) && r.resourceNames == null])
  message    = "A rule lets its holder read the secrets of every namespace."
  why        = "Secrets hold the credentials of everything else."
  advice     = "Use a Role in the namespace, or resourceNames."
  references = ["CIS Kubernetes 5.1.2", "trivy KSV-0041"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["pods"], verbs = ["get"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["secrets"], verbs = ["get", "list"] }] }
  }
}

rule "k8s-cluster-admin" {
  title      = "Binding to a role that may do everything"
  severity   = "high"
  category   = "security"
  resource   = ["ClusterRoleBinding", "RoleBinding"]
  require    = startswith(name, "system:") || startswith(name, "gce:") || name == "cluster-admin" || self.roleRef.name != "cluster-admin" && !anytrue(flatten([for r in all_of_type("ClusterRole") : [for x in r.rules : r.metadata.name == self.roleRef.name && contains(x.verbs, "*") && contains(coalesce(x.resources, []), "*") && contains(coalesce(x.apiGroups, []), "*")]]))
  message    = "The role ${self.roleRef.name} allows everything."
  why        = "Whoever holds the binding owns the cluster."
  advice     = "Bind a role with what is needed."
  references = ["CIS Kubernetes 5.1.1", "trivy KSV-0111"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRoleBinding", metadata = { name = "b" }, roleRef = { kind = "ClusterRole", name = "view" } }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRoleBinding", metadata = { name = "b" }, roleRef = { kind = "ClusterRole", name = "cluster-admin" } }
  }
}

rule "k8s-network-policy" {
  title      = "Pods that everything may talk to"
  severity   = "low"
  category   = "security"
  resource   = "service_workload"
  require    = anytrue([for n in all_of_type("NetworkPolicy") : n.metadata.namespace == self.metadata.namespace && alltrue([for k, v in coalesce(n.spec.podSelector.matchLabels, {}) : pod_template(self).metadata.labels[k] == v])])
  message    = "No NetworkPolicy selects these pods."
  why        = "An intruder in any pod reaches all others."
  advice     = "Add a NetworkPolicy that denies by default, and one for what is needed."
  references = ["CIS Kubernetes 5.3.2", "polaris missingNetworkPolicy"]
  pass {
    manifest   = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
    manifest_2 = { apiVersion = "networking.k8s.io/v1", kind = "NetworkPolicy", metadata = { name = "deny", namespace = "shop" }, spec = { podSelector = {}, policyTypes = ["Ingress"] } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}

rule "k8s-ingress-tls" {
  title      = "Ingress without TLS"
  severity   = "medium"
  category   = "security"
  resource   = "Ingress"
  require    = length(self.spec.tls) > 0
  message    = "spec.tls is missing."
  why        = "Requests travel in clear text."
  advice     = "Add spec.tls with the hosts and a secret."
  references = ["polaris tlsSettingsMissing"]
  pass {
    manifest = { apiVersion = "networking.k8s.io/v1", kind = "Ingress", metadata = { name = "i", namespace = "shop" }, spec = { rules = [{ host = "example.com" }], tls = [{ hosts = ["example.com"], secretName = "t" }] } }
  }
  fail {
    manifest = { apiVersion = "networking.k8s.io/v1", kind = "Ingress", metadata = { name = "i", namespace = "shop" }, spec = { rules = [{ host = "example.com" }] } }
  }
}

rule "k8s-default-namespace" {
  title      = "Object in the namespace default"
  severity   = "info"
  category   = "operations"
  resource   = "service_workload"
  require    = self.metadata.namespace != null && self.metadata.namespace != "default"
  message    = "No namespace of its own is given."
  why        = "Policies, quotas and rights are set by namespace; in default there are usually none."
  advice     = "Set metadata.namespace."
  references = ["CIS Kubernetes 5.7.4", "trivy KSV-0110"]
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, selector = { matchLabels = { app = "web" } }, template = { metadata = { labels = { app = "web" } }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web" }, spec = { template = { spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}
