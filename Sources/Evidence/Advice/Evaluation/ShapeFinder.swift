import HCL
import Pricing

/// Looks for instance types: what one has, and which costs least for what is needed.
struct ShapeFinder: Sendable {
  let book: PriceBook
  let tables: AdviceTables
  let region: String

  /// Virtual processors, memory in GiB and architecture of a type; null for one that is not known.
  func shape(_ type: String) throws -> Value {
    guard let shape = try InstanceShape.named(Self.plain(type)) else { return .null }
    return .object([
      "vcpu": .number(Double(shape.vcpu)), "memory": .number(Double(shape.memory) / 1024),
      "architecture": .string(shape.architecture.rawValue), "family": .string(shape.family),
      "gpu": .number(Double(shape.gpu)),
    ])
  }

  /// The cheapest smaller type with at least so much, of the same architecture and the same letter of family;
  /// its own family goes first. Null where there is none.
  func cheaper(than type: String, vcpu: Double, memory: Double) throws -> Value {
    guard let current = try InstanceShape.named(type),
      let price = book.price("ec2", key: type, region: region)
    else {
      return .null
    }
    let suitable = try InstanceShape.all().compactMap { shape -> (shape: InstanceShape, price: Double)? in
      guard shape.architecture == current.architecture, shape.gpu == current.gpu,
        shape.family.prefix(1) == current.family.prefix(1), Double(shape.vcpu) >= vcpu,
        Double(shape.memory) / 1024 >= memory, shape.vcpu <= current.vcpu, shape.memory <= current.memory,
        shape.vcpu < current.vcpu || shape.memory < current.memory,
        let candidate = book.price("ec2", key: shape.type, region: region),
        candidate < price
      else { return nil }
      return (shape, candidate)
    }
    let own = suitable.filter { $0.shape.family == current.family }
    let best = (own.isEmpty ? suitable : own).min { ($0.price, $0.shape.type) < ($1.price, $1.shape.type) }
    return best.map { .string($0.shape.type) } ?? .null
  }

  /// The next larger type of the same family: the cheapest that has more of something and less of nothing. Null where there
  /// is none.
  func larger(than type: String) throws -> Value {
    guard let current = try InstanceShape.named(type) else { return .null }
    let larger = try InstanceShape.all().compactMap { shape -> (shape: InstanceShape, price: Double)? in
      guard shape.family == current.family, shape.vcpu >= current.vcpu, shape.memory > current.memory,
        let price = book.price("ec2", key: shape.type, region: region)
      else { return nil }
      return (shape, price)
    }
    return larger.min { ($0.price, $0.shape.type) < ($1.price, $1.shape.type) }.map { .string($0.shape.type) }
      ?? .null
  }

  /// The type with the family that a table gives in the place of its own: `m4.large` to `m6i.large`. Null where the table
  /// has none, or the new type is not sold.
  func replaced(_ type: String, table: String, service: String, key: (String) -> String) -> Value {
    let prefix = String(type.prefix { $0 != "." })
    let isPrefixed = ["db", "cache"].contains(prefix)
    var parts = type.split(separator: ".").map(String.init)
    let index = isPrefixed ? 1 : 0
    guard parts.indices.contains(index), parts.count > index + 1 else { return .null }
    guard let row = tables.row(table, key: parts[index]), let family = row["successor"] else { return .null }
    parts[index] = family
    let candidate = parts.joined(separator: ".")
    return book.price(service, key: key(candidate), region: region) == nil ? .null : .string(candidate)
  }

  /// Without what managed services put around it: `m5.large` of `db.m5.large` and `m5.large.search`.
  private static func plain(_ type: String) -> String {
    var parts = type.split(separator: ".").map(String.init)
    if ["db", "cache", "ml", "kafka"].contains(parts.first ?? "") { parts.removeFirst() }
    if ["search", "elasticsearch"].contains(parts.last ?? "") { parts.removeLast() }
    return parts.joined(separator: ".")
  }
}
