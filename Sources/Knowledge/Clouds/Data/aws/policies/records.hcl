# What happened, and who is told.

rule "aws-mwaa-scheduler-log" {
  title      = "Airflow without the log of its scheduler"
  severity   = "low"
  category   = "operations"
  resource   = "aws_mwaa_environment"
  require    = self.logging_configuration[0].scheduler_logs[0].enabled == true
  message    = "logging_configuration.scheduler_logs.enabled is not true."
  why        = "Why a job failed cannot be told."
  advice     = "Set logging_configuration.scheduler_logs.enabled to true."
  references = ["CKV_AWS_242"]
  remedy {
    set {
      logging_configuration {
        scheduler_logs {
          enabled = true
        }
      }
    }
  }
  pass {
    resource "aws_mwaa_environment" "x" {
      dag_s3_path        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      name               = "a"
      source_bucket_arn  = "arn:aws:s3:::a"
      network_configuration {
        security_group_ids = ["a"]
        subnet_ids         = ["a"]
      }
      logging_configuration {
        scheduler_logs {
          enabled = true
        }
      }
    }
  }
  fail {
    resource "aws_mwaa_environment" "x" {
      dag_s3_path        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      name               = "a"
      source_bucket_arn  = "arn:aws:s3:::a"
      network_configuration {
        security_group_ids = ["a"]
        subnet_ids         = ["a"]
      }
    }
  }
}

rule "aws-mwaa-worker-log" {
  title      = "Airflow without the log of its worker"
  severity   = "low"
  category   = "operations"
  resource   = "aws_mwaa_environment"
  require    = self.logging_configuration[0].worker_logs[0].enabled == true
  message    = "logging_configuration.worker_logs.enabled is not true."
  why        = "Why a job failed cannot be told."
  advice     = "Set logging_configuration.worker_logs.enabled to true."
  references = ["CKV_AWS_243"]
  remedy {
    set {
      logging_configuration {
        worker_logs {
          enabled = true
        }
      }
    }
  }
  pass {
    resource "aws_mwaa_environment" "x" {
      dag_s3_path        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      name               = "a"
      source_bucket_arn  = "arn:aws:s3:::a"
      network_configuration {
        security_group_ids = ["a"]
        subnet_ids         = ["a"]
      }
      logging_configuration {
        worker_logs {
          enabled = true
        }
      }
    }
  }
  fail {
    resource "aws_mwaa_environment" "x" {
      dag_s3_path        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      name               = "a"
      source_bucket_arn  = "arn:aws:s3:::a"
      network_configuration {
        security_group_ids = ["a"]
        subnet_ids         = ["a"]
      }
    }
  }
}

rule "aws-mwaa-webserver-log" {
  title      = "Airflow without the log of its webserver"
  severity   = "low"
  category   = "operations"
  resource   = "aws_mwaa_environment"
  require    = self.logging_configuration[0].webserver_logs[0].enabled == true
  message    = "logging_configuration.webserver_logs.enabled is not true."
  why        = "Why a job failed cannot be told."
  advice     = "Set logging_configuration.webserver_logs.enabled to true."
  references = ["CKV_AWS_244"]
  remedy {
    set {
      logging_configuration {
        webserver_logs {
          enabled = true
        }
      }
    }
  }
  pass {
    resource "aws_mwaa_environment" "x" {
      dag_s3_path        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      name               = "a"
      source_bucket_arn  = "arn:aws:s3:::a"
      network_configuration {
        security_group_ids = ["a"]
        subnet_ids         = ["a"]
      }
      logging_configuration {
        webserver_logs {
          enabled = true
        }
      }
    }
  }
  fail {
    resource "aws_mwaa_environment" "x" {
      dag_s3_path        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      name               = "a"
      source_bucket_arn  = "arn:aws:s3:::a"
      network_configuration {
        security_group_ids = ["a"]
        subnet_ids         = ["a"]
      }
    }
  }
}

rule "aws-mwaa-task-log" {
  title      = "Airflow without the log of its task"
  severity   = "low"
  category   = "operations"
  resource   = "aws_mwaa_environment"
  require    = self.logging_configuration[0].task_logs[0].enabled == true
  message    = "logging_configuration.task_logs.enabled is not true."
  why        = "Why a job failed cannot be told."
  advice     = "Set logging_configuration.task_logs.enabled to true."
  references = ["AWS MWAA: logs"]
  remedy {
    set {
      logging_configuration {
        task_logs {
          enabled = true
        }
      }
    }
  }
  pass {
    resource "aws_mwaa_environment" "x" {
      dag_s3_path        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      name               = "a"
      source_bucket_arn  = "arn:aws:s3:::a"
      network_configuration {
        security_group_ids = ["a"]
        subnet_ids         = ["a"]
      }
      logging_configuration {
        task_logs {
          enabled = true
        }
      }
    }
  }
  fail {
    resource "aws_mwaa_environment" "x" {
      dag_s3_path        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      name               = "a"
      source_bucket_arn  = "arn:aws:s3:::a"
      network_configuration {
        security_group_ids = ["a"]
        subnet_ids         = ["a"]
      }
    }
  }
}

rule "aws-mwaa-dag-processing-log" {
  title      = "Airflow without the log of its dag processing"
  severity   = "low"
  category   = "operations"
  resource   = "aws_mwaa_environment"
  require    = self.logging_configuration[0].dag_processing_logs[0].enabled == true
  message    = "logging_configuration.dag_processing_logs.enabled is not true."
  why        = "Why a job failed cannot be told."
  advice     = "Set logging_configuration.dag_processing_logs.enabled to true."
  references = ["AWS MWAA: logs"]
  remedy {
    set {
      logging_configuration {
        dag_processing_logs {
          enabled = true
        }
      }
    }
  }
  pass {
    resource "aws_mwaa_environment" "x" {
      dag_s3_path        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      name               = "a"
      source_bucket_arn  = "arn:aws:s3:::a"
      network_configuration {
        security_group_ids = ["a"]
        subnet_ids         = ["a"]
      }
      logging_configuration {
        dag_processing_logs {
          enabled = true
        }
      }
    }
  }
  fail {
    resource "aws_mwaa_environment" "x" {
      dag_s3_path        = "a"
      execution_role_arn = "arn:aws:iam::111122223333:role/r"
      name               = "a"
      source_bucket_arn  = "arn:aws:s3:::a"
      network_configuration {
        security_group_ids = ["a"]
        subnet_ids         = ["a"]
      }
    }
  }
}

rule "aws-redshift-logging" {
  title      = "Warehouse without an audit log"
  severity   = "medium"
  category   = "operations"
  resource   = "aws_redshift_cluster"
  require    = length(related("aws_redshift_logging", "cluster_identifier")) > 0 || try(self.logging[0].enable, false) == true
  message    = "No aws_redshift_logging names it."
  why        = "Who did what cannot be reconstructed."
  advice     = "Add aws_redshift_logging."
  references = ["AWS Security Hub Redshift.4", "CKV_AWS_71"]
  pass {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier = "a"
      node_type          = "ra3.large"
    }
    resource "aws_redshift_logging" "l" {
      cluster_identifier   = aws_redshift_cluster.x.id
      log_destination_type = "cloudwatch"
    }
  }
  fail {
    resource "aws_redshift_cluster" "x" {
      cluster_identifier = "a"
      node_type          = "ra3.large"
    }
  }
}

rule "aws-elb-logging" {
  title      = "Classic load balancer without an access log"
  severity   = "low"
  category   = "operations"
  resource   = "aws_elb"
  require    = length(self.access_logs) > 0 && self.access_logs[0].enabled != false
  message    = "access_logs is not enabled."
  why        = "Who did what cannot be reconstructed."
  advice     = "Add access_logs."
  references = ["AWS Security Hub ELB.5", "CKV_AWS_92"]
  pass {
    resource "aws_elb" "x" {
      listener {
        instance_port     = 443
        instance_protocol = "https"
        lb_port           = 443
        lb_protocol       = "https"
      }
      access_logs {
        bucket = "logs"
      }
    }
  }
  fail {
    resource "aws_elb" "x" {
      listener {
        instance_port     = 443
        instance_protocol = "https"
        lb_port           = 443
        lb_protocol       = "https"
      }
    }
  }
}

