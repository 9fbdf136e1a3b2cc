import Glibc

/// Messages for the person.
enum StandardError {
  static func write(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
  }
}
