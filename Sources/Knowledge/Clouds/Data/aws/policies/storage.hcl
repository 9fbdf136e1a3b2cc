rule "aws-s3-public-access-block" {
  title      = "S3 bucket without a public access block"
  severity   = "high"
  category   = "security"
  resource   = "aws_s3_bucket"
  require    = anytrue([for b in related("aws_s3_bucket_public_access_block", "bucket") : b.block_public_acls == true && b.block_public_policy == true])
  message    = "No aws_s3_bucket_public_access_block that keeps out public ACLs and policies refers to this bucket."
  why        = "One wrong ACL or policy makes every object public; the block prevents that whatever else is configured."
  advice     = "Add an aws_s3_bucket_public_access_block for this bucket with all four settings true."
  references = ["CIS AWS 1.5 2.1.5", "AWS Security Hub S3.8"]
  remedy {
    add {
      resource "aws_s3_bucket_public_access_block" "self" {
        bucket                  = self.id
        block_public_acls       = true
        block_public_policy     = true
        ignore_public_acls      = true
        restrict_public_buckets = true
      }
    }
  }
  pass {
    resource "aws_s3_bucket" "logs" {
      bucket = "logs"
    }
    resource "aws_s3_bucket_public_access_block" "logs" {
      bucket                  = aws_s3_bucket.logs.id
      block_public_acls       = true
      block_public_policy     = true
      ignore_public_acls      = true
      restrict_public_buckets = true
    }
  }
  fail {
    resource "aws_s3_bucket" "logs" {
      bucket = "logs"
    }
  }
}

rule "aws-s3-versioning" {
  title      = "S3 bucket without versioning"
  severity   = "medium"
  category   = "reliability"
  resource   = "aws_s3_bucket"
  require    = anytrue(self.versioning[*].enabled) || anytrue([for v in related("aws_s3_bucket_versioning", "bucket") : v.versioning_configuration[0].status == "Enabled"])
  message    = "Objects that are overwritten or deleted cannot be brought back: versioning is not enabled."
  why        = "Versioning is what undoes an accidental or malicious delete."
  advice     = "Add an aws_s3_bucket_versioning with status Enabled."
  references = ["CIS AWS 1.5 2.1.3", "AWS Security Hub S3.14"]
  remedy {
    add {
      resource "aws_s3_bucket_versioning" "self" {
        bucket = self.id
        versioning_configuration {
          status = "Enabled"
        }
      }
    }
  }
  pass {
    resource "aws_s3_bucket" "b" {}
    resource "aws_s3_bucket_versioning" "b" {
      bucket = aws_s3_bucket.b.id
      versioning_configuration {
        status = "Enabled"
      }
    }
  }
  fail {
    resource "aws_s3_bucket" "b" {}
    resource "aws_s3_bucket_versioning" "b" {
      bucket = aws_s3_bucket.b.id
      versioning_configuration {
        status = "Suspended"
      }
    }
  }
}

rule "aws-s3-kms-encryption" {
  title      = "S3 bucket without KMS encryption by default"
  severity   = "low"
  category   = "security"
  resource   = "aws_s3_bucket"
  require    = anytrue([for r in concat(flatten([for c in related("aws_s3_bucket_server_side_encryption_configuration", "bucket") : coalesce(c.rule, [])]), coalesce(self.server_side_encryption_configuration[0].rule, [])) : startswith(r.apply_server_side_encryption_by_default[0].sse_algorithm, "aws:kms")])
  message    = "New objects are encrypted with the keys of S3, not with a KMS key whose use can be limited and audited."
  why        = "With a KMS key, access to the data needs a second permission, and every use is in the trail."
  advice     = "Add an aws_s3_bucket_server_side_encryption_configuration with sse_algorithm aws:kms."
  references = ["AWS Security Hub S3.17"]
  remedy {
    add {
      resource "aws_s3_bucket_server_side_encryption_configuration" "self" {
        bucket = self.id
        rule {
          apply_server_side_encryption_by_default {
            sse_algorithm = "aws:kms"
          }
          bucket_key_enabled = true
        }
      }
    }
  }
  pass {
    resource "aws_s3_bucket" "b" {}
    resource "aws_s3_bucket_server_side_encryption_configuration" "b" {
      bucket = aws_s3_bucket.b.bucket
      rule {
        apply_server_side_encryption_by_default {
          sse_algorithm = "aws:kms"
        }
      }
    }
  }
  fail {
    resource "aws_s3_bucket" "b" {
      bucket = "data"
    }
  }
}

