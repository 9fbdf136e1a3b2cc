# Accounts, keys and who may do what.

rule "google-project-basic-role" {
  title      = "Basic role in a whole project"
  severity   = "high"
  category   = "security"
  resource   = ["google_project_iam_member", "google_project_iam_binding"]
  require    = !contains(["roles/owner", "roles/editor"], self.role)
  message    = "The role is ${self.role}."
  why        = "It holds thousands of rights that nobody needs."
  advice     = "Give the roles that are needed."
  references = ["CIS GCP 2.0 1.5", "CKV_GCP_117", "trivy GCP-0007"]
  pass {
    resource "google_project_iam_member" "x" {
      member  = "group:keepers@example.org"
      project = "p"
      role    = "roles/viewer"
    }
  }
  fail {
    resource "google_project_iam_member" "x" {
      member  = "group:keepers@example.org"
      project = "p"
      role    = "roles/editor"
    }
  }
}

rule "google-project-impersonation" {
  title      = "Every account of a project can be taken over"
  severity   = "high"
  category   = "security"
  resource   = ["google_project_iam_member", "google_project_iam_binding"]
  require    = !contains(["roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator", "roles/iam.workloadIdentityUser", "roles/dataproc.editor", "roles/dataproc.admin", "roles/dataflow.developer", "roles/composer.admin", "roles/deploymentmanager.editor", "roles/cloudbuild.builds.editor", "roles/cloudfunctions.admin", "roles/cloudfunctions.developer", "roles/run.admin", "roles/iam.serviceAccountAdmin", "roles/iam.serviceAccountKeyAdmin"], self.role)
  message    = "The role is ${self.role}."
  why        = "Whoever has it acts as any account in it."
  advice     = "Give it on single accounts."
  references = ["CIS GCP 2.0 1.6", "CKV_GCP_49", "trivy GCP-0011"]
  pass {
    resource "google_project_iam_member" "x" {
      member  = "group:keepers@example.org"
      project = "p"
      role    = "roles/viewer"
    }
  }
  fail {
    resource "google_project_iam_member" "x" {
      member  = "group:keepers@example.org"
      project = "p"
      role    = "roles/iam.serviceAccountTokenCreator"
    }
  }
}

rule "google-project-default-account" {
  title      = "Default account with rights in a project"
  severity   = "medium"
  category   = "security"
  resource   = ["google_project_iam_member", "google_project_iam_binding"]
  require    = !anytrue([for m in concat([coalesce(self.member, "none")], coalesce(self.members, [])) : (can(regex("(compute@developer|appspot|cloudservices)\\.gserviceaccount\\.com$", m)) || can(regex("_default_service_account\\b", m)))])
  message    = "A member is a default account."
  why        = "Every machine that names no account acts as it."
  advice     = "Give the rights to an account of its own."
  references = ["CIS GCP 2.0 4.1", "CKV_GCP_46", "trivy GCP-0006"]
  pass {
    resource "google_project_iam_member" "x" {
      member  = "group:keepers@example.org"
      project = "p"
      role    = "roles/viewer"
    }
  }
  fail {
    resource "google_project_iam_member" "x" {
      member  = "serviceAccount:123456789-compute@developer.gserviceaccount.com"
      project = "p"
      role    = "roles/viewer"
    }
  }
}

rule "google-folder-basic-role" {
  title      = "Basic role in a whole folder"
  severity   = "high"
  category   = "security"
  resource   = ["google_folder_iam_member", "google_folder_iam_binding"]
  require    = !contains(["roles/owner", "roles/editor"], self.role)
  message    = "The role is ${self.role}."
  why        = "It holds thousands of rights that nobody needs."
  advice     = "Give the roles that are needed."
  references = ["CIS GCP 2.0 1.5", "CKV_GCP_116", "trivy GCP-0007"]
  pass {
    resource "google_folder_iam_member" "x" {
      folder = "folders/1"
      member = "group:keepers@example.org"
      role   = "roles/viewer"
    }
  }
  fail {
    resource "google_folder_iam_member" "x" {
      folder = "folders/1"
      member = "group:keepers@example.org"
      role   = "roles/editor"
    }
  }
}

