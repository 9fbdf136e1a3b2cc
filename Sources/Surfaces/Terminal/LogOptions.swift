import ArgumentParser
import Logs

/// The options of the log, for the pages of help and completion: they are taken out of the arguments, wherever they stand,
/// before a command is looked for.
package struct LogOptions: ParsableArguments {
  @Flag(name: .long, help: "Tell the steps of the work on standard error, with any verb: --log-level info.")
  package var verbose = false

  @Option(
    name: .long,
    help:
      "Tell more or less of it: trace, debug, info, notice, warning, error or critical (or CONSILIUM_LOG_LEVEL)."
  )
  package var logLevel: String?

  package init() {}
}
