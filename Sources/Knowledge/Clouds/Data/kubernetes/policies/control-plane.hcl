rule "k8s-api-anonymous" {
  title      = "API server that lets in whoever is not signed in"
  severity   = "medium"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = contains(flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]), "--anonymous-auth=false")
  message    = "--anonymous-auth is not false."
  why        = "Whoever reaches the API server may ask it, and rights for everybody are rights for strangers."
  advice     = "Set --anonymous-auth=false."
  references = ["CIS Kubernetes 1.2.1"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--anonymous-auth=false"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--anonymous-auth=true"] }] } }
  }
}

rule "k8s-api-token-file" {
  title      = "API server with passwords in a file"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = !anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--token-auth-file=")]) && !anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--basic-auth-file=")])
  message    = "--token-auth-file or --basic-auth-file is set."
  why        = "Tokens of a file are in clear text, do not end and cannot be taken back without a restart."
  advice     = "Remove the flag and use certificates or OpenID Connect."
  references = ["CIS Kubernetes 1.2.2"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--token-auth-file=/etc/tokens.csv"] }] } }
  }
}

rule "k8s-api-kubelet-certificate" {
  title      = "API server without a certificate for kubelets"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--kubelet-client-certificate=")]) && anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--kubelet-client-key=")])
  message    = "--kubelet-client-certificate or --kubelet-client-key is missing."
  why        = "Kubelets cannot tell the API server from others."
  advice     = "Set both flags."
  references = ["CIS Kubernetes 1.2.4"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--kubelet-client-certificate=/a.crt", "--kubelet-client-key=/a.key"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--kubelet-client-certificate=/a.crt"] }] } }
  }
}

rule "k8s-api-kubelet-authority" {
  title      = "API server that does not check kubelets"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--kubelet-certificate-authority=")])
  message    = "--kubelet-certificate-authority is missing."
  why        = "Somebody between the API server and a kubelet reads and changes what they say."
  advice     = "Set the flag to the authority of the kubelets."
  references = ["CIS Kubernetes 1.2.5"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--kubelet-certificate-authority=/ca.crt"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
}

rule "k8s-api-always-allow" {
  title      = "API server that allows everything"
  severity   = "critical"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--authorization-mode=")]) && !anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--authorization-mode=") && can(regex("[=,]AlwaysAllow(,|$)", a))])
  message    = "--authorization-mode allows everything."
  why        = "Whoever signs in may do everything."
  advice     = "Set --authorization-mode=Node,RBAC."
  references = ["CIS Kubernetes 1.2.6"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--authorization-mode=Node,RBAC"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--authorization-mode=AlwaysAllow"] }] } }
  }
}

rule "k8s-api-node-mode" {
  title      = "API server without the mode for nodes"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--authorization-mode=") && can(regex("[=,]Node(,|$)", a))])
  message    = "--authorization-mode lacks Node."
  why        = "A kubelet may read what is not of its pods."
  advice     = "Set --authorization-mode=Node,RBAC."
  references = ["CIS Kubernetes 1.2.7"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--authorization-mode=Node,RBAC"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--authorization-mode=RBAC"] }] } }
  }
}

rule "k8s-api-rbac-mode" {
  title      = "API server without roles"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--authorization-mode=") && can(regex("[=,]RBAC(,|$)", a))])
  message    = "--authorization-mode lacks RBAC."
  why        = "Rights cannot be given by role."
  advice     = "Set --authorization-mode=Node,RBAC."
  references = ["CIS Kubernetes 1.2.8"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--authorization-mode=Node,RBAC"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--authorization-mode=Node"] }] } }
  }
}

rule "k8s-api-event-rate" {
  title      = "API server without a limit of events"
  severity   = "low"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--enable-admission-plugins=") && can(regex("[=,]EventRateLimit(,|$)", a))])
  message    = "The admission plugin EventRateLimit is not enabled."
  why        = "Events of one program fill the store and slow down everybody."
  advice     = "Enable the plugin and give it a configuration."
  references = ["CIS Kubernetes 1.2.9"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--enable-admission-plugins=NodeRestriction,EventRateLimit"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--enable-admission-plugins=NodeRestriction"] }] } }
  }
}

