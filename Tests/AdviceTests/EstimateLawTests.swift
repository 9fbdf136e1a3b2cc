import Advice
import Basics
import FoundationEssentials
import HCL
import Pricing
import ResourceGraph
import Testing
import Vocabulary

/// What holds of every estimate, whatever is estimated; tried on the estates that the rules of advice are proved on.
struct EstimateLawTests {
  private static let texts: [String] = {
    let cases = ((try? AdviceBook.builtIn())?.rules ?? []).flatMap(\.cases)
    let known: Set<String> = ["resource", "data", "variable", "provider", "locals"]
    return cases.compactMap { proof in
      let file = HCLFile(path: "case", text: proof.text)
      let bytes = Array(proof.text.utf8)
      let blocks = file.body.blocks.filter { known.contains($0.type) }.map { block in
        String(decoding: bytes[block.range.start.offset..<block.range.end.offset], as: UTF8.self)
      }
      return blocks.isEmpty ? nil : blocks.joined(separator: "\n\n") + "\n"
    }
  }()

  private func estimate(_ files: [String: String]) throws -> PriceEstimate {
    try Estimator().estimate(ResourceGraph(files: files), region: "us-east-1")
  }

  @Test func areTried() {
    #expect(Self.texts.count > 150)
  }

  /// What is priced has a quantity and a price, and their product; what is not is in no sum.
  @Test func whatIsPricedIsQuantityTimesPrice() throws {
    for text in Self.texts {
      for resource in try estimate(["main.tf": text]).resources {
        for component in resource.components {
          guard component.status == .priced else {
            #expect(component.monthly == nil, "\(resource.address): \(component)")
            continue
          }
          let quantity = try #require(component.quantity, "\(component)")
          let price = try #require(component.unitPrice, "\(component)")
          #expect(abs((component.monthly ?? -1) - quantity * price) < 0.001, "\(component)")
        }
        if resource.status == .priced {
          #expect(resource.components.contains { $0.status == .priced }, "\(resource.address)")
          #expect(!resource.components.contains { $0.status == .unpriced }, "\(resource.address)")
        }
        if resource.status == .usage { #expect(resource.monthly == nil, "\(resource.address)") }
      }
    }
  }

  /// Twice as many cost twice as much: a module that is called twice is twice what it holds.
  @Test func twiceTheCountIsTwiceThePrice() throws {
    for text in Self.texts {
      let once = try estimate(["main.tf": "module \"m\" {\n  source = \"./m\"\n}\n", "m/main.tf": text])
      let twice = try estimate([
        "main.tf": "module \"m\" {\n  source = \"./m\"\n  count  = 2\n}\n", "m/main.tf": text,
      ])
      #expect(abs(twice.monthly - 2 * once.monthly) < 0.02, "\(text)")
      #expect(twice.unpriced.count == 2 * once.unpriced.count, "\(text)")
    }
  }

  /// One thing more is never less.
  @Test func addingNeverLowersTheTotal() throws {
    let added = """

      resource "aws_instance" "law_added" {
        ami           = "ami-12345678"
        instance_type = "t3.micro"
      }
      resource "aws_ebs_volume" "law_added" {
        availability_zone = "us-east-1a"
        size              = 10
      }
      resource "aws_eip" "law_added" {
        instance = aws_instance.law_added.id
      }
      """
    for text in Self.texts {
      let (before, after) = (try estimate(["main.tf": text]), try estimate(["main.tf": text + added]))
      #expect(after.monthly >= before.monthly, "\(text)")
    }
  }

  /// What is stopped costs its disks, not its hours; a version past its support costs more from the day on.
  @Test(arguments: [
    (
      "resource \"aws_instance\" \"a\" {\n  instance_type = \"m5.large\"\n  instance_state = \"stopped\"\n  root_block_device {\n    volume_size = 100\n    volume_type = \"gp3\"\n  }\n}",
      "2026-07-20", 8.0
    ),
    (
      "resource \"aws_instance\" \"a\" {\n  instance_type = \"m5.large\"\n}\nresource \"aws_ec2_instance_state\" \"a\" {\n  instance_id = aws_instance.a.id\n  state = \"stopped\"\n}",
      "2026-07-20", 0.8
    ),
    ("resource \"aws_eks_cluster\" \"a\" {\n  version = \"1.33\"\n}", "2026-07-29", 73),
    ("resource \"aws_eks_cluster\" \"a\" {\n  version = \"1.33\"\n}", "2026-07-30", 438),
    (
      "resource \"aws_elasticache_cluster\" \"a\" {\n  engine = \"redis\"\n  engine_version = \"5.0.6\"\n  node_type = \"cache.m5.large\"\n}",
      "2026-11-27", 204.98
    ),
    (
      "resource \"aws_opensearch_domain\" \"a\" {\n  cluster_config {\n    instance_type = \"m5.large.search\"\n    instance_count = 3\n  }\n  ebs_options {\n    ebs_enabled = true\n    volume_type = \"gp3\"\n    volume_size = 100\n  }\n}",
      "2026-07-20", 347.58
    ),
  ])
  func costsWhatIsBilledOnTheDay(_ text: String, day: String, monthly: Double) throws {
    let estimate = try Estimator().on(day: day).estimate(
      ResourceGraph(files: ["main.tf": text]), region: "us-east-1")
    #expect(abs(estimate.monthly - monthly) < 0.011, "\(estimate)")
  }
}
