/// Requests as people write them, over the breadth of the handbook.
enum RequestCases {
  static let all = network + servers + databases + storage + serverless + kubernetes + wordings

  static let network = [
    RequestCase(
      text:
        "VPC 10.20.0.0/16 with three availability zones, public and private subnets and a NAT gateway in each zone",
      recipes: ["aws/vpc"], requirements: ["public and private subnets", "NAT gateway in each zone"],
      constraints: ["network = 10.20.0.0/16"],
      values: ["aws/vpc.cidr=10.20.0.0/16", "aws/vpc.zones=3", "aws/vpc.nat=per-az"]),
    RequestCase(
      text: "creates a VPC with a CIDR block of 10.0.0.0/16 and an internet gateway in the us-east-2 region",
      recipes: ["aws/vpc"], requirements: ["internet gateway"], constraints: ["region = us-east-2"],
      values: ["aws/vpc.cidr=10.0.0.0/16"]),
    RequestCase(
      text: "A network in Frankfurt without NAT and with flow logs, called a VPC", recipes: ["aws/vpc"],
      constraints: ["region = eu-central-1"], values: ["aws/vpc.nat=none", "aws/vpc.flow_logs=yes"]),
  ]

  static let servers = [
    RequestCase(
      text:
        "A web application on AWS in eu-west-1: load balancer, two application servers, a PostgreSQL database with "
        + "daily backups, under 400 dollars a month",
      recipes: ["aws/load-balancer", "aws/rds", "aws/servers"],
      requirements: ["load balancer", "two application servers", "a PostgreSQL database", "daily backups"],
      constraints: ["budget <= 400", "region = eu-west-1"],
      values: ["aws/servers.count=2", "aws/rds.engine=postgres"]),
    RequestCase(
      text:
        "An auto scaling group with between 2 and 6 t3.medium instances behind a network load balancer in Ireland",
      recipes: ["aws/load-balancer", "aws/servers"],
      constraints: ["region = eu-west-1", "size = t3.medium"],
      values: [
        "aws/servers.count=2", "aws/servers.maximum=6", "aws/servers.instance_type=t3.medium",
        "aws/servers.mode=group", "aws/load-balancer.kind=network",
      ]),
    RequestCase(
      text: "3 web servers with 50 GB disks and an ALB", recipes: ["aws/load-balancer", "aws/servers"],
      requirements: ["3 web servers", "50 GB"],
      values: ["aws/servers.count=3", "aws/servers.disk_gb=50"]),
    RequestCase(
      text: "a pair of application servers, max 1,000 USD per month", recipes: ["aws/servers"],
      constraints: ["budget <= 1000"], values: ["aws/servers.count=2"]),
    RequestCase(text: "web server", recipes: ["aws/servers"], requirements: ["web server"]),
    RequestCase(
      text: "A web shop for less than 50 EUR a month", recipes: ["aws/load-balancer", "aws/servers"],
      requirements: ["A web shop"], questions: ["EUR"]),
    RequestCase(
      text:
        "An ECS service on Fargate with two tasks and a Redis cache behind an application load balancer on port 3000",
      recipes: ["aws/cache", "aws/container-service", "aws/load-balancer"],
      requirements: ["two tasks", "port 3000"],
      values: ["aws/container-service.count=2", "aws/container-service.port=3000", "aws/cache.engine=redis"]),
    RequestCase(
      text: "an ECR repository named \"backend\" with image scanning", recipes: ["aws/container-registry"],
      names: ["backend"]),
  ]

