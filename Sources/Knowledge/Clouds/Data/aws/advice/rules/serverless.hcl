# Functions and tables.

rule "aws-lambda-memory" {
  number     = 29
  title      = "Function with more memory than it uses"
  origin     = "AWS Compute Optimizer for Lambda: used less than 60 %"
  action     = "rightsize"
  stage      = "resize"
  needs      = ["metrics"]
  resource   = "aws_lambda_function"
  confidence = "medium"
  effort     = "low"
  risk       = "medium"
  reversible = true
  let {
    memory  = coalesce(self.memory_size, 128)
    used    = metric("lambda_memory").max
    wanted  = max(128, ceil(used * 1.2 / 64) * 64)
    seconds = metric("lambda_seconds").mean * 365 / 12
    rate    = price("lambda", contains(coalesce(self.architectures, ["x86_64"]), "arm64") ? "duration-arm" : "duration")
  }
  when     = used < 0.6 * memory && wanted < memory
  evidence = "It uses at most ${fixed(used, 0)} of ${memory} MB, and runs ${fixed(seconds, 0)} seconds a month."
  saving   = seconds * (memory - wanted) / 1024 * rate
  formula  = "${fixed(seconds, 0)} s × (${memory} − ${wanted}) MB / 1024 × ${rate(rate)} = ${dollars(seconds * (memory - wanted) / 1024 * rate)} a month"
  steps    = ["A function gets processors with its memory: compare its duration afterwards, and go back if it takes longer."]
  patch {
    set {
      memory_size = wanted
    }
  }
  fires "a tenth in use" {
    resource "aws_lambda_function" "f" {
      function_name = "f"
      role          = "arn:aws:iam::123456789012:role/f"
      handler       = "main.handler"
      runtime       = "python3.12"
      filename      = "f.zip"
      memory_size   = 2048
    }
    series "lambda_memory" {
      key   = "f"
      value = 200
      hours = 336
    }
    series "lambda_seconds" {
      key   = "f"
      value = 50000
      hours = 336
    }
  }
  spares "well used" {
    resource "aws_lambda_function" "f" {
      function_name = "f"
      role          = "arn:aws:iam::123456789012:role/f"
      memory_size   = 512
    }
    series "lambda_memory" {
      key   = "f"
      value = 400
      hours = 336
    }
    series "lambda_seconds" {
      key   = "f"
      value = 50000
      hours = 336
    }
  }
  edge "spares" "60 percent" {
    resource "aws_lambda_function" "f" {
      function_name = "f"
      role          = "arn:aws:iam::123456789012:role/f"
      memory_size   = 1000
    }
    series "lambda_memory" {
      key   = "f"
      value = 600
      hours = 336
    }
    series "lambda_seconds" {
      key   = "f"
      value = 50000
      hours = 336
    }
  }
}

