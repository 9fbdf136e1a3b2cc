/// A limit with a number or a name: budget, region, count, availability, retention.
package struct Constraint: Hashable, Sendable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case budget, region, count, availability, retention, compliance, size, version, network, time
  }

  /// `CON-1`, `CON-2`, …
  package var id: String
  package var kind: Kind
  /// The words of the request it was read from.
  package var text: String
  /// How `value` binds: `<=`, `>=`, `=`.
  package var relation: String
  /// A number where the constraint has one, for programs; the printed form is `text`.
  package var number: Double?
  /// The value as a word where it is not a number: `eu-west-1`, `multi-az`, `postgres 16`.
  package var value: String?
  /// `USD/month`, `days`, `%`, `instances`, `GiB`.
  package var unit: String?

  package init(
    id: String, kind: Kind, text: String, relation: String, number: Double? = nil, value: String? = nil,
    unit: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.text = text
    self.relation = relation
    self.number = number
    self.value = value
    self.unit = unit
  }
}
