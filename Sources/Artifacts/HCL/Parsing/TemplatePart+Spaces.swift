extension [TemplatePart] {
  /// What `<<-` does: the smallest indentation of all lines is taken from each of them.
  mutating func removeCommonIndent() {
    var smallest = Int.max
    var atLineStart = true
    var adjusted: [(index: Int, text: String)] = []
    for (index, part) in enumerated() {
      if atLineStart {
        atLineStart = false
        if let text = part.text {
          let content = text.trimmingLeadingSpace()
          if !content.isEmpty || !text.hasSuffix("\n") {
            smallest = Swift.min(smallest, text.unicodeScalars.count - content.unicodeScalars.count)
            adjusted.append((index, text))
          }
        } else if case .end = part.kind {
          break
        } else {
          smallest = 0
        }
      }
      if let text = part.text, text.hasSuffix("\n") { atLineStart = true }
    }
    for (index, text) in adjusted {
      self[index].kind = .text(String(text.unicodeScalars.dropFirst(smallest)))
    }
  }

  mutating func joinTexts() {
    var joined: [TemplatePart] = []
    joined.reserveCapacity(count)
    for part in self {
      if let text = part.text, let last = joined.last, let before = last.text {
        joined[joined.count - 1] = TemplatePart(
          kind: .text(before + text), range: last.range.joined(with: part.range))
      } else {
        joined.append(part)
      }
    }
    self = joined
  }
}

extension String {
  func trimmingLeadingSpace() -> String {
    String(unicodeScalars.drop { $0.properties.isWhitespace })
  }

  func trimmingTrailingSpace() -> String {
    var scalars = unicodeScalars[...]
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
