import ArgumentParser

/// What a question about permissions may say besides who, what and where.
struct PermissionOptions: ParsableArguments {
  @Option(
    name: .long,
    help:
      "A key of the request, as aws:SourceIp=10.0.0.1; may be given again. Keys that are not given stay open."
  )
  var context: [String] = []

  @Option(
    name: .long,
    help: "The number of the account the configuration is applied in; without it that stays open.")
  var account: String?

  @Option(name: .long, help: "The region; without it that stays open.")
  var region: String?

  @Option(name: [.short, .long], help: "The namespace of a cluster; without it the whole cluster.")
  var namespace: String?

  func validate() throws {
    for pair in context where !pair.contains("=") {
      throw ValidationError("--context is KEY=VALUE, as aws:SourceIp=10.0.0.1; '\(pair)' has no '='.")
    }
  }

  var pairs: [(key: String, value: String)] {
    context.map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), String(parts[1]))
    }
  }
}
