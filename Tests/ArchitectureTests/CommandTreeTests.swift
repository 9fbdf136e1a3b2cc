import Foundation
import Testing

/// Every command can be typed: it is a subcommand of another one, or a program starts it.
struct CommandTreeTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  @Test func everyCommandIsReached() throws {
    let folder = Self.root.path(percentEncoded: false)
    let files = try #require(FileManager.default.subpaths(atPath: folder)).filter { $0.hasSuffix(".swift") }
    let text = try files.map { try String(contentsOf: Self.root.appending(path: $0), encoding: .utf8) }
      .joined(separator: "\n")
    let declared = Set(
      text.matches(of: #/(?m)^(?:package )?struct (\w+)(?:<[^>]*>)?: (?:Async)?ParsableCommand\b/#).map {
        String($0.output.1)
      })
    let named = Set(text.matches(of: #/\b(\w+)(?:<[^>\n]*>)?\.self\b/#).map { String($0.output.1) })
    #expect(declared.count > 40)
    #expect(declared.subtracting(named).isEmpty)
  }
}
