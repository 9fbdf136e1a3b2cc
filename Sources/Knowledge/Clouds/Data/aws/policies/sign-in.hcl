# Passwords, keys and second factors.

rule "aws-iam-password-lowercase" {
  title      = "Passwords need no lower-case letters"
  severity   = "low"
  category   = "security"
  resource   = "aws_iam_account_password_policy"
  require    = self.require_lowercase_characters == true
  message    = "require_lowercase_characters is not true."
  why        = "Every kind of character makes guessing longer."
  advice     = "Set require_lowercase_characters to true."
  references = ["AWS Security Hub IAM.7", "trivy AWS-0058"]
  remedy {
    set {
      require_lowercase_characters = true
    }
  }
  pass {
    resource "aws_iam_account_password_policy" "x" {
      minimum_password_length = 14
      require_lowercase_characters = true
    }
  }
  fail {
    resource "aws_iam_account_password_policy" "x" {
      minimum_password_length = 14
    }
  }
}

rule "aws-iam-password-uppercase" {
  title      = "Passwords need no upper-case letters"
  severity   = "low"
  category   = "security"
  resource   = "aws_iam_account_password_policy"
  require    = self.require_uppercase_characters == true
  message    = "require_uppercase_characters is not true."
  why        = "Every kind of character makes guessing longer."
  advice     = "Set require_uppercase_characters to true."
  references = ["AWS Security Hub IAM.7", "trivy AWS-0061"]
  remedy {
    set {
      require_uppercase_characters = true
    }
  }
  pass {
    resource "aws_iam_account_password_policy" "x" {
      minimum_password_length = 14
      require_uppercase_characters = true
    }
  }
  fail {
    resource "aws_iam_account_password_policy" "x" {
      minimum_password_length = 14
    }
  }
}

rule "aws-iam-password-numbers" {
  title      = "Passwords need no digits"
  severity   = "low"
  category   = "security"
  resource   = "aws_iam_account_password_policy"
  require    = self.require_numbers == true
  message    = "require_numbers is not true."
  why        = "Every kind of character makes guessing longer."
  advice     = "Set require_numbers to true."
  references = ["AWS Security Hub IAM.7", "trivy AWS-0059"]
  remedy {
    set {
      require_numbers = true
    }
  }
  pass {
    resource "aws_iam_account_password_policy" "x" {
      minimum_password_length = 14
      require_numbers = true
    }
  }
  fail {
    resource "aws_iam_account_password_policy" "x" {
      minimum_password_length = 14
    }
  }
}

rule "aws-iam-password-symbols" {
  title      = "Passwords need no symbols"
  severity   = "low"
  category   = "security"
  resource   = "aws_iam_account_password_policy"
  require    = self.require_symbols == true
  message    = "require_symbols is not true."
  why        = "Every kind of character makes guessing longer."
  advice     = "Set require_symbols to true."
  references = ["AWS Security Hub IAM.7", "trivy AWS-0060"]
  remedy {
    set {
      require_symbols = true
    }
  }
  pass {
    resource "aws_iam_account_password_policy" "x" {
      minimum_password_length = 14
      require_symbols = true
    }
  }
  fail {
    resource "aws_iam_account_password_policy" "x" {
      minimum_password_length = 14
    }
  }
}

rule "aws-iam-password-reuse" {
  title      = "Old passwords may be used again"
  severity   = "low"
  category   = "security"
  resource   = "aws_iam_account_password_policy"
  require    = coalesce(self.password_reuse_prevention, 0) >= 5
  message    = "password_reuse_prevention is ${coalesce(self.password_reuse_prevention, 0)}."
  why        = "A password that leaked once leaks again."
  advice     = "Set password_reuse_prevention to 24."
  references = ["CIS AWS 1.5 1.9", "trivy AWS-0056", "CKV_AWS_13"]
  remedy {
    set {
      password_reuse_prevention = 24
    }
  }
  pass {
    resource "aws_iam_account_password_policy" "x" {
      minimum_password_length = 14
      password_reuse_prevention = 24
    }
  }
  fail {
    resource "aws_iam_account_password_policy" "x" {
      minimum_password_length = 14
    }
  }
}

