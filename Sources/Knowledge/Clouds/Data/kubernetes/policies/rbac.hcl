rule "k8s-rbac-exec" {
  title      = "Role that runs commands in pods"
  severity   = "medium"
  category   = "security"
  resource   = ["Role", "ClusterRole"]
  applies    = !startswith(name, "system:")
  require    = !anytrue([for r in self.rules : anytrue([for g in coalesce(r.apiGroups, []) : contains(["", "*"], g)]) && anytrue([for x in coalesce(r.resources, []) : contains(["pods/exec", "pods/attach", "*/exec", "*/attach", "*"], x)]) && anytrue([for v in r.verbs : contains(["create", "get", "*"], v)])])
  message    = "A rule lets its holder run commands in pods."
  why        = "Whoever runs a command in a pod has its data, its credentials and its network."
  advice     = "Leave pods/exec and pods/attach to people who mend things, for a time."
  references = ["NSA Kubernetes Hardening 2022"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["pods"], verbs = ["get", "list"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["pods/exec"], verbs = ["create"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "Role", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["*"], verbs = ["get"] }] }
  }
}

rule "k8s-rbac-port-forward" {
  title      = "Role that opens ways into pods"
  severity   = "medium"
  category   = "security"
  resource   = ["Role", "ClusterRole"]
  applies    = !startswith(name, "system:")
  require    = !anytrue([for r in self.rules : anytrue([for g in coalesce(r.apiGroups, []) : contains(["", "*"], g)]) && anytrue([for x in coalesce(r.resources, []) : contains(["pods/portforward", "*/portforward", "*"], x)]) && anytrue([for v in r.verbs : contains(["create", "get", "*"], v)])])
  message    = "A rule lets its holder forward ports of pods."
  why        = "Forwarding goes around network policies."
  advice     = "Leave pods/portforward to people who mend things."
  references = ["NSA Kubernetes Hardening 2022"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["pods"], verbs = ["get", "list"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["pods/portforward"], verbs = ["create"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "Role", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["*"], verbs = ["get"] }] }
  }
}

rule "k8s-rbac-impersonate" {
  title      = "Role that acts as others"
  severity   = "high"
  category   = "security"
  resource   = ["Role", "ClusterRole"]
  applies    = !startswith(name, "system:")
  require    = !anytrue([for r in self.rules : anytrue([for g in coalesce(r.apiGroups, []) : contains(["", "authentication.k8s.io", "*"], g)]) && anytrue([for x in coalesce(r.resources, []) : contains(["users", "groups", "serviceaccounts", "userextras", "*"], x)]) && anytrue([for v in r.verbs : contains(["impersonate", "*"], v)])])
  message    = "A rule lets its holder act as other users."
  why        = "Whoever may act as others has all of their rights."
  advice     = "Remove the verb impersonate."
  references = ["CIS Kubernetes 5.1.8"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["pods"], verbs = ["get", "list"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["users"], verbs = ["impersonate"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "Role", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["*"], verbs = ["impersonate"] }] }
  }
}