  static let databases = [
    RequestCase(
      text:
        "A highly available PostgreSQL 16 database named \"shop\" with 100 GB storage on db.r6g.large, under $300 a "
        + "month, backups kept for 14 days",
      recipes: ["aws/rds"],
      requirements: ["highly available", "100 GB", "db.r6g.large", "named 'shop'", "14 days"],
      constraints: [
        "availability >= multi-az", "budget <= 300", "size >= 100", "size = db.r6g.large", "version = 16",
        "retention >= 14",
      ],
      values: [
        "aws/rds.multi_az=yes", "aws/rds.version=16", "aws/rds.storage_gb=100",
        "aws/rds.instance_class=db.r6g.large",
        "aws/rds.backup_days=14",
      ], names: ["shop"]),
    RequestCase(
      text: "Create a MySQL database instance (the version should be 8.4.3 and capacity is 25GB) in London",
      recipes: ["aws/rds"], constraints: ["region = eu-west-2", "version = 8.4.3"],
      values: ["aws/rds.engine=mysql", "aws/rds.port=3306", "aws/rds.version=8.4.3", "aws/rds.storage_gb=25"]),
    RequestCase(
      text: "RDS MariaDB with two read replicas, not publicly accessible", recipes: ["aws/rds"],
      requirements: ["two read replicas", "not publicly accessible"],
      values: ["aws/rds.engine=mariadb", "aws/rds.replicas=2", "aws/rds.public=no"]),
    RequestCase(
      text: "An Aurora PostgreSQL cluster with a read replica, version 16.4, deletion protection",
      recipes: ["aws/aurora"], requirements: ["read replica", "version 16.4", "deletion protection"],
      values: ["aws/aurora.replicas=1", "aws/aurora.version=16.4", "aws/aurora.deletion_protection=yes"]),
    RequestCase(
      text: "Aurora MySQL in Ohio, encrypted with a customer managed key", recipes: ["aws/aurora"],
      constraints: ["region = us-east-2"],
      values: ["aws/aurora.engine=aurora-mysql", "aws/aurora.encryption=customer"]),
    RequestCase(
      text: "a memcached cluster with 2 nodes on cache.t3.small", recipes: ["aws/cache-memcached"],
      values: ["aws/cache-memcached.nodes=2", "aws/cache-memcached.node_type=cache.t3.small"]),
    RequestCase(
      text: "A Valkey cache and a database. The database is PostgreSQL and must survive a zone failure.",
      recipes: ["aws/cache", "aws/rds"],
      values: ["aws/cache.engine=valkey", "aws/rds.engine=postgres", "aws/rds.multi_az=yes"]),
    RequestCase(
      text:
        "DynamoDB table 'orders' with partition key customer_id, sort key created and point in time recovery",
      recipes: ["aws/table"],
      requirements: ["named 'orders'", "partition key customer_id", "sort key created"],
      values: ["aws/table.hash_key=customer_id", "aws/table.range_key=created", "aws/table.recovery=yes"],
      names: ["orders"]),
    RequestCase(
      text: "Create a DynamoDB table with read and write capacity both set to 10.", recipes: ["aws/table"],
      values: ["aws/table.capacity=10"]),
  ]

  static let storage = [
    RequestCase(
      text:
        "An S3 bucket called reports-archive with versioning and access logging, objects deleted after 90 days",
      recipes: ["aws/bucket"], requirements: ["named 'reports-archive'", "versioning", "90 days"],
      values: ["aws/bucket.versioning=yes", "aws/bucket.keep_days=90", "aws/bucket.access_logs=yes"],
      names: ["reports-archive"]),
    RequestCase(
      text: "An S3 data lake bucket with replication from eu-west-1 to eu-central-1", recipes: ["aws/bucket"],
      constraints: ["region = eu-west-1", "region = eu-central-1"], values: ["aws/bucket.replicated=yes"]),
    RequestCase(
      text: "two S3 buckets", recipes: ["aws/bucket", "aws/bucket"], requirements: ["two S3 buckets"]),
    RequestCase(
      text: "A static website with a CDN in Frankfurt, under $20 a month",
      recipes: ["aws/bucket", "aws/cdn"],
      requirements: ["A static website", "a CDN"], constraints: ["budget <= 20", "region = eu-central-1"]),
    RequestCase(
      text: "Route 53 zone for example.org pointing to a CloudFront distribution for an S3 bucket",
      recipes: ["aws/bucket", "aws/cdn", "aws/dns-zone"], values: ["aws/dns-zone.domain=example.org"]),
    RequestCase(
      text: "Two Linux instances in private subnets sharing an EFS file system",
      recipes: ["aws/file-system", "aws/servers"], requirements: ["in private subnets"],
      values: ["aws/servers.count=2"]),
    RequestCase(
      text: "a KMS key with a 14 day deletion window and a secret in Secrets Manager",
      recipes: ["aws/kms", "aws/secret"],
      values: ["aws/kms.deletion_days=14"]),
  ]