rule "google-folder-impersonation" {
  title      = "Every account of a folder can be taken over"
  severity   = "high"
  category   = "security"
  resource   = ["google_folder_iam_member", "google_folder_iam_binding"]
  require    = !contains(["roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator", "roles/iam.workloadIdentityUser", "roles/dataproc.editor", "roles/dataproc.admin", "roles/dataflow.developer", "roles/composer.admin", "roles/deploymentmanager.editor", "roles/cloudbuild.builds.editor", "roles/cloudfunctions.admin", "roles/cloudfunctions.developer", "roles/run.admin", "roles/iam.serviceAccountAdmin", "roles/iam.serviceAccountKeyAdmin"], self.role)
  message    = "The role is ${self.role}."
  why        = "Whoever has it acts as any account in it."
  advice     = "Give it on single accounts."
  references = ["CIS GCP 2.0 1.6", "CKV_GCP_44", "trivy GCP-0005"]
  pass {
    resource "google_folder_iam_member" "x" {
      folder = "folders/1"
      member = "group:keepers@example.org"
      role   = "roles/viewer"
    }
  }
  fail {
    resource "google_folder_iam_member" "x" {
      folder = "folders/1"
      member = "group:keepers@example.org"
      role   = "roles/iam.serviceAccountTokenCreator"
    }
  }
}

rule "google-folder-default-account" {
  title      = "Default account with rights in a folder"
  severity   = "medium"
  category   = "security"
  resource   = ["google_folder_iam_member", "google_folder_iam_binding"]
  require    = !anytrue([for m in concat([coalesce(self.member, "none")], coalesce(self.members, [])) : (can(regex("(compute@developer|appspot|cloudservices)\\.gserviceaccount\\.com$", m)) || can(regex("_default_service_account\\b", m)))])
  message    = "A member is a default account."
  why        = "Every machine that names no account acts as it."
  advice     = "Give the rights to an account of its own."
  references = ["CIS GCP 2.0 4.1", "CKV_GCP_48", "trivy GCP-0004"]
  pass {
    resource "google_folder_iam_member" "x" {
      folder = "folders/1"
      member = "group:keepers@example.org"
      role   = "roles/viewer"
    }
  }
  fail {
    resource "google_folder_iam_member" "x" {
      folder = "folders/1"
      member = "serviceAccount:123456789-compute@developer.gserviceaccount.com"
      role   = "roles/viewer"
    }
  }
}

rule "google-organization-basic-role" {
  title      = "Basic role in a whole organization"
  severity   = "high"
  category   = "security"
  resource   = ["google_organization_iam_member", "google_organization_iam_binding"]
  require    = !contains(["roles/owner", "roles/editor"], self.role)
  message    = "The role is ${self.role}."
  why        = "It holds thousands of rights that nobody needs."
  advice     = "Give the roles that are needed."
  references = ["CIS GCP 2.0 1.5", "CKV_GCP_115", "trivy GCP-0007"]
  pass {
    resource "google_organization_iam_member" "x" {
      member = "group:keepers@example.org"
      org_id = "1"
      role   = "roles/viewer"
    }
  }
  fail {
    resource "google_organization_iam_member" "x" {
      member = "group:keepers@example.org"
      org_id = "1"
      role   = "roles/editor"
    }
  }
}

rule "google-organization-impersonation" {
  title      = "Every account of a organization can be taken over"
  severity   = "high"
  category   = "security"
  resource   = ["google_organization_iam_member", "google_organization_iam_binding"]
  require    = !contains(["roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator", "roles/iam.workloadIdentityUser", "roles/dataproc.editor", "roles/dataproc.admin", "roles/dataflow.developer", "roles/composer.admin", "roles/deploymentmanager.editor", "roles/cloudbuild.builds.editor", "roles/cloudfunctions.admin", "roles/cloudfunctions.developer", "roles/run.admin", "roles/iam.serviceAccountAdmin", "roles/iam.serviceAccountKeyAdmin"], self.role)
  message    = "The role is ${self.role}."
  why        = "Whoever has it acts as any account in it."
  advice     = "Give it on single accounts."
  references = ["CIS GCP 2.0 1.6", "CKV_GCP_45", "trivy GCP-0009"]
  pass {
    resource "google_organization_iam_member" "x" {
      member = "group:keepers@example.org"
      org_id = "1"
      role   = "roles/viewer"
    }
  }
  fail {
    resource "google_organization_iam_member" "x" {
      member = "group:keepers@example.org"
      org_id = "1"
      role   = "roles/iam.serviceAccountTokenCreator"
    }
  }
}

