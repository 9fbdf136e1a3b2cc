import ArgumentParser
import Basics
import Store

struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "The trail of every plan, approval, refusal and apply.",
    subcommands: [List.self, Verify.self, Export.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints the trail, the oldest first.", discussion: "EXAMPLES\n  consilium audit")

    @OptionGroup var store: StoreOption

    func run() async throws {
      let rows = try await Store(path: store.file).audit()
      Console.output(
        rows.map { row in
          "\(row.sequence)  \(row.entry.time)  \(row.entry.actor)  \(row.entry.action.rawValue)  \(row.entry.subject)  \(row.entry.detail)\n"
        }.joined())
    }
  }

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Names the first row that is not what was written; exit status 1 when there is one.",
      discussion: "EXAMPLES\n  consilium audit verify")

    @OptionGroup var store: StoreOption

    func run() async throws {
      let store = try Store(path: store.file)
      guard let row = try await store.firstBrokenAuditRow() else {
        return Console.output("\(try await store.audit().count) rows, each as it was written\n")
      }
      Console.output("Row \(row) is not what was written, or a row before it is missing.\n")
      throw ExitCode(ExitStatus.error.rawValue)
    }
  }

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints the rows as lines of JSON, for a second place.",
      discussion: "EXAMPLES\n  consilium audit export --after 120 >> trail.jsonl")

    @Option(name: .long, help: "Only rows after this number.")
    var after = 0

    @OptionGroup var store: StoreOption

    func run() async throws {
      for row in try await Store(path: store.file).audit(after: after) {
        Console.output(try JSONValue(encoding: row).compact + "\n")
      }
    }
  }
}
