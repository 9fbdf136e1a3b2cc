rule "k8s-host-process" {
  title      = "Container that runs on the Windows host"
  severity   = "high"
  category   = "security"
  resource   = "workload"
  require    = pod_spec(self).securityContext.windowsOptions.hostProcess != true && !anytrue([for c in containers(self) : c.securityContext.windowsOptions.hostProcess == true])
  message    = "windowsOptions.hostProcess is true."
  why        = "The container has all rights of the node."
  advice     = "Remove hostProcess."
  references = ["Pod Security Standards: baseline"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", securityContext = { windowsOptions = { hostProcess = true } } }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }], securityContext = { windowsOptions = { hostProcess = true } } } }
  }
}

rule "k8s-sysctls" {
  title      = "Pod that changes the kernel"
  severity   = "medium"
  category   = "security"
  resource   = "workload"
  require    = alltrue([for s in coalesce(pod_spec(self).securityContext.sysctls, []) : contains(["kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_unprivileged_port_start", "net.ipv4.tcp_syncookies", "net.ipv4.ping_group_range", "net.ipv4.ip_local_reserved_ports", "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes", "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"], s.name)])
  message    = "A sysctl is set that is not safe."
  why        = "It changes the node for every pod."
  advice     = "Remove the sysctl, or set it when the node is made."
  references = ["Pod Security Standards: baseline", "trivy KSV-0026"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }], securityContext = { sysctls = [{ name = "net.ipv4.tcp_syncookies", value = "1" }] } } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }], securityContext = { sysctls = [{ name = "kernel.msgmax", value = "65536" }] } } }
  }
}

rule "k8s-proc-mount" {
  title      = "Container that sees the processes of the kernel"
  severity   = "medium"
  category   = "security"
  resource   = "workload"
  require    = alltrue([for c in containers(self) : contains(["Default"], coalesce(c.securityContext.procMount, "Default"))])
  message    = "procMount is not Default."
  why        = "Paths under /proc that are masked for good reason are open."
  advice     = "Remove procMount."
  references = ["Pod Security Standards: baseline", "trivy KSV-0027"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", securityContext = { procMount = "Unmasked" } }] } }
  }
}

rule "k8s-selinux" {
  title      = "Pod with an SELinux user or role of its own"
  severity   = "medium"
  category   = "security"
  resource   = "workload"
  require    = alltrue([for o in concat([pod_spec(self).securityContext.seLinuxOptions], [for c in containers(self) : c.securityContext.seLinuxOptions]) : o == null || o.user == null && o.role == null && contains(["", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"], coalesce(o.type, "container_t"))])
  message    = "seLinuxOptions sets a user, a role or a type that is not for containers."
  why        = "The container leaves the confinement that SELinux gives it."
  advice     = "Remove the options, or use container_t."
  references = ["Pod Security Standards: baseline", "trivy KSV-0025"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } }
  }
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }], securityContext = { seLinuxOptions = { type = "container_t" } } } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", securityContext = { seLinuxOptions = { type = "spc_t" } } }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }], securityContext = { seLinuxOptions = { user = "root" } } } }
  }
}

rule "k8s-apparmor" {
  title      = "Container without AppArmor"
  severity   = "medium"
  category   = "security"
  resource   = "workload"
  require    = coalesce(pod_spec(self).securityContext.appArmorProfile.type, "RuntimeDefault") != "Unconfined" && alltrue([for c in containers(self) : coalesce(c.securityContext.appArmorProfile.type, "RuntimeDefault") != "Unconfined"]) && alltrue([for k, v in coalesce(pod_template(self).metadata.annotations, {}) : !startswith(k, "container.apparmor.security.beta.kubernetes.io/") || v != "unconfined"])
  message    = "The AppArmor profile is unconfined."
  why        = "What AppArmor would stop goes through."
  advice     = "Use RuntimeDefault."
  references = ["Pod Security Standards: baseline", "trivy KSV-0002"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", securityContext = { appArmorProfile = { type = "Unconfined" } } }] } }
  }
}

rule "k8s-seccomp-unconfined" {
  title      = "Container without seccomp"
  severity   = "medium"
  category   = "security"
  resource   = "workload"
  require    = coalesce(pod_spec(self).securityContext.seccompProfile.type, "RuntimeDefault") != "Unconfined" && alltrue([for c in containers(self) : coalesce(c.securityContext.seccompProfile.type, "RuntimeDefault") != "Unconfined"])
  message    = "The seccomp profile is unconfined."
  why        = "The container may make every call to the kernel."
  advice     = "Use RuntimeDefault."
  references = ["Pod Security Standards: baseline", "trivy KSV-0104"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }], securityContext = { seccompProfile = { type = "RuntimeDefault" } } } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", securityContext = { seccompProfile = { type = "Unconfined" } } }] } }
  }
}

rule "k8s-container-socket" {
  title      = "Pod that holds the container runtime"
  severity   = "critical"
  category   = "security"
  resource   = "workload"
  require    = !anytrue([for v in coalesce(pod_spec(self).volumes, []) : can(regex("^/(var/)?run/(docker|containerd|crio|k3s/containerd)/?.*\\.sock$", v.hostPath.path))])
  message    = "The socket of the container runtime is mounted."
  why        = "Whoever has the socket starts privileged containers on the node."
  advice     = "Remove the volume."
  references = ["trivy KSV-0006", "NSA Kubernetes Hardening 2022"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }], volumes = [{ name = "s", hostPath = { path = "/var/run/docker.sock" } }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2" }], volumes = [{ name = "s", hostPath = { path = "/run/containerd/containerd.sock" } }] } }
  }
}

rule "k8s-duplicate-variable" {
  title      = "Environment variable given twice"
  severity   = "low"
  category   = "reliability"
  resource   = "workload"
  require    = alltrue([for c in containers(self) : length(distinct([for e in coalesce(c.env, []) : e.name])) == length(coalesce(c.env, []))])
  message    = "An environment variable of a container is there twice."
  why        = "Only the last one counts, and server-side apply refuses it."
  advice     = "Keep one."
  references = ["Kubernetes: server-side apply"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", env = [{ name = "A", value = "1" }, { name = "B", value = "2" }] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "web", namespace = "shop" }, spec = { containers = [{ name = "web", image = "nginx:1.27.2", env = [{ name = "A", value = "1" }, { name = "A", value = "2" }] }] } }
  }
}

rule "k8s-no-termination-grace" {
  title      = "Pod that is killed at once"
  severity   = "low"
  category   = "reliability"
  resource   = "service_workload"
  require    = pod_spec(self).terminationGracePeriodSeconds != 0
  message    = "terminationGracePeriodSeconds is 0."
  why        = "Requests in flight are cut off, and data may be lost."
  advice     = "Give the program time to end."
  references = ["Kubernetes: pod lifecycle"]
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { template = { spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { template = { spec = { terminationGracePeriodSeconds = 0, containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}

rule "k8s-recreate" {
  title      = "Deployment that stops before it starts"
  severity   = "low"
  category   = "reliability"
  resource   = "Deployment"
  applies    = self.spec.replicas != 1 && self.spec.replicas != null
  require    = self.spec.strategy.type != "Recreate"
  message    = "The strategy is Recreate."
  why        = "Nothing answers while the pods are replaced."
  advice     = "Use RollingUpdate, where two versions may run at once."
  references = ["Kubernetes: deployment strategy"]
  pass {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, template = { spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
  fail {
    manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "web", namespace = "shop" }, spec = { replicas = 2, strategy = { type = "Recreate" }, template = { spec = { containers = [{ name = "web", image = "nginx:1.27.2" }] } } } }
  }
}
