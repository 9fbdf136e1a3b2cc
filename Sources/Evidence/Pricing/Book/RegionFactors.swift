import Basics
import Clouds
import FoundationEssentials

/// For regions without prices of their own: the ratio to the region that has them.
struct RegionFactors: Sendable {
  private var factors: [String: Double] = [:]
  private(set) var regions: Set<String>
  /// The region whose prices are known.
  let reference: String

  private static let columns = ["provider", "region", "service", "factor", "date", "source"]

  init(of cloud: Cloud) throws {
    reference = cloud.regions.reference
    regions = [reference]
    let url = cloud.url(.prices).appending(path: "regions.csv")
    guard FileManager.default.fileExists(atPath: url.path) else { return }
    for (line, row) in try PriceTable.rows(url, columns: Self.columns) {
      guard let factor = Double(row[3]), factor > 0 else {
        throw PricingError(.badFact, summary: "A factor is not a number", detail: "regions.csv:\(line)")
      }
      factors["\(row[1])/\(row[2])"] = factor
      regions.insert(row[1])
    }
  }

  /// The ratio for a family of instances there, for the service, or for all services; nil where the region is not known.
  func factor(_ service: String, key: String, region: String) -> Double? {
    if region == reference { return 1 }
    return factors["\(region)/\(service)/\(key.prefix { $0 != "." })"] ?? factors["\(region)/\(service)"]
      ?? factors["\(region)/*"]
  }
}
