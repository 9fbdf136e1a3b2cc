# Clusters of Kubernetes.

rule "google-gke-networks" {
  title      = "Cluster reachable from everywhere"
  severity   = "critical"
  category   = "security"
  resource   = "google_container_cluster"
  require    = is_set("master_authorized_networks_config") && !anytrue(flatten([for m in self.master_authorized_networks_config : [for b in coalesce(m.cidr_blocks, []) : is_public_cidr(b.cidr_block)]]))
  message    = "master_authorized_networks_config is missing, or lets everybody in."
  why        = "Only its sign-in keeps the internet out."
  advice     = "Add master_authorized_networks_config with the networks."
  references = ["CIS GKE 5.6.3", "trivy GCP-0053", "trivy GCP-0061", "CKV_GCP_18", "CKV_GCP_20"]
  pass {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
      master_authorized_networks_config {
        cidr_blocks {
          cidr_block = "10.0.0.0/8"
        }
      }
    }
  }
  fail {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
    }
  }
}

rule "google-gke-private-nodes" {
  title      = "Nodes with addresses of the internet"
  severity   = "medium"
  category   = "security"
  resource   = "google_container_cluster"
  require    = self.private_cluster_config[0].enable_private_nodes == true
  message    = "enable_private_nodes is not true."
  why        = "What answers on them is found by everybody."
  advice     = "Add private_cluster_config with enable_private_nodes."
  references = ["CIS GKE 5.6.5", "trivy GCP-0059", "CKV_GCP_25", "CKV_GCP_64"]
  pass {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
      private_cluster_config {
        enable_private_nodes = true
      }
    }
  }
  fail {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
    }
  }
}

rule "google-gke-abac" {
  title      = "Cluster with old rights"
  severity   = "high"
  category   = "security"
  resource   = "google_container_cluster"
  require    = self.enable_legacy_abac != true
  message    = "enable_legacy_abac is true."
  why        = "Whoever gets in may do nearly all."
  advice     = "Set enable_legacy_abac to false."
  references = ["CIS GKE 5.8.4", "trivy GCP-0062", "CKV_GCP_7"]
  remedy {
    set {
      enable_legacy_abac = false
    }
  }
  pass {
    resource "google_container_cluster" "x" {
      name               = "a"
      location           = "europe-west1"
      enable_legacy_abac = false
    }
  }
  fail {
    resource "google_container_cluster" "x" {
      name               = "a"
      location           = "europe-west1"
      enable_legacy_abac = true
    }
  }
}

rule "google-gke-legacy-auth" {
  title      = "Cluster with passwords or certificates"
  severity   = "high"
  category   = "security"
  resource   = "google_container_cluster"
  require    = self.master_auth[0].client_certificate_config[0].issue_client_certificate != true && (self.master_auth[0].username == null || self.master_auth[0].username == "")
  message    = "master_auth issues a certificate or a password."
  why        = "They belong to nobody and cannot be withdrawn."
  advice     = "Leave master_auth without them."
  references = ["CIS GKE 5.8.1", "trivy GCP-0064", "CKV_GCP_13", "CKV_GCP_19"]
  pass {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
      master_auth {
        client_certificate_config {
          issue_client_certificate = false
        }
      }
    }
  }
  fail {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
      master_auth {
        client_certificate_config {
          issue_client_certificate = true
        }
      }
    }
  }
}

rule "google-gke-network-policy" {
  title      = "Cluster without network policies"
  severity   = "medium"
  category   = "security"
  resource   = "google_container_cluster"
  require    = self.network_policy[0].enabled == true || self.datapath_provider == "ADVANCED_DATAPATH" || self.enable_autopilot == true
  message    = "Neither network_policy nor ADVANCED_DATAPATH is set."
  why        = "Every pod reaches every other."
  advice     = "Set datapath_provider to ADVANCED_DATAPATH."
  references = ["CIS GKE 5.6.7", "trivy GCP-0056", "CKV_GCP_12"]
  pass {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
      network_policy {
        enabled = true
      }
    }
  }
  fail {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
    }
  }
}