rule "k8s-rbac-escalate" {
  title      = "Role that gives itself rights"
  severity   = "high"
  category   = "security"
  resource   = ["Role", "ClusterRole"]
  applies    = !startswith(name, "system:")
  require    = !anytrue([for r in self.rules : anytrue([for g in coalesce(r.apiGroups, []) : contains(["rbac.authorization.k8s.io", "*"], g)]) && anytrue([for x in coalesce(r.resources, []) : contains(["roles", "clusterroles", "rolebindings", "clusterrolebindings", "*"], x)]) && anytrue([for v in r.verbs : contains(["escalate", "bind", "*"], v)])])
  message    = "A rule lets its holder give rights that it does not have."
  why        = "escalate and bind go around the check that nobody gives more than they have."
  advice     = "Remove the verbs escalate and bind."
  references = ["CIS Kubernetes 5.1.8"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["pods"], verbs = ["get", "list"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = ["rbac.authorization.k8s.io"], resources = ["roles"], verbs = ["escalate"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "Role", metadata = { name = "r" }, rules = [{ apiGroups = ["rbac.authorization.k8s.io"], resources = ["*"], verbs = ["bind"] }] }
  }
}

rule "k8s-rbac-bindings" {
  title      = "Role that makes bindings"
  severity   = "medium"
  category   = "security"
  resource   = ["Role", "ClusterRole"]
  applies    = !startswith(name, "system:")
  require    = !anytrue([for r in self.rules : anytrue([for g in coalesce(r.apiGroups, []) : contains(["rbac.authorization.k8s.io", "*"], g)]) && anytrue([for x in coalesce(r.resources, []) : contains(["rolebindings", "clusterrolebindings", "*"], x)]) && anytrue([for v in r.verbs : contains(["create", "update", "patch", "*"], v)])])
  message    = "A rule lets its holder bind roles."
  why        = "Whoever binds roles can give their own rights to others, unseen."
  advice     = "Leave bindings to the delivery of the cluster."
  references = ["CIS Kubernetes 5.1.8"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["pods"], verbs = ["get", "list"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = ["rbac.authorization.k8s.io"], resources = ["rolebindings"], verbs = ["create"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "Role", metadata = { name = "r" }, rules = [{ apiGroups = ["rbac.authorization.k8s.io"], resources = ["*"], verbs = ["patch"] }] }
  }
}

rule "k8s-rbac-delete-events" {
  title      = "Role that deletes events"
  severity   = "low"
  category   = "security"
  resource   = ["Role", "ClusterRole"]
  applies    = !startswith(name, "system:")
  require    = !anytrue([for r in self.rules : anytrue([for g in coalesce(r.apiGroups, []) : contains(["", "events.k8s.io", "*"], g)]) && anytrue([for x in coalesce(r.resources, []) : contains(["events", "*"], x)]) && anytrue([for v in r.verbs : contains(["delete", "deletecollection", "*"], v)])])
  message    = "A rule lets its holder delete events."
  why        = "An intruder hides its traces."
  advice     = "Remove the verbs delete and deletecollection on events."
  references = ["NSA Kubernetes Hardening 2022"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["pods"], verbs = ["get", "list"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["events"], verbs = ["delete"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "Role", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["*"], verbs = ["deletecollection"] }] }
  }
}

rule "k8s-rbac-node-proxy" {
  title      = "Role that talks to kubelets"
  severity   = "high"
  category   = "security"
  resource   = ["Role", "ClusterRole"]
  applies    = !startswith(name, "system:")
  require    = !anytrue([for r in self.rules : anytrue([for g in coalesce(r.apiGroups, []) : contains(["", "*"], g)]) && anytrue([for x in coalesce(r.resources, []) : contains(["nodes/proxy", "*/proxy", "*"], x)]) && anytrue([for v in r.verbs : contains(["get", "create", "*"], v)])])
  message    = "A rule lets its holder talk to the kubelets through the API server."
  why        = "A kubelet runs commands in every pod of its node, without audit or admission."
  advice     = "Remove nodes/proxy; nodes/metrics and nodes/stats are enough to measure."
  references = ["CIS Kubernetes 5.1.10"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["pods"], verbs = ["get", "list"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["nodes/proxy"], verbs = ["get"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "Role", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["*"], verbs = ["create"] }] }
  }
}

