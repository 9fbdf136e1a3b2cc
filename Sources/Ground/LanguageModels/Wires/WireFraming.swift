/// How the pieces of a streamed answer are told apart.
enum WireFraming {
  /// Server-sent events.
  case events
  /// Lines of JSON.
  case lines
  /// Amazon's binary frames (`application/vnd.amazon.eventstream`).
  case frames
}