rule "google-gke-alias" {
  title      = "Cluster without addresses of the network"
  severity   = "low"
  category   = "security"
  resource   = "google_container_cluster"
  require    = is_set("ip_allocation_policy") || self.enable_autopilot == true
  message    = "ip_allocation_policy is missing."
  why        = "Pods cannot be told from nodes by the firewall."
  advice     = "Add ip_allocation_policy."
  references = ["CIS GKE 5.6.2", "trivy GCP-0049", "CKV_GCP_23"]
  pass {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
      ip_allocation_policy {
        cluster_secondary_range_name = "pods"
      }
    }
  }
  fail {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
    }
  }
}

rule "google-gke-logging" {
  title      = "Cluster without logs"
  severity   = "medium"
  category   = "operations"
  resource   = "google_container_cluster"
  require    = self.logging_service != "none"
  message    = "logging_service is none."
  why        = "Why it failed cannot be told."
  advice     = "Leave logging_service as it is by default."
  references = ["CIS GKE 5.7.1", "trivy GCP-0060", "CKV_GCP_1"]
  pass {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
    }
  }
  fail {
    resource "google_container_cluster" "x" {
      name            = "a"
      location        = "europe-west1"
      logging_service = "none"
    }
  }
}

rule "google-gke-monitoring" {
  title      = "Cluster without measurements"
  severity   = "medium"
  category   = "operations"
  resource   = "google_container_cluster"
  require    = self.monitoring_service != "none"
  message    = "monitoring_service is none."
  why        = "Why it failed cannot be told."
  advice     = "Leave monitoring_service as it is by default."
  references = ["CIS GKE 5.7.1", "trivy GCP-0052", "CKV_GCP_8"]
  pass {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
    }
  }
  fail {
    resource "google_container_cluster" "x" {
      name               = "a"
      location           = "europe-west1"
      monitoring_service = "none"
    }
  }
}

rule "google-gke-labels" {
  title      = "Cluster without labels"
  severity   = "info"
  category   = "operations"
  resource   = "google_container_cluster"
  require    = length(coalesce(self.resource_labels, {})) > 0
  message    = "resource_labels is empty."
  why        = "What nobody can assign is kept and paid for ever."
  advice     = "Set resource_labels."
  references = ["trivy GCP-0051", "CKV_GCP_21"]
  pass {
    resource "google_container_cluster" "x" {
      name            = "a"
      location        = "europe-west1"
      resource_labels = { team = "a" }
    }
  }
  fail {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
    }
  }
}

rule "google-gke-binary" {
  title      = "Cluster takes unsigned images"
  severity   = "medium"
  category   = "security"
  resource   = "google_container_cluster"
  require    = contains(["PROJECT_SINGLETON_POLICY_ENFORCE", "POLICY_BINDINGS", "POLICY_BINDINGS_AND_PROJECT_SINGLETON_POLICY_ENFORCE"], self.binary_authorization[0].evaluation_mode) || self.enable_binary_authorization == true
  message    = "binary_authorization does not enforce."
  why        = "Whoever may push decides what runs."
  advice     = "Add binary_authorization with PROJECT_SINGLETON_POLICY_ENFORCE."
  references = ["CIS GKE 5.10.4", "CKV_GCP_66"]
  pass {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
      binary_authorization {
        evaluation_mode = "PROJECT_SINGLETON_POLICY_ENFORCE"
      }
    }
  }
  fail {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
    }
  }
}

rule "google-gke-groups" {
  title      = "Cluster without groups of the company"
  severity   = "low"
  category   = "security"
  resource   = "google_container_cluster"
  require    = is_set("authenticator_groups_config.security_group")
  message    = "authenticator_groups_config is missing."
  why        = "Rights have to be given to each person, and are forgotten."
  advice     = "Add authenticator_groups_config."
  references = ["CIS GKE 5.8.3", "CKV_GCP_65"]
  pass {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
      authenticator_groups_config {
        security_group = "gke-security-groups@example.org"
      }
    }
  }
  fail {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
    }
  }
}

