/// Which characters are meant.
struct ScalarSet: Hashable, Sendable {
  private(set) var ranges: [ClosedRange<UInt32>] = []
  private(set) var properties: [Property] = []
  var isNegated = false
  var ignoresCase = false

  /// Unicode classes by name.
  struct Property: Hashable, Sendable {
    var name: String
    var isNegated: Bool
  }

  init(_ ranges: ClosedRange<UInt32>...) { self.ranges = ranges }

  mutating func insert(_ range: ClosedRange<UInt32>) { ranges.append(range) }
  mutating func insert(_ property: Property) { properties.append(property) }
  mutating func insert(_ other: ScalarSet) {
    if other.isNegated {
      var next: UInt32 = 0
      for range in other.ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if range.lowerBound > next { ranges.append(next...(range.lowerBound - 1)) }
        next = max(next, range.upperBound + 1)
      }
      ranges.append(next...0x10FFFF)
    } else {
      ranges += other.ranges
    }
    properties += other.properties
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    var found = holds(scalar)
    if !found, ignoresCase {
      let properties = scalar.properties
      found =
        [properties.lowercaseMapping, properties.uppercaseMapping].contains { text in
          text.unicodeScalars.count == 1 && text.unicodeScalars.first.map(holds) == true
        }
    }
    return found != isNegated
  }

  private func holds(_ scalar: Unicode.Scalar) -> Bool {
    if ranges.contains(where: { $0.contains(scalar.value) }) { return true }
    return properties.contains { Self.has(scalar, property: $0.name) != $0.isNegated }
  }

  /// The names that are read, after the general categories of Unicode.
  static let knownProperties: Set<String> = ["L", "Lu", "Ll", "N", "Nd", "P", "S", "Z"]

  private static func has(_ scalar: Unicode.Scalar, property: String) -> Bool {
    let category = scalar.properties.generalCategory
    switch property {
    case "L":
      return [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter].contains(
        category)
    case "Lu": return category == .uppercaseLetter
    case "Ll": return category == .lowercaseLetter
    case "N": return [.decimalNumber, .letterNumber, .otherNumber].contains(category)
    case "Nd": return category == .decimalNumber
    case "P":
      return [
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation,
      ].contains(category)
    case "S": return [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol].contains(category)
    default: return [.spaceSeparator, .lineSeparator, .paragraphSeparator].contains(category)
    }
  }

  static let digits = ScalarSet(0x30...0x39)
  static let word = ScalarSet(0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A)
  static let space = ScalarSet(0x09...0x0A, 0x0C...0x0D, 0x20...0x20)

  var negated: ScalarSet {
    var set = self
    set.isNegated.toggle()
    return set
  }
}
