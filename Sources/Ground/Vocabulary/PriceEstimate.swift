/// What a draft costs per month, with how much of it is known.
package struct PriceEstimate: Hashable, Sendable, Codable {
  package enum Status: String, Sendable, Codable {
    case priced
    /// Costs by use (requests, traffic); the unit price is shown, the sum has no part of it.
    case usage
    /// Known to cost nothing by itself.
    case free
    /// Not in the price book: named, never counted as nothing.
    case unpriced
  }

  package struct Component: Hashable, Sendable, Codable {
    package var name: String
    package var quantity: Double?
    package var unit: String
    package var unitPrice: Double?
    /// US dollars; nil unless `status` is `priced`.
    package var monthly: Double?
    package var status: Status
    /// What it is part of within its resource: `root_block_device`, `Standard / Storage`.
    package var group: String?
    /// Why it is unpriced; nil otherwise.
    package var reason: String?

    package init(
      name: String, quantity: Double?, unit: String, unitPrice: Double?, monthly: Double?, status: Status,
      group: String? = nil, reason: String? = nil
    ) {
      self.name = name
      self.quantity = quantity
      self.unit = unit
      self.unitPrice = unitPrice
      self.monthly = monthly
      self.status = status
      self.group = group
      self.reason = reason
    }
  }

  package struct Resource: Hashable, Sendable, Codable {
    package var address: String
    package var type: String
    package var status: Status
    /// US dollars of its priced components; nil when nothing of it is priced.
    package var monthly: Double?
    package var components: [Component]
    /// Why it is unpriced, in a sentence; empty otherwise.
    package var reason: String
    /// The sum where the ranges of its usage are lowest and highest; nil where there are none.
    package var low: Double?
    package var high: Double?
    /// Services of which a price is the reference region's times the ratio of the regions, since none of the region's own is
    /// known; nil where there are none.
    package var byFactor: [String]?

    package init(
      address: String, type: String, status: Status, monthly: Double?, components: [Component] = [],
      reason: String = ""
    ) {
      self.address = address
      self.type = type
      self.status = status
      self.monthly = monthly
      self.components = components
      self.reason = reason
    }
  }

  package var currency: String
  /// The day of the prices used: `2026-07-20`.
  package var priceBookDate: String
  package var resources: [Resource]
  /// The sum of what is priced, in `currency`, rounded to cents.
  package var monthly: Double

  package init(currency: String = "USD", priceBookDate: String, resources: [Resource]) {
    self.currency = currency
    self.priceBookDate = priceBookDate
    self.resources = resources
    let sum = resources.reduce(0) { $0 + ($1.monthly ?? 0) }
    monthly = (sum * 100).rounded() / 100
  }

  /// The sum with every usage range at its low end.
  package var low: Double { Self.cents(resources.reduce(0) { $0 + ($1.low ?? $1.monthly ?? 0) }) }
  /// The sum with every usage range at its high end.
  package var high: Double { Self.cents(resources.reduce(0) { $0 + ($1.high ?? $1.monthly ?? 0) }) }

  private static func cents(_ sum: Double) -> Double { (sum * 100).rounded() / 100 }

  /// Share of the resources that may cost something for which a price was found, 0 to 1; 1 when none may cost.
  package var coverage: Double {
    let chargeable = resources.filter { $0.status != .free }
    guard !chargeable.isEmpty else { return 1 }
    let known = chargeable.filter { $0.status != .unpriced }.count
    return (Double(known) / Double(chargeable.count) * 1000).rounded() / 1000
  }

  /// Addresses without any price, sorted.
  package var unpriced: [String] {
    resources.filter { $0.status == .unpriced }.map(\.address).sorted()
  }
}
