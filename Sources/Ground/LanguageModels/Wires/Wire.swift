import Basics
import CurlHTTP

/// One provider protocol: how a request is written and how an answer is read.
protocol Wire: Sendable {
  /// Below the provider's address.
  var path: String { get }

  /// Headers of the protocol, with the key in its place.
  func headers(_ key: APIKey?, keyHeader: String?) -> [HTTPHeader]

  func body(_ request: ModelRequest, settings: ModelSettings) -> JSONValue

  /// Reads a whole answer into `answer`. Throws `malformed` where the document is none of this protocol.
  func read(_ document: JSONValue, into answer: inout AnswerInProgress) throws(ModelError)

  /// Reads one piece of a streamed answer. An event without a meaning here is passed over.
  func read(event: JSONValue, into answer: inout AnswerInProgress) throws(ModelError)

  /// Whether pieces come as server-sent events; as lines of JSON otherwise.
  var isEventStream: Bool { get }
}
