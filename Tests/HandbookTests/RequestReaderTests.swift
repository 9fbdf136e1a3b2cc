import Basics
import Testing
import Vocabulary

import Experts
@testable import Handbook

@Suite struct RequestReaderTests {
  private static func read(_ text: String) throws -> RequestReader.Reading {
    try Handbook.shared(for: Request(text: text)).reader.read(Request(text: text))
  }

  @Test(arguments: RequestCases.all)
  func readsWhatIsAsked(_ expected: RequestCase) throws {
    let reading = try Self.read(expected.text)
    let components = reading.intent.components
    #expect(components.map(\.recipe).sorted() == expected.recipes.sorted())
    let texts = reading.brief.requirements.map(\.text)
    for part in expected.requirements {
      #expect(texts.contains { $0.contains(part) }, "\(part) is in none of \(texts)")
    }
    let limits = reading.brief.constraints.map { constraint in
      let number = constraint.number.map { FormFinder.json($0).compact }
      return "\(constraint.kind.rawValue) \(constraint.relation) \(constraint.value ?? number ?? "")"
    }
    for limit in expected.constraints { #expect(limits.contains(limit), "\(limit) is not in \(limits)") }
    for question in expected.questions {
      #expect(
        reading.brief.questions.contains { $0.contains(question) },
        "\(question) is in none of \(reading.brief.questions)")
    }
    let values = components.flatMap { component in
      component.settings.map { "\(component.recipe).\($0.key)=\(Parameter.text($0.value.value))" }
    }
    for value in expected.values { #expect(values.contains(value), "\(value) is not in \(values.sorted())") }
    #expect(components.compactMap(\.name) == expected.names)
    #expect(reading.brief.requirements.allSatisfy { $0.check != nil || $0.gap != nil })
    #expect(reading.brief.placements?.map(\.text).joined() == expected.text)
    let numbers = reading.brief.requirements.indices.map { "REQ-\($0 + 1)" }
    #expect(reading.brief.requirements.map(\.id) == numbers)
  }

  @Test(arguments: RequestCases.wordings)
  func leavesNoWordUnread(_ expected: RequestCase) throws {
    let questions = try Self.read(expected.text).brief.questions
    #expect(!questions.contains { $0.contains("ot understood") || $0.contains("belongs to nothing") })
  }

  @Test func aDomainReachesWhatAnswersForIt() throws {
    let handbook = try Handbook.shared()
    for (text, type) in [
      ("A static website on CloudFront with a Route 53 zone for example.org", "aliases             = "),
      ("A load balancer, two web servers and a Route 53 zone for example.org", "ssl_policy"),
    ] {
      let intent = try handbook.reader.read(Request(text: text)).intent
      var planner = Planner(book: handbook.book, intent: intent, priority: .balanced)
      let files = try Renderer(plan: try planner.plan(), book: handbook.book).files()
      let content = files.map(\.content).joined()
      #expect(content.contains(type))
      #expect(content.contains("certificate_arn") && content.contains("aws_acm_certificate_validation.site"))
      #expect(content.contains("\"example.org\"") && !content.contains("_certificate_arn == null"))
    }
  }

  @Test(arguments: [
    ("every weekday at 7:15 am", "cron(15 7 ? * MON-FRI *)"), ("at 2:30 every day", "cron(30 2 * * ? *)"),
    ("every day at noon", "cron(0 12 * * ? *)"), ("every half hour", "rate(30 minutes)"),
    ("on Sundays at 11 pm", "cron(0 23 ? * 1 *)"), ("twice a day", "rate(12 hours)"),
    ("nightly at 10 in the evening", "cron(0 22 * * ? *)"), ("every 5 mins", "rate(5 minutes)"),
  ])
  func schedulesAreReadWithTheirTimeOfDay(words: String, expression: String) throws {
    let intent = try Self.read("On AWS run a Lambda function \(words)").intent
    let schedule = intent.components.first { $0.recipe == "aws/schedule" }?.settings["schedule"]
    #expect(schedule?.value["expression"] == .string(expression))
  }

  @Test(arguments: [
    ("arrive in an S3 bucket, an SQS queue gets the events", "queue_arn"),
    ("arrive in an S3 bucket, a topic on SNS is told", "topic_arn"),
    ("arrive in an S3 bucket, a Lambda runs", "lambda_function_arn"),
  ])
  func aBucketTellsWhatIsNamedWithIt(words: String, attribute: String) throws {
    let handbook = try Handbook.shared()
    let intent = try handbook.reader.read(Request(text: "When objects \(words)")).intent
    var planner = Planner(book: handbook.book, intent: intent, priority: .balanced)
    let files = try Renderer(plan: try planner.plan(), book: handbook.book).files()
    let content = files.map(\.content).joined()
    #expect(content.contains("aws_s3_bucket_notification") && content.contains(attribute))
  }

  @Test(arguments: [
    ("", ExpertErrorCode.notInfrastructure, "empty"),
    ("  \n\t ", .notInfrastructure, "empty"),
    ("Write me a poem about the sea", .notInfrastructure, "not about infrastructure"),
    ("What is the capital of France?", .notInfrastructure, "not about infrastructure"),
    ("An S3 bucket in eu-west-9", .unknownName, "eu-west-1"),
    ("A MySQL database in us-middle-1", .unknownName, "us-east-1"),
    ("A virtual machine on Hetzner", .unknownName, "and Kubernetes only"),
    ("A Droplet on DigitalOcean with Postgres", .unknownName, "and Kubernetes only"),
    ("A SageMaker endpoint", .unknownName, "SageMaker endpoint"),
    (
      "A highly available database on a single instance without redundancy", .contradiction,
      "without redundancy"
    ),
    ("A PostgreSQL database that is multi-AZ and single-AZ", .contradiction, "single-AZ"),
    ("A database publicly accessible but not public", .contradiction, "not public"),
    ("A PostgreSQL database under $10 and at least $50 a month", .contradiction, "at least '$50"),
    ("A web server for at most 0 dollars a month", .contradiction, "budget"),
    ("A queue in eu-west-1 and us-east-1", .contradiction, "'us-east-1'"),
    ("An auto scaling group with between 6 and 2 instances", .contradiction, "between 6 and 2"),
    ("An encrypted and unencrypted S3 bucket", .contradiction, "unencrypted"),
    ("A PostgreSQL database with daily backups and no backups", .contradiction, "no backups"),
  ])
  func refusesWhatCannotBeBuilt(text: String, code: ExpertErrorCode, words: String) throws {
    let error = #expect(throws: ExpertError.self) { try Self.read(text) }
    #expect(error?.code == code)
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test func aLongRequestIsReadInLinearTime() throws {
    let text =
      "A PostgreSQL database with daily backups. "
      + String(repeating: "Some words of no meaning, ", count: 2000)
    let brief = try Self.read(text).brief
    #expect(brief.questions.count < 20)
    #expect(brief.requirements.count == 4)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["a-", "a.", "1", "1,", "a/", "x@", "'a", "a ", "db.", "every ", "$1"])
  func noTextTakesLongToRead(piece: String) throws {
    let length = Request.maximumLength / piece.utf8.count
    let text = "A PostgreSQL database. " + String(repeating: piece, count: length / 2)
    #expect(try Self.read(text).intent.components.first?.recipe == "aws/rds")
  }

  /// Wherever a request ends, it is read or refused in words: a value as the last word of a list once ended the program.
  @Test(arguments: [
    "two servers, 100GB", "two EC2 instances t3.small, t3.small", "three Lambda functions, 512MB",
    "two Lambda functions, resize with 512 MB and notify in Node with 128 MB, both behind an API",
    "raw, curated and published buckets, raw expires after 90 days, all encrypted except published",
    "two servers, the first with 100 GB of disk and the others with 20 GB, one per zone",
    "an alarm when the queue is not empty, and a bucket results-acme for the shop",
    "dev has one t3.micro, prod has two m6i.large servers, the worker has 200 GB",
    "a Redshift cluster encrypted with our own key, logs to a bucket, cache bucket, SNS topic alerts",
  ])
  func whereverARequestEndsItIsRead(text: String) throws {
    let words = text.split(separator: " ")
    var read = 0
    for end in 1...words.count {
      do {
        let brief = try Self.read(words[..<end].joined(separator: " ")).brief
        #expect(!brief.requirements.isEmpty)
        read += 1
      } catch let error as ExpertError {
        #expect(!error.summary.isEmpty)
      }
    }
    #expect(read > 0)
  }

  /// A name goes into a policy only where it has a name's form, so that no text of the request becomes anything else there.
  @Test(arguments: [("acme-config", true), ("acme$config", false), ("€acme", false), ("bücher", false)])
  func onlyNamesGoIntoPolicies(name: String, isGranted: Bool) throws {
    let intent = try Self.read("An IAM role for EC2 that can read only the bucket \(name)").intent
    let grants = intent.components.first?.settings["grants"]?.value.array ?? []
    #expect(grants.isEmpty != isGranted)
  }

  /// What passes from one thing to another is a claim of its own.
  @Test(arguments: [
    ("an EventBridge bus whose events go to an SQS queue", #"wired_to("aws_sqs_queue")"#, 1),
    ("an SNS topic that fans out to two SQS queues", #"wired_to("aws_sns_topic")"#, 2),
    (
      "a Lambda function that reads from an SQS queue and writes to a DynamoDB table",
      #"joined_to("aws_dynamodb_table")"#, 1
    ),
  ])
  func aFlowIsAClaim(text: String, condition: String, minimum: Int) throws {
    let flows = try Self.read(text).brief.requirements.filter { $0.kind == .flow }.flatMap {
      $0.check?.all ?? []
    }
    #expect(flows.contains { $0.condition == condition && $0.minimum == minimum })
  }

  @Test func twoThingsBesideEachOtherAreNoFlow() throws {
    let brief = try Self.read("an SQS queue and a DynamoDB table").brief
    #expect(!brief.requirements.contains { $0.kind == .flow })
  }

  /// A word that carries no wish elsewhere is a name behind "named".
  @Test(arguments: [
    ("An SQS queue named customers", "customers"), ("a queue called data", "data"),
    ("eine SQS-Queue namens users", "users"), ("an SQS queue named by its team", nil),
    ("an SQS queue called when a job ends", nil),
  ])
  func anyWordIsANameBehindNamed(text: String, name: String?) throws {
    #expect(try Self.read(text).intent.components.first?.name == name)
  }

  @Test func nothingIsDroppedInSilence() throws {
    let brief = try Self.read("A PostgreSQL database with frobnication and 20 shards").brief
    #expect(brief.questions.contains { $0.contains("frobnication") })
    #expect(brief.questions.contains { $0.contains("20 shards") })
  }

  @Test(arguments: [
    "\"; rm -rf /", "${file(\"/etc/passwd\")}", "a\u{0}b", "{{label}}", "x\"\n}\nresource \"a\" \"b\" {",
  ])
  func whatIsTypedNeverBecomesCode(text: String) throws {
    let book = try Handbook.shared().book
    let reading = try Self.read("An S3 bucket called \(text) and a queue named '\(text)' for \(text).com")
    var planner = Planner(book: book, intent: reading.intent, priority: .balanced)
    let files = try Renderer(plan: try planner.plan(), book: book).files()
    #expect(!files.contains { $0.content.contains("rm -rf") || $0.content.contains("passwd") })
    #expect(!files.contains { $0.content.contains("resource \"a\"") || $0.content.contains("{{") })
  }
}
