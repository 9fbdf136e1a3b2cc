rule "aws-imdsv2" {
  title      = "Instance metadata without a token"
  severity   = "high"
  category   = "security"
  resource   = ["aws_instance", "aws_launch_template", "aws_launch_configuration"]
  require    = self.metadata_options[0].http_tokens == "required" || self.metadata_options[0].http_endpoint == "disabled"
  message    = "metadata_options.http_tokens is not \"required\", so version 1 of the metadata service answers."
  why        = "A forged request from the application is enough to steal the credentials of the instance."
  advice     = "Set metadata_options with http_tokens \"required\"."
  references = ["AWS Security Hub EC2.8", "CKV_AWS_79"]
  remedy {
    set {
      metadata_options {
        http_endpoint = "enabled"
        http_tokens   = "required"
      }
    }
  }
  pass {
    resource "aws_instance" "i" {
      ami = "ami-1"
      metadata_options {
        http_tokens = "required"
      }
    }
  }
  fail {
    resource "aws_instance" "i" {
      ami = "ami-1"
    }
  }
}

rule "aws-instance-public-address" {
  title      = "Instance with a public address"
  severity   = "medium"
  category   = "security"
  resource   = ["aws_instance", "aws_launch_configuration", "aws_launch_template"]
  require    = self.associate_public_ip_address != true && !anytrue([for n in self.network_interfaces : n.associate_public_ip_address == true])
  message    = "associate_public_ip_address is true."
  why        = "What has a public address is scanned and attacked; a load balancer can stand in front instead."
  advice     = "Remove associate_public_ip_address and place the instance in a private subnet."
  references = ["AWS Security Hub EC2.9", "CKV_AWS_88"]
  pass {
    resource "aws_instance" "i" {
      ami = "ami-1"
    }
  }
  fail {
    resource "aws_instance" "i" {
      ami                         = "ami-1"
      associate_public_ip_address = true
    }
  }
}

rule "aws-instance-secrets" {
  title      = "Secret in instance user data"
  severity   = "critical"
  category   = "security"
  resource   = ["aws_instance", "aws_launch_template", "aws_launch_configuration"]
  require    = !is_secret_text(self.user_data) && !is_secret_text(try(base64decode(self.user_data_base64), null)) && !is_secret_text(try(base64decode(self.user_data), null))
  message    = "user_data holds an access key or a private key."
  why        = "Everybody who may describe the instance, and every process on it, can read user data."
  advice     = "Use an instance profile, or read the secret from Secrets Manager at start."
  references = ["CKV_AWS_46", "CWE-798"]
  pass {
    resource "aws_instance" "i" {
      user_data = "#!/bin/sh\necho hello"
    }
  }
  fail {
    resource "aws_instance" "i" {
      user_data = "export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMAAA"
    }
  }
}

rule "aws-instance-old-generation" {
  title      = "Instance type of an old generation"
  severity   = "low"
  category   = "cost"
  resource   = "aws_instance"
  applies    = self.instance_type != null
  require    = !can(regex("^(t1|t2|m1|m2|m3|m4|c1|c3|c4|r3|r4|i2|g2|p2|x1)\\.", self.instance_type))
  message    = "${self.instance_type} belongs to a generation that has a cheaper and faster successor."
  why        = "Newer generations do more for the same money."
  advice     = "Use the current generation: t3 or t4g, m7g, c7g, r7g."
  references = ["AWS: previous generation instances"]
  pass {
    resource "aws_instance" "i" {
      instance_type = "t3.micro"
    }
  }
  fail {
    resource "aws_instance" "i" {
      instance_type = "m4.large"
    }
  }
}

rule "aws-autoscaling-zones" {
  title      = "Scaling group in a single zone"
  severity   = "medium"
  category   = "reliability"
  resource   = "aws_autoscaling_group"
  require    = length(self.vpc_zone_identifier) >= 2 || length(self.availability_zones) >= 2
  message    = "The group spans fewer than two subnets or zones."
  why        = "When the zone fails, so does everything in the group."
  advice     = "Give subnets of at least two zones in vpc_zone_identifier."
  references = ["AWS Security Hub AutoScaling.2"]
  pass {
    resource "aws_autoscaling_group" "g" {
      vpc_zone_identifier = ["subnet-1", "subnet-2"]
    }
  }
  fail {
    resource "aws_autoscaling_group" "g" {
      availability_zones = ["eu-west-1a"]
    }
  }
}