rule "k8s-api-always-admit" {
  title      = "API server that admits everything"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = !anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--enable-admission-plugins=") && can(regex("[=,]AlwaysAdmit(,|$)", a))])
  message    = "The admission plugin AlwaysAdmit is enabled."
  why        = "Nothing is checked on its way in."
  advice     = "Remove the plugin."
  references = ["CIS Kubernetes 1.2.10"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--enable-admission-plugins=NodeRestriction"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--enable-admission-plugins=AlwaysAdmit"] }] } }
  }
}

rule "k8s-api-pull-images" {
  title      = "API server that trusts images on nodes"
  severity   = "low"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--enable-admission-plugins=") && can(regex("[=,]AlwaysPullImages(,|$)", a))])
  message    = "The admission plugin AlwaysPullImages is not enabled."
  why        = "A pod uses a private image that another one pulled, without its credentials."
  advice     = "Enable the plugin where tenants share nodes."
  references = ["CIS Kubernetes 1.2.11"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--enable-admission-plugins=AlwaysPullImages"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
}

rule "k8s-api-service-accounts" {
  title      = "API server without service accounts"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = !anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--disable-admission-plugins=") && can(regex("[=,]ServiceAccount(,|$)", a))])
  message    = "The admission plugin ServiceAccount is disabled."
  why        = "Pods have no identity of their own."
  advice     = "Remove it from --disable-admission-plugins."
  references = ["CIS Kubernetes 1.2.12"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--disable-admission-plugins=ServiceAccount"] }] } }
  }
}

rule "k8s-api-namespace-lifecycle" {
  title      = "API server that does not check namespaces"
  severity   = "medium"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = !anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--disable-admission-plugins=") && can(regex("[=,]NamespaceLifecycle(,|$)", a))])
  message    = "The admission plugin NamespaceLifecycle is disabled."
  why        = "Objects are made in namespaces that are gone or going."
  advice     = "Remove it from --disable-admission-plugins."
  references = ["CIS Kubernetes 1.2.13"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--disable-admission-plugins=NamespaceLifecycle"] }] } }
  }
}

rule "k8s-api-node-restriction" {
  title      = "API server that lets nodes change others"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--enable-admission-plugins=") && can(regex("[=,]NodeRestriction(,|$)", a))])
  message    = "The admission plugin NodeRestriction is not enabled."
  why        = "A node that is taken over labels itself and takes over others."
  advice     = "Add NodeRestriction to --enable-admission-plugins."
  references = ["CIS Kubernetes 1.2.14"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--enable-admission-plugins=NodeRestriction"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--enable-admission-plugins=EventRateLimit"] }] } }
  }
}

rule "k8s-api-profiling" {
  title      = "API server that shows its inner workings"
  severity   = "low"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = contains(flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]), "--profiling=false")
  message    = "--profiling is not false."
  why        = "Profiles tell an intruder what the program does, and cost time."
  advice     = "Set --profiling=false."
  references = ["CIS Kubernetes 1.2.15"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--profiling=false"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--profiling=true"] }] } }
  }
}

