/// The messages of a conversation as turns, where those of one role that follow each other are one turn.
enum MessageTurns {
  /// - Parameter pieces: the role of a message, and what it is made of.
  static func of<Piece>(
    _ messages: [ModelMessage], pieces: (ModelMessage) -> (String, [Piece])
  ) -> [(role: String, pieces: [Piece])] {
    var turns: [(role: String, pieces: [Piece])] = []
    for message in messages {
      let (role, own) = pieces(message)
      if turns.last?.role == role {
        turns[turns.count - 1].pieces += own
      } else {
        turns.append((role, own))
      }
    }
    return turns
  }
}
