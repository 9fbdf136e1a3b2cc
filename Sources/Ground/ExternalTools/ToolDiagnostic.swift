import Basics

/// One message of `validate -json` or of the `-json` stream.
package struct ToolDiagnostic: Sendable, Hashable {
  package var severity: String
  package var summary: String
  package var detail: String
  package var file: String?
  package var line: Int?

  package init?(_ document: JSONValue) {
    guard let severity = document["severity"]?.string, let summary = document["summary"]?.string else {
      return nil
    }
    self.severity = severity
    self.summary = summary
    detail = document["detail"]?.string ?? ""
    file = document["range"]?["filename"]?.string
    line = document["range"]?["start"]?["line"]?.integer
  }

  /// `main.tf:3: Unsupported argument: …`, one line.
  package var text: String {
    let place = file.map { "\($0):\(line ?? 1): " } ?? ""
    let sentence = detail.replacing("\n", with: " ")
    return place + summary + (sentence.isEmpty ? "" : ": \(sentence)")
  }
}