rule "k8s-controllers-profiling" {
  title      = "Controller manager that shows its inner workings"
  severity   = "low"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-controller-manager$", a))])
  require    = contains(flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]), "--profiling=false")
  message    = "--profiling is not false."
  why        = "Profiles tell an intruder what the program does, and cost time."
  advice     = "Set --profiling=false."
  references = ["CIS Kubernetes 1.3.2"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-controller-manager", namespace = "kube-system" }, spec = { containers = [{ name = "kube-controller-manager", image = "registry.k8s.io/kube-controller-manager:v1.36.1", command = ["kube-controller-manager", "--profiling=false"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-controller-manager", namespace = "kube-system" }, spec = { containers = [{ name = "kube-controller-manager", image = "registry.k8s.io/kube-controller-manager:v1.36.1", command = ["kube-controller-manager"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-controller-manager", namespace = "kube-system" }, spec = { containers = [{ name = "kube-controller-manager", image = "registry.k8s.io/kube-controller-manager:v1.36.1", command = ["kube-controller-manager", "--profiling=true"] }] } }
  }
}

rule "k8s-scheduler-profiling" {
  title      = "Scheduler that shows its inner workings"
  severity   = "low"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-scheduler$", a))])
  require    = contains(flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]), "--profiling=false")
  message    = "--profiling is not false."
  why        = "Profiles tell an intruder what the program does, and cost time."
  advice     = "Set --profiling=false."
  references = ["CIS Kubernetes 1.4.1"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-scheduler", namespace = "kube-system" }, spec = { containers = [{ name = "kube-scheduler", image = "registry.k8s.io/kube-scheduler:v1.36.1", command = ["kube-scheduler", "--profiling=false"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-scheduler", namespace = "kube-system" }, spec = { containers = [{ name = "kube-scheduler", image = "registry.k8s.io/kube-scheduler:v1.36.1", command = ["kube-scheduler"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-scheduler", namespace = "kube-system" }, spec = { containers = [{ name = "kube-scheduler", image = "registry.k8s.io/kube-scheduler:v1.36.1", command = ["kube-scheduler", "--profiling=true"] }] } }
  }
}

rule "k8s-api-audit-log" {
  title      = "API server without an audit log"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--audit-log-path=")])
  message    = "--audit-log-path is missing."
  why        = "Nobody can tell afterwards who did what."
  advice     = "Set --audit-log-path and --audit-policy-file."
  references = ["CIS Kubernetes 1.2.16"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--audit-log-path=/var/log/audit.log"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
}

rule "k8s-api-audit-maxage" {
  title      = "API server that keeps less than 30 days of its audit log"
  severity   = "low"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--audit-log-maxage=") && try(tonumber(trimprefix(a, "--audit-log-maxage=")), 0) >= 30])
  message    = "--audit-log-maxage is less than 30 or missing."
  why        = "What happened is gone before somebody asks."
  advice     = "Set --audit-log-maxage=30 or more."
  references = ["CIS Kubernetes 1.2.17"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--audit-log-maxage=30"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--audit-log-maxage=1"] }] } }
  }
}

rule "k8s-api-audit-maxbackup" {
  title      = "API server that keeps less than 10 files of its audit log"
  severity   = "low"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--audit-log-maxbackup=") && try(tonumber(trimprefix(a, "--audit-log-maxbackup=")), 0) >= 10])
  message    = "--audit-log-maxbackup is less than 10 or missing."
  why        = "What happened is gone before somebody asks."
  advice     = "Set --audit-log-maxbackup=10 or more."
  references = ["CIS Kubernetes 1.2.18"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--audit-log-maxbackup=10"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--audit-log-maxbackup=1"] }] } }
  }
}

rule "k8s-api-audit-maxsize" {
  title      = "API server that keeps less than 100 MB of its audit log"
  severity   = "low"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--audit-log-maxsize=") && try(tonumber(trimprefix(a, "--audit-log-maxsize=")), 0) >= 100])
  message    = "--audit-log-maxsize is less than 100 or missing."
  why        = "What happened is gone before somebody asks."
  advice     = "Set --audit-log-maxsize=100 or more."
  references = ["CIS Kubernetes 1.2.19"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--audit-log-maxsize=100"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--audit-log-maxsize=1"] }] } }
  }
}

rule "k8s-api-account-lookup" {
  title      = "API server that takes tokens of deleted accounts"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = !contains(flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]), "--service-account-lookup=false")
  message    = "--service-account-lookup is false."
  why        = "A token goes on after its account was deleted."
  advice     = "Remove the flag, or set it to true."
  references = ["CIS Kubernetes 1.2.21"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--service-account-lookup=false"] }] } }
  }
}

