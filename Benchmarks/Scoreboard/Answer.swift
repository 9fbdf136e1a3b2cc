import HCL

/// One recorded answer of a real model, and what the real tools said about it.
struct Answer: Decodable {
  private enum CodingKeys: String, CodingKey {
    case id, output, validates
    case error = "validate_error"
  }

  let id: String
  let output: String
  let validates: Bool
  let error: String?

  var configuration: String { ModelAnswer(output).configuration }

  /// Not the configuration's fault: the recording had no such provider.
  var lacksPlugin: Bool {
    [
      "Failed to query available provider", "encountered problems during init", "Inconsistent dependency",
    ]
    .contains { error?.contains($0) ?? false }
  }
}
