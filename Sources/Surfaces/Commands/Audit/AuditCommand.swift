import Records
import ArgumentParser
import Basics
import Foundation
import Services
import Terminal

struct AuditCommand: AsyncParsableCommand, WorksWithoutTrust {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "The trail of every request, plan, approval, refusal, override and apply.",
    discussion: """
      EXAMPLES
        consilium audit
        consilium audit verify
        consilium audit export > trail.jsonl && consilium audit verify --against trail.jsonl
      """, subcommands: [List.self, Verify.self, Export.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand, WorksWithoutTrust {
    static let configuration = CommandConfiguration(
      abstract: "Prints the trail, the oldest first.",
      discussion: "EXAMPLES\n  consilium audit\n  consilium audit --format json")

    @Option(name: .long, help: "text or json.")
    var format: OutputFormat = .text

    @OptionGroup var store: StoreOption

    func run() async throws {
      let rows = try await AuditService(installation: StoreOption.installation, storeFile: store.file).rows()
      switch format {
      case .json: Console.output(try JSONValue(encoding: rows).pretty)
      case .text:
        Console.output(
          rows.map { row in
            "\(row.sequence)  \(row.entry.time)  \(row.entry.actor)  \(row.entry.action.rawValue)  \(row.entry.subject)  \(row.entry.detail)\n"
          }.joined())
      }
    }
  }

  struct Verify: AsyncParsableCommand, WorksWithoutTrust {
    static let configuration = CommandConfiguration(
      abstract:
        "Names the first row, and the steps of a run, that are not what was written; exit status 1 when there are any.",
      discussion: """
        The chain shows a row that was changed, moved or taken out. Rows cut off at the end, or a trail written anew,
        show against an export that was kept in a second place.

        EXAMPLES
          consilium audit verify
          consilium audit verify --against trail.jsonl
        """)

    @Option(name: .long, help: "An earlier `audit export`, whose rows have to be there unchanged.")
    var against: String?

    @Option(name: .long, help: "text or json.")
    var format: OutputFormat = .text

    @OptionGroup var store: StoreOption

    func run() async throws {
      let trail = try await AuditService(installation: StoreOption.installation, storeFile: store.file)
        .verify(against: against)
      let (count, broken, faults) = (trail.rows, trail.firstBroken, trail.journals.faults)
      switch format {
      case .json:
        let answer: JSONValue = [
          "rows": .integer(count), "firstBroken": broken.map { .integer($0) } ?? .null,
          "runs": .integer(trail.journals.runs), "steps": .integer(trail.journals.steps),
          "brokenRuns": .array(faults.map { ["run": .string($0.run), "detail": .string($0.detail)] }),
        ]
        Console.output(answer.pretty)
      case .text:
        Console.output(
          broken.map { "Row \($0) is not what was written, or a row before it is missing.\n" }
            ?? "\(count) rows, each as it was written\n")
        Console.output(
          faults.map { "Run \($0.run): \($0.detail).\n" }.joined()
            + (faults.isEmpty
              ? "\(trail.journals.steps) steps of \(trail.journals.runs) runs, each as it was written\n" : "")
        )
      }
      if broken != nil || !faults.isEmpty { throw ExitCode(ExitStatus.error.rawValue) }
    }
  }

  struct Export: AsyncParsableCommand, WorksWithoutTrust {
    static let configuration = CommandConfiguration(
      abstract: "Prints the rows as lines of JSON, for a second place.",
      discussion: "EXAMPLES\n  consilium audit export --after 120 >> trail.jsonl")

    @Option(name: .long, help: "Only rows after this number.")
    var after = 0

    @OptionGroup var store: StoreOption

    func run() async throws {
      for row in try await AuditService(
        installation: StoreOption.installation, storeFile: store.file
      ).rows(after: after) {
        Console.output(try JSONValue(encoding: row).compact + "\n")
      }
    }
  }
}