rule "google-organization-default-account" {
  title      = "Default account with rights in a organization"
  severity   = "medium"
  category   = "security"
  resource   = ["google_organization_iam_member", "google_organization_iam_binding"]
  require    = !anytrue([for m in concat([coalesce(self.member, "none")], coalesce(self.members, [])) : (can(regex("(compute@developer|appspot|cloudservices)\\.gserviceaccount\\.com$", m)) || can(regex("_default_service_account\\b", m)))])
  message    = "A member is a default account."
  why        = "Every machine that names no account acts as it."
  advice     = "Give the rights to an account of its own."
  references = ["CIS GCP 2.0 4.1", "CKV_GCP_47", "trivy GCP-0008"]
  pass {
    resource "google_organization_iam_member" "x" {
      member = "group:keepers@example.org"
      org_id = "1"
      role   = "roles/viewer"
    }
  }
  fail {
    resource "google_organization_iam_member" "x" {
      member = "serviceAccount:123456789-compute@developer.gserviceaccount.com"
      org_id = "1"
      role   = "roles/viewer"
    }
  }
}

rule "google-iam-user" {
  title      = "Rights given to a single person"
  severity   = "low"
  category   = "security"
  resource   = ["google_project_iam_member", "google_project_iam_binding", "google_folder_iam_member", "google_folder_iam_binding", "google_organization_iam_member", "google_organization_iam_binding"]
  require    = !anytrue([for m in concat([coalesce(self.member, "none")], coalesce(self.members, [])) : startswith(m, "user:")])
  message    = "A member is a user."
  why        = "Rights of single people are forgotten when they change jobs."
  advice     = "Give them to a group."
  references = ["trivy GCP-0003", "Google Cloud IAM: using groups"]
  pass {
    resource "google_project_iam_member" "x" {
      member  = "group:keepers@example.org"
      project = "a"
      role    = "roles/viewer"
    }
  }
  fail {
    resource "google_project_iam_member" "x" {
      member  = "user:ann@example.org"
      project = "a"
      role    = "roles/viewer"
    }
  }
}

rule "google-iam-everybody" {
  title      = "Project open to everybody"
  severity   = "critical"
  category   = "security"
  resource   = ["google_project_iam_member", "google_project_iam_binding", "google_folder_iam_member", "google_folder_iam_binding", "google_organization_iam_member", "google_organization_iam_binding"]
  require    = !anytrue([for m in concat([coalesce(self.member, "none")], coalesce(self.members, [])) : contains(["allUsers", "allAuthenticatedUsers"], m)])
  message    = "Everybody is a member."
  why        = "Everybody of the internet has the role."
  advice     = "Name accounts or groups."
  references = ["CKV_GCP_113"]
  pass {
    resource "google_project_iam_member" "x" {
      member  = "group:keepers@example.org"
      project = "a"
      role    = "roles/viewer"
    }
  }
  fail {
    resource "google_project_iam_member" "x" {
      member  = "allUsers"
      project = "a"
      role    = "roles/viewer"
    }
  }
}

rule "google-key-everybody" {
  title      = "Key open to everybody"
  severity   = "critical"
  category   = "security"
  resource   = ["google_kms_crypto_key_iam_member", "google_kms_crypto_key_iam_binding"]
  require    = !contains(["allUsers", "allAuthenticatedUsers"], coalesce(self.member, "none")) && length(setintersection(coalesce(self.members, []), ["allUsers", "allAuthenticatedUsers"])) == 0
  message    = "Everybody is a member."
  why        = "Everybody of the internet has the role."
  advice     = "Name accounts or groups."
  references = ["CIS GCP 2.0 1.9", "CKV_GCP_112"]
  pass {
    resource "google_kms_crypto_key_iam_member" "x" {
      crypto_key_id = "k"
      member        = "group:keepers@example.org"
      role          = "roles/viewer"
    }
  }
  fail {
    resource "google_kms_crypto_key_iam_member" "x" {
      crypto_key_id = "k"
      member        = "allUsers"
      role          = "roles/viewer"
    }
  }
}

