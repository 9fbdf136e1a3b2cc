import ProviderSchemas

/// What functions give, where it is the same whatever they are given. From the language's documentation.
enum FunctionTypes {
  static let results: [String: ValueType] = {
    var results: [String: ValueType] = [:]
    for name in strings { results[name] = .string }
    for name in ["abs", "ceil", "floor", "length", "log", "max", "min", "parseint", "pow", "signum", "sum"] {
      results[name] = .number
    }
    for name in ["alltrue", "anytrue", "contains", "endswith", "startswith", "fileexists"] {
      results[name] = .bool
    }
    for name in ["split", "sort", "compact", "formatlist", "cidrsubnets"] { results[name] = .list(.string) }
    results["range"] = .list(.number)
    results["fileset"] = .set(.string)
    return results
  }()

  private static let strings = [
    "abspath", "base64decode", "base64encode", "base64sha256", "base64sha512", "basename", "chomp",
    "cidrhost",
    "cidrnetmask", "cidrsubnet", "dirname", "format", "formatdate", "indent", "join", "jsonencode", "lower",
    "md5",
    "pathexpand", "replace", "sha1", "sha256", "sha512", "strrev", "substr", "timeadd", "title", "trim",
    "trimprefix",
    "trimspace", "trimsuffix", "upper", "urlencode", "uuidv5", "yamlencode",
  ]

  /// The type that all of several have in common; `dynamic` where there is none that is certain.
  static func common(_ types: [ValueType]) -> ValueType {
    guard let first = types.first else { return .dynamic }
    return types.dropFirst().reduce(first) { common, next in
      if case .type(let type) = common.unified(with: next) { type } else { .dynamic }
    }
  }
}