rule "aws-iam-password-age" {
  title      = "Passwords never end"
  severity   = "low"
  category   = "security"
  resource   = "aws_iam_account_password_policy"
  require    = coalesce(self.max_password_age, 0) > 0 && self.max_password_age <= 90
  message    = "Passwords are valid for ${coalesce(self.max_password_age, 0)} days (0: for ever)."
  why        = "A leaked password stays good until somebody notices."
  advice     = "Set max_password_age to 90 or less."
  references = ["AWS Security Hub IAM.11", "trivy AWS-0062", "CKV_AWS_9"]
  remedy {
    set {
      max_password_age = 90
    }
  }
  pass {
    resource "aws_iam_account_password_policy" "x" {
      minimum_password_length = 14
      max_password_age = 90
    }
  }
  fail {
    resource "aws_iam_account_password_policy" "x" {
      minimum_password_length = 14
    }
  }
}

rule "aws-iam-group-mfa" {
  title      = "Group that does not demand a second factor"
  severity   = "medium"
  category   = "security"
  resource   = "aws_iam_group"
  require    = anytrue([for p in concat(related("aws_iam_group_policy", "group"), related("aws_iam_group_policy_attachment", "group")) : strcontains(coalesce(try(jsonencode(p["$document"]), ""), ""), "MultiFactorAuth") || strcontains(coalesce(try(p.policy, ""), ""), "MultiFactorAuth")])
  message    = "No policy of the group asks for aws:MultiFactorAuthPresent."
  why        = "A password alone is all an attacker needs."
  advice     = "Bind the group's policies to aws:MultiFactorAuthPresent, or deny without it."
  references = ["trivy AWS-0123"]
  pass {
    resource "aws_iam_group" "x" {
      name = "a"
    }
    resource "aws_iam_group_policy" "m" {
      group  = aws_iam_group.x.name
      policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "ec2:*", Resource = "*", Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } } }] })
    }
  }
  fail {
    resource "aws_iam_group" "x" {
      name = "a"
    }
  }
}

rule "aws-iam-access-key" {
  title      = "Long-lived access key"
  severity   = "medium"
  category   = "security"
  resource   = "aws_iam_access_key"
  require    = self.status == "Inactive"
  message    = "The key does not end until somebody removes it."
  why        = "Keys that do not end are what leaks from laptops and pipelines."
  advice     = "Let workloads assume a role, and people sign in through Identity Center."
  references = ["AWS Security Hub IAM.3", "CKV_AWS_273"]
  pass {
    resource "aws_iam_access_key" "x" {
      user   = "ann"
      status = "Inactive"
    }
  }
  fail {
    resource "aws_iam_access_key" "x" {
      user = "ann"
    }
  }
}

rule "aws-cognito-mfa" {
  title      = "User pool without a second factor"
  severity   = "medium"
  category   = "security"
  resource   = "aws_cognito_user_pool"
  require    = contains(["ON", "OPTIONAL"], coalesce(self.mfa_configuration, "OFF"))
  message    = "mfa_configuration is ${coalesce(self.mfa_configuration, "OFF")}."
  why        = "A password alone is all an attacker needs."
  advice     = "Set mfa_configuration to ON or OPTIONAL with software_token_mfa_configuration."
  references = ["AWS Security Hub Cognito.5"]
  pass {
    resource "aws_cognito_user_pool" "x" {
      name              = "a"
      mfa_configuration = "OPTIONAL"
      software_token_mfa_configuration {
        enabled = true
      }
    }
  }
  fail {
    resource "aws_cognito_user_pool" "x" {
      name = "a"
    }
  }
}
