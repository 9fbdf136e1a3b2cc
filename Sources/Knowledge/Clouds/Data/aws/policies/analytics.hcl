# Analytics, notebooks and desktops.

rule "aws-athena-workgroup-enforced" {
  title      = "Athena clients may choose how results are kept"
  severity   = "medium"
  category   = "security"
  resource   = "aws_athena_workgroup"
  require    = self.configuration[0].enforce_workgroup_configuration != false
  message    = "enforce_workgroup_configuration is false."
  why        = "A client that overrides the workgroup writes results unencrypted wherever it likes."
  advice     = "Leave enforce_workgroup_configuration true."
  references = ["trivy AWS-0007", "CKV_AWS_82"]
  pass {
    resource "aws_athena_workgroup" "x" {
      name = "a"
      configuration {
        enforce_workgroup_configuration = true
      }
    }
  }
  fail {
    resource "aws_athena_workgroup" "x" {
      name = "a"
      configuration {
        enforce_workgroup_configuration = false
      }
    }
  }
}

rule "aws-athena-encrypted" {
  title      = "Athena results not encrypted"
  severity   = "high"
  category   = "security"
  resource   = ["aws_athena_database", "aws_athena_workgroup"]
  require    = type == "aws_athena_database" ? is_set("encryption_configuration.encryption_option") : is_set("configuration.result_configuration.encryption_configuration.encryption_option")
  message    = "No encryption of query results is configured."
  why        = "Results are copies of the data that was asked for."
  advice     = "Set an encryption_configuration with SSE_KMS."
  references = ["AWS Security Hub Athena.1", "trivy AWS-0006", "CKV_AWS_77", "CKV_AWS_159"]
  pass {
    resource "aws_athena_database" "x" {
      name   = "a"
      bucket = "b"
      encryption_configuration {
        encryption_option = "SSE_S3"
      }
    }
  }
  fail {
    resource "aws_athena_database" "x" {
      name   = "a"
      bucket = "b"
    }
  }
}

rule "aws-dax-encrypted" {
  title      = "DAX cluster not encrypted at rest"
  severity   = "high"
  category   = "security"
  resource   = "aws_dax_cluster"
  require    = self.server_side_encryption[0].enabled == true
  message    = "server_side_encryption.enabled is not true."
  why        = "The cache holds rows of the tables it stands before."
  advice     = "Add server_side_encryption with enabled true."
  references = ["AWS Security Hub DynamoDB.3", "trivy AWS-0023", "CKV_AWS_47"]
  pass {
    resource "aws_dax_cluster" "x" {
      cluster_name       = "a"
      iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
      node_type          = "dax.r4.large"
      replication_factor = 1
      server_side_encryption {
        enabled = true
      }
    }
  }
  fail {
    resource "aws_dax_cluster" "x" {
      cluster_name       = "a"
      iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
      node_type          = "dax.r4.large"
      replication_factor = 1
    }
  }
}

rule "aws-emr-encrypted" {
  title      = "EMR data not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_emr_security_configuration"
  require    = length(regexall("\\\"EnableAtRestEncryption\\\"\\s*:\\s*true", self.configuration)) > 0
  message    = "EnableAtRestEncryption is not true."
  why        = "Disks of the cluster hold whatever its jobs read."
  advice     = "Set EnableAtRestEncryption to true in the security configuration."
  references = ["trivy AWS-0139", "CKV_AWS_171"]
  pass {
    resource "aws_emr_security_configuration" "x" {
      configuration = jsonencode({ EncryptionConfiguration = { EnableAtRestEncryption = true, EnableInTransitEncryption = true } })
    }
  }
  fail {
    resource "aws_emr_security_configuration" "x" {
      configuration = jsonencode({ EncryptionConfiguration = { EnableAtRestEncryption = false, EnableInTransitEncryption = true } })
    }
  }
}

rule "aws-redshift-network" {
  title      = "Redshift cluster outside a network of one's own"
  severity   = "high"
  category   = "security"
  resource   = "aws_redshift_cluster"
  require    = is_set("cluster_subnet_group_name")
  message    = "cluster_subnet_group_name is not set."
  why        = "Without a subnet group it stands in the default network, or in none."
  advice     = "Set cluster_subnet_group_name."
  references = ["trivy AWS-0127", "CKV_AWS_154"]
  pass {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier = "a"
      node_type          = "ra3.xlplus"
      cluster_subnet_group_name = "g"
    }
  }
  fail {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier = "a"
      node_type          = "ra3.xlplus"
    }
  }
}

rule "aws-redshift-routing" {
  title      = "Redshift traffic leaves the network"
  severity   = "low"
  category   = "security"
  resource   = "aws_redshift_cluster"
  require    = self.enhanced_vpc_routing == true
  message    = "enhanced_vpc_routing is not true."
  why        = "Copies and unloads go over the internet unless routing through the network is on."
  advice     = "Set enhanced_vpc_routing to true."
  references = ["AWS Security Hub Redshift.7", "CKV_AWS_321"]
  remedy {
    set {
      enhanced_vpc_routing = true
    }
  }
  pass {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier = "a"
      node_type          = "ra3.xlplus"
      enhanced_vpc_routing = true
    }
  }
  fail {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier = "a"
      node_type          = "ra3.xlplus"
    }
  }
}

