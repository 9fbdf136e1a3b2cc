# Keys, backups and protection of what is stored.

rule "aws-s3-block-public-acls" {
  title      = "Public access block without block_public_acls"
  severity   = "high"
  category   = "security"
  resource   = ["aws_s3_bucket_public_access_block", "aws_s3_account_public_access_block"]
  require    = self.block_public_acls == true
  message    = "block_public_acls is not true."
  why        = "Each of the four settings keeps out another way to make objects public."
  advice     = "Set block_public_acls to true."
  references = ["CIS AWS 1.5 2.1.5", "AWS Security Hub S3.8", "trivy AWS-0086"]
  remedy {
    set {
      block_public_acls = true
    }
  }
  pass {
    resource "aws_s3_bucket_public_access_block" "x" {
      bucket = "b"
      block_public_acls = true
    }
  }
  fail {
    resource "aws_s3_bucket_public_access_block" "x" {
      bucket = "b"
    }
  }
}

rule "aws-s3-block-public-policy" {
  title      = "Public access block without block_public_policy"
  severity   = "high"
  category   = "security"
  resource   = ["aws_s3_bucket_public_access_block", "aws_s3_account_public_access_block"]
  require    = self.block_public_policy == true
  message    = "block_public_policy is not true."
  why        = "Each of the four settings keeps out another way to make objects public."
  advice     = "Set block_public_policy to true."
  references = ["CIS AWS 1.5 2.1.5", "AWS Security Hub S3.8", "trivy AWS-0087"]
  remedy {
    set {
      block_public_policy = true
    }
  }
  pass {
    resource "aws_s3_bucket_public_access_block" "x" {
      bucket = "b"
      block_public_policy = true
    }
  }
  fail {
    resource "aws_s3_bucket_public_access_block" "x" {
      bucket = "b"
    }
  }
}

rule "aws-s3-ignore-public-acls" {
  title      = "Public access block without ignore_public_acls"
  severity   = "high"
  category   = "security"
  resource   = ["aws_s3_bucket_public_access_block", "aws_s3_account_public_access_block"]
  require    = self.ignore_public_acls == true
  message    = "ignore_public_acls is not true."
  why        = "Each of the four settings keeps out another way to make objects public."
  advice     = "Set ignore_public_acls to true."
  references = ["CIS AWS 1.5 2.1.5", "AWS Security Hub S3.8", "trivy AWS-0091"]
  remedy {
    set {
      ignore_public_acls = true
    }
  }
  pass {
    resource "aws_s3_bucket_public_access_block" "x" {
      bucket = "b"
      ignore_public_acls = true
    }
  }
  fail {
    resource "aws_s3_bucket_public_access_block" "x" {
      bucket = "b"
    }
  }
}

rule "aws-s3-restrict-public-buckets" {
  title      = "Public access block without restrict_public_buckets"
  severity   = "high"
  category   = "security"
  resource   = ["aws_s3_bucket_public_access_block", "aws_s3_account_public_access_block"]
  require    = self.restrict_public_buckets == true
  message    = "restrict_public_buckets is not true."
  why        = "Each of the four settings keeps out another way to make objects public."
  advice     = "Set restrict_public_buckets to true."
  references = ["CIS AWS 1.5 2.1.5", "AWS Security Hub S3.8", "trivy AWS-0093"]
  remedy {
    set {
      restrict_public_buckets = true
    }
  }
  pass {
    resource "aws_s3_bucket_public_access_block" "x" {
      bucket = "b"
      restrict_public_buckets = true
    }
  }
  fail {
    resource "aws_s3_bucket_public_access_block" "x" {
      bucket = "b"
    }
  }
}

rule "aws-s3-mfa-delete" {
  title      = "Versions can be removed with a password alone"
  severity   = "info"
  category   = "security"
  resource   = ["aws_s3_bucket_versioning", "aws_s3_bucket"]
  applies    = type == "aws_s3_bucket_versioning" || is_set("versioning")
  require    = type == "aws_s3_bucket" ? self.versioning[0].mfa_delete == true : self.versioning_configuration[0].mfa_delete == "Enabled"
  message    = "mfa_delete is not enabled."
  why        = "Whoever has the owner's password can remove every version."
  advice     = "Enable mfa_delete with the root user's device; it cannot be done by a pipeline."
  references = ["CIS AWS 1.5 2.1.3", "AWS Security Hub S3.20"]
  pass {
    resource "aws_s3_bucket_versioning" "x" {
      bucket = "b"
      versioning_configuration {
        status     = "Enabled"
        mfa_delete = "Enabled"
      }
    }
  }
  fail {
    resource "aws_s3_bucket_versioning" "x" {
      bucket = "b"
      versioning_configuration {
        status = "Enabled"
      }
    }
  }
}

rule "aws-s3-object-key" {
  title      = "Object without a key of one's own"
  severity   = "info"
  category   = "security"
  resource   = "aws_s3_object"
  require    = is_set("kms_key_id") || self.server_side_encryption == "aws:kms"
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id, or leave it to the bucket's default encryption."
  references = ["CKV_AWS_186"]
  pass {
    resource "aws_s3_object" "x" {
      bucket     = "b"
      key        = "k"
      kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_s3_object" "x" {
      bucket = "b"
      key    = "k"
    }
  }
}

