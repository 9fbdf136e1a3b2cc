import Changes
import Testing
import Vocabulary

/// What requests for a change come to, on one configuration that is nobody's recipe.
struct ChangeReaderTests {
  static let base = [
    Artifact(
      path: "infrastructure/main.tf",
      content: """
        variable "pause" {
          type    = number
          default = 30
        }

        # The work queue; do not rename.
        resource "aws_sqs_queue" "orders" {
          name                       = "orders"
          visibility_timeout_seconds = var.pause # above the worker's
        }

        resource "aws_sqs_queue" "mails" {
          name = "mails"
        }

        resource "aws_vpc" "main" {
          cidr_block = "10.0.0.0/16"
        }

        resource "aws_subnet" "a" {
          vpc_id            = aws_vpc.main.id
          cidr_block        = "10.0.1.0/24"
          availability_zone = "eu-west-1a"
        }

        resource "aws_db_instance" "shop" {
          identifier        = "shop"
          engine            = "postgres"
          instance_class    = "db.t3.micro"
          allocated_storage = 20
          tags              = merge({}, {})
        }

        resource "aws_s3_bucket" "logs" {
          bucket = "acme-shop-logs"
        }

        resource "aws_lambda_function" "worker" {
          function_name = "worker"
          role          = "arn:aws:iam::123456789012:role/worker"
          runtime       = "python3.12"
          handler       = "main.handler"
          filename      = "worker.zip"
          timeout       = 10
        }

        output "bucket" {
          value = aws_s3_bucket.logs.arn
        }
        """)
  ]

  /// A request, and each edit that it has to come to, in one line.
  static let edits: [(request: String, edits: [String])] = [
    ("raise the visibility timeout of the orders queue to 2 minutes", ["var.pause = 120"]),
    (
      "set message retention to 14 days for all queues",
      [
        "aws_sqs_queue.orders message_retention_seconds = 1209600",
        "aws_sqs_queue.mails message_retention_seconds = 1209600",
      ]
    ),
    ("double the timeout of the lambda function", ["aws_lambda_function.worker timeout = 20"]),
    (
      "set the timeout of the lambda to 30 seconds, its memory to 1 GB, and delete the mails queue.",
      [
        "aws_lambda_function.worker timeout = 30", "aws_lambda_function.worker memory_size = 1024",
        "- aws_sqs_queue.mails",
      ]
    ),
    (
      "make the database multi-AZ and increase its storage to 100 GB",
      ["aws_db_instance.shop multi_az = true", "aws_db_instance.shop allocated_storage = 100"]
    ),
    ("increase the storage of the database by 10 GB", ["aws_db_instance.shop allocated_storage = 30"]),
    ("change the engine version of the database to 16.4", ["aws_db_instance.shop engine_version = \"16.4\""]),
    ("resize the database to db.m6g.large", ["aws_db_instance.shop instance_class = \"db.m6g.large\""]),
    ("encrypt the database", ["aws_db_instance.shop storage_encrypted = true"]),
    (
      "please turn on deletion protection for the database",
      ["aws_db_instance.shop deletion_protection = true"]
    ),
    ("enable DNS hostnames on the VPC", ["aws_vpc.main enable_dns_hostnames = true"]),
    (
      "move the mails queue to FIFO",
      ["aws_sqs_queue.mails fifo_queue = true", "aws_sqs_queue.mails name = \"mails.fifo\""]
    ),
    (
      "change the runtime of the worker to python3.13",
      ["aws_lambda_function.worker runtime = \"python3.13\""]
    ),
    (
      "enable versioning on the logs bucket and block all public access",
      ["+ aws_s3_bucket_versioning.logs", "+ aws_s3_bucket_public_access_block.logs"]
    ),
    ("add a read replica of the database", ["+ aws_db_instance.shop_replica"]),
    ("add another subnet in eu-west-1b", ["+ aws_subnet.subnet"]),
    ("delete the bucket", ["- aws_s3_bucket.logs", "- output.bucket"]),
    ("remove the availability zone of subnet a", ["aws_subnet.a availability_zone unset"]),
    ("rename aws_sqs_queue.mails to letters", ["aws_sqs_queue.mails > aws_sqs_queue.letters"]),
    ("rename the mails queue to letters", ["aws_sqs_queue.mails name = \"letters\""]),
    ("tag the bucket with Team=shop", ["aws_s3_bucket.logs tags = { Team = \"shop\" }"]),
  ]

  @Test(arguments: edits)
  func theWordsBecomeEditsAndNothingElse(_ row: (request: String, edits: [String])) throws {
    let reading = try ChangeReader().read(row.request, on: Self.base)
    #expect(reading.changes.map(Self.line) == row.edits)
    #expect(reading.lines.allSatisfy { $0.gap == nil && !$0.expectations.isEmpty })
  }

  /// Requests that nobody can carry out as they are: no edit, and a line that is not met.
  static let refused = [
    "set the visibility timeout of the queue to 60 seconds",
    "set the timeout of the zebra to 3 seconds",
    "remove aws_vpc.main",
    "move the database to a bigger instance",
    "add an inbound rule to the security group for port 443",
    "change the package type of the lambda to golden",
    "tag the database with Team=shop",
    "rename aws_sqs_queue.mails to aws_sqs_queue.orders",
    "set the memory of the lambda to three days",
  ]

  @Test(arguments: refused)
  func nothingIsChangedByAGuess(_ request: String) throws {
    let reading = try ChangeReader().read(request, on: Self.base)
    #expect(reading.changes.isEmpty)
    #expect(reading.lines.contains { $0.gap?.status == .unmet })
  }

  @Test func whatIsLeftOverIsALineOfItsOwn() throws {
    let reading = try ChangeReader().read(
      "raise the timeout of the lambda to 30 seconds without telling anybody", on: Self.base)
    #expect(reading.changes.count == 1)
    #expect(reading.lines.contains { $0.gap?.status == .unknown && $0.text.contains("without telling") })
  }

  @Test(arguments: ["", "what a nice day", "the database"])
  func wordsThatAskForNoChangeAreRefused(_ request: String) throws {
    #expect(throws: ChangesError.self) { try ChangeReader().read(request, on: Self.base) }
  }

  private static func line(_ change: Change) -> String {
    switch change {
    case .set(let address, let path, let source): "\(address) \(path.joined(separator: ".")) = \(source)"
    case .unset(let address, let path): "\(address) \(path.joined(separator: ".")) unset"
    case .append(_, _, let addresses): "+ \(addresses.joined(separator: " "))"
    case .remove(let address): "- \(address)"
    case .move(let from, let to): "\(from) > \(to)"
    case .setDefault(let variable, let source): "var.\(variable) = \(source)"
    }
  }
}
