import HCL
import Manifests
import Reach
import ResourceGraph

/// Decides whether a network policy lets in only whom some words name, by who reaches the pods that it governs: other
/// policies that let in more count, too.
struct OnlyFromClaim {
  /// What was decided, and by what: the rule that lets the right one in, or the one that lets in another.
  struct Decision {
    /// Nil where the files do not tell.
    var holds: Bool?
    var reason: String
  }

  private let reach: KubernetesReach

  init(_ graph: ResourceGraph) {
    reach = KubernetesReach(graph.resources.compactMap(Manifest.init))
  }

  /// - Parameters:
  ///   - policy: the address of the policy.
  ///   - words: one or, with commas between them, several of whom each has to get in: `app=api` for a label of a pod, `ingress` for the controller of ingresses, a block of addresses, or the value
  ///     of a label or name.
  func decide(policy: String, words: String) -> Decision {
    guard let admissions = reach.admissions(by: policy) else {
      return Decision(holds: false, reason: "\(policy) governs none of the pods that are there.")
    }
    let named = words.split(separator: ", ").map(String.init)
    var witnesses: [String: String] = [:]
    var open: String?
    for admission in admissions {
      let how = "\(admission.endpoint.name) gets in (\(admission.hop?.description ?? "nothing stops it"))"
      let meant = named.map { Self.isMeant(admission, by: $0) }
      if let index = meant.firstIndex(of: true) {
        witnesses[named[index]] = witnesses[named[index]] ?? how
      } else if meant.contains(nil) {
        open = open ?? how
      } else {
        return Decision(holds: false, reason: "Only \(words) is asked for, and \(how).")
      }
    }
    if let open { return Decision(holds: nil, reason: "Whether it is \(words) is not known: \(open).") }
    if let missing = named.first(where: { witnesses[$0] == nil }) {
      return Decision(holds: false, reason: "\(missing) is asked for, and nobody of it gets in by \(policy).")
    }
    return Decision(
      holds: true, reason: "Only \(named.compactMap { witnesses[$0] }.joined(separator: ", ")).")
  }

  private static func isMeant(_ admission: Admission, by words: String) -> Bool? {
    if admission.endpoint.kind == .network { return false }
    if admission.endpoint.kind == .addresses {
      guard let block = AddressRange(block: words), block != .everywhere else { return false }
      return AddressRange(span: admission.endpoint.name).map(block.contains) ?? false
    }
    let pair = words.split(separator: "=", maxSplits: 1).map(String.init)
    if pair.count == 2 {
      return !admission.labels.isEmpty
        && admission.labels.allSatisfy { $0.pod[pair[0]] == pair[1] }
    }
    if words.lowercased().split(separator: " ").contains("ingress") {
      if admission.isIngressController { return true }
      let texts = admission.labels.map { entry in
        (Array(entry.pod) + Array(entry.namespace)).map { "\($0.key)=\($0.value)".lowercased() }
      }
      return !texts.isEmpty && texts.allSatisfy { $0.contains { $0.contains("ingress") } } ? nil : false
    }
    return !admission.labels.isEmpty
      && admission.labels.allSatisfy {
        $0.pod.values.contains(words) || $0.namespace.values.contains(words)
      }
  }
}

extension HCLExpression {
  /// The label and the types of `reached_only_from("label", "type", …)`, and the label of what is reached where `about("label")` stands
  /// before it; nil for everything else.
  var reachedOnlyFrom: (target: String?, words: [String])? {
    switch kind {
    case .call(let call) where call.name == "reached_only_from":
      var evaluator = Evaluator(scope: Scope())
      return (nil, call.arguments.compactMap { evaluator.evaluate($0).text })
    case .binary(.and, let left, let right):
      guard let words = right.reachedOnlyFrom?.words, case .call(let call) = left.kind, call.name == "about",
        call.arguments.count == 1
      else { return nil }
      var evaluator = Evaluator(scope: Scope())
      return (evaluator.evaluate(call.arguments[0]).text, words)
    default: return nil
    }
  }

  /// The words of `admits_only("words")`; nil for everything else.
  var onlyFromWords: String? {
    guard case .call(let call) = kind, call.name == "admits_only", call.arguments.count == 1 else {
      return nil
    }
    var evaluator = Evaluator(scope: Scope())
    return evaluator.evaluate(call.arguments[0]).text
  }
}
