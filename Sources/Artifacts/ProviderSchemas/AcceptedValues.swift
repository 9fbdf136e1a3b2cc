/// What arguments accept, as the provider itself said when it refused something else.
///
/// The text: a line with a resource type, and below it, each on a line that begins with a space, the path of an
/// argument (`-` where several are meant), the kind of demand and its value, with tabs between. Lines are read when
/// their type is asked for.
package struct AcceptedValues: Sendable {
  private let bytes: [UInt8]
  /// Where the lines of a type begin and end.
  private let places: [String: Range<Int>]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var places: [String: Range<Int>] = [:]
    var open: (type: String, start: Int)?
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if bytes[start] != UInt8(ascii: " ") {
        if let open { places[open.type] = open.start..<start }
        open = (String(decoding: bytes[start..<end], as: UTF8.self), min(end + 1, bytes.count))
      }
      start = end + 1
    }
    if let open { places[open.type] = open.start..<bytes.count }
    self.places = places
  }

  func constraint(for type: String) -> SchemaConstraint? {
    guard let place = places[type] else { return nil }
    var constraint = SchemaConstraint()
    for line in bytes[place].split(separator: UInt8(ascii: "\n")) {
      let parts = String(decoding: line.dropFirst(), as: UTF8.self).split(
        separator: "\t", maxSplits: 2, omittingEmptySubsequences: false
      ).map(String.init)
      guard parts.count == 3 else { continue }
      add(path: parts[0], kind: parts[1], value: parts[2], to: &constraint)
    }
    return constraint
  }

  private func add(path: String, kind: String, value: String, to constraint: inout SchemaConstraint) {
    let names = value.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    switch kind {
    case "values": constraint.values.append((path, names))
    case "anycase": constraint.wordsInAnyCase.append((path, names))
    case "conflicts": constraint.conflicts.append(names)
    case "one_of": constraint.oneOf.append(names)
    case "pattern":
      constraint.patterns.append(.init(path: path, expression: value, demand: "it has to match \(value)"))
    case "range": constraint.ranges.append((path, Bounds(value)))
    case "length": constraint.lengths.append((path, Bounds(value)))
    default:
      if let form = ValueForm(kind) { constraint.forms.append((path, form)) }
    }
  }
}
