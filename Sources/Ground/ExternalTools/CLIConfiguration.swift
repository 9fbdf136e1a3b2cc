/// The tool's own configuration file, written by us so that nothing of the person's changes where providers come from.
package enum CLIConfiguration {
  /// Providers from the mirror; others from the network where that is allowed, else from nowhere.
  package static func text(mirror: ProviderMirror?, network: Bool) -> String {
    // A provider of the mirror is excluded from the network, or the tool would ask there as well.
    let mirrored = mirror?.providers ?? []
    let names = mirrored.map(quoted).joined(separator: ", ")
    var lines = ["disable_checkpoint = true", "provider_installation {"]
    if let mirror, !mirrored.isEmpty {
      lines += [
        "  filesystem_mirror {", "    path    = \(quoted(mirror.path))", "    include = [\(names)]", "  }",
      ]
    }
    let excluded = network ? names : "\"*/*/*\""
    lines += ["  direct {"] + (excluded.isEmpty ? [] : ["    exclude = [\(excluded)]"]) + ["  }", "}"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("${", with: "$${")
      + "\""
  }
}
