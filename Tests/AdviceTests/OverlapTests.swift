import Advice
import ExternalTools
import Foundation
import ProviderSchemas
import ResourceGraph
import Pricing
import Testing
import Vocabulary

/// What is saved twice is counted once.
struct OverlapTests {
  private static let types = [
    "t2.large", "m4.large", "m4.xlarge", "c4.xlarge", "m5.large", "m6i.2xlarge", "r4.large", "t3.medium",
  ]

  static let patcher = ToolFinder.find("patch", environment: ProcessInfo.processInfo.environment)

  private func estate(_ text: String, name: String = "dev", metrics: MetricStore? = nil) -> Estate {
    let graph = ResourceGraph(files: ["main.tf": text])
    return Estate(
      name: name, graph: graph, code: CodeBase(files: ["main.tf": text], resources: graph.resources),
      metrics: metrics,
      sources: metrics == nil ? [.resources, .state] : [.resources, .state, .metrics],
      today: CalendarDay(daysSince1970: 20_780))
  }

  /// Estates made by chance from a seed: whatever rules meet on a resource, they save no more than it costs, and what
  /// the patches save is the difference of the two estimates.
  @Test(arguments: 0..<24) func neverSavesMoreThanItCosts(_ seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var text = "provider \"aws\" {\n  region = \"us-east-1\"\n}\n"
    var metrics = MetricStore(window: 14, origin: "test")
    for index in 0..<4 {
      let type = Self.types[chance.next(Self.types.count)]
      let root =
        chance.next(2) == 0
        ? ""
        : "  root_block_device {\n    volume_type = \"gp2\"\n    volume_size = \(8 + chance.next(400))\n  }\n"
      text +=
        "resource \"aws_instance\" \"i\(index)\" {\n  id = \"i-\(index)\"\n  ami = \"ami-12345678\"\n  instance_type = \"\(type)\"\n\(root)}\n"
      text +=
        "resource \"aws_ebs_volume\" \"v\(index)\" {\n  availability_zone = \"us-east-1a\"\n  size = \(1 + chance.next(2000))\n  type = \"\(["gp2", "gp3"][chance.next(2)])\"\n}\n"
      text +=
        "resource \"aws_db_instance\" \"d\(index)\" {\n  engine = \"postgres\"\n  engine_version = \"\([12, 13, 16][chance.next(3)]).1\"\n  instance_class = \"db.\(["m5", "r5", "t3"][chance.next(3)]).large\"\n  allocated_storage = \(20 + chance.next(900))\n  multi_az = \(chance.next(2) == 0)\n  final_snapshot_identifier = \"d\(index)\"\n}\n"
      for (metric, value) in [
        ("ec2_cpu", Double(chance.next(60))), ("ec2_memory", Double(chance.next(90))), ("ec2_network", 10),
      ] {
        let samples = (0..<360).map { MetricSeries.Sample(time: Double($0) * 3600, value: value) }
        metrics.add(MetricSeries(samples: samples), metric: metric, key: "i-\(index)")
      }
    }
    let before = estate(text, metrics: chance.next(2) == 0 ? nil : metrics)
    let advice = try Adviser(schemas: .shipped).advice(on: before)
    #expect(advice.recommendations.count > 4)
    var saved: [String: Double] = [:]
    for one in advice.recommendations where one.counted > 0 {
      #expect(one.counted <= (one.saving.before ?? .infinity) + 0.01, "\(one.rule) \(one.formula)")
      saved[one.address, default: 0] += one.counted
    }
    for (address, sum) in saved {
      #expect(
        sum <= (advice.costs[address] ?? 0) + 0.02, "\(address): \(sum) of \(advice.costs[address] ?? 0)")
    }
    #expect(advice.saving <= advice.monthly + 0.02)
  }

  /// The patches as a person applies them: one after the other with `patch`, and the estimate falls by their sum.
  @Test(.enabled(if: patcher != nil, "patch is not installed"))
  func patchesAddUpToTheDifferenceOfTheEstimates()
    async throws
  {
    let text = """
      resource "aws_instance" "web" {
        ami = "ami-12345678"
        instance_type = "m4.large" # since 2016
      }

      # Two of one kind.
      resource "aws_ebs_volume" "data" {
        count             = 2
        availability_zone = "us-east-1a"
        size              = 500
        type              = "gp2"
        encrypted         = true
      }

      resource "aws_db_instance" "main" {
        engine              = "postgres"
        instance_class      = "db.m4.large"
        allocated_storage   = 400
        storage_type        = "io1"
        iops                = 3000
        storage_encrypted   = true
        skip_final_snapshot = true
      }

      resource "aws_eip" "old" {
        domain = "vpc"
      }

      resource "aws_elasticache_cluster" "sessions" {
        engine          = "redis"
        node_type       = "cache.t3.micro"
        num_cache_nodes = 1
      }
      """
    var before = estate(text, name: "shop")
    before.sources = [.resources]
    let advice = try Adviser(schemas: .shipped).advice(on: before)
    let patched = advice.recommendations.filter {
      $0.patch?.diff.isEmpty == false && $0.saving.basis == .priced
    }
    #expect(Set(patched.map(\.address)).count == 5, "\(patched.map(\.rule))")
    let folder = FileManager.default.temporaryDirectory.appending(path: "patches-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { RemovedQuietly.remove(folder) }
    try Data(text.utf8).write(to: folder.appending(path: "main.tf"))
    for one in patched {
      let result = try await ProcessRunner.run(
        ProcessCall(
          executable: try #require(Self.patcher), arguments: ["-p0", "--no-backup-if-mismatch"],
          environment: ["PATH": "/usr/bin:/bin"], directory: folder.path, input: one.patch?.diff ?? ""))
      #expect(result.status == 0, "\(one.rule): \(result.output) \(result.errors)")
    }
    let after = try String(contentsOf: folder.appending(path: "main.tf"), encoding: .utf8)
    let estimator = try Estimator()
    let old = estimator.estimate(before.graph, region: "us-east-1")
    let new = estimator.estimate(ResourceGraph(files: ["main.tf": after]), region: "us-east-1")
    let sum = patched.reduce(0) { $0 + $1.counted }
    #expect(abs(old.monthly - new.monthly - sum) < 0.03, "\(old.monthly) − \(new.monthly) is not \(sum)")
    #expect(
      after.contains("instance_type = \"m6i.large\" # since 2016") && after.contains("# Two of one kind."))
  }

  /// Blocks that stand close together, whose patches change each other's surroundings, in a file without an end to its last
  /// line: all of them at once apply, and the code is what a second look has nothing to patch on.
  @Test(.enabled(if: patcher != nil, "patch is not installed")) func patchesOfNeighboursApplyAtOnce()
    async throws
  {
    let text = """
      resource "aws_eip" "a" { domain = "vpc" }
      resource "aws_ebs_volume" "b" {
        availability_zone = "us-east-1a"
        size = 100
        type = "gp2"
      }
      resource "aws_eip" "c" { domain = "vpc" }
      resource "aws_s3_bucket" "d" { bucket = "d" }
      resource "aws_instance" "e" {
        ami = "ami-12345678"
        instance_type = "m4.large"
        tags = { Environment = "dev" }
      }
      resource "aws_s3_bucket" "f" { bucket = "f" }
      """
    var before = estate(text, name: "shop")
    before.sources = [.resources]
    let whole = try #require(try Adviser(schemas: .shipped).advice(on: before).patch)
    let folder = FileManager.default.temporaryDirectory.appending(path: "patches-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { RemovedQuietly.remove(folder) }
    try Data(text.utf8).write(to: folder.appending(path: "main.tf"))
    let result = try await ProcessRunner.run(
      ProcessCall(
        executable: try #require(Self.patcher), arguments: ["-p0", "--no-backup-if-mismatch", "--fuzz=0"],
        environment: ["PATH": "/usr/bin:/bin"], directory: folder.path, input: whole))
    #expect(result.status == 0, "\(result.output) \(result.errors)")
    let after = try String(contentsOf: folder.appending(path: "main.tf"), encoding: .utf8)
    #expect(!after.contains("aws_eip") && after.contains("m6i.large") && after.contains("gp3"))
    var again = estate(after, name: "shop")
    again.sources = [.resources]
    let left = try Adviser(schemas: .shipped).advice(on: again)
    #expect(left.patch == nil, "\(left.patch ?? "")")
  }

  @Test func worksOnWhatEarlierAdviceLeft() throws {
    let text = """
      resource "aws_instance" "web" {
        ami           = "ami-12345678"
        instance_type = "m4.large"
        root_block_device {
          volume_type = "gp3"
        }
      }
      """
    let advice = try Adviser(schemas: .shipped).advice(on: estate(text))
    let rules = advice.recommendations.filter { $0.counted > 0 }
    #expect(
      rules.map(\.rule) == [
        "aws-instance-previous-generation", "aws-instance-graviton", "aws-instance-off-hours",
      ])
    // m4.large 0.100 → m6i.large 0.096 → m7g.large 0.0816, and of that 118 of 168 hours.
    #expect(rules.map { ($0.saving.monthly ?? 0).rounded(toPlaces: 2) } == [2.92, 10.51, 41.84])
    #expect(rules[1].saving.before.map { $0.rounded(toPlaces: 2) } == 70.72)
  }

  /// What is advised on one of several instances of a block is no patch of the block.
  @Test func sparesOtherInstancesOfABlock() throws {
    let text = """
      resource "aws_instance" "web" {
        for_each      = { a = "m4.large", b = "m6i.large" }
        ami           = "ami-12345678"
        instance_type = each.value
        root_block_device {
          volume_type = "gp3"
        }
        tags = {
          Environment = "prod"
        }
      }
      """
    let advice = try Adviser(schemas: .shipped).advice(on: estate(text))
    let one = try #require(advice.recommendations.first { $0.rule == "aws-instance-previous-generation" })
    #expect(
      one.patch == nil && one.withheld.contains("several instances")
        && one.addresses == ["aws_instance.web[\"a\"]"])
    let both = try #require(advice.recommendations.first { $0.rule == "aws-instance-graviton" })
    #expect(both.addresses.count == 2)
  }

  /// A patch that would leave a broken reference is not offered, and its saving does not count.
  @Test func withholdsAPatchThatDoesNotHold() throws {
    let text = """
      resource "aws_eip" "old" {
        domain = "vpc"
      }
      output "address" {
        value = aws_eip.old.public_ip
      }
      """
    let advice = try Adviser(schemas: .shipped).advice(on: estate(text))
    let one = try #require(advice.recommendations.first { $0.rule == "aws-eip-idle" })
    #expect(one.patch == nil && one.counted == 0 && advice.saving == 0)
    #expect(one.withheld.contains("undeclared resource"), "\(one.withheld)")
  }
}

extension Double {
  fileprivate func rounded(toPlaces places: Int) -> Double {
    let factor = (0..<places).reduce(1.0) { value, _ in value * 10 }
    return (self * factor).rounded() / factor
  }
}

/// Numbers by chance that are the same for the same seed.
private struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
