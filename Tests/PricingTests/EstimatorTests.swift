import FoundationEssentials
import ResourceGraph
import Pricing
import Testing
import Vocabulary

struct EstimatorTests {
  private static func estimate(_ text: String, region: String = "us-east-1") throws -> PriceEstimate {
    try Estimator().estimate(ResourceGraph(files: ["main.tf": text]), region: region)
  }

  @Test(arguments: [
    ("resource \"aws_nat_gateway\" \"a\" {}", 32.85), ("resource \"aws_lb\" \"a\" {}", 16.43),
    ("resource \"aws_eks_cluster\" \"a\" {}", 73.0), ("resource \"aws_eip\" \"a\" {}", 3.65),
    ("resource \"aws_kms_key\" \"a\" {}", 1.0), ("resource \"aws_route53_zone\" \"a\" {}", 0.5),
    ("resource \"aws_ebs_volume\" \"a\" {\n  size = 100\n  type = \"gp3\"\n}", 8.0),
    ("resource \"aws_ebs_volume\" \"a\" {\n  size = 100\n  type = \"gp3\"\n  iops = 4000\n}", 13.0),
    ("resource \"aws_ebs_volume\" \"a\" {\n  size = 100\n  type = \"io1\"\n  iops = 200\n}", 25.5),
    ("resource \"aws_instance\" \"a\" {\n  instance_type = \"t3.micro\"\n}", 8.39),
    ("resource \"aws_instance\" \"a\" {\n  count = 3\n  instance_type = \"t3.micro\"\n}", 25.18),
    (
      "resource \"aws_db_instance\" \"a\" {\n  engine = \"postgres\"\n  instance_class = \"db.t4g.micro\"\n  allocated_storage = 20\n  storage_type = \"gp3\"\n  multi_az = true\n}",
      27.96
    ),
    (
      "resource \"aws_launch_template\" \"t\" {\n  instance_type = \"t3.small\"\n}\nresource \"aws_autoscaling_group\" \"a\" {\n  min_size = 2\n  max_size = 4\n  launch_template {\n    id = aws_launch_template.t.id\n  }\n}",
      31.97
    ),
    (
      "resource \"aws_ecs_task_definition\" \"t\" {\n  cpu = 512\n  memory = \"1024\"\n}\nresource \"aws_ecs_service\" \"a\" {\n  launch_type = \"FARGATE\"\n  desired_count = 2\n  task_definition = aws_ecs_task_definition.t.arn\n}",
      36.04
    ),
    (
      "resource \"aws_elasticache_replication_group\" \"a\" {\n  node_type = \"cache.t4g.micro\"\n  num_cache_clusters = 2\n}",
      23.36
    ),
  ])
  func sumsWhatAResourceIsBilledFor(text: String, monthly: Double) throws {
    let estimate = try Self.estimate(text)
    #expect(estimate.unpriced.isEmpty)
    #expect(abs(estimate.monthly - monthly) < 0.011, "\(estimate)")
  }

  @Test(arguments: [
    "resource \"aws_instance\" \"a\" {\n  instance_type = \"z9.huge\"\n}",
    "resource \"aws_quantum\" \"a\" {}",
    "variable \"t\" {}\nresource \"aws_instance\" \"a\" {\n  instance_type = var.t\n}",
  ])
  func whatHasNoPriceIsNamedAndNeverFree(text: String) throws {
    let estimate = try Self.estimate(text)
    #expect(estimate.unpriced.count == 1)
    #expect(estimate.coverage == 0)
    #expect(estimate.resources.first?.reason.isEmpty == false)
  }

  @Test func usageShowsItsUnitPriceAndIsNotInTheSum() throws {
    let estimate = try Self.estimate("resource \"aws_sqs_queue\" \"a\" {}")
    #expect(estimate.monthly == 0)
    #expect(estimate.resources.first?.status == .usage)
    #expect(estimate.resources.first?.components.first?.unitPrice == 0.4)
  }

  @Test func theProviderBlockSaysTheRegion() throws {
    let text = "provider \"aws\" {\n  region = \"eu-central-1\"\n}\nresource \"aws_lb\" \"a\" {}"
    #expect(abs(try Self.estimate(text).monthly - 19.71) < 0.011)
    #expect(
      try Self.estimate("resource \"aws_lb\" \"a\" {}", region: "xx-nowhere-1").unpriced == ["aws_lb.a"])
  }

  @Test func everyPriceHasADateAndASource() throws {
    let all = try PriceBook.builtIn().all
    #expect(all.count > 500)
    #expect(all.allSatisfy { !$0.date.isEmpty && !$0.source.isEmpty && $0.price >= 0 })
  }

  private static let corpora = ProcessInfo.processInfo.environment["CONSILIUM_CORPORA"]

  @Test(.enabled(if: corpora != nil, "CONSILIUM_CORPORA is not set: the price corpus is skipped"))
  func instancePricesAgreeWithThePriceList() throws {
    let folder = try #require(Self.corpora)
    let text = try String(contentsOfFile: "\(folder)/cost/aws-ec2-us-east-1.csv", encoding: .utf8)
    var listed: [String: Double] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let row = line.split(separator: ",")
      listed[String(row[0])] = Double(row[1])
    }
    let ours = try PriceBook.builtIn().all.filter {
      $0.service == "ec2" && $0.unit == "hour" && $0.region == "us-east-1"
    }
    #expect(ours.count == listed.count)
    for fact in ours { #expect(listed[fact.key].map { abs($0 - fact.price) < 1e-9 } == true, "\(fact.key)") }
  }
}
