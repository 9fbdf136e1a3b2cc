import Basics

/// What a client says that it can do.
package struct ClientCapabilities: Sendable, Hashable {
  /// Whether it can show a person a form.
  package var showsForms = false
  /// Whether it can offer a person to open an address.
  package var opensAddresses = false
  /// Whether it takes the handle of a task for a result.
  package var takesTasks = false
  /// Whether it shows pages of MCP Apps.
  package var showsApps = false

  package init() {}

  package init(_ json: JSONValue) {
    if let elicitation = json["elicitation"], elicitation.object != nil {
      // An empty object is a form: that was the only way once.
      opensAddresses = elicitation["url"] != nil
      showsForms = elicitation["form"] != nil || !opensAddresses
    }
    takesTasks = json["extensions"]?[MetaKey.tasks] != nil
    showsApps = json["extensions"]?[MetaKey.apps] != nil
  }
}
