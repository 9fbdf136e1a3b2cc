import Clouds

/// One dated price: what a service asks in a region for one unit of something.
package struct PriceFact: Hashable, Sendable, Codable {
  package var provider: String
  package var service: String
  package var region: String
  /// What exactly is priced within the service: `t3.micro`, `nat-gateway`.
  package var key: String
  package var unit: String
  /// US dollars for one unit.
  package var price: Double
  /// The day it was read: `2026-07-20`.
  package var date: String
  package var source: String

  /// Whether it is of the region that prices of other regions are computed from.
  package var isReference: Bool { CloudCatalog.current[provider]?.regions.reference == region }
}
