import Foundation

/// Addresses of schemas: what a reference means from where it stands (RFC 3986), and what follows its `#`.
enum SchemaAddress {
  static func resolve(_ reference: String, against base: String) -> String {
    if reference.hasPrefix("#") { return base + reference }
    guard !base.isEmpty, let start = URL(string: base), let url = URL(string: reference, relativeTo: start)
    else {
      return reference
    }
    return url.absoluteString
  }

  static func split(_ address: String) -> (resource: String, fragment: String) {
    guard let mark = address.firstIndex(of: "#") else { return (address, "") }
    return (
      String(address[..<mark]), String(address[address.index(after: mark)...]).removingPercentEncoding ?? ""
    )
  }

  /// The keys of a JSON pointer (RFC 6901).
  static func pointer(_ text: String) -> [String] {
    text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
      String($0).replacing("~1", with: "/").replacing("~0", with: "~")
    }
  }

  /// A key as a pointer writes it.
  static func escaped(_ key: String) -> String {
    key.replacing("~", with: "~0").replacing("/", with: "~1")
  }
}