rule "aws-cloudtrail-on" {
  title      = "Trail that is switched off"
  severity   = "high"
  category   = "operations"
  resource   = "aws_cloudtrail"
  require    = self.enable_logging != false
  message    = "enable_logging is false."
  why        = "Who did what cannot be reconstructed."
  advice     = "Leave enable_logging true."
  references = ["AWS Security Hub CloudTrail.3", "CKV_AWS_251"]
  remedy {
    set {
      enable_logging = true
    }
  }
  pass {
    resource "aws_cloudtrail" "x" {
      name           = "a"
      s3_bucket_name = "a"
      enable_logging = true
    }
  }
  fail {
    resource "aws_cloudtrail" "x" {
      name           = "a"
      s3_bucket_name = "a"
      enable_logging = false
    }
  }
}

rule "aws-cloudtrail-topic" {
  title      = "Nobody is told of new trail files"
  severity   = "info"
  category   = "operations"
  resource   = "aws_cloudtrail"
  require    = is_set("sns_topic_name")
  message    = "sns_topic_name is not set."
  why        = "What happens is seen when somebody looks."
  advice     = "Set sns_topic_name."
  references = ["CKV_AWS_252"]
  pass {
    resource "aws_cloudtrail" "x" {
      name           = "a"
      s3_bucket_name = "a"
      sns_topic_name = "a"
    }
  }
  fail {
    resource "aws_cloudtrail" "x" {
      name           = "a"
      s3_bucket_name = "a"
    }
  }
}

rule "aws-cloudtrail-global" {
  title      = "Trail without the global services"
  severity   = "medium"
  category   = "operations"
  resource   = "aws_cloudtrail"
  require    = self.include_global_service_events != false
  message    = "include_global_service_events is false."
  why        = "What is done to identities is recorded there."
  advice     = "Leave include_global_service_events true."
  references = ["AWS CloudTrail: global service events"]
  remedy {
    set {
      include_global_service_events = true
    }
  }
  pass {
    resource "aws_cloudtrail" "x" {
      name                          = "a"
      s3_bucket_name                = "a"
      include_global_service_events = true
    }
  }
  fail {
    resource "aws_cloudtrail" "x" {
      name                          = "a"
      s3_bucket_name                = "a"
      include_global_service_events = false
    }
  }
}

rule "aws-cloudtrail-bucket-logging" {
  title      = "Bucket of a trail without an access log"
  severity   = "low"
  category   = "operations"
  resource   = "aws_cloudtrail"
  applies    = length(referred("s3_bucket_name")) > 0
  require    = alltrue([for b in referred("s3_bucket_name") : length(b.logging) > 0 || anytrue([for l in all_of_type("aws_s3_bucket_logging") : true])])
  message    = "The bucket of the trail has no access log."
  why        = "Who read or removed the trail cannot be told."
  advice     = "Add aws_s3_bucket_logging to its bucket."
  references = ["CIS AWS 1.5 3.6", "AWS Security Hub CloudTrail.7", "trivy AWS-0163"]
  pass {
    resource "aws_s3_bucket" "b" {
      bucket = "a"
    }
    resource "aws_s3_bucket_logging" "l" {
      bucket        = aws_s3_bucket.b.id
      target_bucket = "logs"
      target_prefix = "trail/"
    }
    resource "aws_cloudtrail" "x" {
      name           = "a"
      s3_bucket_name = aws_s3_bucket.b.id
    }
  }
  fail {
    resource "aws_s3_bucket" "b" {
      bucket = "a"
    }
    resource "aws_cloudtrail" "x" {
      name           = "a"
      s3_bucket_name = aws_s3_bucket.b.id
    }
  }
}

rule "aws-cloudtrail-bucket-public" {
  title      = "Bucket of a trail open to everybody"
  severity   = "critical"
  category   = "security"
  resource   = "aws_cloudtrail"
  applies    = length(referred("s3_bucket_name")) > 0
  require    = alltrue([for b in referred("s3_bucket_name") : !contains(["public-read", "public-read-write", "authenticated-read"], b.acl)])
  message    = "The bucket of the trail has a public acl."
  why        = "Everybody reads what is done in the account."
  advice     = "Set the acl of the bucket to private."
  references = ["CIS AWS 1.5 3.3", "AWS Security Hub CloudTrail.6", "trivy AWS-0161"]
  pass {
    resource "aws_s3_bucket" "b" {
      bucket = "a"
      acl    = "private"
    }
    resource "aws_cloudtrail" "x" {
      name           = "a"
      s3_bucket_name = aws_s3_bucket.b.id
    }
  }
  fail {
    resource "aws_s3_bucket" "b" {
      bucket = "a"
      acl    = "public-read"
    }
    resource "aws_cloudtrail" "x" {
      name           = "a"
      s3_bucket_name = aws_s3_bucket.b.id
    }
  }
}

rule "aws-log-retention-year" {
  title      = "Logs kept for less than a year"
  severity   = "info"
  category   = "operations"
  resource   = "aws_cloudwatch_log_group"
  applies    = self.retention_in_days > 0
  require    = coalesce(self.retention_in_days, 0) >= 365 || self.retention_in_days == 0
  message    = "retention_in_days is less than 365."
  why        = "What is found out late can no longer be followed."
  advice     = "Set retention_in_days to 365 or more."
  references = ["CKV_AWS_338"]
  remedy {
    set {
      retention_in_days = 365
    }
  }
  pass {
    resource "aws_cloudwatch_log_group" "x" {
      retention_in_days = 365
    }
  }
  fail {
    resource "aws_cloudwatch_log_group" "x" {
      retention_in_days = 1
    }
  }
}

rule "aws-alarm-actions" {
  title      = "Alarm that does nothing"
  severity   = "medium"
  category   = "operations"
  resource   = "aws_cloudwatch_metric_alarm"
  require    = self.actions_enabled != false
  message    = "actions_enabled is false."
  why        = "Nobody is told."
  advice     = "Leave actions_enabled true."
  references = ["AWS Security Hub CloudWatch.17", "CKV_AWS_319"]
  remedy {
    set {
      actions_enabled = true
    }
  }
  pass {
    resource "aws_cloudwatch_metric_alarm" "x" {
      alarm_name          = "a"
      comparison_operator = "a"
      evaluation_periods  = 1
      actions_enabled     = true
    }
  }
  fail {
    resource "aws_cloudwatch_metric_alarm" "x" {
      alarm_name          = "a"
      comparison_operator = "a"
      evaluation_periods  = 1
      actions_enabled     = false
    }
  }
}

rule "aws-alarm-receiver" {
  title      = "Alarm without a receiver"
  severity   = "low"
  category   = "operations"
  resource   = "aws_cloudwatch_metric_alarm"
  require    = length(coalesce(self.alarm_actions, [])) > 0 || length(coalesce(self.ok_actions, [])) > 0 || length(coalesce(self.insufficient_data_actions, [])) > 0
  message    = "No action is named."
  why        = "Nobody is told."
  advice     = "Set alarm_actions."
  references = ["AWS Security Hub CloudWatch.15"]
  pass {
    resource "aws_cloudwatch_metric_alarm" "x" {
      alarm_name          = "a"
      comparison_operator = "a"
      evaluation_periods  = 1
      alarm_actions       = ["arn:aws:sns:eu-west-1:111122223333:alarms"]
    }
  }
  fail {
    resource "aws_cloudwatch_metric_alarm" "x" {
      alarm_name          = "a"
      comparison_operator = "a"
      evaluation_periods  = 1
    }
  }
}

rule "aws-instance-monitoring" {
  title      = "Machine measured every five minutes"
  severity   = "info"
  category   = "operations"
  resource   = "aws_instance"
  require    = self.monitoring == true
  message    = "monitoring is not true."
  why        = "A short peak is not seen."
  advice     = "Set monitoring to true."
  references = ["CKV_AWS_126"]
  remedy {
    set {
      monitoring = true
    }
  }
  pass {
    resource "aws_instance" "x" {
      monitoring = true
    }
  }
  fail {
    resource "aws_instance" "x" {
    }
  }
}