rule "k8s-api-account-key" {
  title      = "API server without a key of its own for accounts"
  severity   = "medium"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--service-account-key-file=")])
  message    = "--service-account-key-file is missing."
  why        = "The key for TLS signs tokens, too, and cannot be changed by itself."
  advice     = "Set --service-account-key-file."
  references = ["CIS Kubernetes 1.2.22"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--service-account-key-file=/sa.pub"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
}

rule "k8s-api-etcd-certificate" {
  title      = "API server without a certificate for etcd"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--etcd-certfile=")]) && anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--etcd-keyfile=")])
  message    = "--etcd-certfile or --etcd-keyfile is missing."
  why        = "etcd cannot tell the API server from others."
  advice     = "Set both flags."
  references = ["CIS Kubernetes 1.2.23"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--etcd-certfile=/a.crt", "--etcd-keyfile=/a.key"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--etcd-certfile=/a.crt"] }] } }
  }
}

rule "k8s-api-tls" {
  title      = "API server without a certificate"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--tls-cert-file=")]) && anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--tls-private-key-file=")])
  message    = "--tls-cert-file or --tls-private-key-file is missing."
  why        = "Clients cannot check whom they talk to."
  advice     = "Set both flags."
  references = ["CIS Kubernetes 1.2.24"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--tls-cert-file=/a.crt", "--tls-private-key-file=/a.key"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--tls-cert-file=/a.crt"] }] } }
  }
}

rule "k8s-api-client-authority" {
  title      = "API server that checks no client certificates"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--client-ca-file=")])
  message    = "--client-ca-file is missing."
  why        = "Nobody can sign in with a certificate."
  advice     = "Set --client-ca-file."
  references = ["CIS Kubernetes 1.2.25"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--client-ca-file=/ca.crt"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
}

rule "k8s-api-etcd-authority" {
  title      = "API server that does not check etcd"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--etcd-cafile=")])
  message    = "--etcd-cafile is missing."
  why        = "Somebody between them reads and changes all data of the cluster."
  advice     = "Set --etcd-cafile."
  references = ["CIS Kubernetes 1.2.26"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--etcd-cafile=/ca.crt"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
}

rule "k8s-api-encryption" {
  title      = "Secrets stored in clear text"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--encryption-provider-config=")])
  message    = "--encryption-provider-config is missing."
  why        = "Whoever reads the disk or a backup of etcd reads every secret."
  advice     = "Set the flag to a configuration with a key manager."
  references = ["CIS Kubernetes 1.2.27"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--encryption-provider-config=/enc.yaml"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver"] }] } }
  }
}

rule "k8s-api-secure-port" {
  title      = "API server without an encrypted port"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = !contains(flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]), "--secure-port=0")
  message    = "--secure-port is 0."
  why        = "Everything is said in clear text."
  advice     = "Remove the flag."
  references = ["NSA Kubernetes Hardening 2022"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--secure-port=6443"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--secure-port=0"] }] } }
  }
}

rule "k8s-api-insecure-port" {
  title      = "API server with a port in clear text"
  severity   = "critical"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-apiserver$", a))])
  require    = !anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--insecure-port=") && a != "--insecure-port=0" || startswith(a, "--insecure-bind-address=")])
  message    = "An insecure port is open."
  why        = "It goes around every check of identity and rights."
  advice     = "Remove --insecure-port and --insecure-bind-address."
  references = ["NSA Kubernetes Hardening 2022"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--insecure-port=0"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-apiserver", namespace = "kube-system" }, spec = { containers = [{ name = "kube-apiserver", image = "registry.k8s.io/kube-apiserver:v1.36.1", command = ["kube-apiserver", "--insecure-port=8080"] }] } }
  }
}

rule "k8s-controllers-pod-limit" {
  title      = "Ended pods are kept without a limit"
  severity   = "low"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-controller-manager$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--terminated-pod-gc-threshold=")])
  message    = "--terminated-pod-gc-threshold is missing."
  why        = "Ended pods fill the store up to 12500 of them."
  advice     = "Set the flag to what you look at."
  references = ["CIS Kubernetes 1.3.1"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-controller-manager", namespace = "kube-system" }, spec = { containers = [{ name = "kube-controller-manager", image = "registry.k8s.io/kube-controller-manager:v1.36.1", command = ["kube-controller-manager", "--terminated-pod-gc-threshold=50"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-controller-manager", namespace = "kube-system" }, spec = { containers = [{ name = "kube-controller-manager", image = "registry.k8s.io/kube-controller-manager:v1.36.1", command = ["kube-controller-manager"] }] } }
  }
}

