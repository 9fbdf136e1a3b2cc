import Basics
import CEL
import Foundation
import Testing

/// What another implementation of the language came to, recorded (`Fixtures/oracle.json`); where the language's definition says
/// otherwise, the case says why.
struct CELOracleTests {
  @Test func whatAnotherImplementationComesToIsOurs() throws {
    let url = try #require(Bundle.module.url(forResource: "Fixtures/oracle", withExtension: "json"))
    let cases = try #require(try JSONValue(parsing: Array(Data(contentsOf: url))).array)
    #expect(cases.count > 350)
    var differing: [String] = []
    for one in cases {
      let expression = try #require(one["expression"]?.string)
      let variables = (one["variables"]?.object ?? []).map { ($0.key, CELValue($0.value)) }
      let found: JSONValue?
      do {
        let value = try CELProgram(expression).evaluate(Dictionary(variables) { first, _ in first })
        found = Self.json(value)
      } catch {
        found = nil
      }
      if found != one["value"] {
        differing.append(
          "\(expression) \(one["variables"]?.compact ?? ""): \(found?.compact ?? "error"), not \(one["value"]?.compact ?? "error")"
        )
      }
    }
    #expect(differing == [])
  }

  private static func json(_ value: CELValue) -> JSONValue {
    switch value {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .int(let number): .integer(Int(number))
    case .uint(let number): Int(exactly: number).map { .integer($0) } ?? .string("\(number)")
    case .double(let number): number.isFinite ? ["double": .number(number)] : ["double": .string("\(number)")]
    case .string(let text): .string(text)
    case .bytes(let bytes): ["bytes": .array(bytes.map { .integer(Int($0)) })]
    case .list(let elements): .array(elements.map(json))
    case .map(let entries):
      [
        "map": .array(
          entries.map { [json($0.key), json($0.value)] as JSONValue }.sorted { $0.compact < $1.compact })
      ]
    default: ["other": .string("\(value)")]
    }
  }
}
