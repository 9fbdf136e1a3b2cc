import Experts
import Vocabulary

/// Marks each word of the request with where it went.
struct PlacementWriter {
  private struct Mark: Equatable {
    var place: Placement.Place
    var lines: [String]
  }

  private let request: RequestText
  private var marks: [Mark?]

  init(request: RequestText) {
    self.request = request
    marks = Array(repeating: nil, count: request.tokens.count)
  }

  /// What came first holds; a word of several lines names them all.
  mutating func mark(_ spans: [Range<Int>], place: Placement.Place, line: String?) {
    for index in spans.flatMap({ $0 }) where marks.indices.contains(index) {
      var mark = marks[index] ?? Mark(place: place, lines: [])
      if let line, !mark.lines.contains(line) { mark.lines.append(line) }
      marks[index] = mark
    }
  }

  /// All of the request, in order; words without a mark change nothing.
  var placements: [Placement] {
    var found: [Placement] = []
    var start = request.typed.startIndex
    for index in request.tokens.indices {
      let isLast = index + 1 == request.tokens.count
      guard isLast || marks[index] != marks[index + 1] else { continue }
      let next = isLast ? nil : request.typedRange(of: request.tokens[index + 1]).lowerBound
      let end = max(start, next ?? request.typed.endIndex)
      let mark = marks[index]
      // Several English words may stand for one that was typed.
      if start == end { continue }
      found.append(
        Placement(
          text: String(request.typed[start..<end]), place: mark?.place ?? .context, lines: mark?.lines ?? [],
          reason: mark == nil ? Self.nothing : nil))
      start = end
    }
    return found
  }

  private static let nothing = "Words that join or describe and ask for nothing of their own."
}
