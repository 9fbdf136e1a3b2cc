import Basics
import Foundation
import JSONSchema
import Testing

struct JSONSchemaTests {
  @Test func saysWhatIsWrongAndWhere() throws {
    let schema = try JSONValue(
      parsing:
        #"{"type":"object","required":["a"],"properties":{"b/c":{"items":{"type":"integer"}}},"additionalProperties":false}"#
    )
    let document = try JSONValue(parsing: #"{"b/c":[1,"x"],"d":1}"#)
    let violations = JSONSchema(schema).violations(in: document)
    #expect(
      violations.map(\.description) == [
        "/: 'a' is missing.", "/b~1c/1: Expected integer, got string.", "/d: Nothing is allowed here.",
      ])
  }

  @Test func aSchemaThatNeverEndsIsRefused() throws {
    let schema = try JSONValue(parsing: ##"{"$defs":{"a":{"$ref":"#/$defs/a"}},"$ref":"#/$defs/a"}"##)
    #expect(!JSONSchema(schema).violations(in: 1).isEmpty)
  }

  @Test func aReferenceToNowhereIsAViolation() {
    #expect(JSONSchema(["$ref": "#/$defs/none"]).violations(in: 1).map(\.keyword) == ["$ref"])
  }

  private static let corpora = ProcessInfo.processInfo.environment["CONSILIUM_CORPORA"]

  /// Groups that need a schema from elsewhere: the draft's own, or documents the suite expects on a server.
  private static let elsewhere = [
    "\"$ref\":\"https://json-schema.org", "metaschema", "tree.json", "extendible-dynamic-ref.json",
    "detached-dynamicref.json",
  ]

  private static func isSelfContained(_ schema: JSONValue) -> Bool {
    let text = schema.compact
    return !elsewhere.contains { text.contains($0) }
  }

  @Test(.enabled(if: corpora != nil, "CONSILIUM_CORPORA is not set: the conformance suite is skipped"))
  func agreesWithTheConformanceSuite() throws {
    let folder = "\(try #require(Self.corpora))/json-schema/draft2020-12"
    var count = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where file.hasSuffix(".json") {
      let data = try #require(FileManager.default.contents(atPath: "\(folder)/\(file)"))
      for group in try JSONValue(parsing: Array(data)).array ?? [] {
        let schema = try #require(group["schema"])
        guard Self.isSelfContained(schema) else { continue }
        for test in group["tests"]?.array ?? [] {
          let isValid = JSONSchema(schema).violations(in: test["data"] ?? .null).isEmpty
          count += 1
          #expect(
            isValid == test["valid"]?.bool,
            "\(file): \(group["description"]?.string ?? ""): \(test["description"]?.string ?? "")")
        }
      }
    }
    #expect(count > 500)
  }
}
