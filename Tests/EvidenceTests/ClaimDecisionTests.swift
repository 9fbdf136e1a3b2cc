import Evidence
import Testing
import Vocabulary

/// What each kind of claim is decided by, on files that hold it and on files that do not.
struct ClaimDecisionTests {
  private static func coverage(
    _ text: String, _ expectation: ResourceExpectation, file: String = "infrastructure/main.tf",
    gap: Requirement.Gap? = nil
  ) throws -> Coverage {
    let requirement = Requirement(
      id: "REQ-1", text: "t", check: RequirementCheck(all: [expectation]), gap: gap)
    let evidence = try OfflineChecks().evidence(
      for: [Artifact(path: file, content: text)], brief: Brief(title: "t", requirements: [requirement]))
    return try #require(evidence.coverage.first)
  }

  private static let none = ResourceExpectation(types: ["aws_lb"], minimum: 0, maximum: 0)

  @Test func absenceIsMetByWhatWasLookedAt() throws {
    let found = try Self.coverage("resource \"aws_sqs_queue\" \"a\" {}\n", Self.none)
    #expect(found.status == .met && found.evidence.isEmpty)
    #expect(found.reason == "None of the 1 resources is aws_lb.")
  }

  @Test func absenceIsUnmetByTheCounterexample() throws {
    let found = try Self.coverage("resource \"aws_lb\" \"web\" {}\n", Self.none)
    #expect(found.status == .unmet && found.evidence == ["aws_lb.web"] && found.reason.contains("aws_lb.web"))
  }

  @Test func absenceIsOpenWhereOnlyApplyTells() throws {
    let text = "variable \"x\" {\n  type = bool\n}\nresource \"aws_lb\" \"web\" {\n  internal = var.x\n}\n"
    let expectation = ResourceExpectation(
      types: ["aws_lb"], condition: "self.internal", minimum: 0, maximum: 0)
    #expect(try Self.coverage(text, expectation).status == .unknown)
  }

  @Test func whatIsReadIsNotThere() throws {
    let text = "data \"aws_lb\" \"web\" {\n  name = \"web\"\n}\n"
    #expect(try Self.coverage(text, Self.none).status == .met)
    #expect(try Self.coverage(text, ResourceExpectation(types: ["aws_lb"])).status == .unmet)
  }

  @Test func aCheckThatHoldsWhateverIsThereShowsNothing() throws {
    let expectation = ResourceExpectation(types: ["aws_lb"], minimum: 0)
    #expect(try Self.coverage("resource \"aws_sqs_queue\" \"a\" {}\n", expectation).status == .unknown)
  }

  @Test(arguments: [("400", Coverage.Status.met), ("30", .unmet)])
  func eachMeansEveryOne(days: String, status: Coverage.Status) throws {
    let text = """
      resource "aws_cloudwatch_log_group" "a" {
        retention_in_days = 400
      }
      resource "aws_cloudwatch_log_group" "b" {
        retention_in_days = \(days)
      }
      """
    let expectation = ResourceExpectation(
      types: ["aws_cloudwatch_log_group"], condition: "self.retention_in_days >= 400", each: true)
    let found = try Self.coverage(text, expectation)
    #expect(found.status == status)
    #expect(status == .met || found.evidence == ["aws_cloudwatch_log_group.b"])
  }

