import Foundation

/// Colours for a terminal; plain text anywhere else, or when `NO_COLOR` is set (no-color.org).
package struct Paint {
  package let isOn: Bool

  package static let standardOutput = Paint(isOn: allowed && Console.outputIsTerminal)
  package static let standardError = Paint(isOn: allowed && Console.errorIsTerminal)

  private static let allowed =
    ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
    && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  package func bold(_ text: String) -> String { wrap(text, code: "1") }
  package func dim(_ text: String) -> String { wrap(text, code: "2") }
  package func red(_ text: String) -> String { wrap(text, code: "31") }
  package func green(_ text: String) -> String { wrap(text, code: "32") }
  package func yellow(_ text: String) -> String { wrap(text, code: "33") }

  private func wrap(_ text: String, code: String) -> String {
    isOn ? TerminalText.sequence("\(code)m") + text + TerminalText.sequence("0m") : text
  }
}
