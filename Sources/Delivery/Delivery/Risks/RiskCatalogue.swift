import Basics
import Clouds
import Foundation

/// Which changes are risky and which resources hold data, as `risks.json` of the clouds' packs say.
struct RiskCatalogue: Sendable {
  /// A value under a path of a type that opens something to everyone.
  struct Exposure: Sendable {
    let type: String
    let path: [String]
    let values: [JSONValue]
    /// Other attributes that have to have these values.
    let conditions: [JSONMember]
    /// Whether a new resource of which the path is not written is open to nobody by it.
    let isClosedUnwritten: Bool
  }

  let holdsData: Set<String>
  let protections: [String]
  let identity: [String]
  let exposures: [String: [Exposure]]

  /// What all clouds' packs say. Throws where a file of theirs cannot be read.
  static let builtIn = Result {
    RiskCatalogue(
      try CloudCatalog.current.clouds.compactMap { cloud in
        try cloud.contents(of: .risks).map { try JSONValue(parsing: Array($0)) }
      })
  }

  private init(_ documents: [JSONValue]) {
    func names(_ key: String) -> [String] {
      documents.flatMap { ($0[key]?.array ?? []).compactMap(\.string) }
    }
    holdsData = Set(names("holdsData"))
    protections = names("protections")
    identity = names("identity")
    var all: [Exposure] = []
    for entry in documents.flatMap({ $0["exposure"]?.array ?? [] }) {
      all.append(
        Exposure(
          type: entry["type"]?.string ?? "",
          path: (entry["path"]?.string ?? "").split(separator: ".").map(String.init),
          values: entry["values"]?.array ?? [], conditions: entry["when"]?.object ?? [],
          isClosedUnwritten: entry["unwritten"]?.string == "closed"))
    }
    exposures = Dictionary(grouping: all, by: \.type)
  }

  /// A type is named whole, or by its beginning where the name ends with `_`.
  func isIdentity(_ type: String) -> Bool {
    identity.contains { $0.hasSuffix("_") ? type.hasPrefix($0) : type == $0 }
  }
}
