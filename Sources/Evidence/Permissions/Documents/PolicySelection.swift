import HCL

/// What the actions or resources of a statement are: these, or all but these.
package struct PolicySelection: Hashable, Sendable {
  package let texts: [String]
  /// `NotAction`, `NotResource`: all but the texts.
  package let isInverted: Bool
  /// Whether some of the texts are known only after apply.
  package let hasUnknown: Bool

  package init(texts: [String], isInverted: Bool = false, hasUnknown: Bool = false) {
    self.texts = texts
    self.isInverted = isInverted
    self.hasUnknown = hasUnknown
  }

  /// Nil where the statement has neither member.
  init?(_ statement: Value, name: String) {
    for (member, isInverted) in [(name, false), ("Not\(name)", true)] {
      guard let value = statement[member], !value.isNull else { continue }
      let (texts, hasUnknown) = value.policyTexts
      self.init(texts: texts, isInverted: isInverted, hasUnknown: hasUnknown)
      return
    }
    return nil
  }
}

extension Value {
  /// A text or a list of texts, and whether some of it is unknown.
  var policyTexts: (texts: [String], hasUnknown: Bool) {
    switch self {
    case .list(let items):
      (items.compactMap(\.policyText), items.contains { $0.policyText == nil })
    case .null: ([], false)
    default: (policyText.map { [$0] } ?? [], policyText == nil)
    }
  }

  /// Numbers and switches stand in conditions as often as texts of them.
  private var policyText: String? {
    switch self {
    case .string, .number, .bigInteger, .bool: text
    default: nil
    }
  }
}