rule "k8s-rbac-approve-certificates" {
  title      = "Role that approves certificates"
  severity   = "high"
  category   = "security"
  resource   = ["Role", "ClusterRole"]
  applies    = !startswith(name, "system:")
  require    = !anytrue([for r in self.rules : anytrue([for g in coalesce(r.apiGroups, []) : contains(["certificates.k8s.io", "*"], g)]) && anytrue([for x in coalesce(r.resources, []) : contains(["certificatesigningrequests/approval", "signers", "*/approval", "*"], x)]) && anytrue([for v in r.verbs : contains(["update", "patch", "approve", "*"], v)])])
  message    = "A rule lets its holder approve requests for certificates."
  why        = "A certificate makes whoever asks for it any user of the cluster."
  advice     = "Leave approval to the controller that is made for it."
  references = ["CIS Kubernetes 5.1.11"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["pods"], verbs = ["get", "list"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = ["certificates.k8s.io"], resources = ["certificatesigningrequests/approval"], verbs = ["update"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "Role", metadata = { name = "r" }, rules = [{ apiGroups = ["certificates.k8s.io"], resources = ["*"], verbs = ["approve"] }] }
  }
}

rule "k8s-rbac-webhooks" {
  title      = "Role that changes admission webhooks"
  severity   = "high"
  category   = "security"
  resource   = ["Role", "ClusterRole"]
  applies    = !startswith(name, "system:")
  require    = !anytrue([for r in self.rules : anytrue([for g in coalesce(r.apiGroups, []) : contains(["admissionregistration.k8s.io", "*"], g)]) && anytrue([for x in coalesce(r.resources, []) : contains(["validatingwebhookconfigurations", "mutatingwebhookconfigurations", "*"], x)]) && anytrue([for v in r.verbs : contains(["create", "update", "patch", "delete", "*"], v)])])
  message    = "A rule lets its holder change admission webhooks."
  why        = "A webhook sees and changes every object that is written, secrets included."
  advice     = "Leave webhooks to the delivery of the cluster."
  references = ["CIS Kubernetes 5.1.12"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["pods"], verbs = ["get", "list"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = ["admissionregistration.k8s.io"], resources = ["validatingwebhookconfigurations"], verbs = ["create"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "Role", metadata = { name = "r" }, rules = [{ apiGroups = ["admissionregistration.k8s.io"], resources = ["*"], verbs = ["delete"] }] }
  }
}

rule "k8s-rbac-tokens" {
  title      = "Role that makes tokens of service accounts"
  severity   = "high"
  category   = "security"
  resource   = ["Role", "ClusterRole"]
  applies    = !startswith(name, "system:")
  require    = !anytrue([for r in self.rules : anytrue([for g in coalesce(r.apiGroups, []) : contains(["", "*"], g)]) && anytrue([for x in coalesce(r.resources, []) : contains(["serviceaccounts/token", "*/token", "*"], x)]) && anytrue([for v in r.verbs : contains(["create", "*"], v)])])
  message    = "A rule lets its holder make tokens of service accounts."
  why        = "A token gives all rights of the account."
  advice     = "Remove serviceaccounts/token, or name the accounts with resourceNames."
  references = ["CIS Kubernetes 5.1.13"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["pods"], verbs = ["get", "list"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["serviceaccounts/token"], verbs = ["create"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "Role", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["*"], verbs = ["create"] }] }
  }
}

rule "k8s-rbac-persistent-volumes" {
  title      = "Role that makes persistent volumes"
  severity   = "medium"
  category   = "security"
  resource   = ["Role", "ClusterRole"]
  applies    = !startswith(name, "system:")
  require    = !anytrue([for r in self.rules : anytrue([for g in coalesce(r.apiGroups, []) : contains(["", "*"], g)]) && anytrue([for x in coalesce(r.resources, []) : contains(["persistentvolumes", "*"], x)]) && anytrue([for v in r.verbs : contains(["create", "*"], v)])])
  message    = "A rule lets its holder make persistent volumes."
  why        = "A volume of the type hostPath reads the files of a node."
  advice     = "Leave volumes to storage classes."
  references = ["CIS Kubernetes 5.1.9"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["pods"], verbs = ["get", "list"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["persistentvolumes"], verbs = ["create"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "Role", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["*"], verbs = ["create"] }] }
  }
}

