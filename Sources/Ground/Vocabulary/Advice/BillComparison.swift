/// An estimate beside what was billed, by service and by resource, with the reasons of the differences that the bill tells.
package struct BillComparison: Hashable, Sendable, Codable {
  /// A service or a resource. Amounts are of a month.
  package struct Line: Hashable, Sendable, Codable {
    /// The service's name in the bill; an address of the estimate, or an identifier of the bill that no resource has.
    package var name: String
    /// Nil where the estimate knows nothing of it.
    package var estimated: Double?
    /// Nil where the bill has no line of it.
    package var billed: Double?
    /// Why they differ, as far as bill and estimate tell; empty where nothing tells.
    package var reasons: [String]

    package init(name: String, estimated: Double?, billed: Double?, reasons: [String] = []) {
      self.name = name
      self.estimated = estimated
      self.billed = billed
      self.reasons = reasons
    }

    package var difference: Double { (billed ?? 0) - (estimated ?? 0) }
  }

  /// Days that the bill covers, from its first charge to its last; amounts are scaled to a mean month of 730 hours.
  package var days: Double
  package var services: [Line]
  package var resources: [Line]
  /// Taxes, credits, purchases and adjustments of a month, which no estimate has.
  package var others: Double

  package init(days: Double, services: [Line], resources: [Line], others: Double) {
    self.days = days
    self.services = services
    self.resources = resources
    self.others = others
  }

  package var estimated: Double { services.reduce(0) { $0 + ($1.estimated ?? 0) } }
  package var billed: Double { services.reduce(0) { $0 + ($1.billed ?? 0) } }
}
