import ArgumentParser
import Basics
import Services
import Terminal
import Trust

struct TrustCommand: AsyncParsableCommand, WorksWithoutTrust {
  static let configuration = CommandConfiguration(
    commandName: "trust",
    abstract: "Trusts a crew file of somebody else, as it is now; says what it would reach and read.",
    discussion: """
      A crew file says which models are asked, where, with which keys, and for how much money; rules, recipes and prices
      beside it say what is valid and what it costs. One that is neither the shipped one nor below your own
      ~/.config/consilium is not worked with until you trust it, and again when a byte of it changes.

      EXAMPLES
        consilium trust agents.yaml --look      # only shows
        consilium trust agents.yaml
        consilium trust agents.yaml --variable LAB_TOKEN --address http://lab.internal:8080
        consilium trust --list
        consilium trust agents.yaml --remove
      """)

  @Argument(help: "The crew file, or a project's folder.")
  var path: String?

  @Option(name: .long, help: "A variable that the crew may send besides the keys of known providers.")
  var variable: [String] = []

  @Option(name: .long, help: "An address without encryption that the crew may ask.")
  var address: [String] = []

  @Flag(help: "Show what the crew would reach and read, and trust nothing.")
  var look = false

  @Flag(help: "List what is trusted.")
  var list = false

  @Flag(help: "Take the trust back.")
  var remove = false

  @Option(name: .long, help: "text or json.")
  var format: OutputFormat = .text

  func validate() throws {
    guard [look, list, remove].filter({ $0 }).count <= 1 else {
      throw ValidationError("One of --look, --list and --remove at a time.")
    }
    guard list || path != nil else { throw ValidationError("Name a crew file, or --list.") }
  }

  func run() async throws {
    let service = TrustService(installation: StoreOption.installation)
    guard let path, !list else { return try show(service) }
    if remove {
      let wasTrusted = try service.distrust(path)
      guard wasTrusted else { throw ValidationError("\(path) is not on the list; --list shows it.") }
      return Console.output("\(path) is trusted no more\n")
    }
    let seen =
      look
      ? try service.look(at: path) : try service.trust(path, variables: variable, addresses: address)
    guard format == .text else { return Console.output(try JSONValue(encoding: seen).pretty) }
    let lines =
      ["\(seen.path) (\(seen.standing)), sha256 \(seen.digest)"]
      + (seen.reach.isEmpty
        ? ["  reaches no address and reads no variable of its own"] : seen.reach.map { "  \($0)" })
      + seen.brings.map { "  brings \($0)" } + seen.ignored.map { "  \($0)" }
      + (look ? [] : ["Trusted as it is now; a change has to be trusted again."])
    Console.output(lines.joined(separator: "\n") + "\n")
  }

  private func show(_ service: TrustService) throws {
    let records = try service.list()
    switch format {
    case .json:
      Console.output(
        JSONValue.array(
          records.map { record in
            [
              "path": .string(record.path), "digest": .string(record.digest), "time": .string(record.time),
              "variables": .array(record.variables.map { .string($0) }),
              "addresses": .array(record.addresses.map { .string($0) }),
            ]
          }
        ).pretty)
    case .text:
      let lines = records.map { "\($0.path)  \($0.digest.prefix(12))  \($0.time)\n" }
      Console.output(lines.isEmpty ? "No crew file is trusted besides the one that ships.\n" : lines.joined())
    }
  }
}