rule "aws-ecs-exec-log" {
  title      = "Shells of tasks are not recorded"
  severity   = "low"
  category   = "operations"
  resource   = "aws_ecs_cluster"
  require    = self.configuration[0].execute_command_configuration[0].logging != "NONE"
  message    = "The logging of execute_command_configuration is NONE."
  why        = "Who did what cannot be reconstructed."
  advice     = "Set logging to OVERRIDE with a log group."
  references = ["CKV_AWS_223"]
  pass {
    resource "aws_ecs_cluster" "x" {
      name = "a"
      configuration {
        execute_command_configuration {
          logging = "OVERRIDE"
        }
      }
    }
  }
  fail {
    resource "aws_ecs_cluster" "x" {
      name = "a"
      configuration {
        execute_command_configuration {
          logging = "NONE"
        }
      }
    }
  }
}

rule "aws-ecs-task-log" {
  title      = "Container without a log"
  severity   = "medium"
  category   = "operations"
  resource   = "aws_ecs_task_definition"
  require    = alltrue([for c in coalesce(document.container_definitions, try(jsondecode(self.container_definitions), [])) : c.logConfiguration != null])
  message    = "A container has no logConfiguration."
  why        = "What it said is gone with it."
  advice     = "Add logConfiguration to each container."
  references = ["AWS Security Hub ECS.9"]
  pass {
    resource "aws_ecs_task_definition" "x" {
      container_definitions = jsonencode([{ name = "a", image = "i", logConfiguration = { logDriver = "awslogs" } }])
      family                = "a"
    }
  }
  fail {
    resource "aws_ecs_task_definition" "x" {
      container_definitions = jsonencode([{ name = "a", image = "i" }])
      family                = "a"
    }
  }
}

rule "aws-ecs-read-only" {
  title      = "Container may write over its image"
  severity   = "low"
  category   = "security"
  resource   = "aws_ecs_task_definition"
  require    = alltrue([for c in coalesce(document.container_definitions, try(jsondecode(self.container_definitions), [])) : c.readonlyRootFilesystem == true])
  message    = "A container has no readonlyRootFilesystem."
  why        = "Who gets in can change the program."
  advice     = "Set readonlyRootFilesystem to true for each container."
  references = ["AWS Security Hub ECS.5", "CKV_AWS_336"]
  pass {
    resource "aws_ecs_task_definition" "x" {
      container_definitions = jsonencode([{ name = "a", image = "i", readonlyRootFilesystem = true }])
      family                = "a"
    }
  }
  fail {
    resource "aws_ecs_task_definition" "x" {
      container_definitions = jsonencode([{ name = "a", image = "i" }])
      family                = "a"
    }
  }
}

rule "aws-ecs-roles" {
  title      = "Task with the role of its agent"
  severity   = "low"
  category   = "security"
  resource   = "aws_ecs_task_definition"
  applies    = is_set("execution_role_arn") && is_set("task_role_arn")
  require    = self.execution_role_arn != self.task_role_arn
  message    = "Both roles are the same."
  why        = "The program may do what only the agent needs, such as to read secrets."
  advice     = "Give the program a role of its own."
  references = ["CKV_AWS_249"]
  pass {
    resource "aws_ecs_task_definition" "x" {
      container_definitions = "a"
      family                = "a"
      execution_role_arn    = "arn:aws:iam::111122223333:role/agent"
      task_role_arn         = "arn:aws:iam::111122223333:role/program"
    }
  }
  fail {
    resource "aws_ecs_task_definition" "x" {
      container_definitions = "a"
      family                = "a"
      execution_role_arn    = "arn:aws:iam::111122223333:role/r"
      task_role_arn         = "arn:aws:iam::111122223333:role/r"
    }
  }
}

rule "aws-ecs-host-processes" {
  title      = "Task sees the processes of its host"
  severity   = "high"
  category   = "security"
  resource   = "aws_ecs_task_definition"
  require    = self.pid_mode != "host"
  message    = "pid_mode is host."
  why        = "It reads and stops what runs beside it."
  advice     = "Leave pid_mode unset, or set it to task."
  references = ["AWS Security Hub ECS.3", "CKV_AWS_335"]
  pass {
    resource "aws_ecs_task_definition" "x" {
      container_definitions = "a"
      family                = "a"
      pid_mode              = "task"
    }
  }
  fail {
    resource "aws_ecs_task_definition" "x" {
      container_definitions = "a"
      family                = "a"
      pid_mode              = "host"
    }
  }
}

rule "aws-ecs-platform" {
  title      = "Tasks on an old platform"
  severity   = "low"
  category   = "operations"
  resource   = "aws_ecs_service"
  applies    = self.launch_type == "FARGATE"
  require    = coalesce(self.platform_version, "LATEST") == "LATEST"
  message    = "platform_version is ${self.platform_version}."
  why        = "Known faults stay."
  advice     = "Leave platform_version at LATEST."
  references = ["AWS Security Hub ECS.10", "CKV_AWS_332"]
  remedy {
    set {
      platform_version = "LATEST"
    }
  }
  pass {
    resource "aws_ecs_service" "x" {
      name        = "a"
      launch_type = "FARGATE"
    }
  }
  fail {
    resource "aws_ecs_service" "x" {
      name             = "a"
      launch_type      = "FARGATE"
      platform_version = "1.3.0"
    }
  }
}

rule "aws-batch-privileged" {
  title      = "Job with all rights of its host"
  severity   = "high"
  category   = "security"
  resource   = "aws_batch_job_definition"
  applies    = self.type == "container"
  require    = length(regexall("\"privileged\"\\s*:\\s*true", self.container_properties)) == 0
  message    = "The container is privileged."
  why        = "Who gets in has the machine."
  advice     = "Leave privileged false."
  references = ["CKV_AWS_210"]
  pass {
    resource "aws_batch_job_definition" "x" {
      name                 = "a"
      type                 = "container"
      container_properties = jsonencode({ image = "i", privileged = false })
    }
  }
  fail {
    resource "aws_batch_job_definition" "x" {
      name                 = "a"
      type                 = "container"
      container_properties = jsonencode({ image = "i", privileged = true })
    }
  }
}

rule "aws-codebuild-logs" {
  title      = "Build without logs"
  severity   = "medium"
  category   = "operations"
  resource   = "aws_codebuild_project"
  require    = self.logs_config[0].cloudwatch_logs[0].status != "DISABLED" || self.logs_config[0].s3_logs[0].status == "ENABLED"
  message    = "All logs are disabled."
  why        = "Why a build failed, or what it did, cannot be told."
  advice     = "Enable cloudwatch_logs or s3_logs."
  references = ["AWS Security Hub CodeBuild.4", "CKV_AWS_314"]
  pass {
    resource "aws_codebuild_project" "x" {
      name         = "a"
      service_role = "a"
      artifacts {
        type = "a"
      }
      environment {
        compute_type = "a"
        image        = "a"
        type         = "a"
      }
      source {
        type = "a"
      }
    }
  }
  fail {
    resource "aws_codebuild_project" "x" {
      name         = "a"
      service_role = "a"
      artifacts {
        type = "a"
      }
      environment {
        compute_type = "a"
        image        = "a"
        type         = "a"
      }
      source {
        type = "a"
      }
      logs_config {
        cloudwatch_logs {
          status = "DISABLED"
        }
      }
    }
  }
}

