/// What a decision depends on and the request does not tell.
package enum OpenCondition: Hashable, Sendable {
  /// A condition of a policy on a key of the request's context that was not given.
  case context(operation: String, key: String, values: [String])
  /// The role has to be assumed under this name.
  case sessionName(String)
  /// Two texts of which one is known only after apply would have to be the same.
  case same(pattern: String, text: String)
  /// A part of a policy that is known only after apply, or stands where it cannot be read.
  case unread(String)
  /// The same, of what would deny.
  case unreadDenial(String)

  /// Whether only an apply, and no property of the request, decides it.
  package var isUnread: Bool {
    switch self {
    case .context, .sessionName: false
    case .same, .unread, .unreadDenial: true
    }
  }
}

extension OpenCondition: CustomStringConvertible {
  package var description: String {
    switch self {
    case .context(let operation, let key, let values):
      "\(operation) \(key) [\(values.joined(separator: ", "))]"
    case .sessionName(let name): "the session is named \(name)"
    case .same(let pattern, let text): "\(pattern) covers \(text)"
    case .unread(let what): "\(what) allows it"
    case .unreadDenial(let what): "\(what) denies it"
    }
  }
}
