import HCL

/// Whether the path that a function or an argument is given stays inside the configuration.
struct PathReading {
  /// Functions that read a file or a folder, with the path first.
  static let functions: Set<String> = [
    "file", "filebase64", "fileexists", "fileset", "templatefile", "filemd5", "filesha1", "filesha256",
    "filesha512", "filebase64sha256", "filebase64sha512", "abspath", "pathexpand",
  ]
  /// Arguments of resources and data sources that name a file to be read or written.
  static let arguments: Set<String> = [
    "filename", "source", "source_file", "source_dir", "source_path", "output_path", "private_key_path",
    "config_path", "content_file", "template_file",
  ]

  /// Whether parts that are put together could lead out: a text with dots in the place of a folder's name is written
  /// somewhere, or something is there that could make one.
  private let canLeadOut: Bool

  init(_ files: [HCLFile]) {
    canLeadOut = files.contains { file in
      Self.expressions(file.body).contains { expression in
        Self.texts(expression).contains(where: Self.hasDots)
          || expression.calls.contains { Self.makers.contains($0.name) }
      }
    }
  }

  /// Functions whose result may be any text.
  private static let makers: Set<String> = [
    "base64decode", "textdecodebase64", "jsondecode", "yamldecode", "csvdecode", "urldecode", "dirname",
    "replace",
    "format", "formatlist", "base64gunzip", "rsadecrypt", "strrev",
  ]

  /// - Parameter file: that has the expression; paths begin at the configuration's own folder.
  func staysInside(_ path: HCLExpression, in file: String) -> Bool {
    if let text = path.literalString { return !Self.leaves(text) && Self.staysInside(text, from: "x") }
    guard case .template(let parts) = path.kind, let first = parts.first, isOwnFolder(first) else {
      return isOwnFolder(path)
    }
    var rest = ""
    for part in parts.dropFirst() {
      if let text = part.literalString {
        rest += text
      } else if canLeadOut || !Self.isPlainReference(part) {
        return false
      } else {
        rest += "x"
      }
    }
    // A module may read what lies beside it; the folder of the whole configuration is the limit.
    return rest.hasPrefix("/") && Self.staysInside(String(rest.dropFirst()), from: file)
  }

  /// `path.module` and `path.root`; `path.cwd` is wherever the person stands.
  private func isOwnFolder(_ expression: HCLExpression) -> Bool {
    switch expression.kind {
    case .wrapped(let inner), .parentheses(let inner): return isOwnFolder(inner)
    case .reference(let traversal):
      return traversal.root == "path" && ["module", "root"].contains(traversal.steps.first?.name ?? "")
    default: return false
    }
  }

  private static func isPlainReference(_ expression: HCLExpression) -> Bool {
    switch expression.kind {
    case .wrapped(let inner), .parentheses(let inner): isPlainReference(inner)
    case .reference(let traversal): ["each", "var", "local", "count"].contains(traversal.root)
    default: false
    }
  }

  /// Whether a path begins somewhere else or goes up further than it came down.
  static func leaves(_ text: String) -> Bool {
    text.hasPrefix("/") || text.hasPrefix("~") || text.contains("\\") || text.unicodeScalars.contains("\0")
      || !staysInside(text, from: "x")
  }

  /// Whether a relative path stays below the configuration's own folder.
  /// - Parameter file: that has it, itself relative to that folder.
  static func staysInside(_ path: String, from file: String) -> Bool {
    var depth = file.split(separator: "/").count - 1
    for part in path.split(separator: "/") {
      if part == ".." { depth -= 1 } else if part != "." { depth += 1 }
      if depth < 0 { return false }
    }
    return true
  }

  private static func hasDots(_ text: String) -> Bool {
    text == "." || text.contains("..") || text.hasSuffix("/.") || text.hasPrefix("./.")
  }

  /// Every expression of a body and of what is inside, but where modules are.
  private static func expressions(_ body: Body) -> [HCLExpression] {
    body.attributes.filter { $0.name != "source" }.map(\.value) + body.blocks.flatMap { expressions($0.body) }
  }

  private static func texts(_ expression: HCLExpression) -> [String] {
    if case .literal(.string(let text)) = expression.kind { return [text] }
    return expression.children.flatMap(texts)
  }
}