rule "aws-codebuild-secrets" {
  title      = "Build with a secret in clear"
  severity   = "critical"
  category   = "security"
  resource   = "aws_codebuild_project"
  require    = !anytrue([for v in self.environment[0].environment_variable : contains(["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], v.name) && coalesce(v.type, "PLAINTEXT") == "PLAINTEXT" && is_literal(v.value) || is_secret_text(v.value)])
  message    = "A variable of the environment holds a credential."
  why        = "Whoever may look at the project reads it."
  advice     = "Take it from Secrets Manager, with type SECRETS_MANAGER."
  references = ["AWS Security Hub CodeBuild.2"]
  pass {
    resource "aws_codebuild_project" "x" {
      name         = "a"
      service_role = "a"
      artifacts {
        type = "a"
      }
      environment {
        compute_type = "a"
        image        = "a"
        type         = "a"
        environment_variable {
          name  = "MODE"
          value = "live"
        }
      }
      source {
        type = "a"
      }
    }
  }
  fail {
    resource "aws_codebuild_project" "x" {
      name         = "a"
      service_role = "a"
      artifacts {
        type = "a"
      }
      environment {
        compute_type = "a"
        image        = "a"
        type         = "a"
        environment_variable {
          name  = "AWS_SECRET_ACCESS_KEY"
          value = "0123456789"
        }
      }
      source {
        type = "a"
      }
    }
  }
}

rule "aws-codecommit-approvals" {
  title      = "Merge after one approval"
  severity   = "low"
  category   = "security"
  resource   = "aws_codecommit_approval_rule_template"
  require    = !can(regex("NumberOfApprovalsNeeded\\D+[01]\\D", self.content))
  message    = "Fewer than two approvals are needed."
  why        = "One person, or one stolen account, changes what is shipped."
  advice     = "Ask for two approvals."
  references = ["CKV_AWS_257"]
  pass {
    resource "aws_codecommit_approval_rule_template" "x" {
      content = jsonencode({ Version = "2018-11-08", Statements = [{ Type = "Approvers", NumberOfApprovalsNeeded = 2 }] })
      name    = "a"
    }
  }
  fail {
    resource "aws_codecommit_approval_rule_template" "x" {
      content = jsonencode({ Version = "2018-11-08", Statements = [{ Type = "Approvers", NumberOfApprovalsNeeded = 1, ApprovalPoolMembers = ["a"] }] })
      name    = "a"
    }
  }
}

rule "aws-acm-transparency" {
  title      = "Certificate without transparency"
  severity   = "low"
  category   = "security"
  resource   = "aws_acm_certificate"
  require    = coalesce(self.options[0].certificate_transparency_logging_preference, "ENABLED") == "ENABLED"
  message    = "Certificate transparency is disabled."
  why        = "A certificate issued by mistake is not noticed, and browsers refuse it."
  advice     = "Leave certificate_transparency_logging_preference enabled."
  references = ["CKV_AWS_234"]
  remedy {
    set {
      options {
        certificate_transparency_logging_preference = "ENABLED"
      }
    }
  }
  pass {
    resource "aws_acm_certificate" "x" {
      domain_name = "example.org"
    }
  }
  fail {
    resource "aws_acm_certificate" "x" {
      domain_name = "example.org"
      options {
        certificate_transparency_logging_preference = "DISABLED"
      }
    }
  }
}

rule "aws-acm-short-key" {
  title      = "Certificate with a short key"
  severity   = "high"
  category   = "security"
  resource   = "aws_acm_certificate"
  require    = self.key_algorithm != "RSA_1024"
  message    = "The key is RSA_1024."
  why        = "Keys of that length can be broken."
  advice     = "Use RSA_2048 or an elliptic curve."
  references = ["AWS Security Hub ACM.2"]
  remedy {
    set {
      key_algorithm = "RSA_2048"
    }
  }
  pass {
    resource "aws_acm_certificate" "x" {
      domain_name   = "example.org"
      key_algorithm = "RSA_2048"
    }
  }
  fail {
    resource "aws_acm_certificate" "x" {
      domain_name   = "example.org"
      key_algorithm = "RSA_1024"
    }
  }
}

rule "aws-wafv2-metrics" {
  title      = "Firewall of web requests without metrics"
  severity   = "low"
  category   = "operations"
  resource   = ["aws_wafv2_web_acl", "aws_wafv2_rule_group"]
  require    = self.visibility_config[0].cloudwatch_metrics_enabled == true
  message    = "cloudwatch_metrics_enabled is not true."
  why        = "An attack is not seen."
  advice     = "Set cloudwatch_metrics_enabled to true."
  references = ["AWS Security Hub WAF.12"]
  remedy {
    set {
      visibility_config {
        cloudwatch_metrics_enabled = true
      }
    }
  }
  pass {
    resource "aws_wafv2_web_acl" "x" {
      scope = "REGIONAL"
      default_action {
      }
      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "a"
        sampled_requests_enabled   = true
      }
    }
  }
  fail {
    resource "aws_wafv2_web_acl" "x" {
      scope = "REGIONAL"
      default_action {
      }
      visibility_config {
        cloudwatch_metrics_enabled = false
        metric_name                = "a"
        sampled_requests_enabled   = true
      }
    }
  }
}

rule "aws-waf-classic-logging" {
  title      = "Firewall of web requests without a log"
  severity   = "low"
  category   = "operations"
  resource   = ["aws_waf_web_acl", "aws_wafregional_web_acl"]
  require    = length(self.logging_configuration) > 0
  message    = "There is no logging_configuration."
  why        = "An attack cannot be followed."
  advice     = "Add logging_configuration."
  references = ["AWS Security Hub WAF.1", "CKV_AWS_176"]
  pass {
    resource "aws_waf_web_acl" "x" {
      metric_name = "a"
      name        = "a"
      default_action {
        type = "a"
      }
      logging_configuration {
        log_destination = "arn:aws:firehose:eu-west-1:111122223333:deliverystream/a"
      }
    }
  }
  fail {
    resource "aws_waf_web_acl" "x" {
      metric_name = "a"
      name        = "a"
      default_action {
        type = "a"
      }
    }
  }
}

rule "aws-waf-empty" {
  title      = "Firewall of web requests without rules"
  severity   = "medium"
  category   = "security"
  resource   = ["aws_wafv2_web_acl", "aws_waf_web_acl", "aws_wafregional_web_acl"]
  require    = length(coalesce(self.rule, self.rules, [])) > 0
  message    = "It has no rule."
  why        = "It lets everything through."
  advice     = "Add rules."
  references = ["AWS Security Hub WAF.10", "CKV_AWS_175"]
  pass {
    resource "aws_wafv2_web_acl" "x" {
      scope = "REGIONAL"
      default_action {
      }
      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "a"
        sampled_requests_enabled   = true
      }
      rule {
        name     = "a"
        priority = 1
        statement {
          managed_rule_group_statement {
            name        = "AWSManagedRulesCommonRuleSet"
            vendor_name = "AWS"
          }
        }
        visibility_config {
          cloudwatch_metrics_enabled = true
          metric_name                = "a"
          sampled_requests_enabled   = true
        }
      }
    }
  }
  fail {
    resource "aws_wafv2_web_acl" "x" {
      scope = "REGIONAL"
      default_action {
      }
      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "a"
        sampled_requests_enabled   = true
      }
    }
  }
}

rule "aws-waf-rule-action" {
  title      = "Rule that only counts"
  severity   = "low"
  category   = "security"
  resource   = "aws_wafv2_web_acl"
  require    = alltrue([for r in coalesce(self.rule, []) : length(coalesce(r.override_action[0].count, [])) == 0])
  message    = "A group of rules only counts what it finds."
  why        = "What it recognises passes."
  advice     = "Set override_action to none."
  references = ["CKV_AWS_342"]
  pass {
    resource "aws_wafv2_web_acl" "x" {
      scope = "REGIONAL"
      default_action {
      }
      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "a"
        sampled_requests_enabled   = true
      }
      rule {
        name     = "a"
        priority = 1
        override_action {
          none {
          }
        }
        statement {
          managed_rule_group_statement {
            name        = "a"
            vendor_name = "AWS"
          }
        }
        visibility_config {
          cloudwatch_metrics_enabled = true
          metric_name                = "a"
          sampled_requests_enabled   = true
        }
      }
    }
  }
  fail {
    resource "aws_wafv2_web_acl" "x" {
      scope = "REGIONAL"
      default_action {
      }
      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "a"
        sampled_requests_enabled   = true
      }
      rule {
        name     = "a"
        priority = 1
        override_action {
          count {
          }
        }
        statement {
          managed_rule_group_statement {
            name        = "a"
            vendor_name = "AWS"
          }
        }
        visibility_config {
          cloudwatch_metrics_enabled = true
          metric_name                = "a"
          sampled_requests_enabled   = true
        }
      }
    }
  }
}

rule "aws-cloudfront-root" {
  title      = "Distribution without a default object"
  severity   = "info"
  category   = "security"
  resource   = "aws_cloudfront_distribution"
  require    = is_set("default_root_object")
  message    = "default_root_object is not set."
  why        = "What is asked for without a name may list what is there."
  advice     = "Set default_root_object."
  references = ["AWS Security Hub CloudFront.1", "CKV_AWS_305"]
  pass {
    resource "aws_cloudfront_distribution" "x" {
      enabled = true
      default_cache_behavior {
        allowed_methods        = ["a"]
        cached_methods         = ["a"]
        target_origin_id       = "a"
        viewer_protocol_policy = "a"
      }
      origin {
        domain_name = "a"
        origin_id   = "a"
      }
      restrictions {
        geo_restriction {
          restriction_type = "a"
        }
      }
      viewer_certificate {
      }
      default_root_object = "index.html"
    }
  }
  fail {
    resource "aws_cloudfront_distribution" "x" {
      enabled = true
      default_cache_behavior {
        allowed_methods        = ["a"]
        cached_methods         = ["a"]
        target_origin_id       = "a"
        viewer_protocol_policy = "a"
      }
      origin {
        domain_name = "a"
        origin_id   = "a"
      }
      restrictions {
        geo_restriction {
          restriction_type = "a"
        }
      }
      viewer_certificate {
      }
    }
  }
}

