import Basics
import Clouds
import FoundationEssentials

/// What an instance type has.
package struct InstanceShape: Hashable, Sendable {
  package enum Architecture: String, Hashable, Sendable, Codable {
    case amd64, arm64
  }

  /// `m5.large`.
  package var type: String
  package var vcpu: Int
  /// In MiB.
  package var memory: Int
  package var gpu: Int
  package var architecture: Architecture

  /// `m5` of `m5.large`.
  package var family: String { String(type.prefix { $0 != "." }) }
  /// `large` of `m5.large`.
  package var size: String { String(type.drop { $0 != "." }.dropFirst()) }

  /// The shape of a type; nil for a type that is not known.
  package static func named(_ type: String) throws -> InstanceShape? { try byType.get()[type] }

  /// All shapes, sorted by type.
  package static func all() throws -> [InstanceShape] {
    try byType.get().values.sorted { $0.type < $1.type }
  }

  private static let byType = Result { () throws -> [String: InstanceShape] in
    var shapes: [String: InstanceShape] = [:]
    for cloud in CloudCatalog.current.clouds where cloud.contents(of: .shapes) != nil {
      try read(cloud.url(.shapes), into: &shapes)
    }
    return shapes
  }

  private static func read(_ url: URL, into shapes: inout [String: InstanceShape]) throws {
    let columns = ["type", "vcpu", "memory_mib", "gpu", "architecture"]
    for (line, row) in try PriceTable.rows(url, columns: columns) {
      guard let vcpu = Int(row[1]), let memory = Int(row[2]), let gpu = Int(row[3]),
        let architecture = Architecture(rawValue: row[4])
      else {
        throw PricingError(
          .badFact, summary: "A shape of an instance is broken", detail: "\(url.lastPathComponent):\(line)")
      }
      shapes[row[0]] = InstanceShape(
        type: row[0], vcpu: vcpu, memory: memory, gpu: gpu, architecture: architecture)
    }
  }
}
