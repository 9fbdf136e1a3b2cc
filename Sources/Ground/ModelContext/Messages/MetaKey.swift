/// The keys of `_meta` that the protocol itself defines, and the extensions that are spoken here.
package enum MetaKey {
  package static let protocolVersion = "io.modelcontextprotocol/protocolVersion"
  package static let clientInfo = "io.modelcontextprotocol/clientInfo"
  package static let clientCapabilities = "io.modelcontextprotocol/clientCapabilities"
  package static let logLevel = "io.modelcontextprotocol/logLevel"
  package static let serverInfo = "io.modelcontextprotocol/serverInfo"
  package static let subscriptionID = "io.modelcontextprotocol/subscriptionId"
  /// The extension for work that outlives its request.
  package static let tasks = "io.modelcontextprotocol/tasks"
  /// The extension for pages that a client shows in a sandbox (MCP Apps).
  package static let apps = "io.modelcontextprotocol/ui"
}