rule "k8s-controllers-credentials" {
  title      = "Controllers share one identity"
  severity   = "medium"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-controller-manager$", a))])
  require    = contains(flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]), "--use-service-account-credentials=true")
  message    = "--use-service-account-credentials is not true."
  why        = "Each controller has the rights of all."
  advice     = "Set --use-service-account-credentials=true."
  references = ["CIS Kubernetes 1.3.3"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-controller-manager", namespace = "kube-system" }, spec = { containers = [{ name = "kube-controller-manager", image = "registry.k8s.io/kube-controller-manager:v1.36.1", command = ["kube-controller-manager", "--use-service-account-credentials=true"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-controller-manager", namespace = "kube-system" }, spec = { containers = [{ name = "kube-controller-manager", image = "registry.k8s.io/kube-controller-manager:v1.36.1", command = ["kube-controller-manager"] }] } }
  }
}

rule "k8s-controllers-account-key" {
  title      = "Controller manager without a key for accounts"
  severity   = "medium"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-controller-manager$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--service-account-private-key-file=")])
  message    = "--service-account-private-key-file is missing."
  why        = "The key that signs tokens cannot be changed by itself."
  advice     = "Set the flag."
  references = ["CIS Kubernetes 1.3.4"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-controller-manager", namespace = "kube-system" }, spec = { containers = [{ name = "kube-controller-manager", image = "registry.k8s.io/kube-controller-manager:v1.36.1", command = ["kube-controller-manager", "--service-account-private-key-file=/sa.key"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-controller-manager", namespace = "kube-system" }, spec = { containers = [{ name = "kube-controller-manager", image = "registry.k8s.io/kube-controller-manager:v1.36.1", command = ["kube-controller-manager"] }] } }
  }
}

rule "k8s-controllers-root-authority" {
  title      = "Pods that cannot check the API server"
  severity   = "medium"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-controller-manager$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--root-ca-file=")])
  message    = "--root-ca-file is missing."
  why        = "Pods cannot check whom they send their token to."
  advice     = "Set --root-ca-file."
  references = ["CIS Kubernetes 1.3.5"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-controller-manager", namespace = "kube-system" }, spec = { containers = [{ name = "kube-controller-manager", image = "registry.k8s.io/kube-controller-manager:v1.36.1", command = ["kube-controller-manager", "--root-ca-file=/ca.crt"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-controller-manager", namespace = "kube-system" }, spec = { containers = [{ name = "kube-controller-manager", image = "registry.k8s.io/kube-controller-manager:v1.36.1", command = ["kube-controller-manager"] }] } }
  }
}

rule "k8s-controllers-rotation" {
  title      = "Certificates of kubelets are not renewed"
  severity   = "medium"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-controller-manager$", a))])
  require    = !anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--feature-gates=") && can(regex("RotateKubeletServerCertificate=false", a))])
  message    = "The feature gate RotateKubeletServerCertificate is off."
  why        = "A certificate that leaked is good until it ends."
  advice     = "Remove the gate."
  references = ["CIS Kubernetes 1.3.6"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-controller-manager", namespace = "kube-system" }, spec = { containers = [{ name = "kube-controller-manager", image = "registry.k8s.io/kube-controller-manager:v1.36.1", command = ["kube-controller-manager"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-controller-manager", namespace = "kube-system" }, spec = { containers = [{ name = "kube-controller-manager", image = "registry.k8s.io/kube-controller-manager:v1.36.1", command = ["kube-controller-manager", "--feature-gates=RotateKubeletServerCertificate=false"] }] } }
  }
}