rule "aws-cloudfront-failover" {
  title      = "Distribution with one origin"
  severity   = "info"
  category   = "reliability"
  resource   = "aws_cloudfront_distribution"
  require    = length(self.origin_group) > 0
  message    = "There is no origin_group."
  why        = "When the origin fails, so does the site."
  advice     = "Add origin_group with a second origin."
  references = ["AWS Security Hub CloudFront.4", "CKV_AWS_310"]
  pass {
    resource "aws_cloudfront_distribution" "x" {
      enabled = true
      default_cache_behavior {
        allowed_methods        = ["a"]
        cached_methods         = ["a"]
        target_origin_id       = "a"
        viewer_protocol_policy = "a"
      }
      origin {
        domain_name = "a"
        origin_id   = "a"
      }
      restrictions {
        geo_restriction {
          restriction_type = "a"
        }
      }
      viewer_certificate {
      }
      origin_group {
        origin_id = "g"
        failover_criteria {
          status_codes = [500]
        }
        member {
          origin_id = "a"
        }
        member {
          origin_id = "b"
        }
      }
    }
  }
  fail {
    resource "aws_cloudfront_distribution" "x" {
      enabled = true
      default_cache_behavior {
        allowed_methods        = ["a"]
        cached_methods         = ["a"]
        target_origin_id       = "a"
        viewer_protocol_policy = "a"
      }
      origin {
        domain_name = "a"
        origin_id   = "a"
      }
      restrictions {
        geo_restriction {
          restriction_type = "a"
        }
      }
      viewer_certificate {
      }
    }
  }
}

rule "aws-cloudfront-origin-tls" {
  title      = "Distribution reaches its origin by old TLS"
  severity   = "medium"
  category   = "security"
  resource   = "aws_cloudfront_distribution"
  require    = alltrue([for o in self.origin : alltrue([for p in coalesce(o.custom_origin_config[0].origin_ssl_protocols, []) : !contains(["SSLv3", "TLSv1", "TLSv1.1"], p)])])
  message    = "An origin is reached by a version before TLS 1.2."
  why        = "Versions before 1.2 have known weaknesses."
  advice     = "Set origin_ssl_protocols to [\"TLSv1.2\"]."
  references = ["AWS Security Hub CloudFront.10", "CKV2_AWS_72"]
  pass {
    resource "aws_cloudfront_distribution" "x" {
      enabled = true
      default_cache_behavior {
        allowed_methods        = ["a"]
        cached_methods         = ["a"]
        target_origin_id       = "a"
        viewer_protocol_policy = "a"
      }
      origin {
        domain_name = "a.example.org"
        origin_id   = "a"
        custom_origin_config {
          http_port              = 80
          https_port             = 443
          origin_protocol_policy = "https-only"
          origin_ssl_protocols   = ["TLSv1.2"]
        }
      }
      restrictions {
        geo_restriction {
          restriction_type = "a"
        }
      }
      viewer_certificate {
      }
    }
  }
  fail {
    resource "aws_cloudfront_distribution" "x" {
      enabled = true
      default_cache_behavior {
        allowed_methods        = ["a"]
        cached_methods         = ["a"]
        target_origin_id       = "a"
        viewer_protocol_policy = "a"
      }
      origin {
        domain_name = "a.example.org"
        origin_id   = "a"
        custom_origin_config {
          http_port              = 80
          https_port             = 443
          origin_protocol_policy = "https-only"
          origin_ssl_protocols   = ["SSLv3"]
        }
      }
      restrictions {
        geo_restriction {
          restriction_type = "a"
        }
      }
      viewer_certificate {
      }
    }
  }
}

rule "aws-cloudfront-origin-https" {
  title      = "Distribution reaches its origin in clear"
  severity   = "medium"
  category   = "security"
  resource   = "aws_cloudfront_distribution"
  require    = alltrue([for o in self.origin : length(coalesce(o.custom_origin_config, [])) == 0 || o.custom_origin_config[0].origin_protocol_policy == "https-only" || o.custom_origin_config[0].origin_protocol_policy == "match-viewer"])
  message    = "An origin is asked over HTTP."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Set origin_protocol_policy to https-only."
  references = ["AWS Security Hub CloudFront.9"]
  pass {
    resource "aws_cloudfront_distribution" "x" {
      enabled = true
      default_cache_behavior {
        allowed_methods        = ["a"]
        cached_methods         = ["a"]
        target_origin_id       = "a"
        viewer_protocol_policy = "a"
      }
      origin {
        domain_name = "a.example.org"
        origin_id   = "a"
        custom_origin_config {
          http_port              = 80
          https_port             = 443
          origin_protocol_policy = "https-only"
          origin_ssl_protocols   = ["TLSv1.2"]
        }
      }
      restrictions {
        geo_restriction {
          restriction_type = "a"
        }
      }
      viewer_certificate {
      }
    }
  }
  fail {
    resource "aws_cloudfront_distribution" "x" {
      enabled = true
      default_cache_behavior {
        allowed_methods        = ["a"]
        cached_methods         = ["a"]
        target_origin_id       = "a"
        viewer_protocol_policy = "a"
      }
      origin {
        domain_name = "a.example.org"
        origin_id   = "a"
        custom_origin_config {
          http_port              = 80
          https_port             = 443
          origin_protocol_policy = "http-only"
          origin_ssl_protocols   = ["TLSv1.2"]
        }
      }
      restrictions {
        geo_restriction {
          restriction_type = "a"
        }
      }
      viewer_certificate {
      }
    }
  }
}

rule "aws-cloudfront-off" {
  title      = "Distribution that is switched off"
  severity   = "info"
  category   = "operations"
  resource   = "aws_cloudfront_distribution"
  require    = self.enabled == true
  message    = "enabled is not true."
  why        = "It is kept and does nothing."
  advice     = "Set enabled to true."
  references = ["CKV_AWS_216"]
  remedy {
    set {
      enabled = true
    }
  }
  pass {
    resource "aws_cloudfront_distribution" "x" {
      enabled = true
      default_cache_behavior {
        allowed_methods        = ["a"]
        cached_methods         = ["a"]
        target_origin_id       = "a"
        viewer_protocol_policy = "a"
      }
      origin {
        domain_name = "a"
        origin_id   = "a"
      }
      restrictions {
        geo_restriction {
          restriction_type = "a"
        }
      }
      viewer_certificate {
      }
    }
  }
  fail {
    resource "aws_cloudfront_distribution" "x" {
      enabled = false
      default_cache_behavior {
        allowed_methods        = ["a"]
        cached_methods         = ["a"]
        target_origin_id       = "a"
        viewer_protocol_policy = "a"
      }
      origin {
        domain_name = "a"
        origin_id   = "a"
      }
      restrictions {
        geo_restriction {
          restriction_type = "a"
        }
      }
      viewer_certificate {
      }
    }
  }
}

rule "aws-cloudfront-hsts" {
  title      = "Answers without strict transport security"
  severity   = "low"
  category   = "security"
  resource   = "aws_cloudfront_response_headers_policy"
  require    = coalesce(self.security_headers_config[0].strict_transport_security[0].access_control_max_age_sec, 0) >= 31536000 && self.security_headers_config[0].strict_transport_security[0].include_subdomains == true
  message    = "Strict transport security does not hold for a year and all names below."
  why        = "The first request of a browser may go in clear."
  advice     = "Set access_control_max_age_sec to 31536000, include_subdomains and preload."
  references = ["CKV_AWS_259"]
  pass {
    resource "aws_cloudfront_response_headers_policy" "x" {
      name = "a"
      security_headers_config {
        strict_transport_security {
          access_control_max_age_sec = 31536000
          include_subdomains         = true
          preload                    = true
          override                   = true
        }
      }
    }
  }
  fail {
    resource "aws_cloudfront_response_headers_policy" "x" {
      name = "a"
      security_headers_config {
        strict_transport_security {
          access_control_max_age_sec = 60
          override                   = true
        }
      }
    }
  }
}

