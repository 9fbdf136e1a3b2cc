import Records
import Services
import ArgumentParser
import Basics
import Terminal

struct MemoryCommand: AsyncParsableCommand, WorksWithoutTrust {
  static let configuration = CommandConfiguration(
    commandName: "memory", abstract: "Searches, shows and removes what earlier consultations came to.",
    subcommands: [
      Search.self, Show.self, Release.self, Forget.self, Export.self, MemoryCalibrationCommand.self,
    ],
    defaultSubcommand: Search.self)

  struct Search: AsyncParsableCommand, WorksWithoutTrust {
    static let configuration = CommandConfiguration(
      abstract: "Finds memories by words, age, importance and proof, with the reason of each match.",
      discussion: """
        EXAMPLES
          consilium memory search postgres for a shop
          consilium memory search --agents --format json queue worker
        """)

    @Argument(help: "Words to look for; none lists the newest.")
    var words: [String] = []

    @Option(name: .long, help: "How many, at most.")
    var limit = 10

    @Flag(help: "Only what agents may read: nothing quarantined, nothing that failed.")
    var agents = false

    @Option(name: .long, help: "text or json.")
    var format: OutputFormat = .text

    @OptionGroup var store: StoreOption

    func run() async throws {
      let found = try await store.memory.search(words, limit: limit, forAgents: agents)
      guard format == .text else { return Console.output(try JSONValue(encoding: found).pretty) }
      if found.isEmpty { Console.error("Nothing is remembered about this.\n") }
      for one in found {
        let memory = one.memory
        Console.output(
          "\(memory.id)  \(Money.decimal(one.score, places: 2))  \(memory.outcome.rawValue)  \(memory.trust.rawValue)  \(memory.title)\n"
            + one.reasons.map { "    \($0)\n" }.joined())
      }
    }
  }

  struct Show: AsyncParsableCommand, WorksWithoutTrust {
    static let configuration = CommandConfiguration(
      abstract: "Prints one memory whole.",
      discussion: "EXAMPLES\n  consilium memory show 20261123-083012/decision")

    @Argument(help: "The memory's id, or the beginning of it.")
    var id: String

    @Option(name: .long, help: "text or json.")
    var format: OutputFormat = .text

    @OptionGroup var store: StoreOption

    func run() async throws {
      let memory = try await store.memory.show(id)
      guard format == .text else { return Console.output(try JSONValue(encoding: memory).pretty) }
      Console.output(
        """
        \(memory.id)
        \(memory.title)
        \(memory.created), \(memory.kind), \(memory.trust.rawValue), \(memory.outcome.rawValue), importance \(memory.importance)

        \(memory.text)

        """)
    }
  }

  struct Release: AsyncParsableCommand, WorksWithoutTrust {
    static let configuration = CommandConfiguration(
      abstract: "Lets agents read a memory in a model's words, which is quarantined until then.",
      discussion: "EXAMPLES\n  consilium memory release 20261123-083012/rationale")

    @Argument(help: "The memory's id, or the beginning of it.")
    var id: String

    @OptionGroup var store: StoreOption

    func run() async throws {
      let memory = try await store.memory.release(id)
      Console.output("\(memory.id): agents may read it now\n")
    }
  }

  struct Forget: AsyncParsableCommand, WorksWithoutTrust {
    static let configuration = CommandConfiguration(
      abstract: "Removes memories for good.",
      discussion: "EXAMPLES\n  consilium memory forget 20261123-083012/decision")

    @Argument(help: "Ids, or the beginnings of them.")
    var ids: [String]

    @OptionGroup var store: StoreOption

    func run() async throws {
      let found = try await store.memory.forget(ids)
      Console.output(found.map { "\($0): forgotten\n" }.joined())
    }
  }

  struct Export: AsyncParsableCommand, WorksWithoutTrust {
    static let configuration = CommandConfiguration(
      abstract: "Prints every memory as a line of JSON.",
      discussion: "EXAMPLES\n  consilium memory export > memories.jsonl")

    @OptionGroup var store: StoreOption

    func run() async throws {
      for memory in try await store.memory.all() {
        Console.output(try JSONValue(encoding: memory).canonical + "\n")
      }
    }
  }
}
