import ArgumentParser

/// How a command prints what it computed.
package enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