rule "google-gke-channel" {
  title      = "Cluster without upgrades"
  severity   = "low"
  category   = "operations"
  resource   = "google_container_cluster"
  require    = contains(["RAPID", "REGULAR", "STABLE", "EXTENDED"], self.release_channel[0].channel)
  message    = "release_channel is not set."
  why        = "Known faults stay."
  advice     = "Add release_channel REGULAR."
  references = ["CIS GKE 5.5.4", "CKV_GCP_70"]
  remedy {
    set {
      release_channel {
        channel = "REGULAR"
      }
    }
  }
  pass {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
      release_channel {
        channel = "REGULAR"
      }
    }
  }
  fail {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
    }
  }
}

rule "google-gke-shielded" {
  title      = "Nodes that cannot prove who they are"
  severity   = "high"
  category   = "security"
  resource   = "google_container_cluster"
  require    = self.enable_shielded_nodes != false
  message    = "enable_shielded_nodes is false."
  why        = "A forged node joins."
  advice     = "Leave enable_shielded_nodes true."
  references = ["CIS GKE 5.5.5", "trivy GCP-0055", "CKV_GCP_71"]
  remedy {
    set {
      enable_shielded_nodes = true
    }
  }
  pass {
    resource "google_container_cluster" "x" {
      name                  = "a"
      location              = "europe-west1"
      enable_shielded_nodes = true
    }
  }
  fail {
    resource "google_container_cluster" "x" {
      name                  = "a"
      location              = "europe-west1"
      enable_shielded_nodes = false
    }
  }
}

rule "google-gke-secrets-key" {
  title      = "Secrets of a cluster without a key of one's own"
  severity   = "medium"
  category   = "security"
  resource   = "google_container_cluster"
  require    = self.database_encryption[0].state == "ENCRYPTED"
  message    = "database_encryption is not ENCRYPTED."
  why        = "Who gets at the storage of the cluster reads them."
  advice     = "Add database_encryption with a key."
  references = ["CIS GKE 5.3.1"]
  pass {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
      database_encryption {
        state    = "ENCRYPTED"
        key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    }
  }
  fail {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
    }
  }
}

rule "google-gke-identity" {
  title      = "Pods with the account of their node"
  severity   = "medium"
  category   = "security"
  resource   = "google_container_cluster"
  require    = is_set("workload_identity_config.workload_pool") || self.enable_autopilot == true
  message    = "workload_identity_config is missing."
  why        = "Every pod may do what the node may."
  advice     = "Add workload_identity_config."
  references = ["CIS GKE 5.2.2"]
  pass {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
      workload_identity_config {
        workload_pool = "p.svc.id.goog"
      }
    }
  }
  fail {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
    }
  }
}

rule "google-gke-default-pool" {
  title      = "Cluster with nodes of its own"
  severity   = "info"
  category   = "operations"
  resource   = "google_container_cluster"
  require    = self.remove_default_node_pool == true || self.enable_autopilot == true
  message    = "remove_default_node_pool is not true."
  why        = "The pool that comes with it cannot be changed without a new cluster."
  advice     = "Set remove_default_node_pool and make pools of their own."
  references = ["CKV_GCP_123"]
  remedy {
    set {
      remove_default_node_pool = true
    }
  }
  pass {
    resource "google_container_cluster" "x" {
      name                     = "a"
      location                 = "europe-west1"
      remove_default_node_pool = true
      initial_node_count       = 1
    }
  }
  fail {
    resource "google_container_cluster" "x" {
      name               = "a"
      location           = "europe-west1"
      initial_node_count = 3
    }
  }
}

rule "google-gke-intranode" {
  title      = "Pods of a node talk unseen"
  severity   = "info"
  category   = "operations"
  resource   = "google_container_cluster"
  require    = self.enable_intranode_visibility == true
  message    = "enable_intranode_visibility is not true."
  why        = "Who talked to whom on a node cannot be reconstructed."
  advice     = "Set enable_intranode_visibility to true."
  references = ["CIS GKE 5.6.1"]
  remedy {
    set {
      enable_intranode_visibility = true
    }
  }
  pass {
    resource "google_container_cluster" "x" {
      name                        = "a"
      location                    = "europe-west1"
      enable_intranode_visibility = true
    }
  }
  fail {
    resource "google_container_cluster" "x" {
      name     = "a"
      location = "europe-west1"
    }
  }
}

