import Basics

extension CheckReport {
  /// The report as one JSON document; `compact` puts it on one line.
  package func json(compact: Bool = false) throws -> String {
    let document = try JSONValue(encoding: self)
    return compact ? document.compact : document.pretty
  }
}