  static let serverless = [
    RequestCase(
      text:
        "A serverless API with DynamoDB: table 'orders' with partition key order_id, Lambda with 512 MB and python3.12",
      recipes: ["aws/function", "aws/http-api", "aws/table"],
      values: ["aws/function.memory=512", "aws/function.runtime=python3.12", "aws/table.hash_key=order_id"],
      names: ["orders"]),
    RequestCase(
      text: "A nightly job on AWS that runs a Lambda function every night at 2",
      recipes: ["aws/function", "aws/schedule"],
      requirements: ["every night at 2"]),
    RequestCase(
      text:
        "An AWS EventBridge event rule named \"cron\" that is scheduled everyday at 7 UTC, linked to a Lambda function",
      recipes: ["aws/function", "aws/schedule"], requirements: ["everyday at 7 UTC"], names: ["cron"]),
    RequestCase(
      text:
        "A queue worker: an SQS queue with a dead letter queue and a Lambda function, keep messages 7 days",
      recipes: ["aws/function", "aws/queue"], requirements: ["dead letter queue", "7 days"],
      values: ["aws/queue.retention_days=7"]),
    RequestCase(
      text: "An SNS topic called alerts that fans out to two SQS queues",
      recipes: ["aws/queue", "aws/queue", "aws/topic"],
      requirements: ["two SQS queues"], names: ["alerts"]),
    RequestCase(
      text: "CloudWatch alarms for the CPU of a PostgreSQL database sent to ops@example.com",
      recipes: ["aws/alarm", "aws/rds", "aws/topic"], values: ["aws/topic.email=ops@example.com"]),
    RequestCase(
      text: "a log group for the application, logs kept 30 days", recipes: ["aws/log-group"],
      constraints: ["retention = 30"], values: ["aws/log-group.log_days=30"]),
    RequestCase(
      text: "Budget alarm at 100 dollars", recipes: ["aws/budget"], values: ["aws/budget.limit=100"]),
    RequestCase(
      text: "a Kinesis stream with 2 shards and 3 days retention", recipes: ["aws/stream"],
      values: ["aws/stream.shards=2", "aws/stream.retention_days=3"]),
    RequestCase(
      text: "A Lambda function on AWS and a SageMaker endpoint", recipes: ["aws/function"],
      questions: ["SageMaker endpoint"]),
    RequestCase(
      text: "Lambda on AWS that writes to Azure blob storage", recipes: ["aws/function"], questions: ["Azure"]
    ),
  ]

  static let kubernetes = [
    RequestCase(
      text: "An EKS cluster with a node group of 3 t3.large nodes, Kubernetes 1.32",
      recipes: ["aws/kubernetes-cluster"],
      values: [
        "aws/kubernetes-cluster.nodes=3", "aws/kubernetes-cluster.instance_type=t3.large",
        "aws/kubernetes-cluster.version=1.32",
      ]),
    RequestCase(
      text: "Three microservices (orders, billing and users) on Kubernetes with ingress and autoscaling",
      recipes: ["k8s/ingress", "k8s/workload", "k8s/workload", "k8s/workload"],
      requirements: ["Three microservices", "ingress", "autoscaling"],
      values: ["k8s/workload.autoscaling=yes"],
      names: ["orders", "billing", "users"]),
    RequestCase(
      text:
        "EKS with two microservices named cart and catalog, an ingress for shop.example.com, an RDS MySQL database",
      recipes: ["aws/kubernetes-cluster", "aws/rds", "k8s/ingress", "k8s/workload", "k8s/workload"],
      values: ["k8s/ingress.domain=shop.example.com"], names: ["cart", "catalog"]),
    RequestCase(
      text:
        "A redis cache on kubernetes and a cron job every 15 minutes with image registry.example.com/report:1.4",
      recipes: ["k8s/cron-job", "k8s/stateful"], requirements: ["every 15 minutes"],
      values: ["k8s/cron-job.image=registry.example.com/report:1.4"]),
    RequestCase(
      text:
        "A Kubernetes deployment of ghcr.io/acme/web:2.1 with 4 replicas on port 3000 and a network policy",
      recipes: ["k8s/workload"], requirements: ["network policy"],
      values: [
        "k8s/workload.image=ghcr.io/acme/web:2.1", "k8s/workload.replicas=4", "k8s/workload.port=3000",
        "k8s/workload.network_policy=yes",
      ]),
  ]

