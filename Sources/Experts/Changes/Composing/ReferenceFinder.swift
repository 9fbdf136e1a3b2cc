import HCL
import Basics
import ProviderSchemas
import Requirements

/// Finds what an argument refers to among the resources that are there, by the words of its name: `vpc_id` is the id of a VPC.
struct ReferenceFinder {
  let present: PresentConfiguration
  let terms: Terms

  /// The types among those that are there whose things the argument can name, and the attribute it takes.
  /// - Parameter isStrict: whether the whole name has to fit, and not only its last word.
  func types(
    for argument: String, of type: String, isStrict: Bool
  ) -> (types: [String], attribute: String)? {
    var name = argument
    var attribute = ""
    for (suffix, taken) in Self.suffixes where name.hasSuffix(suffix) && name.count > suffix.count {
      name.removeLast(suffix.count)
      attribute = taken
      break
    }
    let words = RequestWords(name.replacing("_", with: " "), terms: terms).words
    guard !words.isEmpty else { return nil }
    let types = present.types.filter { candidate in
      let own = RequestWords.normal(String(candidate.drop { $0 != "_" }))
      // Without the service's name it is the thing: `service_role` is a role.
      let thing = Array(own.dropFirst())
      return candidate != type
        && (own.ends(with: words) || words.ends(with: own) || (!isStrict && words.ends(with: thing)))
    }
    guard !types.isEmpty else { return nil }
    // The shortest name is the thing itself: a role before a role policy.
    let shortest = types.map(\.count).min() ?? 0
    let nearest = types.filter { $0.count == shortest }.sorted()
    if attribute.isEmpty { attribute = takesName(argument, of: type) ? Self.bare(nearest[0]) : "arn" }
    return (nearest, attribute)
  }

  /// The expression of a reference to items: one, or a list of all.
  func source(_ items: [PresentConfiguration.Item], attribute: String, type: ValueType) -> String? {
    guard !items.isEmpty else { return nil }
    let single = items.map { item in
      let isCounted = item.block.body.attribute("count") != nil
      let isKeyed = item.block.body.attribute("for_each") != nil
      return (item, isCounted, isKeyed)
    }
    switch type {
    case .list, .set:
      if single.count == 1, let (item, isCounted, isKeyed) = single.first {
        if isCounted { return "\(item.address)[*].\(attribute)" }
        if isKeyed { return "values(\(item.address))[*].\(attribute)" }
      }
      guard single.allSatisfy({ !$0.1 && !$0.2 }) else { return nil }
      return "[\(items.map { "\($0.address).\(attribute)" }.joined(separator: ", "))]"
    default:
      guard single.count == 1, let (item, isCounted, isKeyed) = single.first, !isKeyed else { return nil }
      return isCounted ? "\(item.address)[0].\(attribute)" : "\(item.address).\(attribute)"
    }
  }

  /// Whether the provider takes a plain name there, as far as it says what it takes.
  private func takesName(_ argument: String, of type: String) -> Bool {
    ConstraintSet.shipped.constraints(for: type).flatMap(\.forms).filter { $0.path == argument }
      .allSatisfy { $0.form.fits("name") }
  }

  private static let suffixes = [
    ("_ids", "id"), ("_id", "id"), ("_arns", "arn"), ("_arn", "arn"), ("_names", "name"), ("_name", "name"),
    ("_identifier", "id"),
  ]

  /// What an argument without such an ending takes: a name where the thing has one as its identity.
  private static func bare(_ type: String) -> String {
    guard let block = ProviderSchema.shippedResource(type) else { return "id" }
    return block.attributes["name"] != nil && block.attributes["bucket"] == nil ? "name" : "id"
  }
}

extension [String] {
  fileprivate func ends(with other: [String]) -> Bool {
    !other.isEmpty && suffix(other.count).elementsEqual(other)
  }
}
