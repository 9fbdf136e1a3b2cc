import Experts
import Basics
import Vocabulary

/// A piece of code that an agent hands to a tool.
struct Snippet {
  static let parameters: JSONValue = [
    "type": "object",
    "properties": [
      "code": ["type": "string"],
      "language": [
        "type": "string",
        "enum": .array(ArtifactFormat.all.filter { !$0.languages.isEmpty }.map { .string($0.kind.rawValue) }),
      ],
    ],
    "required": ["code", "language"], "additionalProperties": false,
  ]

  private let file: Artifact

  /// - Parameter arguments: fit `parameters`.
  init(_ arguments: JSONValue) {
    let language = arguments["language"]?.string
    let format = ArtifactFormat.all.first { $0.kind.rawValue == language } ?? .openTofu
    file = Artifact(
      path: format.path(of: "snippet\(format.endings.first ?? "")"), content: arguments["code"]?.string ?? "")
  }

  func evidence(_ workbench: any Workbench) -> Evidence {
    workbench.examine([file], brief: Brief(title: "", requirements: []))
  }
}
