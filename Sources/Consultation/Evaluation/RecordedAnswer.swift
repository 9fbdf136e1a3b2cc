/// What a model answered to a request, and what real tools said of it. The verdict is for scoring only.
package struct RecordedAnswer: Sendable, Decodable {
  package var id: String
  package var output: String
  /// Whether the real tool made a plan of it.
  package var plans: Bool
  /// `Success` where the plan was what the request asked for.
  package var intent: String?

  private enum CodingKeys: String, CodingKey {
    case id, output, plans
    case intent = "satisfies_intent"
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    id = try values.decode(String.self, forKey: .id)
    output = try values.decode(String.self, forKey: .output)
    plans = try values.decodeIfPresent(Bool.self, forKey: .plans) ?? false
    intent = try values.decodeIfPresent(String.self, forKey: .intent)
  }

  package var isRight: Bool { plans && intent == "Success" }
}