rule "google-ring-everybody" {
  title      = "Keys open to everybody"
  severity   = "critical"
  category   = "security"
  resource   = ["google_kms_key_ring_iam_member", "google_kms_key_ring_iam_binding"]
  require    = !contains(["allUsers", "allAuthenticatedUsers"], coalesce(self.member, "none")) && length(setintersection(coalesce(self.members, []), ["allUsers", "allAuthenticatedUsers"])) == 0
  message    = "Everybody is a member."
  why        = "Everybody of the internet has the role."
  advice     = "Name accounts or groups."
  references = ["CIS GCP 2.0 1.9", "CKV2_GCP_8"]
  pass {
    resource "google_kms_key_ring_iam_member" "x" {
      key_ring_id = "r"
      member      = "group:keepers@example.org"
      role        = "roles/viewer"
    }
  }
  fail {
    resource "google_kms_key_ring_iam_member" "x" {
      key_ring_id = "r"
      member      = "allUsers"
      role        = "roles/viewer"
    }
  }
}

rule "google-secret-everybody" {
  title      = "Secret open to everybody"
  severity   = "critical"
  category   = "security"
  resource   = ["google_secret_manager_secret_iam_member", "google_secret_manager_secret_iam_binding"]
  require    = !contains(["allUsers", "allAuthenticatedUsers"], coalesce(self.member, "none")) && length(setintersection(coalesce(self.members, []), ["allUsers", "allAuthenticatedUsers"])) == 0
  message    = "Everybody is a member."
  why        = "Everybody of the internet has the role."
  advice     = "Name accounts or groups."
  references = ["Google Cloud: Secret Manager access"]
  pass {
    resource "google_secret_manager_secret_iam_member" "x" {
      member    = "group:keepers@example.org"
      role      = "roles/viewer"
      secret_id = "s"
    }
  }
  fail {
    resource "google_secret_manager_secret_iam_member" "x" {
      member    = "allUsers"
      role      = "roles/viewer"
      secret_id = "s"
    }
  }
}

rule "google-key-rotation" {
  title      = "Key that is never changed"
  severity   = "medium"
  category   = "security"
  resource   = "google_kms_crypto_key"
  applies    = coalesce(self.purpose, "ENCRYPT_DECRYPT") == "ENCRYPT_DECRYPT"
  require    = self.rotation_period != null && tonumber(trimsuffix(self.rotation_period, "s")) <= 7776000
  message    = "rotation_period is ${coalesce(self.rotation_period, "not set")}."
  why        = "Who copied it once can use it for ever."
  advice     = "Set rotation_period to 7776000s, ninety days."
  references = ["CIS GCP 2.0 1.10", "trivy GCP-0065", "CKV_GCP_43"]
  remedy {
    set {
      rotation_period = "7776000s"
    }
  }
  pass {
    resource "google_kms_crypto_key" "x" {
      key_ring        = "a"
      name            = "a"
      rotation_period = "7776000s"
    }
  }
  fail {
    resource "google_kms_crypto_key" "x" {
      key_ring        = "a"
      name            = "a"
      rotation_period = "15552000s"
    }
  }
}

rule "google-key-hardware" {
  title      = "Key outside of hardware"
  severity   = "info"
  category   = "security"
  resource   = "google_kms_crypto_key"
  require    = contains(["HSM", "EXTERNAL", "EXTERNAL_VPC"], self.version_template[0].protection_level)
  message    = "protection_level is not HSM."
  why        = "Software can be copied."
  advice     = "Set protection_level to HSM where that counts."
  references = ["Google Cloud KMS: protection levels"]
  pass {
    resource "google_kms_crypto_key" "x" {
      key_ring = "a"
      name     = "a"
      version_template {
        algorithm        = "GOOGLE_SYMMETRIC_ENCRYPTION"
        protection_level = "HSM"
      }
    }
  }
  fail {
    resource "google_kms_crypto_key" "x" {
      key_ring = "a"
      name     = "a"
    }
  }
}

rule "google-account-key" {
  title      = "Key of an account as a file"
  severity   = "medium"
  category   = "security"
  resource   = "google_service_account_key"
  require    = is_set("public_key_data")
  message    = "The key is made by the cloud and kept in the state."
  why        = "Whoever copies it once acts as the account for ten years."
  advice     = "Use workload identity; or upload public_key_data of a key that never leaves its machine."
  references = ["CIS GCP 2.0 1.4", "CKV2_GCP_3"]
  pass {
    resource "google_service_account_key" "x" {
      service_account_id = "a"
      public_key_data    = "LS0t"
    }
  }
  fail {
    resource "google_service_account_key" "x" {
      service_account_id = "a"
    }
  }
}