rule "aws-s3-logging" {
  title      = "S3 bucket without access logging"
  severity   = "low"
  category   = "operations"
  resource   = "aws_s3_bucket"
  applies    = length(related("aws_s3_bucket_logging", "target_bucket")) == 0 || length(self.logging) > 0
  require    = length(self.logging) > 0 || length(related("aws_s3_bucket_logging", "bucket")) > 0
  message    = "Who read or deleted objects cannot be reconstructed: access logging is off."
  why        = "Access logs are the record an investigation starts from."
  advice     = "Add an aws_s3_bucket_logging with a separate target bucket."
  references = ["CIS AWS 1.5 3.6", "AWS Security Hub S3.9"]
  pass {
    resource "aws_s3_bucket" "data" {
      bucket = "data"
    }
    resource "aws_s3_bucket_logging" "data" {
      bucket        = aws_s3_bucket.data.id
      target_bucket = "logs"
      target_prefix = "data/"
    }
  }
  fail {
    resource "aws_s3_bucket" "data" {
      bucket = "data"
    }
  }
}

rule "aws-s3-public-acl" {
  title      = "S3 bucket open to the public by its ACL"
  severity   = "critical"
  category   = "security"
  resource   = ["aws_s3_bucket", "aws_s3_bucket_acl"]
  applies    = self.acl != null
  require    = !contains(["public-read", "public-read-write", "authenticated-read", "website"], self.acl)
  message    = "The ACL is \"${self.acl}\", so anybody can read the objects."
  why        = "Canned public ACLs are the most frequent cause of leaked buckets."
  advice     = "Use the ACL private, and serve public content through CloudFront with an origin access control."
  references = ["AWS Security Hub S3.2", "AWS Security Hub S3.3"]
  remedy {
    set {
      acl = "private"
    }
  }
  pass {
    resource "aws_s3_bucket_acl" "b" {
      bucket = "b"
      acl    = "private"
    }
  }
  fail {
    resource "aws_s3_bucket_acl" "b" {
      bucket = "b"
      acl    = "public-read"
    }
  }
}

rule "aws-s3-policy-any-principal" {
  title      = "S3 bucket policy allows everybody"
  severity   = "critical"
  category   = "security"
  resource   = ["aws_s3_bucket_policy", "aws_s3_bucket"]
  applies    = is_set("policy")
  require    = !anytrue([for s in statements(coalesce(document.policy, self.policy)) : s.Effect == "Allow" && contains(coalesce(s.Principals, []), "*") && !s.IsRestricted])
  message    = "A statement allows the principal \"*\" without a condition."
  why        = "Principal \"*\" means everybody on the internet, with an account or without."
  advice     = "Name the accounts or roles, or bind the statement to an organisation, VPC endpoint or distribution by a condition."
  references = ["AWS Security Hub S3.2", "CKV_AWS_70"]
  pass {
    resource "aws_s3_bucket_policy" "b" {
      bucket = "b"
      policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "s3:GetObject", Resource = "*" }] })
    }
  }
  fail {
    resource "aws_s3_bucket_policy" "b" {
      bucket = "b"
      policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }] })
    }
  }
}

rule "aws-s3-abort-incomplete-uploads" {
  title      = "Incomplete S3 uploads are kept for ever"
  severity   = "low"
  category   = "cost"
  resource   = "aws_s3_bucket_lifecycle_configuration"
  require    = anytrue([for r in self.rule : r.status == "Enabled" && length(r.abort_incomplete_multipart_upload) > 0])
  message    = "No enabled rule aborts incomplete multipart uploads."
  why        = "Parts of uploads that were never finished are stored and billed, and no listing shows them."
  advice     = "Add abort_incomplete_multipart_upload with days_after_initiation to an enabled rule."
  references = ["CKV_AWS_300"]
  pass {
    resource "aws_s3_bucket_lifecycle_configuration" "b" {
      bucket = "b"
      rule {
        id     = "abort"
        status = "Enabled"
        abort_incomplete_multipart_upload {
          days_after_initiation = 7
        }
      }
    }
  }
  fail {
    resource "aws_s3_bucket_lifecycle_configuration" "b" {
      bucket = "b"
      rule {
        id     = "expire"
        status = "Enabled"
        expiration {
          days = 30
        }
      }
    }
  }
}

rule "aws-ebs-encrypted" {
  title      = "EBS volume not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_ebs_volume"
  require    = self.encrypted == true
  message    = "The volume is not encrypted."
  why        = "Snapshots and disks that leave the account can be read by whoever gets them."
  advice     = "Set encrypted to true; the default key of EBS costs nothing."
  references = ["CIS AWS 1.5 2.2.1", "AWS Security Hub EC2.3"]
  remedy {
    set {
      encrypted = true
    }
  }
  pass {
    resource "aws_ebs_volume" "v" {
      availability_zone = "eu-west-1a"
      encrypted         = true
    }
  }
  fail {
    resource "aws_ebs_volume" "v" {
      availability_zone = "eu-west-1a"
      size              = 10
    }
  }
}