rule "k8s-rbac-daemon-sets" {
  title      = "Role that runs on every node"
  severity   = "low"
  category   = "security"
  resource   = ["Role", "ClusterRole"]
  applies    = !startswith(name, "system:")
  require    = !anytrue([for r in self.rules : anytrue([for g in coalesce(r.apiGroups, []) : contains(["apps", "*"], g)]) && anytrue([for x in coalesce(r.resources, []) : contains(["daemonsets", "*"], x)]) && anytrue([for v in r.verbs : contains(["create", "update", "patch", "*"], v)])])
  message    = "A rule lets its holder run pods on every node."
  why        = "A pod on every node reaches what each of them holds."
  advice     = "Leave DaemonSets to the delivery of the cluster."
  references = ["CIS Kubernetes 5.1.4"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = [""], resources = ["pods"], verbs = ["get", "list"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRole", metadata = { name = "r" }, rules = [{ apiGroups = ["apps"], resources = ["daemonsets"], verbs = ["create"] }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "Role", metadata = { name = "r" }, rules = [{ apiGroups = ["apps"], resources = ["*"], verbs = ["patch"] }] }
  }
}

rule "k8s-rbac-anonymous" {
  title      = "Rights for whoever is not signed in"
  severity   = "critical"
  category   = "security"
  resource   = ["RoleBinding", "ClusterRoleBinding"]
  require    = startswith(name, "system:") || !anytrue([for s in coalesce(self.subjects, []) : contains(["system:anonymous", "system:unauthenticated"], s.name)])
  message    = "The binding gives rights to people who are not signed in."
  why        = "Whoever reaches the API server has them."
  advice     = "Name the users, groups or service accounts that need the role."
  references = ["CIS Kubernetes 5.1.1", "NSA Kubernetes Hardening 2022"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRoleBinding", metadata = { name = "b" }, roleRef = { apiGroup = "rbac.authorization.k8s.io", kind = "ClusterRole", name = "view" }, subjects = [{ kind = "ServiceAccount", name = "reader", namespace = "shop" }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRoleBinding", metadata = { name = "b" }, roleRef = { apiGroup = "rbac.authorization.k8s.io", kind = "ClusterRole", name = "view" }, subjects = [{ kind = "Group", name = "system:unauthenticated", apiGroup = "rbac.authorization.k8s.io" }] }
  }
}

rule "k8s-rbac-masters" {
  title      = "Binding to the group of masters"
  severity   = "high"
  category   = "security"
  resource   = ["RoleBinding", "ClusterRoleBinding"]
  require    = startswith(name, "system:") || name == "cluster-admin" || !anytrue([for s in coalesce(self.subjects, []) : s.name == "system:masters"])
  message    = "The binding names the group system:masters."
  why        = "Its members go around every check, and it cannot be taken from a certificate."
  advice     = "Bind a group of your own."
  references = ["CIS Kubernetes 5.1.7"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRoleBinding", metadata = { name = "b" }, roleRef = { apiGroup = "rbac.authorization.k8s.io", kind = "ClusterRole", name = "view" }, subjects = [{ kind = "ServiceAccount", name = "reader", namespace = "shop" }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRoleBinding", metadata = { name = "b" }, roleRef = { apiGroup = "rbac.authorization.k8s.io", kind = "ClusterRole", name = "view" }, subjects = [{ kind = "Group", name = "system:masters" }] }
  }
}