rule "aws-workspaces-root-encrypted" {
  title      = "WorkSpaces root volume not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_workspaces_workspace"
  require    = self.root_volume_encryption_enabled == true
  message    = "root_volume_encryption_enabled is not true."
  why        = "People keep files of every kind on their desktops."
  advice     = "Set root_volume_encryption_enabled to true."
  references = ["AWS Security Hub WorkSpaces.2", "trivy AWS-0109", "CKV_AWS_156"]
  remedy {
    set {
      root_volume_encryption_enabled = true
    }
  }
  pass {
    resource "aws_workspaces_workspace" "x" {
      directory_id = "d-1"
      bundle_id    = "wsb-1"
      user_name    = "ann"
      root_volume_encryption_enabled = true
    }
  }
  fail {
    resource "aws_workspaces_workspace" "x" {
      directory_id = "d-1"
      bundle_id    = "wsb-1"
      user_name    = "ann"
    }
  }
}

rule "aws-workspaces-user-encrypted" {
  title      = "WorkSpaces user volume not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_workspaces_workspace"
  require    = self.user_volume_encryption_enabled == true
  message    = "user_volume_encryption_enabled is not true."
  why        = "People keep files of every kind on their desktops."
  advice     = "Set user_volume_encryption_enabled to true."
  references = ["AWS Security Hub WorkSpaces.1", "trivy AWS-0109", "CKV_AWS_155"]
  remedy {
    set {
      user_volume_encryption_enabled = true
    }
  }
  pass {
    resource "aws_workspaces_workspace" "x" {
      directory_id = "d-1"
      bundle_id    = "wsb-1"
      user_name    = "ann"
      user_volume_encryption_enabled = true
    }
  }
  fail {
    resource "aws_workspaces_workspace" "x" {
      directory_id = "d-1"
      bundle_id    = "wsb-1"
      user_name    = "ann"
    }
  }
}

rule "aws-glue-security-configuration" {
  title      = "Glue job or crawler without encryption"
  severity   = "medium"
  category   = "security"
  resource   = "aws_glue_crawler"
  require    = is_set("security_configuration")
  message    = "security_configuration is not set."
  why        = "Without a security configuration logs, bookmarks and results are kept unencrypted."
  advice     = "Set security_configuration."
  references = ["CKV_AWS_195"]
  pass {
    resource "aws_glue_crawler" "x" {
      database_name = "d"
      name          = "a"
      role          = "r"
      security_configuration = "s"
    }
  }
  fail {
    resource "aws_glue_crawler" "x" {
      database_name = "d"
      name          = "a"
      role          = "r"
    }
  }
}

rule "aws-sagemaker-internet" {
  title      = "SageMaker notebook with direct internet access"
  severity   = "high"
  category   = "security"
  resource   = "aws_sagemaker_notebook_instance"
  require    = self.direct_internet_access == "Disabled"
  message    = "direct_internet_access is not Disabled."
  why        = "Whatever runs in the notebook can send data anywhere."
  advice     = "Set direct_internet_access to Disabled."
  references = ["AWS Security Hub SageMaker.1", "CKV_AWS_122"]
  remedy {
    set {
      direct_internet_access = "Disabled"
    }
  }
  pass {
    resource "aws_sagemaker_notebook_instance" "x" {
      name          = "a"
      role_arn      = "arn:aws:iam::111122223333:role/r"
      instance_type = "ml.t3.medium"
      direct_internet_access = "Disabled"
    }
  }
  fail {
    resource "aws_sagemaker_notebook_instance" "x" {
      name          = "a"
      role_arn      = "arn:aws:iam::111122223333:role/r"
      instance_type = "ml.t3.medium"
    }
  }
}

rule "aws-sagemaker-root" {
  title      = "SageMaker notebook whose users are root"
  severity   = "medium"
  category   = "security"
  resource   = "aws_sagemaker_notebook_instance"
  require    = self.root_access == "Disabled"
  message    = "root_access is not Disabled."
  why        = "Root on the notebook can read and change what others keep there."
  advice     = "Set root_access to Disabled."
  references = ["AWS Security Hub SageMaker.3", "CKV_AWS_307"]
  remedy {
    set {
      root_access = "Disabled"
    }
  }
  pass {
    resource "aws_sagemaker_notebook_instance" "x" {
      name          = "a"
      role_arn      = "arn:aws:iam::111122223333:role/r"
      instance_type = "ml.t3.medium"
      root_access = "Disabled"
    }
  }
  fail {
    resource "aws_sagemaker_notebook_instance" "x" {
      name          = "a"
      role_arn      = "arn:aws:iam::111122223333:role/r"
      instance_type = "ml.t3.medium"
    }
  }
}

rule "aws-sagemaker-key" {
  title      = "SageMaker notebook without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_sagemaker_notebook_instance"
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["CKV_AWS_22"]
  pass {
    resource "aws_sagemaker_notebook_instance" "x" {
      name          = "a"
      role_arn      = "arn:aws:iam::111122223333:role/r"
      instance_type = "ml.t3.medium"
      kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_sagemaker_notebook_instance" "x" {
      name          = "a"
      role_arn      = "arn:aws:iam::111122223333:role/r"
      instance_type = "ml.t3.medium"
    }
  }
}
