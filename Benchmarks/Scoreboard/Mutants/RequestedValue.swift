/// A value that a requirement names: a number, an address block, a name with dots, a class of machine.
struct RequestedValue {
  let text: String
  private let number: Int?

  private static let words = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "zwei": 2, "drei": 3, "vier": 4,
  ]

  /// Days that make one of these, in which configurations write it.
  private static let units = [
    "week": 7, "weeks": 7, "month": 30, "months": 30, "year": 365, "years": 365, "jahre": 365,
  ]
  /// Whether it is an amount of memory or storage, which stands at arguments that say so.
  let isSize: Bool
  private static let sizes: Set<String> = ["gb", "gib", "mb", "mib", "tb", "tib", "gigabytes"]
  /// The days of one unit; nil where the value is written as it is.
  private let days: Int?

  /// Nil for a word that names no value.
  /// - Parameter unit: the word behind it.
  init?(_ token: String, unit: String? = nil) {
    // "One after the other" counts nothing.
    guard unit != "after" else { return nil }
    isSize = unit.map { Self.sizes.contains($0.lowercased()) } ?? false
    days = unit.flatMap { Self.units[$0.lowercased()] }
    let bare = token.hasSuffix(".") ? String(token.dropLast()) : token
    text = bare
    number = Self.words[bare.lowercased()] ?? Int(bare)
    guard
      number != nil || (bare.contains(where: \.isNumber) && bare.contains { "./:-".contains($0) })
        || bare.contains(".")
    else { return nil }
    guard bare.count > 1 || number != nil, number != 0 else { return nil }
  }

  /// Values that are not what was asked.
  func others(isFloor: Bool, isCeiling: Bool) -> [String] {
    guard let number else { return [changed] }
    let less = isCeiling ? [] : ["\(number / 2)"]
    let more = isFloor ? [] : ["\(number * 2 + 1)"]
    return less + more
  }

  /// The ways in which configurations write the value, each with the way to write another one.
  var forms: [(String, (String) -> String)] {
    guard let number else { return [(text, { $0 })] }
    if let days { return [("\(number * days)", { other in Int(other).map { "\($0 * days)" } ?? other })] }
    if isSize {
      return [(1, ""), (1, "G"), (1, "Gi"), (1024, ""), (1024, "M"), (1024, "Mi"), (1000, ""), (1000, "M")]
        .map {
          factor, suffix in
          ("\(number * factor)\(suffix)", { other in Int(other).map { "\($0 * factor)\(suffix)" } ?? other })
        }
    }
    return [1, 60, 1000, 1024, 3600, 86_400].map { factor in
      ("\(number * factor)", { other in Int(other).map { "\($0 * factor)" } ?? other })
    }
  }

  /// The text with its first run of letters or digits another one.
  private var changed: String {
    let head = text.prefix { $0.isLetter }
    if !head.isEmpty { return "zz" + text.dropFirst(head.count) }
    return "9" + text
  }
}
