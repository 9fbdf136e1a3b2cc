import Foundation

/// Prints how well the language room and the validator agree with the real tools, as one table.
///
/// `CONSILIUM_CORPORA=… swift run -c release scoreboard [--mirror FOLDER] [--real N] [--left] [--prices] [--permissions]
/// [--connectivity] [--manifests] [--policy] [--edits] [--mutants [--requests FILE]] [--reading]
/// [--mistakes [--folders DIR]] [--repairs [--folders DIR]]`
@main
struct Scoreboard {
  /// The requests whose claims are recorded, as seen from the project's folder.
  private static let ownRequests = "Tests/ServicesTests/Fixtures/claims/requests.json"

  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    func value(_ name: String) -> String? {
      arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
    }
    if arguments.contains("--mutants"), ProcessInfo.processInfo.environment["CONSILIUM_CORPORA"] == nil {
      return try await Table().measureMutants(
        nil, requests: value("--requests") ?? ownRequests, listsLeft: arguments.contains("--left"))
    }
    guard let path = ProcessInfo.processInfo.environment["CONSILIUM_CORPORA"] else {
      print("CONSILIUM_CORPORA is not set: it names the folder of the public test data.")
      exit(64)
    }
    let start = ContinuousClock.now
    let corpora = Corpora(root: URL(filePath: path))
    if arguments.contains("--permissions") { return try Table().measurePermissions(corpora.root) }
    if arguments.contains("--prices") {
      try Table().measurePrices(corpora.root, listsLeft: arguments.contains("--left"))
      return try Table().measureStates()
    }
    if arguments.contains("--manifests") {
      return try Table().measureManifests(corpora.root, listsLeft: arguments.contains("--left"))
    }
    if arguments.contains("--edits") {
      return try Table().measureEdits(corpora, listsLeft: arguments.contains("--left"))
    }
    if arguments.contains("--mistakes") {
      return try Table().measureMistakes(
        corpora, folders: value("--folders"), listsLeft: arguments.contains("--left"))
    }
    if arguments.contains("--reading") {
      return try Table().measureReading(corpora, listsLeft: arguments.contains("--left"))
    }
    if arguments.contains("--mutants") {
      return try await Table().measureMutants(
        corpora, requests: value("--requests") ?? ownRequests, listsLeft: arguments.contains("--left"))
    }
    if arguments.contains("--policy") {
      try Table().measureLabelledPolicy(corpora.root, listsLeft: arguments.contains("--left"))
      return try Table().measurePolicy(corpora.root, listsLeft: arguments.contains("--left"))
    }
    if arguments.contains("--connectivity") {
      return try Table().measureConnectivity(corpora.root, listsLeft: arguments.contains("--left"))
    }
    let tool = try Tool(named: "terraform").map { try RealTerraform($0, mirror: value("--mirror")) }
    defer { tool?.remove() }
    if arguments.contains("--repairs") {
      return try Table().measureRepairs(
        corpora, tool, sample: value("--real").flatMap(Int.init) ?? 0, folders: value("--folders"),
        listsLeft: arguments.contains("--left"))
    }
    let table = Table()
    table.measureBombs()
    let runs = try corpora.runs()
    try table.measureSyntax(corpora)
    try table.measureVerdict(corpora, runs, tool)
    try table.measureFormat(runs, tool)
    try table.measureRepair(
      runs, tool, sample: value("--real").flatMap(Int.init) ?? 0, listsLeft: arguments.contains("--left"))
    table.note("measured in \(table.seconds(since: start)) s")
  }
}
