import Basics
import Foundation
import Patterns

extension CELFunctions {
  static let strings = table([
    text(".lowerAscii") {
      .string(mapped($0) { ("A"..."Z").contains($0) ? Unicode.Scalar($0.value + 32) : $0 })
    },
    text(".upperAscii") {
      .string(mapped($0) { ("a"..."z").contains($0) ? Unicode.Scalar($0.value - 32) : $0 })
    },
    text(".trim") { .string($0.trimmingCharacters(in: .whitespacesAndNewlines)) },
    text(".reverse") { text in
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: text.unicodeScalars.reversed())
      return .string(String(scalars))
    },
    two(".charAt") { value, index throws(CELError) in
      guard case .string(let text) = value else { throw .noOverload("charAt") }
      let scalars = Array(text.unicodeScalars)
      let place = try place(index, upTo: scalars.count)
      return .string(place < scalars.count ? String(scalars[place]) : "")
    },
    (".indexOf", { values throws(CELError) in try find(values, isLast: false) }),
    (".lastIndexOf", { values throws(CELError) in try find(values, isLast: true) }),
    (".substring", substring), (".replace", replace), (".split", split), (".join", join),
    texts(".find") { text, source throws(CELError) in
      let scalars = Array(text.unicodeScalars)
      guard let range = try pattern(source).firstMatch(in: scalars) else { return .string("") }
      return .string(string(scalars[range]))
    },
    (".findAll", findAll),
    two(".format") { value, arguments throws(CELError) in
      guard case .string(let text) = value, case .list(let values) = arguments else {
        throw .noOverload("format")
      }
      return .string(try CELFormat(text).applied(to: values))
    },
    text("strings.quote") { .string(JSONValue.string($0).compact) },
  ])

  private static func mapped(_ text: String, change: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(change(scalar) ?? scalar) }
    return String(scalars)
  }

  static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// In a text or a list.
  private static func find(_ values: [CELValue], isLast: Bool) throws(CELError) -> CELValue {
    guard values.count >= 2 else { throw .noOverload("indexOf") }
    if case .list(let elements) = values[0], values.count == 2 {
      let found =
        isLast
        ? elements.lastIndex { $0.equals(values[1]) } : elements.firstIndex { $0.equals(values[1]) }
      return .int(found.map { Int64($0) } ?? -1)
    }
    guard case .string(let text) = values[0], case .string(let part) = values[1], values.count <= 3 else {
      throw .noOverload("indexOf")
    }
    let (scalars, wanted) = (Array(text.unicodeScalars), Array(part.unicodeScalars))
    let last = scalars.count - wanted.count
    guard last >= 0 else { return .int(-1) }
    let bound = values.count == 3 ? try place(values[2], upTo: scalars.count) : isLast ? last : 0
    let places = isLast ? Array((0...min(bound, last)).reversed()) : bound > last ? [] : Array(bound...last)
    let found = places.first { Array(scalars[$0..<$0 + wanted.count]) == wanted }
    return .int(found.map { Int64($0) } ?? -1)
  }

  private static let substring: Function = { values throws(CELError) in
    guard (2...3).contains(values.count), case .string(let text) = values[0] else {
      throw .noOverload("substring")
    }
    let scalars = Array(text.unicodeScalars)
    let start = try place(values[1], upTo: scalars.count)
    let end = values.count == 3 ? try place(values[2], upTo: scalars.count) : scalars.count
    guard start <= end else { throw fault("index out of range") }
    return .string(string(scalars[start..<end]))
  }

  private static let replace: Function = { values throws(CELError) in
    guard (3...4).contains(values.count), case .string(let text) = values[0],
      case .string(let old) = values[1],
      case .string(let new) = values[2]
    else { throw .noOverload("replace") }
    let limit = values.count == 4 ? number(values[3]) ?? -1 : -1
    return .string(
      limit < 0 ? text.replacing(old, with: new) : text.replacing(old, with: new, maxReplacements: limit))
  }

  private static let split: Function = { values throws(CELError) in
    guard (2...3).contains(values.count), case .string(let text) = values[0],
      case .string(let mark) = values[1]
    else { throw .noOverload("split") }
    let limit = values.count == 3 ? number(values[2]) ?? -1 : -1
    if limit == 0 { return .list([]) }
    if mark.isEmpty {
      let all = text.unicodeScalars.map { String($0) }
      guard limit > 0, all.count > limit else { return .list(all.map { .string($0) }) }
      return .list((all.prefix(limit - 1) + [all.dropFirst(limit - 1).joined()]).map { .string($0) })
    }
    var parts: [CELValue] = []
    var rest = text[...]
    while limit < 0 || parts.count < limit - 1, let range = rest.firstRange(of: mark) {
      parts.append(.string(String(rest[..<range.lowerBound])))
      rest = rest[range.upperBound...]
    }
    return .list(parts + [.string(String(rest))])
  }

  private static let join: Function = { values throws(CELError) in
    guard (1...2).contains(values.count), case .list(let elements) = values[0] else {
      throw .noOverload("join")
    }
    var texts: [String] = []
    for element in elements {
      guard case .string(let text) = element else { throw .noOverload("join") }
      texts.append(text)
    }
    guard values.count == 2 else { return .string(texts.joined()) }
    guard case .string(let mark) = values[1] else { throw .noOverload("join") }
    return .string(texts.joined(separator: mark))
  }

  private static let findAll: Function = { values throws(CELError) in
    guard (2...3).contains(values.count), case .string(let text) = values[0],
      case .string(let source) = values[1]
    else { throw .noOverload("findAll") }
    let limit = values.count == 3 ? number(values[2]) ?? -1 : -1
    let pattern = try pattern(source)
    let scalars = Array(text.unicodeScalars)
    var (found, start): ([CELValue], Int) = ([], 0)
    while limit < 0 || found.count < limit, let range = pattern.firstMatch(in: scalars, from: start) {
      found.append(.string(string(scalars[range])))
      start = range.isEmpty ? range.upperBound + 1 : range.upperBound
      if start > scalars.count { break }
    }
    return .list(found)
  }
}