rule "aws-ebs-key" {
  title      = "Disk without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_ebs_volume"
  require    = is_set("kms_key_id") && self.kms_key_id != ""
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id."
  references = ["trivy AWS-0027", "CKV_AWS_189"]
  pass {
    resource "aws_ebs_volume" "x" {
      availability_zone = "eu-west-1a"
      size              = 10
      encrypted         = true
      kms_key_id        = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_ebs_volume" "x" {
      availability_zone = "eu-west-1a"
      size              = 10
      encrypted         = true
    }
  }
}

rule "aws-ebs-default-encryption" {
  title      = "Disks are not encrypted by default"
  severity   = "medium"
  category   = "security"
  resource   = "aws_ebs_encryption_by_default"
  require    = self.enabled != false
  message    = "enabled is false."
  why        = "A disk that somebody forgets to encrypt is then in clear."
  advice     = "Leave enabled true."
  references = ["CIS AWS 1.5 2.2.1", "AWS Security Hub EC2.7"]
  remedy {
    set {
      enabled = true
    }
  }
  pass {
    resource "aws_ebs_encryption_by_default" "x" {
      enabled = true
    }
  }
  fail {
    resource "aws_ebs_encryption_by_default" "x" {
      enabled = false
    }
  }
}

rule "aws-ecr-key" {
  title      = "Image repository without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_ecr_repository"
  require    = anytrue([for e in coalesce(self.encryption_configuration, []) : e.encryption_type == "KMS" && e.kms_key != null])
  message    = "Images are encrypted with a key of the service."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Add encryption_configuration with KMS and a key; it cannot be changed later."
  references = ["trivy AWS-0033", "CKV_AWS_136"]
  pass {
    resource "aws_ecr_repository" "x" {
      name = "a"
      encryption_configuration {
        encryption_type = "KMS"
        kms_key         = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      }
    }
  }
  fail {
    resource "aws_ecr_repository" "x" {
      name = "a"
    }
  }
}

rule "aws-backup-vault-key" {
  title      = "Backup vault without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = "aws_backup_vault"
  require    = is_set("kms_key_arn")
  message    = "kms_key_arn is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_arn."
  references = ["AWS Security Hub Backup.1", "CKV_AWS_166"]
  pass {
    resource "aws_backup_vault" "x" {
      name        = "a"
      kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_backup_vault" "x" {
      name = "a"
    }
  }
}

rule "aws-fsx-key" {
  title      = "File system without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = ["aws_fsx_windows_file_system", "aws_fsx_lustre_file_system", "aws_fsx_openzfs_file_system", "aws_fsx_ontap_file_system"]
  require    = is_set("kms_key_id")
  message    = "kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id; it cannot be changed later."
  references = ["CKV_AWS_179", "CKV_AWS_190"]
  pass {
    resource "aws_fsx_windows_file_system" "x" {
      storage_capacity    = 300
      subnet_ids          = ["subnet-1"]
      throughput_capacity = 8
      kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
  fail {
    resource "aws_fsx_windows_file_system" "x" {
      storage_capacity    = 300
      subnet_ids          = ["subnet-1"]
      throughput_capacity = 8
    }
  }
}

rule "aws-fsx-backups" {
  title      = "File system without backups"
  severity   = "medium"
  category   = "reliability"
  resource   = ["aws_fsx_windows_file_system", "aws_fsx_openzfs_file_system", "aws_fsx_ontap_file_system"]
  require    = self.automatic_backup_retention_days != 0
  message    = "automatic_backup_retention_days is 0."
  why        = "A file that is overwritten cannot be brought back."
  advice     = "Set automatic_backup_retention_days to 7 or more."
  references = ["AWS Security Hub FSx.2"]
  remedy {
    set {
      automatic_backup_retention_days = 7
    }
  }
  pass {
    resource "aws_fsx_windows_file_system" "x" {
      storage_capacity    = 300
      subnet_ids          = ["subnet-1"]
      throughput_capacity = 8
      automatic_backup_retention_days = 7
    }
  }
  fail {
    resource "aws_fsx_windows_file_system" "x" {
      storage_capacity    = 300
      subnet_ids          = ["subnet-1"]
      throughput_capacity = 8
      automatic_backup_retention_days = 0
    }
  }
}

rule "aws-ecs-efs-transit" {
  title      = "Task reads a file system in clear"
  severity   = "high"
  category   = "security"
  resource   = "aws_ecs_task_definition"
  applies    = length(coalesce(self.volume, [])) > 0
  require    = alltrue([for e in flatten(self.volume[*].efs_volume_configuration) : e.transit_encryption == "ENABLED"])
  message    = "transit_encryption of a volume is not ENABLED."
  why        = "Files cross the network in clear."
  advice     = "Set transit_encryption to ENABLED."
  references = ["trivy AWS-0036", "CKV_AWS_97"]
  pass {
    resource "aws_ecs_task_definition" "x" {
      family                = "a"
      container_definitions = jsonencode([])
      volume {
        name = "v"
        efs_volume_configuration {
          file_system_id     = "fs-1"
          transit_encryption = "ENABLED"
        }
      }
    }
  }
  fail {
    resource "aws_ecs_task_definition" "x" {
      family                = "a"
      container_definitions = jsonencode([])
      volume {
        name = "v"
        efs_volume_configuration {
          file_system_id = "fs-1"
        }
      }
    }
  }
}
