import Basics
import Foundation
import Masking
import Testing

/// Every shape of the data takes the sample beside it, under its own name, and leaves alone what only looks like one.
/// Samples say what to put in: `{a20}` twenty letters and digits, `h` hexadecimal, `l` lowercase and digits, `U` uppercase
/// and digits, `d` digits, `{u}` an identifier of 8-4-4-4-12. So no scanner takes the file for a leak.
struct ShapeSampleTests {
  private struct Sample: Decodable {
    var shape: String
    var secret: String
    var harmless: String
  }

  private static func read<Content: Decodable>(_ path: String, as type: Content.Type) throws -> Content {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
    return try JSONDecoder().decode(type, from: Data(contentsOf: root.appending(path: path)))
  }

  private static func samples() throws -> [Sample] { try read("Fixtures/samples.json", as: [Sample].self) }

  private static let alphabets: [Character: String] = [
    "a": "a1B2c3D4e5F6g7H8j9K0", "h": "0a1b2c3d4e5f6789", "l": "a1b2c3d4e5f6g7h8", "U": "A1B2C3D4E5F6G7H8",
    "d": "1234567890",
  ]

  private static func filled(_ text: String) -> (text: String, parts: [String]) {
    var parts: [String] = []
    let identifier = "0a1b2c3d-4e5f-6789-0a1b-2c3d4e5f6789"
    let filled = text.replacing("{u}", with: identifier).replacing(/\{([ahlUd])([0-9]+)\}/) { match in
      let alphabet = Array(alphabets[match.1.first ?? "a"] ?? "x")
      let count = Int(match.2) ?? 0
      let part = String((0..<count).map { alphabet[$0 % alphabet.count] })
      if count >= 10 { parts.append(part) }
      return part
    }
    return (filled, text.contains("{u}") ? parts + [identifier] : parts)
  }

  @Test func eachShapeTakesItsSampleAndNothingElse() throws {
    let mask = try SecretMask()
    let samples = try Self.samples()
    for sample in samples {
      let (text, parts) = Self.filled(sample.secret)
      for around in ["X", "key X here", "{\"a\": 1}\nX\nb: 2\n"] {
        let whole = around.replacing("X", with: text)
        let masked = mask.masked(whole)
        #expect(masked.contains("(masked "), "\(sample.shape): \(masked)")
        if let longest = parts.max(by: { $0.count < $1.count }) {
          #expect(!masked.contains(longest), "\(sample.shape): \(masked)")
        }
        #expect(mask.masked(masked) == masked, "\(sample.shape) is masked twice")
      }
      let harmless = Self.filled(sample.harmless).text
      #expect(mask.masked(harmless) == harmless, "\(sample.shape)")
    }
    print("shapes of secrets: \(samples.count), each with a sample and a twin")
    #expect(samples.count >= 160)
  }

  /// A shape without a sample would be a shape that nobody ever saw working.
  @Test func everyShapeHasASample() throws {
    struct Shape: Decodable { var name: String }
    let shapes = try Self.read("../../Sources/Ground/Masking/Data/shapes.json", as: [Shape].self)
    let sampled = Set(try Self.samples().map(\.shape))
    // These have theirs in `SecretMaskTests`, in every form that a setting is written in.
    let general: Set = [
      "private key", "AWS access key", "AWS secret key", "GitHub token", "GitLab token", "Slack token",
      "Slack webhook", "Google API key", "Google OAuth token", "Azure key", "Azure client secret",
      "Stripe key", "OpenAI key", "Anthropic key", "Hugging Face token", "npm token", "PyPI token",
      "Docker token", "DigitalOcean token", "Vault token", "Terraform Cloud token", "SendGrid key",
      "Twilio key", "age key", "JWT", "token", "password", "secret",
    ]
    for shape in shapes where !general.contains(shape.name) {
      #expect(sampled.contains(shape.name), "\(shape.name)")
    }
  }

  /// The shape itself, not a general one, is what takes a key without a form of its own out of an odd setting.
  @Test(arguments: [
    "snyk-token => '{u}'", "const algoliaApiKey = \"{h32}\"", "<zendeskToken>{a40}</zendeskToken>",
    "DATADOG_APP_KEY: {a40}", "PAGERDUTY_TOKEN={a20}",
  ])
  func aKeyOfAMakerIsFoundInManyForms(text: String) throws {
    let (text, parts) = Self.filled(text)
    let masked = try SecretMask().masked(text)
    #expect(parts.allSatisfy { !masked.contains($0) }, "\(masked)")
  }
}