rule "aws-lambda-tracing" {
  title      = "Function without tracing"
  severity   = "low"
  category   = "operations"
  resource   = "aws_lambda_function"
  require    = contains(["Active", "PassThrough"], self.tracing_config[0].mode)
  message    = "tracing_config is missing."
  why        = "Slow and failing calls cannot be followed through other services."
  advice     = "Add tracing_config with mode Active."
  references = ["CKV_AWS_50"]
  remedy {
    set {
      tracing_config {
        mode = "Active"
      }
    }
  }
  pass {
    resource "aws_lambda_function" "f" {
      tracing_config {
        mode = "Active"
      }
    }
  }
  fail {
    resource "aws_lambda_function" "f" {
      function_name = "f"
    }
  }
}

rule "aws-lambda-dead-letters" {
  title      = "Failed events of a function are lost"
  severity   = "low"
  category   = "reliability"
  resource   = "aws_lambda_function"
  require    = length(self.dead_letter_config) > 0 || length(related("aws_lambda_function_event_invoke_config", "function_name")) > 0
  message    = "Neither a dead letter queue nor a failure destination is configured."
  why        = "Asynchronous events that fail three times are dropped without a trace."
  advice     = "Add dead_letter_config with a queue."
  references = ["CKV_AWS_116"]
  pass {
    resource "aws_lambda_function" "f" {
      dead_letter_config {
        target_arn = "arn"
      }
    }
  }
  fail {
    resource "aws_lambda_function" "f" {
      function_name = "f"
    }
  }
}

