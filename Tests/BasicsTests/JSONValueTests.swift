import Basics
import Testing

struct JSONValueTests {
  @Test(arguments: [
    ("null", "null"), (" [1, 2.5, -3e2] ", "[1,2.5,-300]"),
    (#"{"b":1,"a":[true,false]}"#, #"{"a":[true,false],"b":1}"#),
    (#""\u00e9\ud83d\ude00\n""#, #""é😀\n""#), ("0", "0"), ("-0.5", "-0.5"), ("[]", "[]"), ("{}", "{}"),
    ("9007199254740993", "9007199254740993"),
  ])
  func canonicalFormIsStable(text: String, canonical: String) throws {
    let value = try JSONValue(parsing: text)
    #expect(value.canonical == canonical)
    #expect(try JSONValue(parsing: value.pretty) == JSONValue(parsing: value.compact))
  }

  @Test(arguments: [
    "", "nul", "[1,]", "{\"a\":1,\"a\":2}", "\"\\x\"", "01", "1.", "--1", "[1 2]", "\"\u{1}\"", "{\"a\" 1}",
    "\"\\ud800\"",
    "true false", "1e999", "NaN", "{a:1}", "\"open",
  ])
  func refusesWhatIsNotJSON(text: String) {
    #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
  }

  @Test(arguments: [2, 8, 9, 40], [0, 1]) func refusesAKeyThatIsThereTwice(count: Int, first: Int) throws {
    let members = (0..<count).map { "\"k\($0)\":\($0)" }
    #expect(try JSONValue(parsing: "{\(members.joined(separator: ","))}")["k1"] == 1)
    #expect {
      try JSONValue(parsing: "{\((members + [members[first]]).joined(separator: ","))}")
    } throws: { error in
      (error as? JSONError)?.message == "the key is in the object twice"
    }
  }

  @Test(arguments: [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x5C, 0x6E, 0xFF]] as [[UInt8]])
  func refusesTextThatIsNotUTF8(bytes: [UInt8]) {
    #expect {
      try JSONValue(parsing: [0x22] + bytes + [0x22])
    } throws: { error in
      (error as? JSONError)?.message == "the string is not valid UTF-8"
    }
  }

  @Test func refusesDeepNesting() {
    let text = String(repeating: "[", count: 300) + String(repeating: "]", count: 300)
    #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
  }

  @Test func namesThePlaceOfTheMistake() {
    #expect {
      try JSONValue(parsing: "{\n  \"a\": tru\n}")
    } throws: { error in
      (error as? JSONError)?.position == SourcePosition(offset: 9, line: 2, column: 8)
    }
  }

  @Test func survivesCodable() throws {
    let value: JSONValue = ["a": [1, 2.5, "x", true, .null], "b": ["c": "d"]]
    #expect(try JSONValue(encoding: value).decoded(as: JSONValue.self) == value)
  }
}
