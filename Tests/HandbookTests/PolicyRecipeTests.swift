import Basics
import CEL
import Experts
import Manifests
import Testing
import Vocabulary

@testable import Handbook

/// Admission policies: each rule lets through what the handbook's own recipes make, and stops what breaks it alone.
struct PolicyRecipeTests {
  private static func manifests(_ recipe: String) throws -> [Manifest] {
    let book = try Handbook.shared().book
    let intent = Intent(
      title: "Sample",
      components: [
        Intent.Component(recipe: recipe, name: nil, noun: nil, words: "", spans: [0..<1], settings: [:])
      ], attributes: [:], environment: nil, region: nil, secondRegion: nil, words: [])
    var planner = Planner(book: book, intent: intent, priority: .balanced)
    return try Renderer(plan: try planner.plan(), book: book).files().flatMap {
      ManifestReader.read($0.content, file: $0.path).manifests
    }
  }

  static func policy(_ recipe: String, kind: String) throws -> JSONValue {
    let found = try manifests(recipe).first { $0.kind == kind }
    let spec = try #require(found?.content["spec"])
    return spec["targets"]?[0]?["code"]?[0]?["source"] ?? spec
  }

  /// The messages of the validations that do not hold for an object.
  static func refusals(_ policy: JSONValue, of object: JSONValue) throws -> [String] {
    let given = CELValue(object)
    var variables: [String: CELValue] = [:]
    func evaluate(_ text: String) throws -> CELValue {
      // Gatekeeper hands the object over as a variable of its own.
      var all: [CELValue: CELValue] = [.string("anyObject"): given]
      for (name, value) in variables { all[.string(name)] = value }
      return try CELProgram(text).evaluate(["object": given, "variables": .map(all)])
    }
    for variable in policy["variables"]?.array ?? [] {
      let name = try #require(variable["name"]?.string)
      variables[name] = try evaluate(try #require(variable["expression"]?.string))
    }
    return try (policy["validations"]?.array ?? []).compactMap { validation in
      let holds = try evaluate(try #require(validation["expression"]?.string))
      return holds == .bool(true) ? nil : validation["message"]?.string
    }
  }

  /// The kinds that the policies look at.
  static let kinds = ["Pod", "Deployment", "StatefulSet", "DaemonSet", "Job"]

  static let policies = [
    ("k8s/admission-policy", "ValidatingAdmissionPolicy"), ("k8s/kyverno-policy", "ValidatingPolicy"),
    ("k8s/gatekeeper-policy", "ConstraintTemplate"),
  ]

  @Test(arguments: policies)
  func letsThroughWhatIsMadeHere(recipe: String, kind: String) throws {
    let policy = try Self.policy(recipe, kind: kind)
    #expect((policy["validations"]?.array ?? []).count >= 9)
    for other in ["k8s/workload", "k8s/stateful", "k8s/daemon-set", "k8s/job"] {
      for manifest in try Self.manifests(other)
      where Self.kinds.contains(manifest.kind) {
        #expect(try Self.refusals(policy, of: manifest.content) == [], "\(manifest.address)")
      }
    }
  }

  private static let good = """
    apiVersion: v1
    kind: Pod
    metadata: {name: p}
    spec:
      hostNetwork: false
      securityContext: {runAsNonRoot: true}
      containers:
        - name: a
          image: "registry.example.com/a:1.2"
          resources: {requests: {cpu: 100m, memory: 64Mi}, limits: {memory: 64Mi}}
          securityContext: {privileged: false, allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
    """

  static let breaches = [
    ("privileged: false", "privileged: true", "No container may be privileged."),
    ("allowPrivilegeEscalation: false, ", "", "No container may gain privileges."),
    ("runAsNonRoot: true", "runAsNonRoot: false", "Containers may not run as root."),
    (
      "hostNetwork: false", "hostNetwork: true",
      "Pods may not use the network, the processes or the memory of their node."
    ),
    (
      "hostNetwork: false", "volumes: [{name: v, hostPath: {path: /}}]",
      "Pods may not mount folders of their node."
    ),
    ("drop: [ALL]", "drop: [NET_RAW]", "Containers have to drop all capabilities."),
    (":1.2\"", ":latest\"", "Images need a tag or a digest that is not latest."),
    (":1.2\"", "\"", "Images need a tag or a digest that is not latest."),
    ("cpu: 100m, memory: 64Mi", "cpu: 100m", "Containers have to request processor and memory."),
    ("limits: {memory: 64Mi}", "limits: {cpu: 1}", "Containers need a limit of memory."),
  ]

  @Test(arguments: breaches)
  func stopsWhatBreaksOneRule(text: String, instead: String, message: String) throws {
    for (recipe, kind) in Self.policies {
      let policy = try Self.policy(recipe, kind: kind)
      let good = try #require(ManifestReader.read(Self.good, file: "pod.yaml").manifests.first)
      #expect(try Self.refusals(policy, of: good.content) == [])
      let broken = Self.good.replacing(text, with: instead)
      let bad = try #require(ManifestReader.read(broken, file: "pod.yaml").manifests.first)
      #expect(try Self.refusals(policy, of: bad.content) == [message], "\(kind)")
    }
  }
}