rule "google-node-image" {
  title      = "Nodes of a general system"
  severity   = "low"
  category   = "security"
  resource   = ["google_container_node_pool", "google_container_cluster"]
  applies    = length(self.node_config) > 0
  require    = can(regex("(?i)^cos", coalesce(self.node_config[0].image_type, "COS_CONTAINERD")))
  message    = "image_type is ${self.node_config[0].image_type}."
  why        = "It has more that can be attacked."
  advice     = "Use COS_CONTAINERD."
  references = ["CIS GKE 5.5.1", "trivy GCP-0054", "CKV_GCP_22"]
  remedy {
    set {
      node_config {
        image_type = "COS_CONTAINERD"
      }
    }
  }
  pass {
    resource "google_container_node_pool" "x" {
      cluster = "c"
      node_config {
        machine_type = "e2-medium"
      }
    }
  }
  fail {
    resource "google_container_node_pool" "x" {
      cluster = "c"
      node_config {
        machine_type = "e2-medium"
        image_type   = "UBUNTU_CONTAINERD"
      }
    }
  }
}

rule "google-node-account" {
  title      = "Nodes with the default account"
  severity   = "medium"
  category   = "security"
  resource   = ["google_container_node_pool", "google_container_cluster"]
  applies    = length(self.node_config) > 0
  require    = self.node_config[0].service_account != null && self.node_config[0].service_account != "default"
  message    = "service_account is not set."
  why        = "That account may edit the whole project."
  advice     = "Give them an account of their own."
  references = ["CIS GKE 5.2.1", "trivy GCP-0050"]
  pass {
    resource "google_container_node_pool" "x" {
      cluster = "c"
      node_config {
        machine_type    = "e2-medium"
        service_account = "nodes@p.iam.gserviceaccount.com"
      }
    }
  }
  fail {
    resource "google_container_node_pool" "x" {
      cluster = "c"
      node_config {
        machine_type = "e2-medium"
      }
    }
  }
}

rule "google-node-metadata" {
  title      = "Pods read the credentials of their node"
  severity   = "high"
  category   = "security"
  resource   = ["google_container_node_pool", "google_container_cluster"]
  applies    = length(self.node_config) > 0
  require    = contains(["GKE_METADATA", "GKE_METADATA_SERVER", "SECURE"], coalesce(self.node_config[0].workload_metadata_config[0].mode, self.node_config[0].workload_metadata_config[0].node_metadata, "none"))
  message    = "workload_metadata_config is not GKE_METADATA."
  why        = "A request forged on a pod reads them."
  advice     = "Add workload_metadata_config with mode GKE_METADATA."
  references = ["CIS GKE 5.4.2", "trivy GCP-0057", "CKV_GCP_69"]
  pass {
    resource "google_container_node_pool" "x" {
      cluster = "c"
      node_config {
        machine_type = "e2-medium"
        workload_metadata_config {
          mode = "GKE_METADATA"
        }
      }
    }
  }
  fail {
    resource "google_container_node_pool" "x" {
      cluster = "c"
      node_config {
        machine_type = "e2-medium"
      }
    }
  }
}

rule "google-node-legacy-metadata" {
  title      = "Nodes with the old metadata"
  severity   = "high"
  category   = "security"
  resource   = ["google_container_node_pool", "google_container_cluster"]
  applies    = length(self.node_config) > 0
  require    = try(lower(tostring(self.node_config[0].metadata["disable-legacy-endpoints"])), "true") == "true"
  message    = "disable-legacy-endpoints is false."
  why        = "It is read without the header that keeps forged requests out."
  advice     = "Set disable-legacy-endpoints to true."
  references = ["CIS GKE 5.4.1", "trivy GCP-0048", "CKV_GCP_67"]
  pass {
    resource "google_container_node_pool" "x" {
      cluster = "c"
      node_config {
        machine_type = "e2-medium"
        metadata     = { disable-legacy-endpoints = "true" }
      }
    }
  }
  fail {
    resource "google_container_node_pool" "x" {
      cluster = "c"
      node_config {
        machine_type = "e2-medium"
        metadata     = { disable-legacy-endpoints = "false" }
      }
    }
  }
}