rule "k8s-controllers-address" {
  title      = "Controller manager that listens to the network"
  severity   = "medium"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-controller-manager$", a))])
  require    = contains(flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]), "--bind-address=127.0.0.1")
  message    = "--bind-address is not 127.0.0.1."
  why        = "Its metrics and health are there for everybody."
  advice     = "Set --bind-address=127.0.0.1."
  references = ["CIS Kubernetes 1.3.7"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-controller-manager", namespace = "kube-system" }, spec = { containers = [{ name = "kube-controller-manager", image = "registry.k8s.io/kube-controller-manager:v1.36.1", command = ["kube-controller-manager", "--bind-address=127.0.0.1"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-controller-manager", namespace = "kube-system" }, spec = { containers = [{ name = "kube-controller-manager", image = "registry.k8s.io/kube-controller-manager:v1.36.1", command = ["kube-controller-manager"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-controller-manager", namespace = "kube-system" }, spec = { containers = [{ name = "kube-controller-manager", image = "registry.k8s.io/kube-controller-manager:v1.36.1", command = ["kube-controller-manager", "--bind-address=0.0.0.0"] }] } }
  }
}

rule "k8s-scheduler-address" {
  title      = "Scheduler that listens to the network"
  severity   = "medium"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)kube-scheduler$", a))])
  require    = contains(flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]), "--bind-address=127.0.0.1")
  message    = "--bind-address is not 127.0.0.1."
  why        = "Its metrics and health are there for everybody."
  advice     = "Set --bind-address=127.0.0.1."
  references = ["CIS Kubernetes 1.4.2"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-scheduler", namespace = "kube-system" }, spec = { containers = [{ name = "kube-scheduler", image = "registry.k8s.io/kube-scheduler:v1.36.1", command = ["kube-scheduler", "--bind-address=127.0.0.1"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-scheduler", namespace = "kube-system" }, spec = { containers = [{ name = "kube-scheduler", image = "registry.k8s.io/kube-scheduler:v1.36.1", command = ["kube-scheduler"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "kube-scheduler", namespace = "kube-system" }, spec = { containers = [{ name = "kube-scheduler", image = "registry.k8s.io/kube-scheduler:v1.36.1", command = ["kube-scheduler", "--bind-address=0.0.0.0"] }] } }
  }
}

