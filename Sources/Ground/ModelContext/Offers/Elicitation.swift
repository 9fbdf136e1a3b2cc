import Basics

/// What a person is asked through the client.
package enum Elicitation: Sendable, Hashable {
  /// A form of plain fields; never for secrets.
  case form(message: String, schema: JSONValue)
  /// An address that the person is offered to open.
  case address(message: String, url: String)

  /// The parameters of `elicitation/create`.
  var params: JSONValue {
    switch self {
    case .form(let message, let schema):
      ["mode": "form", "message": .string(message), "requestedSchema": schema]
    case .address(let message, let url): ["mode": "url", "message": .string(message), "url": .string(url)]
    }
  }

  var json: JSONValue { ["method": "elicitation/create", "params": params] }

  func isShowable(by client: ClientCapabilities) -> Bool {
    switch self {
    case .form: client.showsForms
    case .address: client.opensAddresses
    }
  }

  /// What the client has to declare for it.
  var capability: JSONValue {
    switch self {
    case .form: ["elicitation": ["form": [:]]]
    case .address: ["elicitation": ["url": [:]]]
    }
  }
}
