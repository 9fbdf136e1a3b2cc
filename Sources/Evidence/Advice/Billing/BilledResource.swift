/// What a bill charges for one resource of one service.
struct BilledResource {
  var service: String
  /// The identifier as the bill writes it; empty where it names none.
  var resource: String
  /// Dollars, discounts and commitments counted in.
  var cost = 0.0
  /// The same at list price; 0 where the bill does not tell.
  var list = 0.0
  /// Hours that were consumed, of what is billed by the hour.
  var hours = 0.0
  /// Whether a commitment pays for some of it.
  var isCommitted = false

  func joined(with other: BilledResource) -> BilledResource {
    var joined = self
    joined.cost += other.cost
    joined.list += other.list
    joined.hours += other.hours
    joined.isCommitted = isCommitted || other.isCommitted
    return joined
  }

  /// The identifier, and what stands behind its last mark: `i-1` of `arn:aws:ec2:…:instance/i-1`.
  var names: Set<String> {
    guard !resource.isEmpty else { return [] }
    let last = resource.split { $0 == "/" || $0 == ":" }.last.map(String.init) ?? resource
    return [resource, last]
  }
}
