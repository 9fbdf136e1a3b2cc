/// A request as a server of HTTP hands it over.
package struct HTTPArrival: Sendable {
  /// In capitals.
  package var method: String
  /// Without the query.
  package var path: String
  /// Names in small letters.
  package var headers: [String: String]
  /// Nil where it is longer than the listener takes; then it was not read.
  package var body: [UInt8]?

  package init(method: String, path: String, headers: [String: String], body: [UInt8]?) {
    self.method = method
    self.path = path
    self.headers = headers
    self.body = body
  }

  /// The value of a header, whatever the case of its name.
  package subscript(name: String) -> String? { headers[name.lowercased()] }
}
