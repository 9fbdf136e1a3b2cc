import Basics
import Digests
import SafeFiles

/// Where a provider goes and as whom by the person's own files, `~/.aws/config` and `~/.aws/credentials`: the settings of
/// the profile that the environment chooses and of those it leads to. Keys themselves are left out; the account that an
/// access key belongs to counts.
struct ProfileIdentity {
  private var sections: [String: [String: String]] = [:]
  private(set) var settings: [String: String] = [:]
  private static let longest = 1 << 20
  private static let secrets: Set<String> = [
    "aws_secret_access_key", "aws_session_token", "aws_security_token",
  ]
  /// Settings that lead to another section, with what that section is called before its name.
  private static let ways = [
    "source_profile": "profile", "sso_session": "sso-session", "services": "services",
  ]

  /// - Parameter environment: of the tool.
  init(_ environment: [String: String]) {
    let home = environment["HOME"].map { "\($0)/.aws" }
    read(environment["AWS_CONFIG_FILE"] ?? home.map { "\($0)/config" }, isConfiguration: true)
    read(
      environment["AWS_SHARED_CREDENTIALS_FILE"] ?? home.map { "\($0)/credentials" }, isConfiguration: false)
    var open = ["profile \(environment["AWS_PROFILE"] ?? environment["AWS_DEFAULT_PROFILE"] ?? "default")"]
    var seen: Set<String> = []
    while let name = open.popLast() {
      guard seen.insert(name).inserted, let section = sections[name] else { continue }
      for (key, value) in section where !Self.secrets.contains(key) {
        settings["\(name): \(key)"] = Self.shown(key, value: value)
        if let kind = Self.ways[key] { open.append("\(kind) \(value)") }
      }
    }
  }

  /// A program may be given a secret as a word, and which program it is counts all the same.
  private static func shown(_ key: String, value: String) -> String {
    switch key {
    case "aws_access_key_id": CallerIdentity.account(ofAccessKey: value) ?? "key \(Digest(of: value).short)"
    case "credential_process": "program \(Digest(of: value).short)"
    default: value
    }
  }

  /// - Parameter isConfiguration: whether sections of profiles are called so; in the file of credentials each section is one.
  private mutating func read(_ path: String?, isConfiguration: Bool) {
    guard let path else { return }
    let bytes: [UInt8]
    do {
      bytes = try PlainFile(path).contents(limit: Self.longest)
    } catch {
      if error.code != .missing { settings[path] = "cannot be read" }
      return
    }
    var section = ""
    var parent = ""
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let isInner = line.first?.isWhitespace == true
      let text = line.trimmed
      if text.isEmpty || text.hasPrefix("#") || text.hasPrefix(";") { continue }
      if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
        let name = text[text.index(after: text.startIndex)..<end].trimmed
        section = !isConfiguration || name == "default" ? "profile \(name)" : name
        parent = ""
        continue
      }
      guard let mark = text.firstIndex(of: "=") else { continue }
      let key = text[..<mark].trimmed.lowercased()
      let value = text[text.index(after: mark)...].trimmed
      if value.isEmpty, !isInner {
        parent = key
      } else {
        if !isInner { parent = "" }
        sections[section, default: [:]][parent.isEmpty ? key : "\(parent).\(key)"] = value
      }
    }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