rule "aws-transfer-protocols" {
  title      = "File transfer in clear"
  severity   = "high"
  category   = "security"
  resource   = "aws_transfer_server"
  require    = !contains(coalesce(self.protocols, ["SFTP"]), "FTP")
  message    = "The server speaks FTP."
  why        = "Whoever can listen on the way reads what is exchanged."
  advice     = "Speak SFTP or FTPS only."
  references = ["AWS Security Hub Transfer.2", "CKV_AWS_357"]
  pass {
    resource "aws_transfer_server" "x" {
      protocols = ["SFTP"]
    }
  }
  fail {
    resource "aws_transfer_server" "x" {
      protocols = ["FTP"]
    }
  }
}

rule "aws-transfer-policy" {
  title      = "File transfer takes old ciphers"
  severity   = "medium"
  category   = "security"
  resource   = "aws_transfer_server"
  require    = can(regex("TransferSecurityPolicy-(FIPS-)?(202[3-9]|PQ|SshAuditCompliant|Restricted)", self.security_policy_name))
  message    = "security_policy_name is not of 2023 or later."
  why        = "Old ciphers have known weaknesses."
  advice     = "Set security_policy_name to TransferSecurityPolicy-2024-01."
  references = ["CKV_AWS_380"]
  remedy {
    set {
      security_policy_name = "TransferSecurityPolicy-2024-01"
    }
  }
  pass {
    resource "aws_transfer_server" "x" {
      security_policy_name = "TransferSecurityPolicy-2024-01"
    }
  }
  fail {
    resource "aws_transfer_server" "x" {
      security_policy_name = "TransferSecurityPolicy-2018-11"
    }
  }
}

rule "aws-kms-enabled" {
  title      = "Key that is switched off"
  severity   = "medium"
  category   = "operations"
  resource   = "aws_kms_key"
  require    = self.is_enabled != false
  message    = "is_enabled is false."
  why        = "What is encrypted with it cannot be read."
  advice     = "Leave is_enabled true."
  references = ["CKV_AWS_227"]
  remedy {
    set {
      is_enabled = true
    }
  }
  pass {
    resource "aws_kms_key" "x" {
      is_enabled = true
    }
  }
  fail {
    resource "aws_kms_key" "x" {
      is_enabled = false
    }
  }
}

rule "aws-kms-window" {
  title      = "Key that can be gone within days"
  severity   = "low"
  category   = "reliability"
  resource   = "aws_kms_key"
  require    = coalesce(self.deletion_window_in_days, 30) >= 14
  message    = "deletion_window_in_days is ${self.deletion_window_in_days}."
  why        = "What is encrypted with it is lost when the days are over."
  advice     = "Set deletion_window_in_days to 14 or more."
  references = ["AWS Security Hub KMS.3"]
  remedy {
    set {
      deletion_window_in_days = 30
    }
  }
  pass {
    resource "aws_kms_key" "x" {
      deletion_window_in_days = 30
    }
  }
  fail {
    resource "aws_kms_key" "x" {
      deletion_window_in_days = 7
    }
  }
}

rule "aws-kms-policy-given" {
  title      = "Key without a policy"
  severity   = "low"
  category   = "security"
  resource   = "aws_kms_key"
  require    = is_set("policy") || length(related("aws_kms_key_policy", "key_id")) > 0
  message    = "It has no policy of its own."
  why        = "The default one lets every administrator of the account use it."
  advice     = "Set policy."
  references = ["CKV2_AWS_64"]
  pass {
    resource "aws_kms_key" "x" {
      policy = jsonencode({ Statement = [] })
    }
  }
  fail {
    resource "aws_kms_key" "x" {
    }
  }
}

rule "aws-secret-rotation-days" {
  title      = "Secret changed less than every ninety days"
  severity   = "low"
  category   = "security"
  resource   = "aws_secretsmanager_secret_rotation"
  require    = self.rotation_rules[0].automatically_after_days <= 90 || self.rotation_rules[0].schedule_expression != null
  message    = "It is changed every ${self.rotation_rules[0].automatically_after_days} days."
  why        = "Who copied it once can use it as long."
  advice     = "Set automatically_after_days to 90 or less."
  references = ["AWS Security Hub SecretsManager.4", "CKV_AWS_304"]
  remedy {
    set {
      rotation_rules {
        automatically_after_days = 90
      }
    }
  }
  pass {
    resource "aws_secretsmanager_secret_rotation" "x" {
      secret_id = "a"
      rotation_rules {
        automatically_after_days = 30
      }
    }
  }
  fail {
    resource "aws_secretsmanager_secret_rotation" "x" {
      secret_id = "a"
      rotation_rules {
        automatically_after_days = 365
      }
    }
  }
}

rule "aws-lambda-concurrency" {
  title      = "Function without a limit of its own"
  severity   = "info"
  category   = "reliability"
  resource   = "aws_lambda_function"
  require    = is_set("reserved_concurrent_executions") && self.reserved_concurrent_executions != -1
  message    = "reserved_concurrent_executions is not set."
  why        = "One function can use up what all others need."
  advice     = "Set reserved_concurrent_executions."
  references = ["CKV_AWS_115"]
  pass {
    resource "aws_lambda_function" "x" {
      function_name                  = "a"
      role                           = "arn:aws:iam::111122223333:role/r"
      reserved_concurrent_executions = 10
    }
  }
  fail {
    resource "aws_lambda_function" "x" {
      function_name = "a"
      role          = "arn:aws:iam::111122223333:role/r"
    }
  }
}

rule "aws-lambda-signing" {
  title      = "Function takes unsigned code"
  severity   = "info"
  category   = "security"
  resource   = "aws_lambda_function"
  require    = is_set("code_signing_config_arn")
  message    = "code_signing_config_arn is not set."
  why        = "Whoever may upload decides what runs."
  advice     = "Set code_signing_config_arn."
  references = ["CKV_AWS_272"]
  pass {
    resource "aws_lambda_function" "x" {
      function_name           = "a"
      role                    = "a"
      code_signing_config_arn = "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-1"
    }
  }
  fail {
    resource "aws_lambda_function" "x" {
      function_name = "a"
      role          = "a"
    }
  }
}

rule "aws-stack-topic" {
  title      = "Stack that tells nobody"
  severity   = "info"
  category   = "operations"
  resource   = "aws_cloudformation_stack"
  require    = is_set("notification_arns")
  message    = "notification_arns is not set."
  why        = "What fails in it is seen when somebody looks."
  advice     = "Set notification_arns."
  references = ["AWS Security Hub CloudFormation.1", "CKV_AWS_124"]
  pass {
    resource "aws_cloudformation_stack" "x" {
      name              = "a"
      notification_arns = ["arn:aws:sns:eu-west-1:111122223333:stacks"]
    }
  }
  fail {
    resource "aws_cloudformation_stack" "x" {
      name = "a"
    }
  }
}

rule "aws-autoscaling-template" {
  title      = "Machines from a launch configuration"
  severity   = "low"
  category   = "operations"
  resource   = "aws_autoscaling_group"
  require    = is_set("launch_template") || is_set("mixed_instances_policy")
  message    = "It has no launch_template."
  why        = "Launch configurations take no new features, and new accounts cannot make them."
  advice     = "Use launch_template."
  references = ["AWS Security Hub AutoScaling.9", "CKV_AWS_315"]
  pass {
    resource "aws_autoscaling_group" "x" {
      max_size = 1
      min_size = 1
      launch_template {
        id = "lt-1"
      }
    }
  }
  fail {
    resource "aws_autoscaling_group" "x" {
      max_size             = 1
      min_size             = 1
      launch_configuration = "lc"
    }
  }
}

rule "aws-autoscaling-tags" {
  title      = "Machines without tags"
  severity   = "info"
  category   = "operations"
  resource   = "aws_autoscaling_group"
  require    = length(coalesce(self.tag, [])) > 0
  message    = "It has no tag."
  why        = "What nobody can assign is kept and paid for ever."
  advice     = "Add tag with propagate_at_launch."
  references = ["AWS Security Hub AutoScaling.10", "CKV_AWS_153"]
  pass {
    resource "aws_autoscaling_group" "x" {
      max_size = 1
      min_size = 1
      tag {
        key                 = "team"
        value               = "a"
        propagate_at_launch = true
      }
    }
  }
  fail {
    resource "aws_autoscaling_group" "x" {
      max_size = 1
      min_size = 1
    }
  }
}

