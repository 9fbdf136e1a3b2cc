import Basics

/// How many tokens a text has, without any model's own tokenizer.
package enum TokenEstimate {
  /// About as many as it has: for shares and figures.
  package static func likely(_ text: String) -> Int { (text.utf8.count + 3) / 4 }

  package static func likely(_ request: ModelRequest) -> Int { (bytes(request) + 3) / 4 }

  /// More than it has in any language and code that people write: what a budget and a limit reserve.
  package static func most(_ request: ModelRequest) -> Int { bytes(request) / 2 + 64 }

  private static func bytes(_ request: ModelRequest) -> Int {
    var bytes = request.system.utf8.count
    for message in request.messages {
      switch message {
      case .user(let text): bytes += text.utf8.count
      case .assistant(let text, let calls):
        bytes += text.utf8.count + calls.reduce(0) { $0 + $1.name.utf8.count + $1.arguments.utf8.count }
      case .toolResult(_, let name, let text, _): bytes += text.utf8.count + name.utf8.count
      }
      bytes += 16
    }
    for tool in request.tools {
      bytes += tool.name.utf8.count + tool.description.utf8.count + tool.parameters.compact.utf8.count
    }
    return bytes + (request.format?.schema.compact.utf8.count ?? 0)
  }
}
