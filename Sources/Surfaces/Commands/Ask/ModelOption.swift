import ArgumentParser
import Services

/// What the person says about models, shared by every command that asks them.
struct ModelOption: ParsableArguments {
  @Option(
    name: .long,
    help:
      "provider/model for every agent, or handbook. By default llm: of the crew, then a key in the environment."
  )
  var model: String?

  @Flag(name: .long, help: "Ask anew also what earlier runs asked, and keep no answer.")
  var noCache = false

  @Flag(name: .long, help: "Give only answers that earlier runs kept; ask nothing live.")
  var cacheOnly = false

  @Option(name: .long, help: "Record every answer of a model in this new file.")
  var record: String?

  @Option(name: .long, help: "Give the answers recorded in this file; what is not there is an error.")
  var replay: String?

  @Flag(name: .long, help: "Allow models whose price nobody stated; their dollars are not counted.")
  var allowUnpriced = false

  func validate() throws {
    if noCache, cacheOnly { throw ValidationError("--no-cache and --cache-only exclude each other.") }
    if record != nil, replay != nil { throw ValidationError("--record and --replay exclude each other.") }
  }

  var options: ModelRunOptions {
    ModelRunOptions(
      model: model, cache: cacheOnly ? .only : noCache ? .off : .use, record: record, replay: replay,
      allowsUnpriced: allowUnpriced)
  }
}