rule "k8s-etcd-tls" {
  title      = "etcd without a certificate"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)etcd$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--cert-file=")]) && anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--key-file=")])
  message    = "--cert-file or --key-file is missing."
  why        = "All data of the cluster travels in clear text."
  advice     = "Set both flags."
  references = ["CIS Kubernetes 2.1"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "etcd", namespace = "kube-system" }, spec = { containers = [{ name = "etcd", image = "registry.k8s.io/etcd:v1.36.1", command = ["etcd", "--cert-file=/a.crt", "--key-file=/a.key"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "etcd", namespace = "kube-system" }, spec = { containers = [{ name = "etcd", image = "registry.k8s.io/etcd:v1.36.1", command = ["etcd"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "etcd", namespace = "kube-system" }, spec = { containers = [{ name = "etcd", image = "registry.k8s.io/etcd:v1.36.1", command = ["etcd", "--cert-file=/a.crt"] }] } }
  }
}

rule "k8s-etcd-clients" {
  title      = "etcd that takes clients without a certificate"
  severity   = "critical"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)etcd$", a))])
  require    = contains(flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]), "--client-cert-auth=true")
  message    = "--client-cert-auth is not true."
  why        = "Whoever reaches etcd reads and writes everything."
  advice     = "Set --client-cert-auth=true."
  references = ["CIS Kubernetes 2.2"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "etcd", namespace = "kube-system" }, spec = { containers = [{ name = "etcd", image = "registry.k8s.io/etcd:v1.36.1", command = ["etcd", "--client-cert-auth=true"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "etcd", namespace = "kube-system" }, spec = { containers = [{ name = "etcd", image = "registry.k8s.io/etcd:v1.36.1", command = ["etcd"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "etcd", namespace = "kube-system" }, spec = { containers = [{ name = "etcd", image = "registry.k8s.io/etcd:v1.36.1", command = ["etcd", "--client-cert-auth=false"] }] } }
  }
}

rule "k8s-etcd-auto-tls" {
  title      = "etcd that signs its own certificate"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)etcd$", a))])
  require    = !contains(flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]), "--auto-tls=true")
  message    = "--auto-tls is true."
  why        = "Clients cannot check whom they talk to."
  advice     = "Remove the flag."
  references = ["CIS Kubernetes 2.3"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "etcd", namespace = "kube-system" }, spec = { containers = [{ name = "etcd", image = "registry.k8s.io/etcd:v1.36.1", command = ["etcd"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "etcd", namespace = "kube-system" }, spec = { containers = [{ name = "etcd", image = "registry.k8s.io/etcd:v1.36.1", command = ["etcd", "--auto-tls=true"] }] } }
  }
}

rule "k8s-etcd-peer-tls" {
  title      = "etcd members that talk in clear text"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)etcd$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--peer-cert-file=")]) && anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--peer-key-file=")])
  message    = "--peer-cert-file or --peer-key-file is missing."
  why        = "All data of the cluster travels between members in clear text."
  advice     = "Set both flags."
  references = ["CIS Kubernetes 2.4"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "etcd", namespace = "kube-system" }, spec = { containers = [{ name = "etcd", image = "registry.k8s.io/etcd:v1.36.1", command = ["etcd", "--peer-cert-file=/a.crt", "--peer-key-file=/a.key"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "etcd", namespace = "kube-system" }, spec = { containers = [{ name = "etcd", image = "registry.k8s.io/etcd:v1.36.1", command = ["etcd"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "etcd", namespace = "kube-system" }, spec = { containers = [{ name = "etcd", image = "registry.k8s.io/etcd:v1.36.1", command = ["etcd", "--peer-key-file=/a.key"] }] } }
  }
}

rule "k8s-etcd-peers" {
  title      = "etcd that takes members without a certificate"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)etcd$", a))])
  require    = contains(flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]), "--peer-client-cert-auth=true")
  message    = "--peer-client-cert-auth is not true."
  why        = "A stranger joins as a member and has all data."
  advice     = "Set --peer-client-cert-auth=true."
  references = ["CIS Kubernetes 2.5"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "etcd", namespace = "kube-system" }, spec = { containers = [{ name = "etcd", image = "registry.k8s.io/etcd:v1.36.1", command = ["etcd", "--peer-client-cert-auth=true"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "etcd", namespace = "kube-system" }, spec = { containers = [{ name = "etcd", image = "registry.k8s.io/etcd:v1.36.1", command = ["etcd"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "etcd", namespace = "kube-system" }, spec = { containers = [{ name = "etcd", image = "registry.k8s.io/etcd:v1.36.1", command = ["etcd", "--peer-client-cert-auth=false"] }] } }
  }
}

rule "k8s-etcd-peer-auto-tls" {
  title      = "etcd members that sign their own certificates"
  severity   = "high"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)etcd$", a))])
  require    = !contains(flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]), "--peer-auto-tls=true")
  message    = "--peer-auto-tls is true."
  why        = "Members cannot check one another."
  advice     = "Remove the flag."
  references = ["CIS Kubernetes 2.6"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "etcd", namespace = "kube-system" }, spec = { containers = [{ name = "etcd", image = "registry.k8s.io/etcd:v1.36.1", command = ["etcd"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "etcd", namespace = "kube-system" }, spec = { containers = [{ name = "etcd", image = "registry.k8s.io/etcd:v1.36.1", command = ["etcd", "--peer-auto-tls=true"] }] } }
  }
}

rule "k8s-etcd-authority" {
  title      = "etcd without an authority of its own"
  severity   = "medium"
  category   = "security"
  resource   = "Pod"
  applies    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : can(regex("(^|/)etcd$", a))])
  require    = anytrue([for a in flatten([for c in containers(self) : concat(coalesce(c.command, []), coalesce(c.args, []))]) : startswith(a, "--trusted-ca-file=")])
  message    = "--trusted-ca-file is missing."
  why        = "Any certificate of the cluster opens etcd."
  advice     = "Set the flag to an authority of its own."
  references = ["CIS Kubernetes 2.7"]
  pass {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "etcd", namespace = "kube-system" }, spec = { containers = [{ name = "etcd", image = "registry.k8s.io/etcd:v1.36.1", command = ["etcd", "--trusted-ca-file=/etcd-ca.crt"] }] } }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "Pod", metadata = { name = "etcd", namespace = "kube-system" }, spec = { containers = [{ name = "etcd", image = "registry.k8s.io/etcd:v1.36.1", command = ["etcd"] }] } }
  }
}
