import FlyingSocks

/// Pieces of a body as the package reads them: each is sent as it comes.
struct PieceSequence: AsyncBufferedSequence {
  typealias Element = UInt8

  private let pieces: AsyncStream<[UInt8]>

  init(_ pieces: AsyncStream<[UInt8]>) {
    self.pieces = pieces
  }

  func makeAsyncIterator() -> Iterator { Iterator(pieces: pieces.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var pieces: AsyncStream<[UInt8]>.Iterator
    private var rest: ArraySlice<UInt8> = []

    init(pieces: AsyncStream<[UInt8]>.Iterator) {
      self.pieces = pieces
    }

    mutating func next() async -> UInt8? {
      if rest.isEmpty { rest = (await pieces.next() ?? [])[...] }
      return rest.popFirst()
    }

    mutating func nextBuffer(suggested count: Int) async -> ArraySlice<UInt8>? {
      if rest.isEmpty {
        guard let piece = await pieces.next() else { return nil }
        rest = piece[...]
      }
      let taken = rest.prefix(count)
      rest = rest.dropFirst(count)
      return taken
    }
  }
}