  /// Odd word orders, words for numbers, lists of names, British spelling; none of these leaves a word unread.
  static let wordings = [
    RequestCase(
      text: "A static website with CloudFront with the domain example.org in Route 53, in eu-west-1",
      recipes: ["aws/bucket", "aws/cdn", "aws/dns-zone"], requirements: ["domain example.org"]),
    RequestCase(
      text: "An HTTP API Gateway with a Lambda and an Aurora PostgreSQL 16 cluster, logs kept 30 days",
      recipes: ["aws/aurora", "aws/function", "aws/http-api"],
      values: ["aws/aurora.version=16", "aws/function.log_days=30"]),
    RequestCase(
      text: "An SQS queue on AWS with an alarm when messages are old", recipes: ["aws/alarm", "aws/queue"],
      requirements: ["messages are old"], values: ["aws/alarm.age=900"]),
    RequestCase(
      text: "A Kubernetes deployment with autoscaling up to 10 and 3 replicas", recipes: ["k8s/workload"],
      values: ["k8s/workload.maximum=10", "k8s/workload.replicas=3"]),
    RequestCase(
      text: "A private encrypted S3 bucket that notifies an SNS topic when objects arrive",
      recipes: ["aws/bucket", "aws/topic"], requirements: ["private", "encrypted"]),
    RequestCase(
      text:
        "A nightly job at 2:30 that runs a Lambda on AWS every day and writes to a bucket, keep 90 days",
      recipes: ["aws/bucket", "aws/function", "aws/schedule"], requirements: ["every day at 2:30"],
      values: ["aws/bucket.keep_days=90"]),
    RequestCase(
      text:
        "Three microservices on Kubernetes: frontend, cart and payment, each with 2 replicas, and a cron job "
        + "cleanup every hour",
      recipes: ["k8s/cron-job", "k8s/workload", "k8s/workload", "k8s/workload"],
      values: ["k8s/workload.replicas=2"], names: ["frontend", "cart", "payment", "cleanup"]),
    RequestCase(
      text:
        "Behind an ALB listening for shop.example.com we'd like three Fargate tasks with 1 vCPU and 2 GB of memory "
        + "each, image ghcr.io/acme/shop:3.2, scaling to twelve",
      recipes: ["aws/container-service", "aws/load-balancer"], requirements: ["three Fargate tasks"],
      values: [
        "aws/container-service.count=3", "aws/container-service.cpu=1024",
        "aws/container-service.memory=2048", "aws/container-service.maximum=12",
        "aws/load-balancer.domain=shop.example.com",
      ]),
    RequestCase(
      text:
        "Two SQS queues, invoices and refunds, both encrypted with a customer-managed key, kept for ten days",
      recipes: ["aws/queue", "aws/queue"],
      values: ["aws/queue.encryption=customer", "aws/queue.retention_days=10"],
      names: ["invoices", "refunds"]),
    RequestCase(
      text: "PostgreSQL 15 on db.t4g.medium with 200 gigabytes of storage and thirty-five days of backups",
      recipes: ["aws/rds"], values: ["aws/rds.storage_gb=200", "aws/rds.backup_days=35"]),
    RequestCase(
      text: "A Kinesis data stream named clicks with four shards, kept for a week, read by a Lambda",
      recipes: ["aws/function", "aws/stream"],
      values: ["aws/stream.shards=4", "aws/stream.retention_days=7"], names: ["clicks"]),
    RequestCase(
      text: "An EKS 1.31 cluster with 2 to 5 m6i.large worker nodes in Paris",
      recipes: ["aws/kubernetes-cluster"],
      values: ["aws/kubernetes-cluster.nodes=2", "aws/kubernetes-cluster.maximum=5"]),
    RequestCase(
      text:
        "On Kubernetes: a deployment api from registry.example.com/api:1.9 with five replicas, HPA up to 20 pods",
      recipes: ["k8s/workload"], values: ["k8s/workload.replicas=5", "k8s/workload.maximum=20"],
      names: ["api"]),
    RequestCase(
      text: "A Kubernetes CronJob called purge at midnight every day", recipes: ["k8s/cron-job"],
      requirements: ["every day at midnight"], names: ["purge"]),
    RequestCase(
      text: "Alarm me at ops@example.com when CPU of the two web servers goes over 75 per cent",
      recipes: ["aws/alarm", "aws/servers", "aws/topic"], values: ["aws/alarm.threshold=75"]),
    RequestCase(
      text:
        "Weekly on Monday at 6 pm a Lambda should export a DynamoDB table to S3, objects expire after one year",
      recipes: ["aws/bucket", "aws/function", "aws/schedule", "aws/table"],
      requirements: ["Weekly on Monday at 6 pm"], values: ["aws/bucket.keep_days=365"]),
    RequestCase(
      text: "A private load balancer with four app servers in Mumbai, deletion protection on",
      recipes: ["aws/load-balancer", "aws/servers"],
      values: ["aws/load-balancer.internal=yes", "aws/load-balancer.deletion_protection=yes"]),
    RequestCase(
      text: "A CloudWatch log group /app/shop retained for 3 months", recipes: ["aws/log-group"],
      values: ["aws/log-group.log_days=90"], names: ["/app/shop"]),
    RequestCase(
      text:
        "We require a highly available web application in Stockholm with an autoscaled tier of four to ten instances, "
        + "MySQL 8.0 and Redis",
      recipes: ["aws/cache", "aws/load-balancer", "aws/rds", "aws/servers"],
      constraints: ["region = eu-north-1"],
      values: [
        "aws/servers.count=4", "aws/servers.maximum=10", "aws/servers.mode=group", "aws/rds.multi_az=yes",
        "aws/rds.version=8.0",
      ]),
    RequestCase(
      text: "Four S3 buckets called raw, clean, curated and archive, all versioned",
      recipes: ["aws/bucket", "aws/bucket", "aws/bucket", "aws/bucket"],
      values: ["aws/bucket.versioning=yes"],
      names: ["raw", "clean", "curated", "archive"]),
  ]
}
