import HCL

/// The parts of a usage file that a price model knows, by the path of their keys.
struct UsageKeys: Sendable {
  /// What may stand under a key.
  indirect enum Form: Sendable, Equatable {
    case number, text
    /// Anything: the model reads the keys below as it likes.
    case any
    case group([String: Form])
  }

  private(set) var members: [String: Form] = [:]

  /// - Parameter paths: `monthly_requests` (a number), `operating_system:text`, `standard.storage_gb`, `regions.*`.
  init(_ paths: [String]) {
    for path in paths {
      let parts = path.split(separator: ":")
      let form: Form = parts.count > 1 && parts[1] == "text" ? .text : .number
      Self.insert(
        (parts.first ?? "").split(separator: ".").map(String.init)[...], form: form, members: &members)
    }
  }

  private static func insert(_ path: ArraySlice<String>, form: Form, members: inout [String: Form]) {
    guard let name = path.first else { return }
    guard path.count > 1 else {
      members[name] = form
      return
    }
    if path.dropFirst().first == "*" {
      members[name] = .any
      return
    }
    var inner: [String: Form] = [:]
    if case .group(let known) = members[name] { inner = known }
    insert(path.dropFirst(), form: form, members: &inner)
    members[name] = .group(inner)
  }
}
