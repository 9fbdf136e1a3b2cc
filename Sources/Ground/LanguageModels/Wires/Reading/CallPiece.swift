/// A piece of a tool call as a protocol sends it.
struct CallPiece {
  /// Its index among the calls; nil where the server sends none.
  var place: Int?
  /// Nil or empty in the pieces after the first.
  var id: String?
  var name: String?
  var arguments: String
}
