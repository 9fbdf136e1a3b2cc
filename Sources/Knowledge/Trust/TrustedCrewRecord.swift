/// What a person trusted: a crew and all that lies beside it, by digest.
package struct TrustedCrewRecord: Hashable, Sendable {
  /// Of the crew file, its prompts and the knowledge beside it, in hexadecimal.
  package var digest: String
  /// When, in ISO 8601.
  package var time: String
  /// Variables that this crew may name besides the keys of known providers.
  package var variables: [String]
  /// Addresses in clear text that this crew may ask.
  package var addresses: [String]
  /// Where it lay.
  package var path: String

  package init(digest: String, time: String, variables: [String], addresses: [String], path: String) {
    self.digest = digest
    self.time = time
    self.variables = variables
    self.addresses = addresses
    self.path = path
  }

  /// A line of the list; nil where it is none.
  init?(line: Substring) {
    let cells = line.split(separator: "\t" as Character, omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 5, cells[0].count == 64 else { return nil }
    func words(_ cell: String) -> [String] { cell.split(separator: "," as Character).map(String.init) }
    self.init(
      digest: cells[0], time: cells[1], variables: words(cells[2]), addresses: words(cells[3]), path: cells[4]
    )
  }

  var line: String {
    [digest, time, variables.joined(separator: ","), addresses.joined(separator: ","), path]
      .joined(separator: "\t")
  }
}