rule "aws-autoscaling-elb-health" {
  title      = "Machines behind a balancer judged by the machine only"
  severity   = "medium"
  category   = "reliability"
  resource   = "aws_autoscaling_group"
  applies    = is_set("target_group_arns") || is_set("load_balancers")
  require    = self.health_check_type == "ELB"
  message    = "health_check_type is not ELB."
  why        = "A machine that answers nothing stays."
  advice     = "Set health_check_type to ELB."
  references = ["AWS Security Hub AutoScaling.1", "CKV2_AWS_15"]
  remedy {
    set {
      health_check_type = "ELB"
    }
  }
  pass {
    resource "aws_autoscaling_group" "x" {
      max_size          = 1
      min_size          = 1
      target_group_arns = ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/a/1"]
      health_check_type = "ELB"
    }
  }
  fail {
    resource "aws_autoscaling_group" "x" {
      max_size          = 1
      min_size          = 1
      target_group_arns = ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/a/1"]
    }
  }
}

rule "aws-instance-ebs-optimized" {
  title      = "Machine that shares its disk traffic"
  severity   = "info"
  category   = "operations"
  resource   = "aws_instance"
  applies    = !can(regex("^[a-z]+[5-9]", self.instance_type))
  require    = self.ebs_optimized == true
  message    = "ebs_optimized is not true."
  why        = "Disk and network slow each other."
  advice     = "Set ebs_optimized to true."
  references = ["CKV_AWS_135"]
  remedy {
    set {
      ebs_optimized = true
    }
  }
  pass {
    resource "aws_instance" "x" {
      instance_type = "m4.large"
      ebs_optimized = true
    }
  }
  fail {
    resource "aws_instance" "x" {
      instance_type = "m4.large"
    }
  }
}

rule "aws-beanstalk-health" {
  title      = "Environment with basic health only"
  severity   = "low"
  category   = "operations"
  resource   = "aws_elastic_beanstalk_environment"
  require    = anytrue([for s in coalesce(self.setting, []) : s.namespace == "aws:elasticbeanstalk:healthreporting:system" && s.name == "HealthStreamingEnabled" && lower(tostring(s.value)) == "true"]) || anytrue([for s in coalesce(self.setting, []) : s.name == "SystemType" && s.value == "enhanced"])
  message    = "Enhanced health is not enabled."
  why        = "Why it fails cannot be told."
  advice     = "Add the setting SystemType enhanced."
  references = ["AWS Security Hub ElasticBeanstalk.1", "CKV_AWS_312"]
  pass {
    resource "aws_elastic_beanstalk_environment" "x" {
      application = "a"
      name        = "a"
      setting {
        namespace = "aws:elasticbeanstalk:healthreporting:system"
        name      = "SystemType"
        value     = "enhanced"
      }
    }
  }
  fail {
    resource "aws_elastic_beanstalk_environment" "x" {
      application = "a"
      name        = "a"
    }
  }
}

rule "aws-efs-point-root" {
  title      = "Access point to the whole file system"
  severity   = "low"
  category   = "security"
  resource   = "aws_efs_access_point"
  require    = self.root_directory[0].path != null && self.root_directory[0].path != "/"
  message    = "Its root is the root of the file system."
  why        = "Each client sees what is of others."
  advice     = "Set the path of root_directory."
  references = ["AWS Security Hub EFS.3", "CKV_AWS_329"]
  pass {
    resource "aws_efs_access_point" "x" {
      file_system_id = "a"
      root_directory {
        path = "/app"
      }
    }
  }
  fail {
    resource "aws_efs_access_point" "x" {
      file_system_id = "a"
    }
  }
}

rule "aws-efs-point-user" {
  title      = "Access point without a user"
  severity   = "low"
  category   = "security"
  resource   = "aws_efs_access_point"
  require    = length(self.posix_user) > 0
  message    = "posix_user is not set."
  why        = "Clients choose who they are."
  advice     = "Add posix_user."
  references = ["AWS Security Hub EFS.4", "CKV_AWS_330"]
  pass {
    resource "aws_efs_access_point" "x" {
      file_system_id = "a"
      posix_user {
        uid = 1000
        gid = 1000
      }
    }
  }
  fail {
    resource "aws_efs_access_point" "x" {
      file_system_id = "a"
    }
  }
}

rule "aws-efs-backup" {
  title      = "File system without a backup policy"
  severity   = "medium"
  category   = "reliability"
  resource   = "aws_efs_file_system"
  require    = anytrue([for p in related("aws_efs_backup_policy", "file_system_id") : p.backup_policy[0].status == "ENABLED"]) || length(related("aws_backup_selection", "resources")) > 0
  message    = "No aws_efs_backup_policy enables backups."
  why        = "What is deleted is gone."
  advice     = "Add aws_efs_backup_policy."
  references = ["AWS Security Hub EFS.2", "CKV2_AWS_18"]
  pass {
    resource "aws_efs_file_system" "x" {
      encrypted = true
    }
    resource "aws_efs_backup_policy" "b" {
      file_system_id = aws_efs_file_system.x.id
      backup_policy {
        status = "ENABLED"
      }
    }
  }
  fail {
    resource "aws_efs_file_system" "x" {
      encrypted = true
    }
  }
}

rule "aws-search-masters" {
  title      = "Search domain without masters of its own"
  severity   = "low"
  category   = "reliability"
  resource   = ["aws_elasticsearch_domain", "aws_opensearch_domain"]
  require    = self.cluster_config[0].dedicated_master_enabled == true && coalesce(self.cluster_config[0].dedicated_master_count, 3) >= 3
  message    = "It has no three dedicated masters."
  why        = "A busy node cannot lead the others."
  advice     = "Set dedicated_master_enabled to true and dedicated_master_count to 3."
  references = ["AWS Security Hub Opensearch.11", "CKV_AWS_318"]
  pass {
    resource "aws_elasticsearch_domain" "x" {
      domain_name = "a"
      cluster_config {
        dedicated_master_enabled = true
        dedicated_master_count   = 3
      }
    }
  }
  fail {
    resource "aws_elasticsearch_domain" "x" {
      domain_name = "a"
      cluster_config {
        instance_count = 3
      }
    }
  }
}

rule "aws-search-key" {
  title      = "Search domain without a key of one's own"
  severity   = "low"
  category   = "security"
  resource   = ["aws_elasticsearch_domain", "aws_opensearch_domain"]
  require    = is_set("encrypt_at_rest.kms_key_id")
  message    = "encrypt_at_rest.kms_key_id is not set."
  why        = "A key of one's own can be limited, audited and withdrawn; one that the service owns cannot."
  advice     = "Set kms_key_id in encrypt_at_rest."
  references = ["CKV_AWS_247"]
  pass {
    resource "aws_elasticsearch_domain" "x" {
      domain_name = "a"
      encrypt_at_rest {
        enabled    = true
        kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      }
    }
  }
  fail {
    resource "aws_elasticsearch_domain" "x" {
      domain_name = "a"
      encrypt_at_rest {
        enabled = true
      }
    }
  }
}

rule "aws-search-logs" {
  title      = "Search domain without logs"
  severity   = "low"
  category   = "operations"
  resource   = ["aws_elasticsearch_domain", "aws_opensearch_domain"]
  require    = length(coalesce(self.log_publishing_options, [])) > 0
  message    = "It publishes no log."
  why        = "Why it is slow or fails cannot be told."
  advice     = "Add log_publishing_options."
  references = ["AWS Security Hub Opensearch.4", "CKV_AWS_84"]
  pass {
    resource "aws_elasticsearch_domain" "x" {
      domain_name = "a"
      log_publishing_options {
        log_type                 = "INDEX_SLOW_LOGS"
        cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:a"
      }
    }
  }
  fail {
    resource "aws_elasticsearch_domain" "x" {
      domain_name = "a"
    }
  }
}

