import Basics

/// Something that subscribers may want to hear of.
package enum ContextEvent: Sendable {
  /// The list of resources changed.
  case resourcesChanged
  /// The resource under this address changed.
  case resourceUpdated(String)
  /// A task has another status; with its state as it is told.
  case taskChanged(id: String, state: JSONValue)
}
