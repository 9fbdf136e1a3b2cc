import Basics
import HCL
import ResourceGraph
import Policies
import ProviderSchemas
import Testing
import Vocabulary

/// Every rule proves itself: its own cases pass and fail, and its remedy makes the failing one pass.
struct RuleTests {
  /// Empty when the rules cannot be read, which `readsTheRuleFiles` reports.
  static let ids: [String] =
    if case .success(let pack) = PolicyPack.builtIn { pack.rules.map(\.id) } else { [] }

  @Test func readsTheRuleFiles() throws {
    let pack = try PolicyPack.builtIn.get()
    #expect(pack.rules.filter { !$0.id.hasPrefix("k8s-") }.count >= 60)
    #expect(pack.rules.filter { $0.id.hasPrefix("k8s-") }.count >= 20)
    #expect(pack.digest.count == 64)
    #expect(
      pack.rules.allSatisfy { !$0.references.isEmpty && $0.why.hasSuffix(".") && $0.advice.hasSuffix(".") })
  }

  @Test(arguments: [("aws-", 300), ("azure-", 80), ("google-", 80), ("k8s-", 100)])
  func everyCloudHasRules(prefix: String, count: Int) throws {
    #expect(try PolicyPack.builtIn.get().rules.count { $0.id.hasPrefix(prefix) } >= count)
  }

  /// A case in which an argument is misspelt proves nothing.
  @Test(arguments: ids)
  func casesNameArgumentsThatThereAre(_ id: String) throws {
    let rule = try #require(try PolicyPack.builtIn.get()[id])
    for resource in (rule.passing.graph.resources + rule.failing.graph.resources)
    where resource.kind == .managed {
      guard let schema = ProviderSchema.shippedResource(resource.type) else { continue }
      let names = resource.attributes.members?.map(\.key) ?? []
      let unknown = names.filter { schema.attributes[$0] == nil && schema.blocks[$0] == nil }
      #expect(unknown.allSatisfy { Self.earlierNames.contains($0) }, "\(resource.address): \(unknown)")
    }
  }

  /// Arguments that only earlier versions of a provider have.
  private static let earlierNames: Set<String> = [
    "addon_profile", "encryption_settings", "soft_delete_enabled", "zone_redundant", "versioning",
    "network_config",
    "encryption_spec",
  ]

  @Test(arguments: ids)
  func provesItself(_ id: String) throws {
    let pack = try PolicyPack.builtIn.get()
    let proof = RuleProof(try #require(pack[id]), in: pack)
    #expect(proof.faults.isEmpty, "\(proof.faults.joined(separator: " "))")
  }

  @Test(arguments: [
    (
      "require = self.fifo_queue == true", "fifo_queue = false", "fifo_queue = true",
      "does not pass its passing case"
    ),
    ("require = true", "fifo_queue = true", "fifo_queue = false", "finds nothing in its failing case"),
  ])
  func whatDoesNotHoldIsSaid(require: String, passing: String, failing: String, fault: String) throws {
    let pack = try PolicyPack(files: ["own.hcl": Self.rule(require, passing, failing, references: "[]")])
    let proof = RuleProof(try #require(pack.rules.first), in: pack)
    #expect(proof.faults.contains { $0.contains(fault) }, "\(proof.faults)")
    #expect(proof.faults.contains { $0.contains("'references'") })
  }

  /// Whatever the files are called: a group of a later file holds in an earlier one.
  @Test func groupsHoldInEveryFile() throws {
    let rule = Self.rule("require = self.fifo_queue == true", "fifo_queue = true", "fifo_queue = false")
      .replacing("\"aws_sqs_queue\"\n", with: "\"queues\"\n")
    let pack = try PolicyPack(files: [
      "a.hcl": rule, "z.hcl": "group \"queues\" {\n  types = [\"aws_sqs_queue\"]\n}\n",
    ])
    #expect(pack.rules.first?.types == ["aws_sqs_queue"])
  }

  private static func rule(
    _ require: String, _ passing: String, _ failing: String, references: String = "[\"Ours 1\"]"
  ) -> String {
    """
    rule "own-queue" {
      title      = "Queue is not in order"
      severity   = "medium"
      category   = "operations"
      resource   = "aws_sqs_queue"
      \(require)
      message    = "The queue ${self.name} is not in order."
      why        = "Orders are worked through as they come."
      advice     = "Make it a FIFO queue."
      references = \(references)
      pass {
        resource "aws_sqs_queue" "q" {
          name = "q"
          \(passing)
        }
      }
      fail {
        resource "aws_sqs_queue" "q" {
          name = "q"
          \(failing)
        }
      }
    }

    """
  }
}
