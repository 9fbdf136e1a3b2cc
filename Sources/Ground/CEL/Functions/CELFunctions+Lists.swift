import Basics

extension CELFunctions {
  static let lists = table([
    list(".isSorted") { elements throws(CELError) in
      for (left, right) in zip(elements, elements.dropFirst()) where try left.order(right) > 0 {
        return .bool(false)
      }
      return .bool(true)
    },
    list(".sum") { elements throws(CELError) in
      guard var sum = elements.first else { return .int(0) }
      for element in elements.dropFirst() { sum = try CELArithmetic.apply("+", left: sum, right: element) }
      return sum
    },
    list(".min") { elements throws(CELError) in try extreme(elements, sign: -1) },
    list(".max") { elements throws(CELError) in try extreme(elements, sign: 1) },
    list(".reverse") { .list($0.reversed()) },
    list(".distinct") { elements in
      var kept: [CELValue] = []
      for element in elements where !kept.contains(where: { $0.equals(element) }) { kept.append(element) }
      return .list(kept)
    },
    list(".sort") { elements throws(CELError) in
      var sorted: [CELValue] = []
      for element in elements {
        var place = sorted.count
        while place > 0, try element.order(sorted[place - 1]) < 0 { place -= 1 }
        sorted.insert(element, at: place)
      }
      return .list(sorted)
    },
    (
      ".slice",
      { values throws(CELError) in
        guard values.count == 3, case .list(let elements) = values[0] else { throw .noOverload("slice") }
        let (start, end) = (
          try place(values[1], upTo: elements.count), try place(values[2], upTo: elements.count)
        )
        guard start <= end else { throw fault("index out of range") }
        return .list(Array(elements[start..<end]))
      }
    ),
    list(".flatten") { elements in
      .list(
        elements.flatMap { element -> [CELValue] in
          if case .list(let inner) = element { inner } else { [element] }
        })
    },
  ])

  private static func list(
    _ name: String, body: @escaping @Sendable ([CELValue]) throws(CELError) -> CELValue
  ) -> (String, Function) {
    one(name) { value throws(CELError) in
      guard case .list(let elements) = value else {
        // Texts have functions of the same names.
        if name == ".reverse", let function = strings[".reverse"] { return try function([value]) }
        throw .noOverload(name)
      }
      return try body(elements)
    }
  }

  private static func extreme(_ elements: [CELValue], sign: Int) throws(CELError) -> CELValue {
    guard var best = elements.first else { throw fault("the list is empty") }
    for element in elements.dropFirst() where try element.order(best) * sign > 0 { best = element }
    return best
  }

  static let sets = table([
    two("sets.contains") { first, second throws(CELError) in
      guard case .list(let left) = first, case .list(let right) = second else {
        throw .noOverload("sets.contains")
      }
      return .bool(right.allSatisfy { one in left.contains { $0.equals(one) } })
    },
    two("sets.intersects") { first, second throws(CELError) in
      guard case .list(let left) = first, case .list(let right) = second else {
        throw .noOverload("sets.intersects")
      }
      return .bool(right.contains { one in left.contains { $0.equals(one) } })
    },
    two("sets.equivalent") { first, second throws(CELError) in
      guard case .list(let left) = first, case .list(let right) = second else {
        throw .noOverload("sets.equivalent")
      }
      return .bool(
        right.allSatisfy { one in left.contains { $0.equals(one) } }
          && left.allSatisfy { one in right.contains { $0.equals(one) } })
    },
  ])

  static let optionals = table([
    one("optional.of") { .optional($0) },
    ("optional.none", constant(.optional(nil))),
    one("optional.ofNonZeroValue") { value in
      let zeros: [CELValue] = [
        .null, .bool(false), .int(0), .uint(0), .double(0), .string(""), .bytes([]), .list([]), .map([:]),
      ]
      return .optional(zeros.contains(value) ? nil : value)
    },
    one(".hasValue") { value throws(CELError) in
      guard case .optional(let inner) = value else { throw .noOverload("hasValue") }
      return .bool(inner != nil)
    },
    one(".value") { value throws(CELError) in
      guard case .optional(let inner?) = value else { throw fault("the optional has no value") }
      return inner
    },
    two(".orValue") { value, other throws(CELError) in
      guard case .optional(let inner) = value else { throw .noOverload("orValue") }
      return inner ?? other
    },
    two(".or") { value, other throws(CELError) in
      guard case .optional(let inner) = value else { throw .noOverload("or") }
      return inner == nil ? other : value
    },
  ])
}