rule "aws-ebs-gp3" {
  title      = "EBS volume of an older, dearer type"
  severity   = "low"
  category   = "cost"
  resource   = "aws_ebs_volume"
  require    = self.type != "gp2" && self.type != "io1"
  message    = "The type ${self.type} costs more than its successor for the same or less performance."
  why        = "gp3 costs a fifth less than gp2 and starts at 3,000 IOPS; io2 lasts longer than io1 at the same price."
  advice     = "Use gp3 (or io2 instead of io1); the type can be changed while the volume is in use."
  references = ["AWS EBS volume types"]
  remedy {
    set {
      type = "gp3"
    }
  }
  pass {
    resource "aws_ebs_volume" "v" {
      availability_zone = "eu-west-1a"
      type              = "gp3"
    }
  }
  fail {
    resource "aws_ebs_volume" "v" {
      availability_zone = "eu-west-1a"
      type              = "gp2"
    }
  }
}

rule "aws-instance-disks-encrypted" {
  title      = "Instance with disks that are not encrypted"
  severity   = "high"
  category   = "security"
  resource   = ["aws_instance", "aws_launch_configuration"]
  require    = length(self.root_block_device) > 0 && alltrue([for d in self.root_block_device : d.encrypted == true || d.snapshot_id != null]) && alltrue([for d in self.ebs_block_device : d.encrypted == true || d.snapshot_id != null])
  message    = "The root disk or an additional one is not encrypted."
  why        = "Disks and their snapshots can be read by whoever gets them."
  advice     = "Set encrypted to true in root_block_device and every ebs_block_device."
  references = ["AWS Security Hub EC2.3", "CKV_AWS_8"]
  remedy {
    set {
      root_block_device {
        encrypted = true
      }
    }
  }
  pass {
    resource "aws_instance" "web" {
      ami           = "ami-1"
      instance_type = "t3.micro"
      root_block_device {
        encrypted = true
      }
    }
  }
  fail {
    resource "aws_instance" "web" {
      ami           = "ami-1"
      instance_type = "t3.micro"
    }
  }
}

rule "aws-efs-encrypted" {
  title      = "EFS file system not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_efs_file_system"
  require    = self.encrypted == true
  message    = "The file system is not encrypted at rest."
  why        = "Encryption cannot be switched on later: the file system has to be made anew."
  advice     = "Set encrypted to true."
  references = ["CIS AWS 1.5 2.4.1", "AWS Security Hub EFS.1"]
  remedy {
    set {
      encrypted = true
    }
  }
  pass {
    resource "aws_efs_file_system" "f" {
      encrypted = true
    }
  }
  fail {
    resource "aws_efs_file_system" "f" {
      creation_token = "f"
    }
  }
}

rule "aws-ecr-scan-on-push" {
  title      = "Container images are not scanned"
  severity   = "high"
  category   = "security"
  resource   = "aws_ecr_repository"
  require    = self.image_scanning_configuration[0].scan_on_push == true
  message    = "Images are not scanned for vulnerabilities when they are pushed."
  why        = "A scan on push is the cheapest moment to learn of a vulnerable image."
  advice     = "Set image_scanning_configuration.scan_on_push to true."
  references = ["AWS Security Hub ECR.1", "CKV_AWS_163"]
  remedy {
    set {
      image_scanning_configuration {
        scan_on_push = true
      }
    }
  }
  pass {
    resource "aws_ecr_repository" "r" {
      name = "r"
      image_scanning_configuration {
        scan_on_push = true
      }
    }
  }
  fail {
    resource "aws_ecr_repository" "r" {
      name = "r"
    }
  }
}

rule "aws-ecr-immutable-tags" {
  title      = "Container image tags can be overwritten"
  severity   = "medium"
  category   = "security"
  resource   = "aws_ecr_repository"
  require    = self.image_tag_mutability == "IMMUTABLE"
  message    = "A tag can be pushed again with other content."
  why        = "What was tested under a tag may not be what runs under it."
  advice     = "Set image_tag_mutability to IMMUTABLE."
  references = ["AWS Security Hub ECR.2", "CKV_AWS_51"]
  remedy {
    set {
      image_tag_mutability = "IMMUTABLE"
    }
  }
  pass {
    resource "aws_ecr_repository" "r" {
      name                 = "r"
      image_tag_mutability = "IMMUTABLE"
    }
  }
  fail {
    resource "aws_ecr_repository" "r" {
      name                 = "r"
      image_tag_mutability = "MUTABLE"
    }
  }
}

rule "aws-ecr-policy-any-principal" {
  title      = "Container repository open to everybody"
  severity   = "high"
  category   = "security"
  resource   = "aws_ecr_repository_policy"
  require    = !anytrue([for s in statements(coalesce(document.policy, self.policy)) : s.Effect == "Allow" && contains(coalesce(s.Principals, []), "*") && !s.IsRestricted])
  message    = "A statement allows the principal \"*\"."
  why        = "Anybody could pull, or even push, images."
  advice     = "Name the accounts or roles that need the repository."
  references = ["CKV_AWS_32"]
  pass {
    resource "aws_ecr_repository_policy" "p" {
      repository = "r"
      policy     = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = ["arn:aws:iam::111122223333:root"] }, Action = ["ecr:BatchGetImage"] }] })
    }
  }
  fail {
    resource "aws_ecr_repository_policy" "p" {
      repository = "r"
      policy     = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = ["ecr:BatchGetImage"] }] })
    }
  }
}
