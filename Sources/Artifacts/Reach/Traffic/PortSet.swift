/// Ports of one protocol, 1 to 65535, as ranges in order that neither touch nor overlap.
package struct PortSet: Hashable, Sendable {
  package private(set) var ranges: [ClosedRange<Int>]

  package static let none = PortSet(ranges: [])
  package static let all = PortSet(ranges: [1...65535])

  private init(ranges: [ClosedRange<Int>]) { self.ranges = ranges }

  /// What of the range is a port; nothing where the ends are the wrong way round.
  package init(from first: Int, to last: Int) {
    let (low, high) = (max(first, 1), min(last, 65535))
    ranges = low <= high ? [low...high] : []
  }

  package var isEmpty: Bool { ranges.isEmpty }

  package func union(_ other: PortSet) -> PortSet {
    if ranges.isEmpty { return other }
    if other.ranges.isEmpty || self == other { return self }
    var merged: [ClosedRange<Int>] = []
    for range in (ranges + other.ranges).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return PortSet(ranges: merged)
  }

  package func intersection(_ other: PortSet) -> PortSet {
    if self == other { return self }
    var found: [ClosedRange<Int>] = []
    for left in ranges {
      for right in other.ranges where left.overlaps(right) { found.append(left.clamped(to: right)) }
    }
    return PortSet(ranges: found)
  }

  package func subtracting(_ other: PortSet) -> PortSet {
    var left = ranges
    for hole in other.ranges {
      left = left.flatMap { range -> [ClosedRange<Int>] in
        guard range.overlaps(hole) else { return [range] }
        var rest: [ClosedRange<Int>] = []
        if range.lowerBound < hole.lowerBound { rest.append(range.lowerBound...(hole.lowerBound - 1)) }
        if range.upperBound > hole.upperBound { rest.append((hole.upperBound + 1)...range.upperBound) }
        return rest
      }
    }
    return PortSet(ranges: left)
  }
}

extension PortSet: CustomStringConvertible {
  /// `80,443,8000-8080`.
  package var description: String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ",")
  }
}