rule "google-node-secure-boot" {
  title      = "Nodes that start unsigned code"
  severity   = "low"
  category   = "security"
  resource   = ["google_container_node_pool", "google_container_cluster"]
  applies    = length(self.node_config) > 0
  require    = self.node_config[0].shielded_instance_config[0].enable_secure_boot == true
  message    = "enable_secure_boot is not true."
  why        = "A changed kernel is not noticed."
  advice     = "Set enable_secure_boot in shielded_instance_config."
  references = ["CIS GKE 5.5.7", "CKV_GCP_68"]
  remedy {
    set {
      node_config {
        shielded_instance_config {
          enable_secure_boot = true
        }
      }
    }
  }
  pass {
    resource "google_container_node_pool" "x" {
      cluster = "c"
      node_config {
        machine_type = "e2-medium"
        shielded_instance_config {
          enable_secure_boot = true
        }
      }
    }
  }
  fail {
    resource "google_container_node_pool" "x" {
      cluster = "c"
      node_config {
        machine_type = "e2-medium"
      }
    }
  }
}

rule "google-node-integrity" {
  title      = "Nodes whose start is not compared"
  severity   = "low"
  category   = "security"
  resource   = ["google_container_node_pool", "google_container_cluster"]
  applies    = length(self.node_config) > 0
  require    = self.node_config[0].shielded_instance_config[0].enable_integrity_monitoring != false
  message    = "enable_integrity_monitoring is false."
  why        = "A changed start is not noticed."
  advice     = "Leave enable_integrity_monitoring true."
  references = ["CIS GKE 5.5.6", "CKV_GCP_72"]
  remedy {
    set {
      node_config {
        shielded_instance_config {
          enable_integrity_monitoring = true
        }
      }
    }
  }
  pass {
    resource "google_container_node_pool" "x" {
      cluster = "c"
      node_config {
        machine_type = "e2-medium"
      }
    }
  }
  fail {
    resource "google_container_node_pool" "x" {
      cluster = "c"
      node_config {
        machine_type = "e2-medium"
        shielded_instance_config {
          enable_integrity_monitoring = false
        }
      }
    }
  }
}

rule "google-node-repair" {
  title      = "Nodes that are not mended"
  severity   = "low"
  category   = "operations"
  resource   = "google_container_node_pool"
  require    = self.management[0].auto_repair == true
  message    = "auto_repair is not true."
  why        = "A node that answers nothing stays."
  advice     = "Set auto_repair to true in management."
  references = ["CIS GKE 5.5.2", "trivy GCP-0063", "CKV_GCP_9"]
  remedy {
    set {
      management {
        auto_repair = true
      }
    }
  }
  pass {
    resource "google_container_node_pool" "x" {
      cluster = "c"
      management {
        auto_repair = true
      }
    }
  }
  fail {
    resource "google_container_node_pool" "x" {
      cluster = "c"
      management {
        auto_repair = false
      }
    }
  }
}

rule "google-node-upgrade" {
  title      = "Nodes that are not upgraded"
  severity   = "low"
  category   = "operations"
  resource   = "google_container_node_pool"
  require    = self.management[0].auto_upgrade == true
  message    = "auto_upgrade is not true."
  why        = "Known faults stay."
  advice     = "Set auto_upgrade to true in management."
  references = ["CIS GKE 5.5.3", "trivy GCP-0058", "CKV_GCP_10"]
  remedy {
    set {
      management {
        auto_upgrade = true
      }
    }
  }
  pass {
    resource "google_container_node_pool" "x" {
      cluster = "c"
      management {
        auto_upgrade = true
      }
    }
  }
  fail {
    resource "google_container_node_pool" "x" {
      cluster = "c"
      management {
        auto_upgrade = false
      }
    }
  }
}
