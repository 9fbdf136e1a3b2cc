import Basics

/// What the person did with what they were asked.
package enum ElicitationAnswer: Sendable, Hashable {
  /// With the fields of a form.
  case accepted(JSONValue)
  case declined
  case cancelled

  init(_ json: JSONValue) throws(ProtocolFault) {
    switch json["action"]?.string {
    case "accept":
      let content = json["content"] ?? [:]
      guard content.object != nil else { throw .invalidParams("'content' of an answer has to be an object.") }
      self = .accepted(content)
    case "decline": self = .declined
    case "cancel": self = .cancelled
    default: throw .invalidParams("'action' of an answer is accept, decline or cancel.")
    }
  }

  var json: JSONValue {
    switch self {
    case .accepted(let content): ["action": "accept", "content": content]
    case .declined: ["action": "decline"]
    case .cancelled: ["action": "cancel"]
    }
  }
}
