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
    let names = Set(new.map(\.name))
    let values = Set(new.map(\.value))
    let all = new.map(\.value).joined(separator: "\n")
    var lost: [String] = []
    var changed = 0
    for setting in old where !values.contains(setting.value) && !all.contains(setting.value) {
      if names.contains(setting.name) {
        changed += 1
      } else {
        lost.append("\(setting.name) = \(setting.value.prefix(60))")
      }
    }
    self.lost = lost
    self.changed = changed
  }

  /// Every argument of every block, with its value as it is written, less spaces.
  private static func settings(_ text: String) -> [(name: String, value: String)] {
    let file = HCLFile(path: "main.tf", text: text)
    func collect(_ body: Body, _ place: String) -> [(String, String)] {
      let own = body.attributes.map { argument in
        let range = argument.value.range
        let bytes = Array(text.utf8)[range.start.offset..<range.end.offset]
        let value = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
        return ("\(place) \(argument.name)", value)
      }
      return own + body.blocks.flatMap { collect($0.body, place) }
    }
    return file.body.blocks.flatMap { block in
      collect(block.body, ([block.type] + block.labels).joined(separator: "."))
    }
  }
}
