import Basics
import Digests
import Testing

struct DigestTests {
  /// Vectors of FIPS 180-4 as NIST publishes them.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func agreesWithTheStandard(text: String, hexadecimal: String) {
    #expect(Digest(of: text).hexadecimal == hexadecimal)
  }

  @Test func equalDocumentsHaveEqualDigests() throws {
    let first = try JSONValue(parsing: #"{"b":1,"a":[1.0,2]}"#)
    let second = try JSONValue(parsing: #"{ "a": [1, 2], "b": 1 }"#)
    #expect(Digest(of: first) == Digest(of: second))
    #expect(Digest(of: first) != Digest(of: JSONValue.object([])))
  }
}
