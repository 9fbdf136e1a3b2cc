import Clouds
import HCL

/// What a resource type that does not exist is really called.
struct TypeSuccessors: Sendable {
  private let types: [String: String]
  private let arguments: [String: [String: String]]

  /// Those of all clouds' packs, read when first asked for.
  static let shipped: TypeSuccessors = {
    var types: [String: String] = [:]
    var arguments: [String: [String: String]] = [:]
    var evaluator = Evaluator(scope: Scope())
    func members(_ value: Value?) -> [String: Value] {
      if case .object(let members)? = value { members } else { [:] }
    }
    for cloud in CloudCatalog.current.clouds {
      guard let data = cloud.contents(of: .successors) else { continue }
      let body = HCLFile(path: CloudPart.successors.rawValue, text: String(decoding: data, as: UTF8.self))
        .body
      let named = members(body.attribute("types").map { evaluator.evaluate($0.value) })
      types.merge(named.compactMapValues(\.text)) { first, _ in first }
      let renamed = members(body.attribute("arguments").map { evaluator.evaluate($0.value) })
      arguments.merge(renamed.mapValues { members($0).compactMapValues(\.text) }) { first, _ in first }
    }
    return TypeSuccessors(types: types, arguments: arguments)
  }()

  /// What says the same as an argument that a type does not have; `%` in it is the value.
  func replacement(of argument: String, in type: String) -> String? { arguments[type]?[argument] }

  /// The successor, the same name with other underscores, with one word more or less, or the nearest name there is.
  func successor(of type: String, among known: some Collection<String>) -> String? {
    if let successor = types[type], known.contains(successor) { return successor }
    let letters = type.filter { $0 != "_" }
    if let same = known.first(where: { $0.count <= type.count + 2 && $0.filter { $0 != "_" } == letters }) {
      return same
    }
    return nearestName(to: type, among: known) ?? neighbour(of: type, among: known)
  }

  /// The only known name with one word more or less. The last word says what a thing is, so it goes only where it says
  /// nothing.
  private func neighbour(of type: String, among known: some Collection<String>) -> String? {
    let words = type.split(separator: "_")
    let empty: Set<Substring> = ["configuration", "config", "settings", "resource"]
    let shorter = words.indices.dropFirst(words.count > 2 ? 1 : words.count).filter {
      $0 < words.count - 1 || empty.contains(words[$0])
    }.map { index in
      (words[..<index] + words[(index + 1)...]).joined(separator: "_")
    }
    let fewer = Set(shorter).filter { $0.contains("_") && known.contains($0) }
    if fewer.count == 1 { return fewer.first }
    let more = known.filter { name in
      let longer = name.split(separator: "_")
      guard longer.count == words.count + 1 else { return false }
      let start = zip(longer, words).prefix { $0 == $1 }.count
      return longer[(start + 1)...] == words[start...]
    }
    return more.count == 1 ? more.first : nil
  }
}
