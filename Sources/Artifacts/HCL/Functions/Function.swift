/// A function that expressions can call.
package struct Function: Sendable {
  /// Computes the result from the arguments, or says why there is none.
  package typealias Body = @Sendable (Arguments) throws(FunctionError) -> Value

  let minimum: Int
  /// Nil when any number more is accepted.
  let maximum: Int?
  /// Sees unknown arguments itself; otherwise an unknown anywhere in an argument makes the result unknown.
  let acceptsUnknown: Bool
  let body: Body

  /// A function of exactly `count` arguments.
  package init(_ count: Int, acceptsUnknown: Bool = false, body: @escaping Body) {
    self.init(from: count, to: count, acceptsUnknown: acceptsUnknown, body)
  }

  package init(
    from minimum: Int, to maximum: Int? = nil, acceptsUnknown: Bool = false, _ body: @escaping Body
  ) {
    self.minimum = minimum
    self.maximum = maximum
    self.acceptsUnknown = acceptsUnknown
    self.body = body
  }

  func countProblem(_ count: Int) -> (summary: String, expected: String)? {
    if count < minimum {
      return (
        "Not enough function arguments",
        maximum == minimum ? "\(minimum) argument(s)" : "at least \(minimum) argument(s)"
      )
    }
    if let maximum, count > maximum {
      return ("Too many function arguments", "at most \(maximum) argument(s)")
    }
    return nil
  }

  /// All functions this room computes.
  static let builtIn: [String: Function] = [
    numeric, text, search, collections, sets, maps, conversion, encoding, hashing, documents, time, network,
  ].reduce(into: [:]) { all, group in all.merge(group) { first, _ in first } }

  /// Whether OpenTofu has a function of this name, computed here or not.
  package static func isKnown(_ name: String) -> Bool {
    builtIn[name] != nil || notComputed.contains(name)
  }

  /// The names of all functions computed here.
  package static var names: [String] { Array(builtIn.keys) }

  /// What depends on files, time, chance or keys, and what is not computed here: its value is unknown.
  private static let notComputed: Set<String> = [
    "abspath", "base64gunzip", "base64gzip", "bcrypt", "can", "file", "filebase64", "filebase64sha256",
    "filebase64sha512", "fileexists", "filemd5", "fileset", "filesha1", "filesha256", "filesha512",
    "pathexpand", "plantimestamp", "rsadecrypt", "templatefile", "templatestring", "textdecodebase64",
    "textencodebase64", "timestamp", "try", "type", "uuid",
  ]
}