rule "k8s-rbac-default-account" {
  title      = "Rights for the service account default"
  severity   = "medium"
  category   = "security"
  resource   = ["RoleBinding", "ClusterRoleBinding"]
  require    = !anytrue([for s in coalesce(self.subjects, []) : s.kind == "ServiceAccount" && s.name == "default"])
  message    = "The binding gives rights to a service account default."
  why        = "Every pod of the namespace that names no account has them."
  advice     = "Make a service account for the program that needs the role."
  references = ["CIS Kubernetes 5.1.5"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRoleBinding", metadata = { name = "b" }, roleRef = { apiGroup = "rbac.authorization.k8s.io", kind = "ClusterRole", name = "view" }, subjects = [{ kind = "ServiceAccount", name = "reader", namespace = "shop" }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRoleBinding", metadata = { name = "b" }, roleRef = { apiGroup = "rbac.authorization.k8s.io", kind = "ClusterRole", name = "view" }, subjects = [{ kind = "ServiceAccount", name = "default", namespace = "shop" }] }
  }
}

rule "k8s-rbac-all-accounts" {
  title      = "Rights for every service account"
  severity   = "high"
  category   = "security"
  resource   = ["RoleBinding", "ClusterRoleBinding"]
  require    = startswith(name, "system:") || !anytrue([for s in coalesce(self.subjects, []) : s.kind == "Group" && (s.name == "system:serviceaccounts" || startswith(s.name, "system:serviceaccounts:"))])
  message    = "The binding gives rights to all service accounts."
  why        = "Every pod that carries a token has them."
  advice     = "Name the service accounts that need the role."
  references = ["CIS Kubernetes 5.1.1"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRoleBinding", metadata = { name = "b" }, roleRef = { apiGroup = "rbac.authorization.k8s.io", kind = "ClusterRole", name = "view" }, subjects = [{ kind = "ServiceAccount", name = "reader", namespace = "shop" }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRoleBinding", metadata = { name = "b" }, roleRef = { apiGroup = "rbac.authorization.k8s.io", kind = "ClusterRole", name = "view" }, subjects = [{ kind = "Group", name = "system:serviceaccounts" }] }
  }
}

rule "k8s-rbac-dashboard" {
  title      = "Rights for the dashboard"
  severity   = "high"
  category   = "security"
  resource   = ["RoleBinding", "ClusterRoleBinding"]
  require    = !anytrue([for s in coalesce(self.subjects, []) : s.kind == "ServiceAccount" && s.name == "kubernetes-dashboard"]) || self.roleRef.name == "kubernetes-dashboard"
  message    = "The binding gives the dashboard a role besides its own."
  why        = "Whoever reaches the dashboard works with its rights."
  advice     = "Let people sign in with rights of their own."
  references = ["NSA Kubernetes Hardening 2022"]
  pass {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRoleBinding", metadata = { name = "b" }, roleRef = { apiGroup = "rbac.authorization.k8s.io", kind = "ClusterRole", name = "view" }, subjects = [{ kind = "ServiceAccount", name = "reader", namespace = "shop" }] }
  }
  fail {
    manifest = { apiVersion = "rbac.authorization.k8s.io/v1", kind = "ClusterRoleBinding", metadata = { name = "b" }, roleRef = { apiGroup = "rbac.authorization.k8s.io", kind = "ClusterRole", name = "cluster-admin" }, subjects = [{ kind = "ServiceAccount", name = "kubernetes-dashboard", namespace = "kubernetes-dashboard" }] }
  }
}

rule "k8s-account-token" {
  title      = "Service account that hands its token to every pod"
  severity   = "low"
  category   = "security"
  resource   = "ServiceAccount"
  applies    = name == "default"
  require    = self.automountServiceAccountToken == false
  message    = "automountServiceAccountToken is not false."
  why        = "Every pod of the account carries a token for the API server, whether it needs one or not."
  advice     = "Set automountServiceAccountToken to false, and to true in the pods that use the API."
  references = ["CIS Kubernetes 5.1.6"]
  pass {
    manifest = { apiVersion = "v1", kind = "ServiceAccount", metadata = { name = "default", namespace = "shop" }, automountServiceAccountToken = false }
  }
  fail {
    manifest = { apiVersion = "v1", kind = "ServiceAccount", metadata = { name = "default", namespace = "shop" } }
  }
}
