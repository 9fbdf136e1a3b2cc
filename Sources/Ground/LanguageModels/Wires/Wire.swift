import Basics
import CurlHTTP

/// One provider protocol: how a request is written and how an answer is read.
protocol Wire: Sendable {
  /// How pieces of a streamed answer come.
  var framing: WireFraming { get }

  /// Where an answer is asked for, below the provider's address; may have a query.
  func path(of model: ModelName, streams: Bool) -> String

  /// Where the models are listed; nil where this protocol has no list.
  var listingPath: String? { get }

  /// Headers of the protocol besides the key.
  var headers: [HTTPHeader] { get }

  /// The header that carries a key, and what stands before the key in it.
  var keyPlacement: (header: String, prefix: String) { get }

  func body(_ request: ModelRequest, settings: ModelSettings) -> JSONValue

  /// Reads a whole answer into `answer`. Throws `malformed` where the document is none of this protocol.
  func read(_ document: JSONValue, into answer: inout AnswerInProgress) throws(ModelError)

  /// Reads one piece of a streamed answer. An event without a meaning here is passed over.
  func read(event: JSONValue, into answer: inout AnswerInProgress) throws(ModelError)
}
