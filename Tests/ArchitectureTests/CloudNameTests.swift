import Foundation
import Testing

/// What is known of a cloud is data of its pack: no Swift names one.
struct CloudNameTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  /// A cloud, a provider of its resources, a region or a resource type inside a text of the program.
  private static let names =
    #""[^"\n]*(\b(aws|azure|azurerm|azuread|gcp)\b|\b(aws|azurerm|google)_[a-z]|\b[a-z]{2}-(east|west|north|south|central)-[0-9])[^"\n]*""#

  /// Texts that name a cloud and decide nothing, besides those of the surfaces: requests that messages give as an example, and the name of an option.
  private static let examples = [
    "a private S3 bucket named reports in eu-west-1", "--aws",
  ]

  @Test func noSwiftNamesACloud() throws {
    let root = Self.sources.path(percentEncoded: false)
    let files = try #require(FileManager.default.subpaths(atPath: root)).filter { $0.hasSuffix(".swift") }
    let pattern = try NSRegularExpression(pattern: Self.names)
    var found: [String] = []
    for file in files {
      let text = try String(contentsOf: Self.sources.appending(path: file), encoding: .utf8)
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let code = line.trimmingCharacters(in: .whitespaces)
        if code.hasPrefix("//") || file.hasPrefix("Surfaces/") { continue }
        if Self.examples.contains(where: code.contains) { continue }
        let all = NSRange(code.startIndex..., in: code)
        if pattern.firstMatch(in: code, range: all) != nil { found.append("\(file):\(index + 1): \(code)") }
      }
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }
}
