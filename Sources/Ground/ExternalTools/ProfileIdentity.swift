import Basics
import Digests
import SafeFiles

/// Where a provider goes and as whom by the person's own files, such as `~/.aws/config`: the settings of
/// the profile that the environment chooses and of those it leads to. Keys themselves are left out; the account that an
/// access key belongs to counts.
struct ProfileIdentity {
  private var sections: [String: [String: String]] = [:]
  private(set) var settings: [String: String] = [:]
  private static let longest = 1 << 20

  /// - Parameter environment: of the tool.
  init(_ files: ProfileFiles, environment: [String: String]) {
    func path(_ place: ProfileFiles.Place) -> String? {
      environment[place.variable] ?? environment["HOME"].map { "\($0)/\(files.folder)/\(place.file)" }
    }
    read(path(files.configuration), isConfiguration: true)
    read(path(files.credentials), isConfiguration: false)
    var open = ["profile \(files.profile.lazy.compactMap { environment[$0] }.first ?? "default")"]
    var seen: Set<String> = []
    while let name = open.popLast() {
      guard seen.insert(name).inserted, let section = sections[name] else { continue }
      for (key, value) in section where !files.secrets.contains(key) {
        settings["\(name): \(key)"] = Self.shown(key, value: value, files: files)
        if let kind = files.ways[key] { open.append("\(kind) \(value)") }
      }
    }
  }

  /// A program may be given a secret as a word, and which program it is counts all the same.
  private static func shown(_ key: String, value: String, files: ProfileFiles) -> String {
    if key == files.accessKey {
      return CallerIdentity.account(ofAccessKey: value) ?? "key \(Digest(of: value).short)"
    }
    return files.programs.contains(key) ? "program \(Digest(of: value).short)" : value
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
