/// The tool's own configuration file, written by us so that nothing of the person's changes where providers come from.
package enum CLIConfiguration {
  /// Providers from the mirror only; without one, from nowhere when `network` is false.
  package static func text(mirror: ProviderMirror?, network: Bool) -> String {
    var lines = ["disable_checkpoint = true", "provider_installation {"]
    if let mirror { lines += ["  filesystem_mirror {", "    path = \(quoted(mirror.path))", "  }"] }
    if network {
      lines += ["  direct {", "  }"]
    } else if mirror == nil {
      lines += ["  direct {", "    exclude = [\"*/*/*\"]", "  }"]
    }
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("${", with: "$${") + "\""
  }
}