rule "aws-lambda-graviton" {
  number     = 29
  title      = "Function that would cost a fifth less on Graviton"
  origin     = "AWS Lambda prices: arm64 is 20 % below x86"
  action     = "migrate-to-graviton"
  stage      = "architecture"
  needs      = ["resources"]
  resource   = "aws_lambda_function"
  confidence = "medium"
  effort     = "low"
  risk       = "low"
  reversible = true
  basis      = "usage"
  let {
    plain   = length([for r in ["python3", "nodejs", "java", "ruby", "dotnet"] : r if startswith(coalesce(self.runtime, ""), r)]) > 0
    seconds = given("metrics") ? metric_or_null("lambda_seconds").mean * 365 / 12 : null
    gb      = coalesce(self.memory_size, 128) / 1024
    less    = price("lambda", "duration") - price("lambda", "duration-arm")
  }
  when     = plain && coalesce(self.package_type, "Zip") == "Zip" && !contains(coalesce(self.architectures, ["x86_64"]), "arm64") && length(coalesce(self.layers, [])) == 0
  evidence = "${self.runtime} runs on arm64, and architectures ${self.architectures == null ? "is not set" : "is x86_64"}."
  saving   = seconds == null ? null : seconds * gb * less
  formula  = seconds == null ? "GB-seconds × (${rate(price("lambda", "duration"))} − ${rate(price("lambda", "duration-arm"))})" : "${fixed(seconds, 0)} s × ${fixed(gb, 3)} GB × (${rate(price("lambda", "duration"))} − ${rate(price("lambda", "duration-arm"))}) = ${dollars(seconds * gb * less)} a month"
  steps    = ["Packages with programs in them have to be there for arm64."]
  patch {
    set {
      architectures = ["arm64"]
    }
  }
  fires "python" {
    resource "aws_lambda_function" "f" {
      function_name = "f"
      role          = "arn:aws:iam::123456789012:role/f"
      handler       = "main.handler"
      runtime       = "python3.12"
      filename      = "f.zip"
    }
  }
  spares "arm64 already" {
    resource "aws_lambda_function" "f" {
      function_name = "f"
      role          = "arn:aws:iam::123456789012:role/f"
      runtime       = "python3.12"
      architectures = ["arm64"]
    }
  }
  edge "spares" "an image has to be built anew" {
    resource "aws_lambda_function" "f" {
      function_name = "f"
      role          = "arn:aws:iam::123456789012:role/f"
      package_type  = "Image"
      image_uri     = "123456789012.dkr.ecr.us-east-1.amazonaws.com/f:1"
    }
  }
}

rule "aws-dynamodb-on-demand" {
  number     = 30
  title      = "Table with capacity that is hardly used"
  origin     = "AWS: on demand costs less below about 18 % of use"
  action     = "configure"
  stage      = "resize"
  needs      = ["metrics"]
  resource   = "aws_dynamodb_table"
  confidence = "medium"
  effort     = "very-low"
  risk       = "low"
  reversible = true
  let {
    reads   = metric("dynamodb_reads").mean
    writes  = metric("dynamodb_writes").mean
    month   = hours * 3600
    now     = hours * (self.read_capacity * price("dynamodb", "rcu") + self.write_capacity * price("dynamodb", "wcu"))
    then    = reads * month / 1000000 * price("dynamodb", "read-requests") + writes * month / 1000000 * price("dynamodb", "write-requests")
    used    = (reads + writes) / max(1, self.read_capacity + self.write_capacity)
  }
  when     = coalesce(self.billing_mode, "PROVISIONED") == "PROVISIONED" && used < 0.18 && then < now && metric("dynamodb_reads").hours >= 7 * 24 * 0.9
  obstacle {
    when   = length(related("aws_appautoscaling_target", "resource_id")) > 0
    reason = "an autoscaler sets its capacity: lower its limits instead"
  }
  evidence = "Of ${self.read_capacity} read and ${self.write_capacity} write units ${fixed(reads, 2)} and ${fixed(writes, 2)} are used on average, ${fixed(used * 100, 1)} %."
  saving   = now - then
  formula  = "${dollars(now)} for the capacity − (${fixed(reads * month / 1000000, 2)} million reads × ${rate(price("dynamodb", "read-requests"))} + ${fixed(writes * month / 1000000, 2)} million writes × ${rate(price("dynamodb", "write-requests"))}) = ${dollars(now - then)} a month"
  patch {
    set {
      billing_mode = "PAY_PER_REQUEST"
    }
    unset = [["read_capacity"], ["write_capacity"]]
  }
  fires "one percent" {
    resource "aws_dynamodb_table" "t" {
      name           = "t"
      hash_key       = "id"
      read_capacity  = 500
      write_capacity = 500
      attribute {
        name = "id"
        type = "S"
      }
    }
    series "dynamodb_reads" {
      key   = "t"
      value = 5
      hours = 336
    }
    series "dynamodb_writes" {
      key   = "t"
      value = 2
      hours = 336
    }
  }
  spares "on demand already" {
    resource "aws_dynamodb_table" "t" {
      name         = "t"
      hash_key     = "id"
      billing_mode = "PAY_PER_REQUEST"
    }
    series "dynamodb_reads" {
      key   = "t"
      value = 5
      hours = 336
    }
    series "dynamodb_writes" {
      key   = "t"
      value = 2
      hours = 336
    }
  }
  edge "spares" "18 percent" {
    resource "aws_dynamodb_table" "t" {
      name           = "t"
      hash_key       = "id"
      read_capacity  = 100
      write_capacity = 100
    }
    series "dynamodb_reads" {
      key   = "t"
      value = 18
      hours = 336
    }
    series "dynamodb_writes" {
      key   = "t"
      value = 18
      hours = 336
    }
  }
}

