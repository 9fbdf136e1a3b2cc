import Basics
import Foundation
import Pricing
import ResourceGraph
import Testing
import Vocabulary

/// One configuration of 31 modules, as code, as the plan that the real tool made of it and as the state after an apply to an
/// emulator of AWS: each costs the same, resource by resource, or the difference is one that is written down here.
///
/// The plan and the state are what `show -json` of Terraform 1.11 with version 5.100 of the provider printed, without what is null.
struct ThreeWaysTests {
  private static func folder() throws -> URL {
    try #require(Bundle.module.resourceURL).appending(path: "Fixtures/three-ways")
  }

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: folder().appending(path: name), encoding: .utf8)
  }

  private static func estimate(_ graph: ResourceGraph) throws -> [String: PriceEstimate.Resource] {
    let resources = try Estimator().estimate(graph, region: "us-east-1").resources
    return Dictionary(resources.filter { $0.status != .free }.map { ($0.address, $0) }) { first, _ in first }
  }

  private static func configuration() throws -> [String: PriceEstimate.Resource] {
    var files: [String: String] = [:]
    for path in FileManager.default.subpaths(atPath: try folder().path) ?? [] where path.hasSuffix(".tf") {
      files[path] = try text(path)
    }
    return try estimate(ResourceGraph(files: files))
  }

  /// What is not the same, by address: `nothing` for what is on one side alone.
  private static func differences(
    _ left: [String: PriceEstimate.Resource], _ right: [String: PriceEstimate.Resource]
  ) -> [String: String] {
    func gist(_ resource: PriceEstimate.Resource?) -> String {
      guard let resource else { return "nothing" }
      return resource.components.map {
        "\($0.group ?? "") \($0.name): \($0.quantity.map { "\($0)" } ?? "-") \($0.monthly.map { "\($0)" } ?? "-")"
      }.sorted().joined(separator: "; ") + " \(resource.status)"
    }
    var found: [String: String] = [:]
    for address in Set(left.keys).union(right.keys) where gist(left[address]) != gist(right[address]) {
      found[address] = "\(gist(left[address])) | \(gist(right[address]))"
    }
    return found
  }

  @Test func aPlanCostsWhatItsFolderCosts() throws {
    let folder = try Self.configuration()
    let plan = try Self.estimate(Plan(json: try Self.text("plan.json")).graph)
    let found = Self.differences(folder, plan)
    // How many networks a list has that is known only after the apply; it is said, and counts as no price.
    #expect(found.keys.sorted() == ["module.network.aws_vpc_endpoint.i"], "\(found)")
    let endpoint = try #require(plan["module.network.aws_vpc_endpoint.i"])
    #expect(endpoint.status == .unpriced)
    #expect(endpoint.reason.contains("not known before apply"))
    #expect(folder.count >= 60)
  }

  @Test func aStateCostsWhatItsFolderCosts() throws {
    let folder = try Self.configuration()
    let state = try Self.estimate(State(json: try Self.text("state.json")).graph)
    let found = Self.differences(folder, state)
    // Not made by the emulator: no state has them.
    let missing = [
      "module.instance.aws_instance.a", "module.lambda.aws_lambda_provisioned_concurrency_config.c",
      "module.rds.aws_db_instance.r", "module.firehose.aws_codebuild_project.b",
    ]
    // Made otherwise by the emulator: one node instead of three, an instance on demand instead of on the spot market.
    let other = ["module.cache.aws_elasticache_replication_group.r", "module.spot.aws_instance.a"]
    #expect(Set(found.keys).isSubset(of: missing + other), "\(found)")
    #expect(found.filter { $0.value.hasSuffix("| nothing") }.keys.allSatisfy(missing.contains))
    #expect(state.count >= 55)
    #expect(state["module.cache.aws_elasticache_replication_group.r"]?.monthly == 108.77)
  }

  /// Twice the count is twice the price, and another resource never makes a total less.
  @Test(arguments: ["aws_instance", "aws_db_instance", "aws_ebs_volume", "aws_nat_gateway"])
  func twiceAsManyCostTwiceAsMuch(type: String) throws {
    func monthly(_ count: Int) throws -> Double {
      let text = """
        resource "\(type)" "a" {
          count = \(count)
          instance_type = "m5.large"
          instance_class = "db.m5.large"
          engine = "postgres"
          allocated_storage = 100
          size = 100
        }
        """
      return try Estimator().estimate(ResourceGraph(files: ["main.tf": text]), region: "us-east-1").monthly
    }
    let one = try monthly(1)
    #expect(one > 0)
    #expect(abs(try monthly(2) - 2 * one) < 0.02)
    #expect(try monthly(7) > monthly(6))
  }
}
