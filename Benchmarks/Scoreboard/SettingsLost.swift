import Basics
import HCL

/// The arguments of a configuration that a repair left neither with their value nor with their name.
struct SettingsLost {
  /// `resource.aws_vpc.main enable_dns = true`.
  let lost: [String]
  /// How many have the same name and another value.
  let changed: Int

  init(before: String, after: String) {
    let old = Self.settings(before)
    let new = Self.settings(after)
    let names = Set(new.map { Self.plain($0.name) })
    let values = Set(new.map(\.value))
    var lost: [String] = []
    var changed = 0
    for setting in old where !values.contains(setting.value) {
      // What moved, or was written in another form, still has all its words.
      if Self.words(setting.value).allSatisfy(after.contains) { continue }
      if names.contains(Self.plain(setting.name)) {
        changed += 1
      } else {
        lost.append("\(setting.name) = \(setting.value.prefix(60))")
      }
    }
    self.lost = lost
    self.changed = changed
  }

  /// The name of the argument and of its resource, without the type, which a repair may mend.
  private static func plain(_ name: String) -> String {
    name.split(separator: " ").map { $0.split(separator: ".").last ?? $0 }.joined(separator: " ")
  }

  /// The words of a value; of a reference the name, since its type may be mended.
  private static func words(_ value: String) -> [String] {
    let parts = value.split { !($0.isLetter || $0.isNumber || "_.-".contains($0)) }
    return parts.map { part in
      let steps = part.split(separator: ".")
      return String(steps.count > 2 ? steps[steps.count - 2] : part)
    }
  }

  /// Every argument of every block, with its value as it is written, each space once.
  private static func settings(_ text: String) -> [(name: String, value: String)] {
    let file = HCLFile(path: "main.tf", text: text)
    func collect(_ body: Body, _ place: String) -> [(String, String)] {
      let own = body.attributes.map { argument in
        let range = argument.value.range
        let bytes = Array(text.utf8)[range.start.offset..<range.end.offset]
        let value = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(
          separator: " ")
        return ("\(place) \(argument.name)", value)
      }
      return own + body.blocks.flatMap { collect($0.body, place) }
    }
    return file.body.blocks.flatMap { block in
      collect(block.body, ([block.type] + block.labels).joined(separator: "."))
    }
  }
}