rule "aws-lambda-secrets" {
  title      = "Secret in the environment of a function"
  severity   = "high"
  category   = "security"
  resource   = "aws_lambda_function"
  applies    = self.environment[0].variables != null
  require    = !is_secret_text(self.environment[0].variables) && !anytrue([for k, v in self.environment[0].variables : can(regex("(?i)(password|passwd|secret_key|api_key|private_key)$", k)) && is_literal(v)])
  message    = "An environment variable holds a password or key in clear text."
  why        = "Everybody who may read the function's configuration reads the secret."
  advice     = "Keep the secret in Secrets Manager and pass its ARN."
  references = ["CKV_AWS_45", "CWE-798"]
  pass {
    resource "aws_lambda_function" "f" {
      environment {
        variables = { SECRET_ARN = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:x" }
      }
    }
  }
  fail {
    resource "aws_lambda_function" "f" {
      environment {
        variables = { DB_PASSWORD = "hunter2" }
      }
    }
  }
}

rule "aws-lambda-url-authorization" {
  title      = "Function URL open to everybody"
  severity   = "high"
  category   = "security"
  resource   = "aws_lambda_function_url"
  require    = self.authorization_type == "AWS_IAM"
  message    = "authorization_type is ${coalesce(self.authorization_type, "not set")}."
  why        = "Anybody on the internet may call the function, and the account pays."
  advice     = "Set authorization_type to AWS_IAM, or put an API with authorization in front."
  references = ["CKV_AWS_258", "AWS Security Hub Lambda.1"]
  remedy {
    set {
      authorization_type = "AWS_IAM"
    }
  }
  pass {
    resource "aws_lambda_function_url" "u" {
      function_name      = "f"
      authorization_type = "AWS_IAM"
    }
  }
  fail {
    resource "aws_lambda_function_url" "u" {
      function_name      = "f"
      authorization_type = "NONE"
    }
  }
}

rule "aws-lambda-permission-source" {
  title      = "Function may be called for any account's resource"
  severity   = "high"
  category   = "security"
  resource   = "aws_lambda_permission"
  applies    = self.principal == "*" || endswith(self.principal, ".amazonaws.com")
  require    = self.principal != "*" && (is_set("source_arn") || is_set("source_account"))
  message    = "The service ${self.principal} may call the function on behalf of anybody."
  why        = "Without source_arn or source_account, a resource of a stranger can trigger the function."
  advice     = "Set source_arn to the resource that calls the function."
  references = ["CKV_AWS_364", "trivy AWS-0067"]
  pass {
    resource "aws_lambda_permission" "p" {
      principal  = "s3.amazonaws.com"
      source_arn = "arn:aws:s3:::b"
    }
  }
  fail {
    resource "aws_lambda_permission" "p" {
      principal = "s3.amazonaws.com"
    }
  }
}

rule "aws-lambda-runtime" {
  title      = "Function runs on a retired runtime"
  severity   = "medium"
  category   = "operations"
  resource   = "aws_lambda_function"
  applies    = self.runtime != null
  require    = !contains(["dotnetcore3.1", "dotnetcore2.1", "dotnetcore2.0", "dotnetcore1.0", "dotnet5.0", "dotnet6", "go1.x", "java8", "nodejs", "nodejs4.3", "nodejs4.3-edge", "nodejs6.10", "nodejs8.10", "nodejs10.x", "nodejs12.x", "nodejs14.x", "nodejs16.x", "nodejs18.x", "provided", "python2.7", "python3.6", "python3.7", "python3.8", "python3.9", "ruby2.5", "ruby2.7"], self.runtime)
  message    = "The runtime ${self.runtime} gets no more fixes."
  why        = "Retired runtimes get no security fixes, and one day functions on them cannot be updated any more."
  advice     = "Move to the current version of the language."
  references = ["AWS Security Hub Lambda.2", "CKV_AWS_363"]
  pass {
    resource "aws_lambda_function" "f" {
      runtime = "python3.13"
    }
  }
  fail {
    resource "aws_lambda_function" "f" {
      runtime = "python3.7"
    }
  }
}

rule "aws-eks-logging" {
  title      = "Kubernetes control plane without audit logs"
  severity   = "medium"
  category   = "operations"
  resource   = "aws_eks_cluster"
  require    = alltrue([for l in ["api", "audit", "authenticator", "controllerManager", "scheduler"] : contains(coalesce(self.enabled_cluster_log_types, []), l)])
  message    = "Not all five kinds of control plane logs are enabled."
  why        = "Who did what in the cluster cannot be reconstructed without them."
  advice     = "List api, audit, authenticator, controllerManager and scheduler in enabled_cluster_log_types."
  references = ["AWS Security Hub EKS.8", "CKV_AWS_37"]
  remedy {
    set {
      enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
    }
  }
  pass {
    resource "aws_eks_cluster" "c" {
      enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
    }
  }
  fail {
    resource "aws_eks_cluster" "c" {
      enabled_cluster_log_types = ["api"]
    }
  }
}

rule "aws-eks-secrets-encryption" {
  title      = "Kubernetes secrets not encrypted with a key of one's own"
  severity   = "high"
  category   = "security"
  resource   = "aws_eks_cluster"
  require    = anytrue([for e in self.encryption_config : contains(e.resources, "secrets")]) && is_set("encryption_config.provider.key_arn")
  message    = "encryption_config for secrets is missing."
  why        = "Secrets in etcd should need a second permission to read."
  advice     = "Add encryption_config with resources [\"secrets\"] and a KMS key."
  references = ["AWS Security Hub EKS.3", "trivy AWS-0039"]
  pass {
    resource "aws_eks_cluster" "c" {
      encryption_config {
        resources = ["secrets"]
        provider {
          key_arn = "arn"
        }
      }
    }
  }
  fail {
    resource "aws_eks_cluster" "c" {
      name = "c"
    }
  }
}

rule "aws-eks-public-endpoint" {
  title      = "Kubernetes API reachable from the whole internet"
  severity   = "critical"
  category   = "security"
  resource   = "aws_eks_cluster"
  require    = self.vpc_config[0].endpoint_public_access == false || length(self.vpc_config[0].public_access_cidrs) > 0 && !is_public_cidr(self.vpc_config[0].public_access_cidrs)
  message    = "The public endpoint is open to every address."
  why        = "The API server is one vulnerability away from whoever finds it."
  advice     = "Set endpoint_public_access to false and endpoint_private_access to true, or limit public_access_cidrs."
  references = ["AWS Security Hub EKS.1", "trivy AWS-0040"]
  remedy {
    set {
      vpc_config {
        endpoint_public_access  = false
        endpoint_private_access = true
      }
    }
  }
  pass {
    resource "aws_eks_cluster" "c" {
      vpc_config {
        endpoint_public_access = false
      }
    }
  }
  fail {
    resource "aws_eks_cluster" "c" {
      vpc_config {
        subnet_ids = ["subnet-1"]
      }
    }
  }
}

rule "aws-ecs-container-insights" {
  title      = "Container cluster without metrics"
  severity   = "low"
  category   = "operations"
  resource   = "aws_ecs_cluster"
  require    = anytrue([for s in self.setting : s.name == "containerInsights" && contains(["enabled", "enhanced"], s.value)])
  message    = "Container insights are off."
  why        = "Without metrics of tasks, a shortage shows only as an outage."
  advice     = "Add setting with name containerInsights and value enabled."
  references = ["AWS Security Hub ECS.12", "trivy AWS-0034"]
  pass {
    resource "aws_ecs_cluster" "c" {
      setting {
        name  = "containerInsights"
        value = "enabled"
      }
    }
  }
  fail {
    resource "aws_ecs_cluster" "c" {
      name = "c"
    }
  }
}

rule "aws-ecs-privileged" {
  title      = "Container with the rights of the host"
  severity   = "high"
  category   = "security"
  resource   = "aws_ecs_task_definition"
  require    = !anytrue([for c in coalesce(document.container_definitions, try(jsondecode(self.container_definitions), [])) : c.privileged == true || c.pidMode == "host"]) && self.pid_mode != "host"
  message    = "A container is privileged or shares the processes of the host."
  why        = "Whoever breaks out of such a container owns the host."
  advice     = "Remove privileged and pid_mode host."
  references = ["AWS Security Hub ECS.3", "AWS Security Hub ECS.4"]
  pass {
    resource "aws_ecs_task_definition" "t" {
      container_definitions = jsonencode([{ name = "a", image = "nginx", privileged = false }])
    }
  }
  fail {
    resource "aws_ecs_task_definition" "t" {
      container_definitions = jsonencode([{ name = "a", image = "nginx", privileged = true }])
    }
  }
}

rule "aws-ecs-secrets" {
  title      = "Secret in the environment of a container"
  severity   = "high"
  category   = "security"
  resource   = "aws_ecs_task_definition"
  require    = !anytrue(flatten([for c in coalesce(document.container_definitions, try(jsondecode(self.container_definitions), [])) : [for e in c.environment : is_secret_text(e.value) || can(regex("(?i)(password|passwd|secret_key|api_key|private_key|token)$", e.name)) && is_literal(e.value)]]))
  message    = "An environment variable holds a password or key in clear text."
  why        = "Everybody who may describe the task definition reads the secret."
  advice     = "Use secrets with valueFrom and a secret of Secrets Manager or Parameter Store."
  references = ["AWS Security Hub ECS.8", "trivy AWS-0036"]
  pass {
    resource "aws_ecs_task_definition" "t" {
      container_definitions = jsonencode([{ name = "a", environment = [{ name = "PORT", value = "80" }] }])
    }
  }
  fail {
    resource "aws_ecs_task_definition" "t" {
      container_definitions = jsonencode([{ name = "a", environment = [{ name = "DB_PASSWORD", value = "hunter2" }] }])
    }
  }
}

rule "aws-ecs-service-public-address" {
  title      = "Container service with public addresses"
  severity   = "high"
  category   = "security"
  resource   = ["aws_ecs_service", "aws_ecs_task_set"]
  require    = self.network_configuration[0].assign_public_ip != true
  message    = "assign_public_ip is true."
  why        = "Every task is reachable from the internet instead of through a load balancer."
  advice     = "Set assign_public_ip to false and use private subnets."
  references = ["AWS Security Hub ECS.2", "CKV_AWS_333"]
  remedy {
    set {
      network_configuration {
        assign_public_ip = false
      }
    }
  }
  pass {
    resource "aws_ecs_service" "s" {
      network_configuration {
        subnets = ["subnet-1"]
      }
    }
  }
  fail {
    resource "aws_ecs_service" "s" {
      network_configuration {
        subnets          = ["subnet-1"]
        assign_public_ip = true
      }
    }
  }
}
