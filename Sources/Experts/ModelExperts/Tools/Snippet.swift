import Experts
import Basics
import Vocabulary

/// A piece of code that an agent hands to a tool.
struct Snippet {
  static let parameters: JSONValue = [
    "type": "object",
    "properties": [
      "code": ["type": "string"], "language": ["type": "string", "enum": ["opentofu", "kubernetes"]],
    ],
    "required": ["code", "language"], "additionalProperties": false,
  ]

  private let file: Artifact

  /// - Parameter arguments: fit `parameters`.
  init(_ arguments: JSONValue) {
    let isManifest = arguments["language"]?.string == "kubernetes"
    file = Artifact(
      path: isManifest ? "manifests/snippet.yaml" : "infrastructure/snippet.tf",
      content: arguments["code"]?.string ?? "")
  }

  func evidence(_ workbench: any Workbench) -> Evidence {
    workbench.examine([file], brief: Brief(title: "", requirements: []))
  }
}
