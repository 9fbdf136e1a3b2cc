import HCL

/// Recognises texts that are keys by their form: access keys, private keys, tokens.
enum SecretText {
  private static let marks = [
    "-----BEGIN RSA PRIVATE", "-----BEGIN PRIVATE", "-----BEGIN EC PRIVATE", "-----BEGIN OPENSSH PRIVATE",
  ]
  /// A prefix and how many letters and digits follow it at least.
  private static let prefixes = [
    ("AKIA", 16), ("ASIA", 16), ("ghp_", 30), ("github_pat_", 30), ("xoxb-", 20), ("sk_live_", 20),
    ("AIza", 30), ("glpat-", 20),
  ]

  static func matches(_ value: Value) -> Value {
    switch value {
    case .unknown: return .unknown
    case .list(let items): return any(items)
    case .object(let members): return any(Array(members.values))
    default:
      guard let text = value.text else { return .bool(false) }
      return .bool(
        marks.contains { text.contains($0) } || prefixes.contains { hasToken(text, prefix: $0, length: $1) }
          || hasSecretKey(text))
    }
  }

  private static func any(_ items: [Value]) -> Value {
    let results = items.map(matches)
    if results.contains(.bool(true)) { return .bool(true) }
    return results.contains(.unknown) ? .unknown : .bool(false)
  }

  private static func hasToken(_ text: String, prefix: String, length: Int) -> Bool {
    text.ranges(of: prefix).contains { range in
      text[range.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
        .count >= length
    }
  }

  /// `AWS_SECRET_ACCESS_KEY=` and forty characters of base 64.
  private static func hasSecretKey(_ text: String) -> Bool {
    let lowered = text.lowercased()
    return lowered.ranges(of: "secret_access_key").contains { range in
      let rest = lowered[range.upperBound...].drop { " =:\"'".contains($0) }
      return rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+/".contains($0)) }.count == 40
    }
  }
}
