/// The head of an answer.
package struct HTTPHead: Sendable {
  package var status: Int
  /// `1.1`, `2`.
  package var version: String
  package var headers: [HTTPHeader]

  package init(status: Int, version: String = "1.1", headers: [HTTPHeader] = []) {
    self.status = status
    self.version = version
    self.headers = headers
  }

  /// The value of the first header with this name, whatever its case.
  package subscript(name: String) -> String? {
    let name = name.lowercased()
    return headers.first { $0.name.lowercased() == name }?.value
  }
}
