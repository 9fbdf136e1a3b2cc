/// Every kind of secret, in the order in which they are looked for: the special before the general.
struct SecretShapes: Sendable {
  private let shapes: [SecretShape]
  private let index: MarkIndex

  /// Those that come with the program.
  static let builtIn = Result { SecretShapes(try SecretShape.builtIn()) }

  init(_ shapes: [SecretShape]) {
    self.shapes = shapes
    index = MarkIndex(shapes.map { $0.marks.map(\.text) })
  }

  /// The text with every secret replaced.
  func masked(_ text: String) -> String {
    index.owners(in: text).reduce(text) { text, owner in shapes[owner].masked(text) }
  }
}
