group "iam_policy" {
  types = ["aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy", "aws_ssoadmin_permission_set_inline_policy", "data.aws_iam_policy_document"]
}

rule "aws-iam-policy-administrator" {
  title      = "Policy that allows everything"
  severity   = "critical"
  category   = "security"
  resource   = "iam_policy"
  require    = !anytrue([for s in statements(coalesce(document.policy, document.inline_policy, document.json, self.policy)) : s.Effect == "Allow" && contains(coalesce(s.Action, []), "*") && contains(coalesce(s.Resource, []), "*") && !s.IsRestricted])
  message    = "A statement allows the action \"*\" on the resource \"*\"."
  why        = "Whoever gets this role owns the account."
  advice     = "List the actions that are needed, on the resources they are needed on."
  references = ["CIS AWS 1.5 1.16", "AWS Security Hub IAM.1"]
  pass {
    resource "aws_iam_policy" "p" {
      policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = ["arn:aws:s3:::b/*"] }] })
    }
  }
  fail {
    data "aws_iam_policy_document" "d" {
      statement {
        actions   = ["*"]
        resources = ["*"]
      }
    }
    resource "aws_iam_policy" "p" {
      policy = data.aws_iam_policy_document.d.json
    }
  }
}

# A statement with a principal belongs to a resource's own policy, where "*" means that resource.
rule "aws-iam-policy-service-wildcard" {
  title      = "Policy that allows all actions of a service everywhere"
  severity   = "medium"
  category   = "security"
  resource   = "iam_policy"
  require    = !anytrue([for s in statements(coalesce(document.policy, document.inline_policy, document.json, self.policy)) : s.Effect == "Allow" && s.Principal == null && contains(coalesce(s.Resource, []), "*") && anytrue([for a in s.Action : endswith(a, ":*")])])
  message    = "A statement allows all actions of a service (\"service:*\") on every resource."
  why        = "Such a policy can delete as well as read, everywhere in the account."
  advice     = "List the actions, and name the resources by their ARN."
  references = ["AWS Security Hub IAM.21", "trivy AWS-0057"]
  pass {
    resource "aws_iam_role_policy" "p" {
      role   = "r"
      policy = jsonencode({ Statement = { Effect = "Allow", Action = "s3:*", Resource = "arn:aws:s3:::b/*" } })
    }
  }
  fail {
    resource "aws_iam_role_policy" "p" {
      role   = "r"
      policy = jsonencode({ Statement = { Effect = "Allow", Action = "s3:*", Resource = "*" } })
    }
  }
}

rule "aws-iam-privilege-escalation" {
  title      = "Policy that lets its holder raise their own rights"
  severity   = "high"
  category   = "security"
  resource   = "iam_policy"
  require    = !anytrue([for s in statements(coalesce(document.policy, document.inline_policy, document.json, self.policy)) : s.Effect == "Allow" && contains(coalesce(s.Resource, []), "*") && !s.IsRestricted && anytrue([for a in s.Action : contains(["iam:*", "iam:createpolicyversion", "iam:setdefaultpolicyversion", "iam:attachuserpolicy", "iam:attachgrouppolicy", "iam:attachrolepolicy", "iam:putuserpolicy", "iam:putgrouppolicy", "iam:putrolepolicy", "iam:addusertogroup", "iam:updateassumerolepolicy", "iam:createaccesskey", "iam:createloginprofile", "iam:updateloginprofile", "iam:passrole"], lower(a))])])
  message    = "A statement allows changing or passing any role or policy."
  why        = "With one of these actions a limited role becomes an administrator."
  advice     = "Limit the statement to the roles it needs by Resource."
  references = ["CKV_AWS_286", "CKV_AWS_289"]
  pass {
    resource "aws_iam_policy" "p" {
      policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::111122223333:role/app" }] })
    }
  }
  fail {
    resource "aws_iam_policy" "p" {
      policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }] })
    }
  }
}

rule "aws-iam-administrator-attached" {
  title      = "Administrator policy attached"
  severity   = "high"
  category   = "security"
  resource   = ["aws_iam_role_policy_attachment", "aws_iam_user_policy_attachment", "aws_iam_group_policy_attachment", "aws_iam_policy_attachment", "aws_ssoadmin_managed_policy_attachment", "aws_iam_role"]
  require    = !anytrue([for a in concat([self.policy_arn, self.managed_policy_arn], coalesce(self.managed_policy_arns, [])) : a == null ? false : endswith(a, ":policy/AdministratorAccess") || endswith(a, ":policy/IAMFullAccess")])
  message    = "AdministratorAccess or IAMFullAccess is attached."
  why        = "Whoever gets this role owns the account."
  advice     = "Attach a policy with the actions that are needed."
  references = ["CIS AWS 1.5 1.16", "CKV_AWS_274"]
  pass {
    resource "aws_iam_role_policy_attachment" "a" {
      role       = "r"
      policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
    }
  }
  fail {
    resource "aws_iam_role_policy_attachment" "a" {
      role       = "r"
      policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
    }
  }
}

rule "aws-iam-trust-everybody" {
  title      = "Role that everybody may take"
  severity   = "critical"
  category   = "security"
  resource   = "aws_iam_role"
  require    = !anytrue([for s in statements(coalesce(document.assume_role_policy, self.assume_role_policy)) : s.Effect == "Allow" && contains(coalesce(s.Principals, []), "*") && !s.IsRestricted])
  message    = "The trust policy names the principal \"*\" without a condition."
  why        = "Every AWS account in the world can take the role."
  advice     = "Name the service or account that takes the role."
  references = ["CKV_AWS_60", "CKV_AWS_61"]
  pass {
    resource "aws_iam_role" "r" {
      assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
    }
  }
  fail {
    resource "aws_iam_role" "r" {
      assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" } }] })
    }
  }
}

