import Basics
import Foundation

/// Which changes are risky and which resources hold data: `Data/risks.json`.
struct RiskCatalogue: Sendable {
  /// A value under a path of a type that opens something to everyone.
  struct Exposure: Sendable {
    let type: String
    let path: [String]
    let values: [JSONValue]
    /// Other attributes that have to have these values.
    let conditions: [JSONMember]
  }

  let holdsData: Set<String>
  let protections: [String]
  let identity: [String]
  let exposures: [String: [Exposure]]

  /// Throws where the shipped file cannot be read.
  static let builtIn = Result {
    try RiskCatalogue(
      JSONValue(parsing: Array(Data(contentsOf: Bundle.module.bundleURL.appending(path: "Data/risks.json")))))
  }

  private init(_ document: JSONValue) {
    func names(_ key: String) -> [String] { (document[key]?.array ?? []).compactMap(\.string) }
    holdsData = Set(names("holdsData"))
    protections = names("protections")
    identity = names("identity")
    let all = (document["exposure"]?.array ?? []).map { entry in
      Exposure(
        type: entry["type"]?.string ?? "",
        path: (entry["path"]?.string ?? "").split(separator: ".").map(String.init),
        values: entry["values"]?.array ?? [], conditions: entry["when"]?.object ?? [])
    }
    exposures = Dictionary(grouping: all, by: \.type)
  }

  /// A type is named whole, or by its beginning where the name ends with `_`.
  func isIdentity(_ type: String) -> Bool {
    identity.contains { $0.hasSuffix("_") ? type.hasPrefix($0) : type == $0 }
  }
}
