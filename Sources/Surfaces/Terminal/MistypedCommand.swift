import ArgumentParser
import Basics

/// Finds which command a person meant who typed one that does not exist.
struct MistypedCommand {
  /// The whole command with the word set right, `consilium mcp install`; nil where every word is a command, or none is near.
  let meant: String?

  /// - Parameter arguments: as typed, without the program.
  init(_ root: any ParsableCommand.Type, arguments: some Sequence<String>) {
    var type = root
    var path = [root._commandName]
    for word in arguments where !word.hasPrefix("-") {
      let commands = type.configuration.subcommands
      if let next = commands.first(where: { $0._commandName == word }) {
        type = next
        path.append(word)
        continue
      }
      meant = Spelling.nearest(to: word, in: commands.map { $0._commandName }).map {
        (path + [$0]).joined(separator: " ")
      }
      return
    }
    meant = nil
  }
}