rule "aws-lambda-provisioned-concurrency" {
  number     = 29
  title      = "Function with more provisioned concurrency than it uses"
  origin     = "AWS Lambda developer guide: ProvisionedConcurrencyUtilization; CloudWatch keeps its peaks"
  action     = "rightsize"
  stage      = "resize"
  needs      = ["metrics"]
  resource   = "aws_lambda_provisioned_concurrency_config"
  confidence = "medium"
  effort     = "low"
  risk       = "medium"
  reversible = true
  let {
    used     = metric("lambda_concurrency_used")
    count    = self.provisioned_concurrent_executions
    function = referred("function_name")[0]
    wanted   = max(1, ceil(count * used.max / 100 * 1.2))
    arm      = contains(coalesce(function.architectures, ["x86_64"]), "arm64") ? "-arm" : ""
    gb       = coalesce(function.memory_size, 128) / 1024
    unit     = price("lambda", "provisioned-concurrency${arm}")
  }
  when     = used.hours >= 72 && wanted < count
  obstacle {
    when   = length([for t in all_of_type("aws_appautoscaling_target") : t if t.service_namespace == "lambda"]) > 0
    reason = "an autoscaler sets the number: change its limits"
  }
  evidence = "At most ${fixed(used.max, 1)} % of ${count} were in use at once in ${floor(used.hours / 24)} days."
  saving   = (count - wanted) * gb * hours * 3600 * unit
  formula  = "(${count} − ${wanted}) × ${fixed(gb, 3)} GB × ${hours} hours × 3600 × ${rate(unit)} = ${dollars((count - wanted) * gb * hours * 3600 * unit)} a month"
  patch {
    set {
      provisioned_concurrent_executions = wanted
    }
  }
  fires "a tenth in use" {
    resource "aws_lambda_function" "api" {
      function_name = "api"
      role          = "arn:aws:iam::123456789012:role/api"
      handler       = "a.b"
      runtime       = "python3.12"
      memory_size   = 1024
      filename      = "x.zip"
    }
    resource "aws_lambda_provisioned_concurrency_config" "api" {
      function_name                     = aws_lambda_function.api.function_name
      qualifier                         = "live"
      provisioned_concurrent_executions = 50
    }
    series "lambda_concurrency_used" {
      key   = "api"
      value = 10
      hours = 336
    }
  }
  spares "most in use" {
    resource "aws_lambda_function" "api" {
      function_name = "api"
      role          = "arn:aws:iam::123456789012:role/api"
      handler       = "a.b"
      runtime       = "python3.12"
      filename      = "x.zip"
    }
    resource "aws_lambda_provisioned_concurrency_config" "api" {
      function_name                     = aws_lambda_function.api.function_name
      qualifier                         = "live"
      provisioned_concurrent_executions = 50
    }
    series "lambda_concurrency_used" {
      key   = "api"
      value = 90
      hours = 336
    }
  }
  edge "spares" "one is the least" {
    resource "aws_lambda_function" "api" {
      function_name = "api"
      role          = "arn:aws:iam::123456789012:role/api"
      handler       = "a.b"
      runtime       = "python3.12"
      filename      = "x.zip"
    }
    resource "aws_lambda_provisioned_concurrency_config" "api" {
      function_name                     = aws_lambda_function.api.function_name
      qualifier                         = "live"
      provisioned_concurrent_executions = 1
    }
    series "lambda_concurrency_used" {
      key   = "api"
      value = 0
      hours = 336
    }
  }
}