rule "google-pool-condition" {
  title      = "Everybody of the other side may come in"
  severity   = "high"
  category   = "security"
  resource   = "google_iam_workload_identity_pool_provider"
  require    = is_set("attribute_condition")
  message    = "attribute_condition is not set."
  why        = "Every account of the issuer gets in, those of strangers too."
  advice     = "Set attribute_condition."
  references = ["trivy GCP-0068", "CKV_GCP_118"]
  pass {
    resource "google_iam_workload_identity_pool_provider" "x" {
      workload_identity_pool_id          = "a"
      workload_identity_pool_provider_id = "a"
      attribute_condition                = "assertion.repository_owner == 'example'"
    }
  }
  fail {
    resource "google_iam_workload_identity_pool_provider" "x" {
      workload_identity_pool_id          = "a"
      workload_identity_pool_provider_id = "a"
    }
  }
}

rule "google-pool-github" {
  title      = "Every workflow of the forge may come in"
  severity   = "high"
  category   = "security"
  resource   = "google_iam_workload_identity_pool_provider"
  applies    = can(regex("token\\.actions\\.githubusercontent\\.com", self.oidc[0].issuer_uri))
  require    = can(regex("assertion\\.(repository|sub|repository_owner|repository_id)", self.attribute_condition)) && !can(regex("['\"]\\*['\"]", self.attribute_condition))
  message    = "attribute_condition names no repository."
  why        = "Every repository of the forge gets in."
  advice     = "Compare assertion.repository with yours."
  references = ["CKV_GCP_125"]
  pass {
    resource "google_iam_workload_identity_pool_provider" "x" {
      workload_identity_pool_id          = "a"
      workload_identity_pool_provider_id = "a"
      oidc {
        issuer_uri = "https://token.actions.githubusercontent.com"
      }
      attribute_condition = "assertion.repository == 'example/site'"
    }
  }
  fail {
    resource "google_iam_workload_identity_pool_provider" "x" {
      workload_identity_pool_id          = "a"
      workload_identity_pool_provider_id = "a"
      oidc {
        issuer_uri = "https://token.actions.githubusercontent.com"
      }
      attribute_condition = "true"
    }
  }
}

rule "google-audit-config" {
  title      = "Some services do not audit"
  severity   = "medium"
  category   = "operations"
  resource   = "google_project_iam_audit_config"
  require    = self.service == "allServices" && alltrue([for c in self.audit_log_config : length(coalesce(c.exempted_members, [])) == 0])
  message    = "Not all services are audited, or somebody is exempted."
  why        = "Who did what cannot be reconstructed."
  advice     = "Set service to allServices without exempted_members."
  references = ["CIS GCP 2.0 2.1", "CKV2_GCP_5"]
  pass {
    resource "google_project_iam_audit_config" "x" {
      project = "a"
      service = "allServices"
      audit_log_config {
        log_type = "ADMIN_READ"
      }
    }
  }
  fail {
    resource "google_project_iam_audit_config" "x" {
      project = "a"
      service = "allServices"
      audit_log_config {
        log_type         = "ADMIN_READ"
        exempted_members = ["user:ann@example.org"]
      }
    }
  }
}

rule "google-secret-in-clear" {
  title      = "Secret in clear"
  severity   = "high"
  category   = "security"
  resource   = "google_secret_manager_secret_version"
  require    = !is_literal(self.secret_data)
  message    = "The value stands in the configuration."
  why        = "Whoever reads the repository has it."
  advice     = "Take it from a variable, or write it by secret_data_wo."
  references = ["CWE-798"]
  pass {
    resource "google_secret_manager_secret_version" "x" {
      secret      = "a"
      secret_data = var.secret
    }
    variable "secret" {
      sensitive = true
    }
  }
  fail {
    resource "google_secret_manager_secret_version" "x" {
      secret      = "a"
      secret_data = "hunter2"
    }
  }
}

rule "google-sql-user-password" {
  title      = "Password of a database in clear"
  severity   = "high"
  category   = "security"
  resource   = "google_sql_user"
  require    = !is_literal(self.password)
  message    = "The password stands in the configuration."
  why        = "Whoever reads the repository has it."
  advice     = "Take it from a variable, or sign in by IAM."
  references = ["CWE-798"]
  pass {
    resource "google_sql_user" "x" {
      instance = "a"
      name     = "a"
      password = var.password
    }
    variable "password" {
      sensitive = true
    }
  }
  fail {
    resource "google_sql_user" "x" {
      instance = "a"
      name     = "a"
      password = "hunter2"
    }
  }
}
