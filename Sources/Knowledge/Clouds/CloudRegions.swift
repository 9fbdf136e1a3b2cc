import Foundation

/// What the cloud calls a region, and where a resource says in which one it is.
package struct CloudRegions: Hashable, Sendable {
  /// Where prices and drafts are for when nothing names a region.
  package let reference: String
  /// Variables of the environment that name a region, the first that is set counts.
  package let variables: [String]
  /// The expression that a region's name matches whole; nil where any word may be one.
  package let form: String?
  /// The expression that finds a region's name in a sentence, its parts as three groups; nil where only the listed names count.
  package let written: String?
  /// Arguments of a resource that name its region, the first that is set counts.
  package let arguments: [String]
  /// The attribute whose fourth part between colons is the region; nil where identifiers do not name one.
  package let identifier: String?
  /// The argument that names the region of a resource, or of what it belongs to; nil where none is inherited.
  package let inherited: String?
  /// Whether names are written with capitals and spaces, too: `West Europe` is `westeurope`.
  package let isSpelledFreely: Bool
  /// Whether the recipes place copies in a second region.
  package let hasSecond: Bool
  /// Of the name of a zone the expression that matches what comes after the region's; nil where no zone stands for one.
  package let zoneSuffix: String?

  /// Whether the whole name has the form of a region of the cloud.
  package func isRegion(_ name: String) -> Bool {
    guard let form else { return true }
    return name.range(of: "^(?:\(form))$", options: .regularExpression) != nil
  }

  /// The region's name as the price book writes it, of how a resource says it.
  package func canonical(_ name: String) -> String {
    guard isSpelledFreely || zoneSuffix != nil else { return name }
    let plain = name.lowercased().filter { $0 != " " }
    guard let zoneSuffix,
      let suffix = plain.range(of: "(?:\(zoneSuffix))$", options: .regularExpression)
    else { return plain }
    return String(plain[..<suffix.lowerBound])
  }

  /// Of a cloud without regions.
  static let any = CloudRegions(
    reference: "any", variables: [], form: nil, written: nil, arguments: [], identifier: nil, inherited: nil,
    isSpelledFreely: false, hasSecond: false, zoneSuffix: nil)
}
