extension JSONValue {
  /// One line, keys sorted, no spaces: equal documents give equal bytes. Used for digests and stable keys.
  package var canonical: String { printed(JSONWriter(isSorted: true, indent: nil)) }

  /// Two-space indentation, keys in their own order, with a newline at the end; for files that people open.
  package var pretty: String { printed(JSONWriter(isSorted: false, indent: 2)) + "\n" }

  /// One line with keys in their own order.
  package var compact: String { printed(JSONWriter(isSorted: false, indent: nil)) }

  /// As `compact`, in UTF-8: for what is sent.
  package var compactBytes: [UInt8] {
    var writer = JSONWriter(isSorted: false, indent: nil)
    writer.write(self, level: 0)
    return writer.bytes
  }

  private func printed(_ writer: JSONWriter) -> String {
    var writer = writer
    writer.write(self, level: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
