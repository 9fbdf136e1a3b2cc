import FoundationEssentials

/// Identifiers that sort by time and that a person can read out: `20261123-083012-4f2a9c`.
package enum RunIdentifier {
  package static func make(at date: Date, prefix: String = "") -> String {
    var text = date.ISO8601Format()
    text.removeAll { $0 == "-" || $0 == ":" || $0 == "Z" }
    let random = String(UInt32.random(in: 0..<(1 << 24)), radix: 16)
    let digits = String(repeating: "0", count: 6 - random.count) + random
    return prefix + text.replacing("T", with: "-") + "-" + digits
  }
}