  @Test func aGapOpensWhatIsMetAndLeavesWhatIsNot() throws {
    let gap = Requirement.Gap(status: .unknown, reason: "nothing decides it")
    let queue = "resource \"aws_sqs_queue\" \"a\" {}\n"
    #expect(
      try Self.coverage(queue, ResourceExpectation(types: ["aws_sqs_queue"]), gap: gap).status == .unknown)
    #expect(try Self.coverage(queue, ResourceExpectation(types: ["aws_lb"]), gap: gap).status == .unmet)
  }

  private static func policy(_ from: String) -> String {
    """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata:
      name: db
    spec:
      podSelector: {}
      policyTypes: [Ingress]
      ingress:
        - \(from)
    """
  }

  @Test(arguments: [
    ("from: [{namespaceSelector: {}}]", Coverage.Status.unmet),
    ("from: [{podSelector: {}}]", .unmet),
    ("ports: [{port: 5432}]", .unmet),
    ("from: [{podSelector: {matchLabels: {app: web}}}]", .unmet),
    ("from: [{podSelector: {matchLabels: {app: api}}}, {podSelector: {}}]", .unmet),
    ("from: [{podSelector: {matchLabels: {app: api}}}]", .met),
  ])
  func onlyFromNeedsSelectorsThatSelectIt(from: String, status: Coverage.Status) throws {
    let expectation = ResourceExpectation(
      types: ["NetworkPolicy"], condition: "admits_only(\"app=api\")", each: true)
    #expect(try Self.coverage(Self.policy(from), expectation, file: "manifests/p.yaml").status == status)
  }

  private static let cluster = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: db}
    spec:
      selector: {matchLabels: {app: db}}
      template: {metadata: {labels: {app: db}}, spec: {containers: [{name: db, image: "postgres:17"}]}}
    ---

    """

  private static func ingressOnly(_ peer: String) -> ResourceExpectationCase {
    ResourceExpectationCase(text: cluster + policy("from: [\(peer)]"), words: "ingress")
  }

  private struct ResourceExpectationCase {
    var text: String
    var words: String

    func coverage() throws -> Coverage {
      try ClaimDecisionTests.coverage(
        text,
        ResourceExpectation(types: ["NetworkPolicy"], condition: "admits_only(\"\(words)\")", each: true),
        file: "manifests/p.yaml")
    }
  }

  @Test(arguments: [
    ("{namespaceSelector: {}}", Coverage.Status.unmet),
    ("{podSelector: {}}", .unmet),
    ("{ipBlock: {cidr: 0.0.0.0/0}}", .unmet),
    ("{namespaceSelector: {matchLabels: {team: shop}}}", .unmet),
    (
      "{namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: NotIn, values: [a]}]}}",
      .unmet
    ),
    (
      "{namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: In, values: [ingress-nginx, shop]}]}}",
      .unmet
    ),
    ("{namespaceSelector: {matchLabels: {team: our-ingress}}}", .unknown),
    ("{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress-nginx}}}", .met),
    (
      "{namespaceSelector: {}, podSelector: {matchLabels: {app.kubernetes.io/name: ingress-nginx}}}", .met
    ),
    ("{namespaceSelector: {matchLabels: {network.openshift.io/policy-group: ingress}}}", .met),
  ])
  func onlyTheIngressControllerIsDecidedByWhoGetsIn(peer: String, status: Coverage.Status) throws {
    #expect(try Self.ingressOnly(peer).coverage().status == status)
  }

  @Test func theReasonNamesWhoGetsInAndByWhichRule() throws {
    let unmet = try Self.ingressOnly("{namespaceSelector: {}}").coverage()
    #expect(unmet.reason.contains("entire cluster"))
    #expect(unmet.reason.contains("NetworkPolicy/default/db ingress[0] (manifests/p.yaml:8:1)"))
    let met = try Self.ingressOnly(
      "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress-nginx}}}"
    )
    .coverage()
    #expect(met.reason.contains("ingress-nginx"))
  }

  @Test func anotherPolicyThatLetsInMoreBreaksTheClaim() throws {
    let other = Self.policy("from: [{podSelector: {}}]").replacing("name: db", with: "name: all")
    var both = Self.ingressOnly(
      "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress-nginx}}}")
    both.text += "\n---\n" + other
    #expect(try both.coverage().status == .unmet)
  }

  @Test func aPolicyThatGovernsNoPodOfTheFilesProtectsNothing() throws {
    var one = Self.ingressOnly(
      "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress-nginx}}}")
    one.text = one.text.replacing("podSelector: {}", with: "podSelector: {matchLabels: {app: dbb}}")
    #expect(try one.coverage().status == .unmet)
  }

  private static let network = """
    resource "aws_vpc" "v" {
      cidr_block = "10.0.0.0/16"
    }
    resource "aws_internet_gateway" "g" {
      vpc_id = aws_vpc.v.id
    }
    resource "aws_route_table" "p" {
      vpc_id = aws_vpc.v.id
    }
    resource "aws_route" "out" {
      route_table_id         = aws_route_table.p.id
      destination_cidr_block = "0.0.0.0/0"
      gateway_id             = aws_internet_gateway.g.id
    }
    resource "aws_subnet" "open" {
      count      = 2
      vpc_id     = aws_vpc.v.id
      cidr_block = "10.0.${count.index}.0/24"
    }
    resource "aws_route_table_association" "open" {
      count          = 2
      subnet_id      = aws_subnet.open[count.index].id
      route_table_id = aws_route_table.p.id
    }
    resource "aws_subnet" "closed" {
      vpc_id     = aws_vpc.v.id
      cidr_block = "10.0.8.0/24"
    }
    resource "aws_instance" "a" {
      ami       = "ami-1"
      subnet_id = aws_subnet.closed.id
    }
    resource "aws_instance" "b" {
      ami       = "ami-1"
      subnet_id = aws_subnet.open[0].id
    }
    """

  @Test(arguments: [
    (
      ResourceExpectation(
        types: ["aws_subnet"],
        condition:
          "routed_to(\"aws_internet_gateway\", \"aws_route_table_association\", \"aws_default_route_table\", \"aws_main_route_table_association\")",
        maximum: 1), Coverage.Status.unmet
    ),
    (
      ResourceExpectation(
        types: ["aws_subnet"],
        condition:
          "routed_to(\"aws_internet_gateway\", \"aws_route_table_association\", \"aws_default_route_table\", \"aws_main_route_table_association\")",
        minimum: 2, maximum: 2), .met
    ),
    (
      ResourceExpectation(
        types: ["aws_subnet"],
        condition:
          "!routed_to(\"aws_internet_gateway\", \"aws_route_table_association\", \"aws_default_route_table\", \"aws_main_route_table_association\")",
        maximum: 1), .met
    ),
    (
      ResourceExpectation(
        types: ["aws_instance"],
        condition:
          "stands_in(\"private\", \"aws_subnet\", \"aws_internet_gateway\", \"aws_route_table_association\", \"aws_default_route_table\", \"aws_main_route_table_association\")",
        each: true), .unmet
    ),
    (
      ResourceExpectation(
        types: ["aws_instance"],
        condition:
          "label == \"a\" && stands_in(\"private\", \"aws_subnet\", \"aws_internet_gateway\", \"aws_route_table_association\", \"aws_default_route_table\", \"aws_main_route_table_association\")"
      ), .met
    ),
  ])
  func exposureFollowsRoutes(expectation: ResourceExpectation, status: Coverage.Status) throws {
    #expect(try Self.coverage(Self.network, expectation).status == status)
  }

  @Test func aNameIsOfTheResourceOrWhatItRefersTo() throws {
    let text = """
      resource "aws_s3_bucket" "raw" {
        bucket = "raw"
      }
      resource "aws_s3_bucket" "open" {
        bucket = "published"
      }
      resource "aws_s3_bucket_versioning" "v" {
        bucket = aws_s3_bucket.open.id
      }
      """
    let raw = ResourceExpectation(types: ["aws_s3_bucket_versioning"], condition: "about(\"raw\")")
    let published = ResourceExpectation(
      types: ["aws_s3_bucket_versioning"], condition: "about(\"published\")")
    #expect(try Self.coverage(text, raw).status == .unmet)
    #expect(try Self.coverage(text, published).status == .met)
  }

  /// A dead letter queue of its own is nobody else's.
  @Test(arguments: [("b_failed", Coverage.Status.met), ("a_failed", .unmet)])
  func itsOwnIsNobodyElses(target: String, status: Coverage.Status) throws {
    let text = """
      resource "aws_sqs_queue" "a" {
        redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.a_failed.arn, maxReceiveCount = 5 })
      }
      resource "aws_sqs_queue" "b" {
        redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.\(target).arn, maxReceiveCount = 5 })
      }
      resource "aws_sqs_queue" "a_failed" {}
      resource "aws_sqs_queue" "b_failed" {}
      """
    let expectation = ResourceExpectation(
      types: ["aws_sqs_queue"], condition: "refers_alone(\"redrive_policy\")", minimum: 2)
    #expect(try Self.coverage(text, expectation).status == status)
  }

  /// Each function with a table of its own: a table that two of them use is nobody's own.
  @Test(arguments: [("b", Coverage.Status.met), ("a", .unmet)])
  func joinedToOneIsJoinedToNoOther(table: String, status: Coverage.Status) throws {
    var text = ""
    for (name, used) in [("a", "a"), ("b", table)] {
      text += """
        resource "aws_dynamodb_table" "\(name)" { name = "\(name)" }
        resource "aws_iam_role" "\(name)" { name = "\(name)" }
        resource "aws_iam_role_policy" "\(name)" {
          role   = aws_iam_role.\(name).id
          policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "dynamodb:GetItem", Resource = aws_dynamodb_table.\(used).arn }] })
        }
        resource "aws_lambda_function" "\(name)" {
          function_name = "\(name)"
          role          = aws_iam_role.\(name).arn
        }

        """
    }
    let tables = ResourceExpectation(
      types: ["aws_dynamodb_table"], condition: "joined_to_one(\"aws_lambda_function\")", minimum: 2)
    #expect(try Self.coverage(text, tables).status == status)
  }
}
