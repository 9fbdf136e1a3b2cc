import Basics

/// The tool calls of an answer while their pieces arrive.
///
/// The protocol says that an index tells calls apart. Servers send several calls under one index with ids of their own,
/// leave the index out, or repeat id and name with each piece; so a piece that names a tool goes on with a call only where
/// that call has the same name, no other id, and arguments that are not whole yet.
struct CallsInProgress {
  private struct Call {
    var place: Int?
    var id: String?
    var name: String
    var arguments: String

    var isWhole: Bool { JSONValue.document(arguments)?.object != nil }
  }

  private var begun: [Call] = []

  var count: Int { begun.count }

  /// Bytes of arguments so far.
  var size: Int { begun.reduce(0) { $0 + $1.arguments.utf8.count } }

  /// Adds a piece.
  /// - Returns: the name of the call that it begins; nil where it goes on with one.
  mutating func take(_ piece: CallPiece) -> String? {
    var piece = piece
    if piece.id?.isEmpty == true { piece.id = nil }
    if piece.name?.isEmpty == true { piece.name = nil }
    guard let index = index(of: piece) else {
      begun.append(
        Call(place: piece.place, id: piece.id, name: piece.name ?? "", arguments: piece.arguments))
      return piece.name ?? ""
    }
    begun[index].arguments += piece.arguments
    if begun[index].name.isEmpty, let name = piece.name { begun[index].name = name }
    return nil
  }

  /// The call that a piece goes on with; nil where it begins one.
  private func index(of piece: CallPiece) -> Int? {
    // A name comes with the first piece of a call; where it is repeated, the same call's arguments are not whole yet.
    func goesOn(with call: Call) -> Bool {
      guard let name = piece.name else { return true }
      if let id = piece.id, let known = call.id, id != known { return false }
      return call.name.isEmpty || call.name == name && !call.isWhole
    }
    if let id = piece.id, let index = begun.lastIndex(where: { $0.id == id && $0.place == piece.place }) {
      return goesOn(with: begun[index]) ? index : nil
    }
    let index =
      piece.place.map { place in begun.lastIndex { $0.place == place } } ?? begun.indices.last
    guard let index, goesOn(with: begun[index]) else { return nil }
    return index
  }

  /// The calls, each with an id of its own: a server that gives none, or one to several calls, could not tell their
  /// results apart.
  var calls: [ToolCall] {
    var taken: Set<String> = []
    return begun.enumerated().map { index, call in
      var id = call.id ?? "call_\(index)"
      if !taken.insert(id).inserted {
        id += "_\(index)"
        taken.insert(id)
      }
      return ToolCall(id: id, name: call.name, arguments: call.arguments)
    }
  }
}
