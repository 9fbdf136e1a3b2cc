/// From where to where a number may be; open at an end that is not given.
package struct Bounds: Sendable, Hashable {
  package var least: Double?
  package var most: Double?
  /// Numbers outside that are taken all the same, as a provider means 0 for *never*.
  package var others: [Double] = []

  /// Reads `1..60`, `1..` or `..60`, and numbers beside it: `0|7..30`.
  package init(_ text: String) {
    for part in text.split(separator: "|") {
      guard let dots = part.firstRange(of: "..") else {
        others += [Double(part)].compactMap { $0 }
        continue
      }
      least = Double(part[..<dots.lowerBound])
      most = Double(part[dots.upperBound...])
    }
  }

  package func contains(_ number: Double) -> Bool {
    others.contains(number) || (least.map { number >= $0 } ?? true) && (most.map { number <= $0 } ?? true)
  }

  package var description: String {
    func text(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
    let beside = others.isEmpty ? "" : "\(others.map(text).joined(separator: ", ")), or "
    return beside + range(text)
  }

  private func range(_ text: (Double) -> String) -> String {
    switch (least, most) {
    case (let least?, let most?): "from \(text(least)) to \(text(most))"
    case (let least?, nil): "at least \(text(least))"
    case (nil, let most?): "at most \(text(most))"
    case (nil, nil): "any"
    }
  }
}
