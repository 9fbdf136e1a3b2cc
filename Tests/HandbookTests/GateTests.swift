import Basics
import HCL
import Policies
import ResourceGraph
import Testing
import Vocabulary

/// The gate in the cluster is the gate in the report: what the emitted policies refuse of the rules' own cases is what the rules find.
struct GateTests {
  /// Which rules each validation of the policies stands for. Rules that are not here need what one object does not tell (other
  /// objects of the cluster, flags of its control plane), or ask for what a cluster should not force.
  static let gates: [(message: String, rules: [String])] = [
    ("No container may be privileged.", ["k8s-privileged"]),
    ("No container may gain privileges.", ["k8s-privilege-escalation"]),
    ("Containers may not run as root.", ["k8s-run-as-root"]),
    ("Pods may not use the network, the processes or the memory of their node.", ["k8s-host-namespaces"]),
    ("Pods may not mount folders of their node.", ["k8s-host-path"]),
    ("Containers have to drop all capabilities.", ["k8s-capabilities"]),
    ("Images need a tag or a digest that is not latest.", ["k8s-image-tag"]),
    ("Containers have to request processor and memory.", ["k8s-cpu-requests", "k8s-memory-requests"]),
    ("Containers need a limit of memory.", ["k8s-memory-limits"]),
  ]

  @Test(arguments: PolicyRecipeTests.policies)
  func refusesWhatTheRulesFind(recipe: String, kind: String) throws {
    let policy = try PolicyRecipeTests.policy(recipe, kind: kind)
    let pack = try PolicyPack.builtIn.get()
    var (refused, admitted) = (0, 0)
    for (message, ids) in Self.gates {
      for id in ids {
        let rule = try #require(pack[id])
        for value in rule.passing.manifests + rule.failing.manifests {
          let resource = try #require(Resource(manifest: value))
          guard PolicyRecipeTests.kinds.contains(resource.type), let object = JSONValue(value) else {
            continue
          }
          let findings = pack.findings(in: ResourceGraph(resources: [resource]))
          let isFound = findings.contains { ids.contains($0.rule) && $0.outcome == .fail }
          let isRefused = try PolicyRecipeTests.refusals(policy, of: object).contains(message)
          #expect(isFound == isRefused, "\(kind), \(id): the rule \(isFound ? "finds" : "passes") \(value)")
          if isRefused { refused += 1 } else { admitted += 1 }
        }
      }
    }
    #expect(refused >= Self.gates.count && admitted >= Self.gates.count)
  }

  /// Every validation stands for a rule.
  @Test(arguments: PolicyRecipeTests.policies)
  func everyValidationIsARule(recipe: String, kind: String) throws {
    let policy = try PolicyRecipeTests.policy(recipe, kind: kind)
    let messages = (policy["validations"]?.array ?? []).compactMap { $0["message"]?.string }
    #expect(Set(messages) == Set(Self.gates.map(\.message)))
  }
}
