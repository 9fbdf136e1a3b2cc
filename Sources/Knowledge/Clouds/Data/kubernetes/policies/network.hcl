rule "k8s-external-addresses" {
  title      = "Service that takes addresses for itself"
  severity   = "high"
  category   = "security"
  resource   = "Service"
  require    = length(coalesce(self.spec.externalIPs, [])) == 0
  message    = "externalIPs is set."
  why        = "The service takes over traffic to any address, those of others included (CVE-2020-8554)."
  advice     = "Use a load balancer or an ingress."
  references = ["CVE-2020-8554", "trivy KSV-0108"]
  pass {
    manifest = { apiVersion = "v1", kind = "Service", metadata = { name = "web", namespace = "shop" }, spec = { ports = [{ port = 80 }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Service", metadata = { name = "web", namespace = "shop" }, spec = { ports = [{ port = 80 }], externalIPs = ["203.0.113.7"] } }
  }
}

rule "k8s-ssh-service" {
  title      = "Service that opens SSH"
  severity   = "high"
  category   = "security"
  resource   = "Service"
  require    = !anytrue([for p in coalesce(self.spec.ports, []) : contains([22, 2222], p.port) || contains(["22", "2222"], try(tostring(p.targetPort), ""))])
  message    = "The service leads to the port of SSH."
  why        = "A shell in a pod is a way in that no policy of the API server sees."
  advice     = "Use kubectl exec, with a role for it."
  references = ["kubescape C-0042"]
  pass {
    manifest = { apiVersion = "v1", kind = "Service", metadata = { name = "web", namespace = "shop" }, spec = { ports = [{ port = 80 }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Service", metadata = { name = "web", namespace = "shop" }, spec = { ports = [{ port = 2222, targetPort = 22 }] } }
  }
}

rule "k8s-node-port" {
  title      = "Service on a port of every node"
  severity   = "low"
  category   = "security"
  resource   = "Service"
  require    = coalesce(self.spec.type, "ClusterIP") != "NodePort"
  message    = "The type is NodePort."
  why        = "The port is open on every node, past the load balancer and its rules."
  advice     = "Use an ingress or a load balancer."
  references = ["NSA Kubernetes Hardening 2022"]
  pass {
    manifest = { apiVersion = "v1", kind = "Service", metadata = { name = "web", namespace = "shop" }, spec = { ports = [{ port = 80 }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Service", metadata = { name = "web", namespace = "shop" }, spec = { ports = [{ port = 80 }], type = "NodePort" } }
  }
}

rule "k8s-ingress-snippet" {
  title      = "Ingress that configures its controller"
  severity   = "high"
  category   = "security"
  resource   = "Ingress"
  require    = !anytrue([for k, v in coalesce(self.metadata.annotations, {}) : can(regex("^nginx\\.ingress\\.kubernetes\\.io/.*snippet$", k))])
  message    = "An annotation holds a snippet of configuration."
  why        = "A snippet reads the secrets of every namespace (CVE-2021-25742)."
  advice     = "Remove the annotation, and disallow snippets in the controller."
  references = ["CVE-2021-25742"]
  pass {
    manifest = { apiVersion = "networking.k8s.io/v1", kind = "Ingress", metadata = { name = "web", namespace = "shop" }, spec = { rules = [{ host = "example.com" }], tls = [{ hosts = ["example.com"], secretName = "t" }] } }
  }
  fail {
    manifest = { apiVersion = "networking.k8s.io/v1", kind = "Ingress", metadata = { name = "web", namespace = "shop", annotations = { "nginx.ingress.kubernetes.io/configuration-snippet" = "return 200;" } }, spec = { rules = [{ host = "example.com" }], tls = [{ hosts = ["example.com"], secretName = "t" }] } }
  }
}

rule "k8s-ingress-wildcard" {
  title      = "Ingress for every host"
  severity   = "low"
  category   = "security"
  resource   = "Ingress"
  require    = alltrue([for r in coalesce(self.spec.rules, []) : coalesce(r.host, "*") != "*" && !startswith(coalesce(r.host, "*"), "*.")])
  message    = "A rule has no host, or one with an asterisk."
  why        = "It takes requests that are meant for others."
  advice     = "Name the hosts."
  references = ["NSA Kubernetes Hardening 2022"]
  pass {
    manifest = { apiVersion = "networking.k8s.io/v1", kind = "Ingress", metadata = { name = "web", namespace = "shop" }, spec = { rules = [{ host = "example.com" }], tls = [{ hosts = ["example.com"], secretName = "t" }] } }
  }
  fail {
    manifest = { apiVersion = "networking.k8s.io/v1", kind = "Ingress", metadata = { name = "web", namespace = "shop" }, spec = { rules = [{ host = "*.example.com" }], tls = [{ hosts = ["*.example.com"], secretName = "t" }] } }
  }
}

rule "k8s-policy-from-all" {
  title      = "Network policy that lets in everybody"
  severity   = "medium"
  category   = "security"
  resource   = "NetworkPolicy"
  require    = alltrue([for r in coalesce(self.spec.ingress, []) : length(coalesce(r.from, [])) > 0 && alltrue([for p in r.from : p.ipBlock.cidr != "0.0.0.0/0" && p.ipBlock.cidr != "::/0"])])
  message    = "A rule lets in every address."
  why        = "The policy protects nothing."
  advice     = "Name whom the pods need to hear from."
  references = ["CIS Kubernetes 5.3.2"]
  pass {
    manifest = { apiVersion = "networking.k8s.io/v1", kind = "NetworkPolicy", metadata = { name = "web", namespace = "shop" }, spec = { podSelector = {}, policyTypes = ["Ingress"], ingress = [{ from = [{ podSelector = { matchLabels = { app = "api" } } }] }] } }
  }
  fail {
    manifest = { apiVersion = "networking.k8s.io/v1", kind = "NetworkPolicy", metadata = { name = "web", namespace = "shop" }, spec = { podSelector = {}, policyTypes = ["Ingress"], ingress = [{ from = [{ ipBlock = { cidr = "0.0.0.0/0" } }] }] } }
  }
}

rule "k8s-metadata-address" {
  title      = "Network policy that opens the address of node credentials"
  severity   = "medium"
  category   = "security"
  resource   = "NetworkPolicy"
  require    = alltrue([for r in coalesce(self.spec.egress, []) : alltrue([for p in coalesce(r.to, []) : p.ipBlock.cidr != "169.254.169.254/32" && (p.ipBlock.cidr != "0.0.0.0/0" || contains(coalesce(p.ipBlock.except, []), "169.254.169.254/32"))])])
  message    = "Pods may reach 169.254.169.254."
  why        = "There a pod gets the credentials of its node in the cloud."
  advice     = "Take 169.254.169.254/32 out of the block with except."
  references = ["kubescape C-0052"]
  pass {
    manifest = { apiVersion = "networking.k8s.io/v1", kind = "NetworkPolicy", metadata = { name = "web", namespace = "shop" }, spec = { podSelector = {}, policyTypes = ["Egress"], egress = [{ to = [{ ipBlock = { cidr = "0.0.0.0/0", except = ["169.254.169.254/32"] } }] }] } }
  }
  fail {
    manifest = { apiVersion = "networking.k8s.io/v1", kind = "NetworkPolicy", metadata = { name = "web", namespace = "shop" }, spec = { podSelector = {}, policyTypes = ["Egress"], egress = [{ to = [{ ipBlock = { cidr = "0.0.0.0/0" } }] }] } }
  }
}

rule "k8s-pod-security" {
  title      = "Namespace without pod security"
  severity   = "low"
  category   = "security"
  resource   = "Namespace"
  applies    = !startswith(name, "kube-")
  require    = contains(["baseline", "restricted"], coalesce(self.metadata.labels["pod-security.kubernetes.io/enforce"], "privileged"))
  message    = "pod-security.kubernetes.io/enforce is neither baseline nor restricted."
  why        = "Privileged pods are admitted."
  advice     = "Set the label, restricted where programs allow it."
  references = ["CIS Kubernetes 5.2.1", "Pod Security Standards"]
  pass {
    manifest = { apiVersion = "v1", kind = "Namespace", metadata = { name = "shop", labels = { "pod-security.kubernetes.io/enforce" = "restricted" } } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Namespace", metadata = { name = "shop" } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Namespace", metadata = { name = "shop", labels = { "pod-security.kubernetes.io/enforce" = "privileged" } } }
  }
}

rule "k8s-secret-in-config-map" {
  title      = "Secret in a ConfigMap"
  severity   = "high"
  category   = "security"
  resource   = "ConfigMap"
  require    = !anytrue([for k, v in coalesce(self.data, {}) : is_secret_text(v) || can(regex("(?i)(^|[_.-])(password|passwd|secret|secret_?key|api_?key|private_?key|token)$", k)) && v != ""])
  message    = "An entry holds a password or key in clear text."
  why        = "ConfigMaps are read, logged and backed up as if nothing in them were secret."
  advice     = "Use a Secret, from a store of secrets."
  references = ["CWE-312", "kubescape C-0012"]
  pass {
    manifest = { apiVersion = "v1", kind = "ConfigMap", metadata = { name = "c", namespace = "shop" }, data = { LEVEL = "info" } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "ConfigMap", metadata = { name = "c", namespace = "shop" }, data = { DB_PASSWORD = "hunter2" } }
  }
}

rule "k8s-webhook-ignored" {
  title      = "Admission that fails open"
  severity   = "medium"
  category   = "security"
  resource   = "ValidatingWebhookConfiguration"
  require    = alltrue([for w in coalesce(self.webhooks, []) : coalesce(w.failurePolicy, "Fail") == "Fail"])
  message    = "failurePolicy is Ignore."
  why        = "When the webhook does not answer, everything is admitted."
  advice     = "Use Fail, and leave out the namespaces that have to start first."
  references = ["NSA Kubernetes Hardening 2022"]
  pass {
    manifest = { apiVersion = "admissionregistration.k8s.io/v1", kind = "ValidatingWebhookConfiguration", metadata = { name = "w" }, webhooks = [{ name = "a.example.org", failurePolicy = "Fail" }] }
  }
  fail {
    manifest = { apiVersion = "admissionregistration.k8s.io/v1", kind = "ValidatingWebhookConfiguration", metadata = { name = "w" }, webhooks = [{ name = "a.example.org", failurePolicy = "Ignore" }] }
  }
}

rule "k8s-volume-of-node" {
  title      = "Volume that is a folder of a node"
  severity   = "high"
  category   = "security"
  resource   = "PersistentVolume"
  require    = self.spec.hostPath == null
  message    = "The volume is a hostPath."
  why        = "Whoever claims it reads and writes the node."
  advice     = "Use a storage class."
  references = ["Pod Security Standards: baseline"]
  pass {
    manifest = { apiVersion = "v1", kind = "PersistentVolume", metadata = { name = "v" }, spec = { csi = { driver = "ebs.csi.aws.com", volumeHandle = "v" } } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "PersistentVolume", metadata = { name = "v" }, spec = { hostPath = { path = "/data" } } }
  }
}
