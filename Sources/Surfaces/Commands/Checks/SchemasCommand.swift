import ArgumentParser
import Basics
import Services
import Foundation
import Terminal

struct SchemasCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schemas",
    abstract: "The schemas of providers and of Kubernetes' kinds that `check` decides with.",
    subcommands: [List.self, Import.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the schemas at hand with their versions.",
      discussion: "EXAMPLES\n  consilium schemas list")

    @Option(name: .long, help: "text or json.")
    var format: OutputFormat = .text

    func run() async throws {
      let schemas = try SchemaService(installation: StoreOption.installation).list()
      let kinds = try KindService(installation: StoreOption.installation).list()
      switch format {
      case .json:
        let list = schemas.map { schema -> JSONValue in
          [
            "source": .string(schema.source), "version": .string(schema.version),
            "resources": .integer(schema.resourceTypes),
            "dataSources": .integer(schema.dataSources),
          ]
        }
        let files = kinds.map { ["kinds": .string($0.name), "count": .integer($0.kinds)] as JSONValue }
        Console.output(JSONValue.array(list + files).pretty)
      case .text:
        Console.output(
          schemas.map {
            "\($0.name): \($0.resourceTypes) resource types, \($0.dataSources) data sources\n"
          }.joined() + kinds.map { "\($0.name): \($0.kinds) kinds of Kubernetes objects\n" }.joined())
      }
    }
  }

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Reads what `tofu providers schema -json` prints, or what describes kinds of Kubernetes objects, and keeps it.",
      discussion: """
        EXAMPLES
          tofu providers schema -json | consilium schemas import - --lock .terraform.lock.hcl
          consilium schemas import schema.json --lock .terraform.lock.hcl
          consilium schemas import schema.json --version hashicorp/aws=6.25.0
          kubectl get --raw /openapi/v3/apis/apps/v1 > apps.json
          consilium schemas import kubernetes apps.json --name cluster --version 1.37.0
          consilium schemas import kubernetes crds --name mine --version 2026-11
        """)

    @Argument(
      help:
        "The JSON file, '-' reads standard input; or 'kubernetes' with files or folders of custom resource definitions, of /openapi/v3 or of JSON schemas."
    )
    var files: [String]

    @Option(name: .long, help: "The lock file of the same folder, which says the versions.")
    var lock: String?

    @Option(name: .long, help: "With kubernetes: what the kinds are of, one word.")
    var name = "own"

    @Option(
      name: .long,
      help:
        "The version of a provider, as hashicorp/aws=6.25.0; may be repeated. With kubernetes: the kinds' version."
    )
    var version: [String] = []

    @Flag(
      name: .long,
      help:
        "The document was made of bindings for a programming language: what they do not tell stays unchecked."
    )
    var shape = false

    @Option(name: .long, help: "A folder to write to, as that of a pack; by default your own.")
    var into: String?

    func validate() throws {
      if files.count > 1, files.first != "kubernetes" {
        throw ValidationError("One file of provider schemas; several only after 'kubernetes'.")
      }
      if files == ["kubernetes"] {
        throw ValidationError("Name what describes the kinds after 'kubernetes'.")
      }
    }

    func run() async throws {
      if files.count > 1 { return try importKinds() }
      let file = files[0]
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

    private func importKinds() throws {
      let kept = try KindService(installation: StoreOption.installation).add(
        Array(files.dropFirst()), name: name, version: version.first ?? "0", target: into)
      Console.output("\(kept.name): \(kept.kinds) kinds\n")
    }
  }
}
