import Testing

@testable import Handbook

/// How far a denial reaches.
struct ExclusionTests {
  private static func denied(_ text: String) throws -> [[String]] {
    let lexicon = try Handbook.shared().reader.lexicon
    let request = RequestText(text, languages: lexicon.languages)
    let mentions = try MentionFinder(
      lexicon: lexicon, request: request, setting: Setting(request, lexicon: lexicon)
    ).mentions()
    return ExclusionReader(lexicon: lexicon, request: request, mentions: mentions).exclusions().map {
      $0.objects.isEmpty ? ["? " + request.words($0.span)] : $0.objects.map(\.words)
    }
  }

  @Test(arguments: [
    ("A queue, no load balancer and no database", [["load balancer"], ["database"]]),
    (
      "A queue without a load balancer, Lambda function or database",
      [["load balancer", "Lambda function", "database"]]
    ),
    ("Neither a VPC nor a KMS key", [["VPC", "KMS key"]]),
    ("A queue without a database and with two tasks", [["database"]]),
    ("Don't use API Gateway but a load balancer", [["API Gateway"]]),
    ("We do not need a database", [["database"]]),
    ("A queue with no more than 4 days retention", []),
    ("no load balancer logs", [["? no load balancer logs"]]),
    ("Nobody may use SSH", [["? Nobody may use SSH"]]),
    (
      "Eine Datenbank, aber weder ein Load Balancer noch eine Warteschlange",
      [["Load Balancer", "Warteschlange"]]
    ),
    ("Una cola sin base de datos", [["base de datos"]]),
    ("Un serveur avec une file, pas de base de données", [["base de données"]]),
  ])
  func aDenialReachesAsFarAsItIsMeant(text: String, objects: [[String]]) throws {
    #expect(try Self.denied(text) == objects)
  }
}
