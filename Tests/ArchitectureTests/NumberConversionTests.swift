import Foundation
import Testing

/// `Basics` makes the compiler refuse `Int(double)`, which ends the program for a number that does not fit; but only in
/// files that import it. A file that converts numbers without it is found here.
struct NumberConversionTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  /// Files that cannot import `Basics`, or need not, with the reason.
  private static let exceptions = [
    "Token.swift": "positions of a file, which are Int32 and Int on both sides"
  ]

  /// A conversion that is neither labelled nor of a literal.
  private static var conversion: Regex<Substring> {
    /\bU?Int(?:8|16|32|64|128)?(?:\((?!\)|exactly:|clamping:|truncatingIfNeeded:|saturating:|ascii:|bitPattern:|[0-9])|\.init\b)/
  }

  @Test func whatConvertsNumbersImportsBasics() throws {
    let root = Self.sources.path(percentEncoded: false)
    let files = try #require(FileManager.default.subpaths(atPath: root)).filter {
      $0.hasSuffix(".swift") && !$0.contains("Basics/")
    }
    #expect(files.count > 500)
    for file in files where Self.exceptions[URL(filePath: file).lastPathComponent] == nil {
      let text = try String(contentsOf: Self.sources.appending(path: file), encoding: .utf8)
      guard text.contains(Self.conversion) else { continue }
      #expect(text.contains(/(?m)^import Basics$/), "\(file) converts a number and does not import Basics")
    }
  }

  /// The refusal is not to be got around.
  @Test func theCompilerRefusesTheConversionsThatTrap() throws {
    let root = Self.sources.path(percentEncoded: false)
    let path = try #require(
      FileManager.default.subpaths(atPath: root)?.first { $0.hasSuffix("Basics/TrappingConversions.swift") })
    let text = try String(contentsOf: Self.sources.appending(path: path), encoding: .utf8)
    for type in ["Int", "Int64", "Int32", "Int128", "UInt", "UInt64", "UInt32", "UInt8"] {
      #expect(text.contains("extension \(type) {\n  @available(*, deprecated"), "\(type) converts and traps")
    }
  }
}
