import Manifests
import Pricing
import ResourceGraph
import Testing
import Vocabulary

/// What a region asks itself, and what is known of it by another region only.
struct RegionalPriceTests {
  private static func estimate(_ text: String, region: String = "us-east-1") throws -> PriceEstimate {
    try Estimator().estimate(ResourceGraph(files: ["main.tf": text]), region: region)
  }

  private static func instance(_ type: String) -> String {
    "resource \"aws_instance\" \"a\" {\n  ami = \"ami-1\"\n  instance_type = \"\(type)\"\n}\n"
  }

  /// The list price of the region, from a dated source; a factor for the whole service said 63 % more.
  @Test func anInstanceCostsWhatItsRegionAsks() throws {
    let price = try PriceBook.builtIn().quote("ec2", key: "r5a.12xlarge", region: "ap-south-1")
    #expect(price == PriceQuote(price: 1.716, isByFactor: false))
    let fact = try PriceBook.builtIn().fact("aws", service: "ec2", key: "r5a.12xlarge", region: "ap-south-1")
    #expect(fact?.date.isEmpty == false)
    #expect(fact?.source.isEmpty == false)
  }

  @Test func whatIsAnotherRegionsTimesAFactorSaysSo() throws {
    let estimate = try Self.estimate(Self.instance("m5.large"), region: "eu-central-1")
    #expect(estimate.resources.first?.byFactor == ["ebs"])
    #expect(try Self.estimate(Self.instance("m5.large")).resources.first?.byFactor == nil)
  }

  @Test(arguments: ["eu-central-1", "ap-southeast-2", "sa-east-1"])
  func aPublicAddressCostsTheSameEverywhere(region: String) throws {
    #expect(try Self.estimate("resource \"aws_eip\" \"a\" {}\n", region: region).monthly == 3.65)
  }

  @Test(arguments: [
    ("azure", "azure/vm", "linux/Standard_D4s_v5", "japaneast"),
    ("google", "google/compute", "machine/e2-standard-4/on-demand", "europe-west3"),
    ("aws", "rds", "postgres/db.m6g.large", "ap-northeast-2"), ("aws", "ec2", "c6i.xlarge", "us-gov-west-1"),
  ])
  func otherCloudsAndRegionsHaveFactsOfTheirOwn(
    provider: String, service: String, key: String, region: String
  ) throws {
    let quote = try #require(
      try PriceBook.builtIn().quote(service, key: key, region: region), "\(service) \(key)")
    #expect(!quote.isByFactor)
    #expect(quote.price > 0)
    #expect(try PriceBook.builtIn().covers(region: region, provider: provider))
  }

  @Test(arguments: [("1.30", 438.0), ("1.31", 438.0), ("1.33", 73.0), ("1.99", 73.0)])
  func aClusterCostsMoreAfterItsSupport(version: String, monthly: Double) throws {
    let text = "resource \"aws_eks_cluster\" \"a\" {\n  name = \"a\"\n  version = \"\(version)\"\n}\n"
    #expect(try Self.estimate(text).monthly == monthly)
    let later = try Estimator().on(day: "2030-01-01")
    #expect(
      later.estimate(ResourceGraph(files: ["main.tf": text]), region: "us-east-1").monthly
        == (version == "1.99" ? 73 : 438))
  }

  @Test(arguments: [
    ("oracle-se2", 200, 15_000, 3_000.0), ("oracle-se2", 100, 5_000, 2_000), ("postgres", 400, 15_000, 3_000),
    ("postgres", 200, 15_000, 12_000), ("sqlserver-se", 500, 5_000, 2_000),
  ])
  func theBaselineOfADiskIsThatOfItsEngine(engine: String, size: Int, iops: Int, paid: Double) throws {
    let text = """
      resource "aws_db_instance" "d" {
        engine            = "\(engine)"
        instance_class    = "db.m5.large"
        allocated_storage = \(size)
        storage_type      = "gp3"
        iops              = \(iops)
      }

      """
    let components = try Self.estimate(text).resources.first?.components ?? []
    #expect(components.first { $0.name.hasPrefix("Provisioned GP3 IOPS") }?.quantity == paid)
  }

  /// A `dynamic` block without an element is no block, and refers to nothing.
  @Test(arguments: [("false", 123.07), ("true", 123.07)])
  func aBlockThatIsNotMadeIsNotPaidFor(mixed: String, monthly: Double) throws {
    let text = """
      variable "mixed" { default = \(mixed) }
      resource "aws_launch_template" "t" {
        instance_type = "t3.large"
        image_id      = "ami-1"
      }
      resource "aws_autoscaling_group" "g" {
        min_size         = 1
        max_size         = 5
        desired_capacity = 2
        dynamic "launch_template" {
          for_each = var.mixed ? [] : [1]
          content { id = aws_launch_template.t.id }
        }
        dynamic "mixed_instances_policy" {
          for_each = var.mixed ? [1] : []
          content {
            launch_template {
              launch_template_specification {
                launch_template_id = aws_launch_template.t.id
              }
            }
          }
        }
      }

      """
    #expect(try Self.estimate(text).monthly == monthly)
  }

  /// Kubernetes documentation, "Resource sharing within containers".
  @Test(arguments: [
    ("[]", 1.0), ("[{name: s, restartPolicy: Always, resources: {requests: {cpu: \"1\"}}}]", 2),
    ("[{name: i, resources: {requests: {cpu: \"4\"}}}]", 4),
    (
      "[{name: s, restartPolicy: Always, resources: {requests: {cpu: \"1\"}}}, {name: i, resources: {requests: {cpu: \"4\"}}}]",
      5
    ),
    ("[{name: i, resources: {requests: {cpu: 500m}}}]", 1),
  ])
  func aPodReservesWhatTheSchedulerCounts(initial: String, cores: Double) throws {
    let text = """
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec:
        containers: [{name: a, resources: {requests: {cpu: "1", memory: 1Gi}}}]
        initContainers: \(initial)

      """
    let graph = ResourceGraph(
      resources: ManifestReader.read(text, file: "p.yaml").manifests.map(Resource.init))
    let pod = try Estimator().estimate(graph, region: "us-east-1", pricesManifests: true).resources.first
    #expect(pod?.components.first { $0.name == "CPU requests" }?.quantity == cores * 730)
  }
}
