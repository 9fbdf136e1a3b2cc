import Basics

/// Which labels are meant; an empty one means all.
package struct LabelSelector: Hashable, Sendable {
  /// One thing that is asked of the labels, by the key of a label.
  package enum Demand: Hashable, Sendable {
    case isAmong(String, values: [String])
    case isNotAmong(String, values: [String])
    case exists(String)
    case isAbsent(String)
    /// An operator that Kubernetes does not have: matches nothing, and is named.
    case unreadable(String)
  }

  /// All of them have to hold.
  package let demands: [Demand]

  /// What asks for nothing.
  package static let everything = LabelSelector(demands: [])

  private init(demands: [Demand]) { self.demands = demands }

  /// Each label with its value.
  package init(labels: [(key: String, value: String)]) {
    demands = labels.map { .isAmong($0.key, values: [$0.value]) }
  }

  /// `matchLabels` and `matchExpressions`.
  package init(_ selector: JSONValue) {
    let pairs = (selector["matchLabels"]?.object ?? []).map { ($0.key, $0.value.labelText) }
    let expressions = (selector["matchExpressions"]?.array ?? []).map { expression -> Demand in
      let key = expression["key"]?.labelText ?? ""
      let values = (expression["values"]?.array ?? []).map(\.labelText)
      switch expression["operator"]?.string {
      case "In": return .isAmong(key, values: values)
      case "NotIn": return .isNotAmong(key, values: values)
      case "Exists": return .exists(key)
      case "DoesNotExist": return .isAbsent(key)
      default: return .unreadable(expression["operator"]?.string ?? "none")
      }
    }
    demands = pairs.map { .isAmong($0, values: [$1]) } + expressions
  }

  /// Whether nothing is asked.
  package var isEmpty: Bool { demands.isEmpty }

  /// Whether a thing with these labels is meant.
  package func matches(_ labels: [String: String]) -> Bool {
    demands.allSatisfy { demand in
      switch demand {
      case .isAmong(let key, let values): labels[key].map(values.contains) ?? false
      case .isNotAmong(let key, let values): labels[key].map { !values.contains($0) } ?? true
      case .exists(let key): labels[key] != nil
      case .isAbsent(let key): labels[key] == nil
      case .unreadable: false
      }
    }
  }

  /// Labels of things that the selector matches, one for each value that it takes; none where nothing bears them.
  package var examples: [[String: String]] {
    var found: [[String: String]] = [[:]]
    for demand in demands {
      switch demand {
      case .isAmong(let key, let values):
        found = found.flatMap { labels in
          values.prefix(Self.mostValues).map { labels.merging([key: $0]) { first, _ in first } }
        }
      case .exists(let key): found = found.map { $0.merging([key: "any"]) { first, _ in first } }
      case .isNotAmong, .isAbsent, .unreadable: break
      }
      found = Array(found.prefix(Self.mostExamples))
    }
    return found.filter(matches)
  }

  /// How many values of a demand, and how many things in all, stand for what a selector matches.
  private static let mostValues = 16
  private static let mostExamples = 64
}

extension LabelSelector: CustomStringConvertible {
  /// `app=web, tier in (a, b), !debug`; `all` for the empty one.
  package var description: String {
    guard !demands.isEmpty else { return "all" }
    return demands.map { demand in
      switch demand {
      case .isAmong(let key, let values):
        values.count == 1 ? "\(key)=\(values[0])" : "\(key) in (\(values.joined(separator: ", ")))"
      case .isNotAmong(let key, let values): "\(key) not in (\(values.joined(separator: ", ")))"
      case .exists(let key): key
      case .isAbsent(let key): "!\(key)"
      case .unreadable(let name): "operator \(name)"
      }
    }.joined(separator: ", ")
  }
}

extension JSONValue {
  /// A label's value is a text; a number or a truth value without quotes is read as it would be written.
  package var labelText: String {
    switch self {
    case .string(let text): text
    case .integer(let number): String(number)
    case .bool(let flag): String(flag)
    case .number(let number): String(number)
    default: ""
    }
  }

  /// An object of labels or annotations.
  package var labels: [String: String] {
    Dictionary((object ?? []).map { ($0.key, $0.value.labelText) }, uniquingKeysWith: { first, _ in first })
  }
}
