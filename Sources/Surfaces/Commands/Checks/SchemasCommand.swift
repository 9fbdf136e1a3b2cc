import ArgumentParser
import Basics
import Services
import Foundation
import Terminal

struct SchemasCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schemas", abstract: "The provider schemas that `check` decides with.",
    subcommands: [List.self, Import.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the schemas at hand with their versions.",
      discussion: "EXAMPLES\n  consilium schemas list")

    @Option(name: .long, help: "text or json.")
    var format: OutputFormat = .text

    func run() async throws {
      let schemas = try SchemaService(installation: StoreOption.installation).list()
      switch format {
      case .json:
        let list = schemas.map { schema -> JSONValue in
          [
            "source": .string(schema.source), "version": .string(schema.version),
            "resources": .integer(schema.resourceTypes),
            "dataSources": .integer(schema.dataSources),
          ]
        }
        Console.output(JSONValue.array(list).pretty)
      case .text:
        Console.output(
          schemas.map {
            "\($0.name): \($0.resourceTypes) resource types, \($0.dataSources) data sources\n"
          }.joined())
      }
    }
  }

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reads what `tofu providers schema -json` prints and keeps it in a compact form.",
      discussion: """
        EXAMPLES
          tofu providers schema -json | consilium schemas import - --lock .terraform.lock.hcl
          consilium schemas import schema.json --lock .terraform.lock.hcl
          consilium schemas import schema.json --version hashicorp/aws=6.25.0
        """)

    @Argument(help: "The JSON file; '-' reads standard input.")
    var file: String

    @Option(name: .long, help: "The lock file of the same folder, which says the versions.")
    var lock: String?

    @Option(name: .long, help: "The version of a provider, as hashicorp/aws=6.25.0; may be repeated.")
    var version: [String] = []

    @Flag(
      name: .long,
      help:
        "The document was made of bindings for a programming language: what they do not tell stays unchecked."
    )
    var shape = false

    @Option(name: .long, help: "A folder to write to, as that of a pack; by default your own.")
    var into: String?

    func run() async throws {
      let versions = try Pairs.read(version, form: "SOURCE=VERSION")
      let data =
        file == "-"
        ? try FileHandle.standardInput.readToEnd() ?? Data() : try Data(contentsOf: URL(filePath: file))
      let document = try JSONValue(parsing: Array(data))
      let text = try lock.map { try String(contentsOfFile: $0, encoding: .utf8) }
      let names = try SchemaService(installation: StoreOption.installation).add(
        document, lock: text, versions: versions, isShape: shape, target: into)
      Console.output(names.map { "\($0)\n" }.joined())
    }
  }
}