rule "aws-iam-trust-account" {
  title      = "Role that a whole account may take"
  severity   = "low"
  category   = "security"
  resource   = "aws_iam_role"
  require    = !anytrue(flatten([for s in statements(coalesce(document.assume_role_policy, self.assume_role_policy)) : [for p in s.Principals : s.Effect == "Allow" && !s.IsRestricted && can(regex("^([0-9]{12}|arn:aws[a-z-]*:iam::[0-9]{12}:root)$", p))]]))
  message    = "The trust policy names an account instead of the roles in it."
  why        = "Everybody in that account who may call sts:AssumeRole can take the role."
  advice     = "Name the roles that take this one, or ask for an sts:ExternalId."
  references = ["CKV_AWS_61"]
  pass {
    resource "aws_iam_role" "r" {
      assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::111122223333:role/ci" } }] })
    }
  }
  fail {
    resource "aws_iam_role" "r" {
      assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::111122223333:root" } }] })
    }
  }
}

rule "aws-iam-user-policies" {
  title      = "Policy attached to a single user"
  severity   = "low"
  category   = "security"
  resource   = ["aws_iam_user_policy", "aws_iam_user_policy_attachment", "aws_iam_policy_attachment"]
  applies    = type != "aws_iam_policy_attachment" || length(self.users) > 0
  require    = false
  message    = "Rights are given to a user instead of a group or role."
  why        = "Rights of single users are forgotten when people change jobs."
  advice     = "Attach the policy to a group, or better, use roles and single sign-on."
  references = ["CIS AWS 1.5 1.15", "AWS Security Hub IAM.2"]
  pass {
    resource "aws_iam_policy_attachment" "a" {
      name       = "a"
      groups     = ["developers"]
      policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
    }
  }
  fail {
    resource "aws_iam_user_policy_attachment" "a" {
      user       = "u"
      policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
    }
  }
}

rule "aws-iam-root-access-key" {
  title      = "Access key of the root user"
  severity   = "critical"
  category   = "security"
  resource   = "aws_iam_access_key"
  require    = self.user != "root"
  message    = "The key belongs to the root user."
  why        = "Nothing limits the root user, and its key cannot be limited either."
  advice     = "Remove the key and use roles."
  references = ["CIS AWS 1.5 1.4", "AWS Security Hub IAM.4"]
  pass {
    resource "aws_iam_access_key" "k" {
      user = "deployer"
    }
  }
  fail {
    resource "aws_iam_access_key" "k" {
      user = "root"
    }
  }
}

rule "aws-iam-password-length" {
  title      = "Account password policy too weak"
  severity   = "medium"
  category   = "security"
  resource   = "aws_iam_account_password_policy"
  require    = self.minimum_password_length >= 14
  message    = "minimum_password_length is ${coalesce(self.minimum_password_length, 6)}."
  why        = "Short passwords are guessed."
  advice     = "Set minimum_password_length to 14 or more."
  references = ["CIS AWS 1.5 1.8", "AWS Security Hub IAM.15"]
  remedy {
    set {
      minimum_password_length = 14
    }
  }
  pass {
    resource "aws_iam_account_password_policy" "p" {
      minimum_password_length = 16
    }
  }
  fail {
    resource "aws_iam_account_password_policy" "p" {
      minimum_password_length = 8
    }
  }
}

rule "aws-kms-rotation" {
  title      = "KMS key without rotation"
  severity   = "medium"
  category   = "security"
  resource   = "aws_kms_key"
  applies    = (self.customer_master_key_spec == null || self.customer_master_key_spec == "SYMMETRIC_DEFAULT") && self.key_usage != "SIGN_VERIFY" && self.key_usage != "GENERATE_VERIFY_MAC"
  require    = self.enable_key_rotation == true
  message    = "enable_key_rotation is not true."
  why        = "Rotation limits how much one key protects."
  advice     = "Set enable_key_rotation to true."
  references = ["CIS AWS 1.5 3.8", "AWS Security Hub KMS.4"]
  remedy {
    set {
      enable_key_rotation = true
    }
  }
  pass {
    resource "aws_kms_key" "k" {
      enable_key_rotation = true
    }
  }
  fail {
    resource "aws_kms_key" "k" {
      description = "k"
    }
  }
}

rule "aws-kms-policy-everybody" {
  title      = "KMS key that everybody may use"
  severity   = "critical"
  category   = "security"
  resource   = ["aws_kms_key", "aws_kms_key_policy"]
  applies    = is_set("policy")
  require    = !anytrue([for s in statements(coalesce(document.policy, self.policy)) : s.Effect == "Allow" && contains(coalesce(s.Principals, []), "*") && !s.IsRestricted])
  message    = "The key policy allows the principal \"*\" without a condition."
  why        = "Everybody could decrypt what the key protects."
  advice     = "Name the accounts and roles that may use the key."
  references = ["CKV_AWS_33"]
  pass {
    resource "aws_kms_key" "k" {
      policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kms:*", Resource = "*" }] })
    }
  }
  fail {
    resource "aws_kms_key" "k" {
      policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "kms:*", Resource = "*" }] })
    }
  }
}
