import Foundation
import Testing

/// Links of the pages lead to files that are there.
struct PorchTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func everyLinkLeadsSomewhere() throws {
    let manager = FileManager.default
    let docs = Self.root.appending(path: "docs")
    let pages =
      try manager.contentsOfDirectory(atPath: docs.path(percentEncoded: false)).map {
        docs.appending(path: $0)
      }
      + ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "CHANGELOG.md"].map {
        Self.root.appending(path: $0)
      }
    for page in pages where page.pathExtension == "md" {
      let text = try String(contentsOf: page, encoding: .utf8)
      for match in text.matches(of: /\]\(([^)\s#]+)[^)]*\)/) where !match.1.contains("://") {
        let target = page.deletingLastPathComponent().appending(path: String(match.1))
        #expect(
          manager.fileExists(atPath: target.path(percentEncoded: false)),
          "\(page.lastPathComponent) links to \(match.1)")
      }
    }
  }
}
