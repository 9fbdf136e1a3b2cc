/// From where to where a number may be; open at an end that is not given.
package struct Bounds: Sendable, Hashable {
  package var least: Double?
  package var most: Double?

  /// Reads `1..60`, `1..` or `..60`.
  package init(_ text: String) {
    guard let dots = text.firstRange(of: "..") else { return }
    least = Double(text[..<dots.lowerBound])
    most = Double(text[dots.upperBound...])
  }

  package func contains(_ number: Double) -> Bool {
    (least.map { number >= $0 } ?? true) && (most.map { number <= $0 } ?? true)
  }

  package var description: String {
    func text(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
    return switch (least, most) {
    case (let least?, let most?): "from \(text(least)) to \(text(most))"
    case (let least?, nil): "at least \(text(least))"
    case (nil, let most?): "at most \(text(most))"
    case (nil, nil): "any"
    }
  }
}