rule "aws-search-fine-access" {
  title      = "Search domain without accounts of its own"
  severity   = "medium"
  category   = "security"
  resource   = "aws_opensearch_domain"
  require    = self.advanced_security_options[0].enabled == true
  message    = "advanced_security_options.enabled is not true."
  why        = "Whoever reaches it reads every index."
  advice     = "Set advanced_security_options.enabled to true."
  references = ["AWS Security Hub Opensearch.7"]
  remedy {
    set {
      advanced_security_options {
        enabled = true
      }
    }
  }
  pass {
    resource "aws_opensearch_domain" "x" {
      domain_name = "a"
      advanced_security_options {
        enabled = true
      }
    }
  }
  fail {
    resource "aws_opensearch_domain" "x" {
      domain_name = "a"
    }
  }
}

rule "aws-step-functions-data" {
  title      = "State machine without its data in the log"
  severity   = "info"
  category   = "operations"
  resource   = "aws_sfn_state_machine"
  require    = self.logging_configuration[0].include_execution_data == true
  message    = "logging_configuration.include_execution_data is not true."
  why        = "What a run was given cannot be told."
  advice     = "Set logging_configuration.include_execution_data to true."
  references = ["CKV_AWS_285"]
  remedy {
    set {
      logging_configuration {
        include_execution_data = true
      }
    }
  }
  pass {
    resource "aws_sfn_state_machine" "x" {
      definition = "a"
      role_arn   = "arn:aws:iam::111122223333:role/r"
      logging_configuration {
        include_execution_data = true
      }
    }
  }
  fail {
    resource "aws_sfn_state_machine" "x" {
      definition = "a"
      role_arn   = "arn:aws:iam::111122223333:role/r"
    }
  }
}

rule "aws-step-functions-tracing" {
  title      = "State machine without tracing"
  severity   = "info"
  category   = "operations"
  resource   = "aws_sfn_state_machine"
  require    = self.tracing_configuration[0].enabled == true
  message    = "tracing_configuration.enabled is not true."
  why        = "Where time went cannot be told."
  advice     = "Set tracing_configuration.enabled to true."
  references = ["CKV_AWS_284"]
  remedy {
    set {
      tracing_configuration {
        enabled = true
      }
    }
  }
  pass {
    resource "aws_sfn_state_machine" "x" {
      definition = "a"
      role_arn   = "arn:aws:iam::111122223333:role/r"
      tracing_configuration {
        enabled = true
      }
    }
  }
  fail {
    resource "aws_sfn_state_machine" "x" {
      definition = "a"
      role_arn   = "arn:aws:iam::111122223333:role/r"
    }
  }
}

rule "aws-ssm-session-log" {
  title      = "Sessions are not recorded"
  severity   = "medium"
  category   = "operations"
  resource   = "aws_ssm_document"
  applies    = self.document_type == "Session"
  require    = can(regex("(s3BucketName|cloudWatchLogGroupName)\"?\\s*[:=]\\s*\"?[^\"\\s,]", self.content))
  message    = "Neither a bucket nor a log group is named."
  why        = "Who did what cannot be reconstructed."
  advice     = "Name s3BucketName or cloudWatchLogGroupName with encryption."
  references = ["CKV_AWS_113"]
  pass {
    resource "aws_ssm_document" "x" {
      content       = jsonencode({ schemaVersion = "1.0", sessionType = "Standard_Stream", inputs = { s3BucketName = "logs" } })
      document_type = "Session"
      name          = "a"
    }
  }
  fail {
    resource "aws_ssm_document" "x" {
      content       = jsonencode({ schemaVersion = "1.0", sessionType = "Standard_Stream", inputs = {} })
      document_type = "Session"
      name          = "a"
    }
  }
}

rule "aws-ssm-session-key" {
  title      = "Sessions without a key"
  severity   = "medium"
  category   = "security"
  resource   = "aws_ssm_document"
  applies    = self.document_type == "Session"
  require    = can(regex("kmsKeyId\"?\\s*[:=]\\s*\"?[^\"\\s,]", self.content))
  message    = "No kmsKeyId is named."
  why        = "What is typed is protected on the way only by TLS."
  advice     = "Name kmsKeyId."
  references = ["CKV_AWS_112"]
  pass {
    resource "aws_ssm_document" "x" {
      content       = jsonencode({ schemaVersion = "1.0", sessionType = "Standard_Stream", inputs = { kmsKeyId = "alias/sessions" } })
      document_type = "Session"
      name          = "a"
    }
  }
  fail {
    resource "aws_ssm_document" "x" {
      content       = jsonencode({ schemaVersion = "1.0", sessionType = "Standard_Stream", inputs = {} })
      document_type = "Session"
      name          = "a"
    }
  }
}

rule "aws-guardduty-organisation" {
  title      = "Accounts of the organisation are not watched"
  severity   = "medium"
  category   = "operations"
  resource   = "aws_guardduty_organization_configuration"
  require    = self.auto_enable_organization_members != "NONE"
  message    = "New accounts are not watched."
  why        = "An attack on them is not noticed."
  advice     = "Set auto_enable_organization_members to ALL."
  references = ["AWS GuardDuty: organisations", "CKV2_AWS_3"]
  pass {
    resource "aws_guardduty_organization_configuration" "x" {
      auto_enable_organization_members = "ALL"
      detector_id                      = "a"
    }
  }
  fail {
    resource "aws_guardduty_organization_configuration" "x" {
      auto_enable_organization_members = "NONE"
      detector_id                      = "a"
    }
  }
}

rule "aws-config-recorder-all" {
  title      = "Recorder that leaves types out"
  severity   = "low"
  category   = "operations"
  resource   = "aws_config_configuration_recorder"
  require    = self.recording_group[0].all_supported != false && self.recording_group[0].include_global_resource_types == true
  message    = "Not all types are recorded."
  why        = "What changed in the others cannot be told."
  advice     = "Set all_supported and include_global_resource_types to true."
  references = ["CIS AWS 1.5 3.5", "AWS Security Hub Config.1", "CKV2_AWS_48"]
  pass {
    resource "aws_config_configuration_recorder" "x" {
      role_arn = "arn:aws:iam::111122223333:role/r"
      recording_group {
        all_supported                 = true
        include_global_resource_types = true
      }
    }
  }
  fail {
    resource "aws_config_configuration_recorder" "x" {
      role_arn = "arn:aws:iam::111122223333:role/r"
      recording_group {
        all_supported  = false
        resource_types = ["AWS::EC2::Instance"]
      }
    }
  }
}

rule "aws-iam-trust-github" {
  title      = "Every workflow of the forge may take the role"
  severity   = "high"
  category   = "security"
  resource   = "data.aws_iam_policy_document"
  require    = !anytrue([for s in coalesce(self.statement, []) : contains(coalesce(s.actions, []), "sts:AssumeRoleWithWebIdentity") && anytrue([for p in coalesce(s.principals, []) : anytrue([for i in coalesce(p.identifiers, []) : strcontains(i, "token.actions.githubusercontent.com")])]) && !anytrue([for n in coalesce(s.condition, []) : endswith(n.variable, ":sub") && !anytrue([for v in n.values : contains(["*", "repo:*", "repo:*:*"], v)])])])
  message    = "No condition names the repository."
  why        = "Every repository of the forge gets the rights of the role."
  advice     = "Add a condition on token.actions.githubusercontent.com:sub with the repository."
  references = ["CKV_AWS_358"]
  pass {
    data "aws_iam_policy_document" "x" {
      statement {
        actions = ["sts:AssumeRoleWithWebIdentity"]
        principals {
          type        = "Federated"
          identifiers = ["arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"]
        }
        condition {
          test     = "StringLike"
          variable = "token.actions.githubusercontent.com:sub"
          values   = ["repo:example/site:ref:refs/heads/main"]
        }
      }
    }
  }
  fail {
    data "aws_iam_policy_document" "x" {
      statement {
        actions = ["sts:AssumeRoleWithWebIdentity"]
        principals {
          type        = "Federated"
          identifiers = ["arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"]
        }
      }
    }
  }
}

rule "aws-image-any-owner" {
  title      = "Image of whoever named it"
  severity   = "high"
  category   = "security"
  resource   = "data.aws_ami"
  require    = length(coalesce(self.owners, [])) > 0 || is_set("executable_users")
  message    = "owners is not set."
  why        = "Anybody can publish an image of that name, and it is started."
  advice     = "Set owners."
  references = ["CKV_AWS_386"]
  pass {
    data "aws_ami" "x" {
      most_recent = true
      owners      = ["amazon"]
    }
  }
  fail {
    data "aws_ami" "x" {
      most_recent = true
    }
  }
}
