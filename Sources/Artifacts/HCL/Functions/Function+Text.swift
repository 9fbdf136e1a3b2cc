extension Function {
  static let text: [String: Function] = [
    "upper": mapping { uppercased($0) },
    "lower": mapping { $0.lowercased() },
    "title": mapping { titled($0) },
    "strrev": mapping { String($0.reversed()) },
    "trimspace": mapping { $0.trimmingLeadingSpace().trimmingTrailingSpace() },
    "chomp": mapping { text in
      String(text.unicodeScalars.reversed().drop { $0 == "\n" || $0 == "\r" }.reversed().map(Character.init))
    },
    "trim": Function(2) { arguments throws(FunctionError) in
      let cut = Set(try arguments.text(1))
      return .string(
        String(
          try arguments.text(0).drop { cut.contains($0) }.reversed().drop { cut.contains($0) }.reversed()))
    },
    "trimprefix": Function(2) { arguments throws(FunctionError) in
      let (text, prefix) = (try arguments.text(0), try arguments.text(1))
      return .string(text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text)
    },
    "trimsuffix": Function(2) { arguments throws(FunctionError) in
      let (text, suffix) = (try arguments.text(0), try arguments.text(1))
      return .string(text.hasSuffix(suffix) ? String(text.dropLast(suffix.count)) : text)
    },
    "startswith": Function(2) { arguments throws(FunctionError) in
      .bool(try arguments.text(0).hasPrefix(try arguments.text(1)))
    },
    "endswith": Function(2) { arguments throws(FunctionError) in
      .bool(try arguments.text(0).hasSuffix(try arguments.text(1)))
    },
    "strcontains": Function(2) { arguments throws(FunctionError) in
      let (text, part) = (try arguments.text(0), try arguments.text(1))
      return .bool(part.isEmpty || text.contains(part))
    },
    "substr": Function(3) { arguments throws(FunctionError) in
      let (text, offset, length) = (
        Array(try arguments.text(0)), try arguments.integer(1), try arguments.integer(2)
      )
      let start = min(max(offset < 0 ? text.count + offset : offset, 0), text.count)
      let end = length < 0 ? text.count : start + min(length, text.count - start)
      return .string(String(text[start..<max(start, end)]))
    },
    "join": Function(from: 2) { arguments throws(FunctionError) in
      var parts: [String] = []
      for index in 1..<arguments.count { parts += try arguments.texts(index) }
      let separator = try arguments.text(0)
      let size = parts.reduce(parts.count * separator.utf8.count) { $0 + $1.utf8.count }
      return size > longest ? .unknown : .string(parts.joined(separator: separator))
    },
    "split": Function(2) { arguments throws(FunctionError) in
      let (separator, text) = (try arguments.text(0), try arguments.text(1))
      if separator.isEmpty { return .list(text.map { .string(String($0)) }) }
      return .list(
        text.split(separator: separator, omittingEmptySubsequences: false).map { .string(String($0)) })
    },
    "indent": Function(2) { arguments throws(FunctionError) in
      let count = try arguments.integer(0)
      guard (0...1024).contains(count) else {
        throw FunctionError("a small whole number is required", argument: 0)
      }
      let text = try arguments.text(1)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      guard text.utf8.count + lines.count * count <= longest else { return .unknown }
      return .string(lines.joined(separator: "\n" + String(repeating: " ", count: count)))
    },
    "basename": mapping { path in
      path.split(separator: "/").last.map(String.init) ?? (path.isEmpty ? "." : "/")
    },
    "dirname": mapping { path in
      guard let slash = path.lastIndex(of: "/") else { return "." }
      return slash == path.startIndex ? "/" : String(path[..<slash])
    },
    "format": Function(from: 1, acceptsUnknown: true) { arguments throws(FunctionError) in
      if arguments[0].isUnknown { return .unknown }
      return try TextFormat(try arguments.text(0)).apply(arguments.values[1...])
    },
    "formatlist": Function(from: 1) { arguments throws(FunctionError) in try formatList(arguments) },
  ]

  /// Bytes of a text that a function makes of shorter ones; a longer one is not known.
  static let longest = 4 << 20

  private static func mapping(_ transform: @escaping @Sendable (String) -> String) -> Function {
    Function(1) { arguments throws(FunctionError) in .string(transform(try arguments.text(0))) }
  }

  private static func titled(_ text: String) -> String {
    var atStart = true
    return text.reduce(into: "") { result, character in
      result += atStart ? uppercased(String(character)) : String(character)
      atStart = !(character.isLetter || character.isNumber || character == "_" || character == "'")
    }
  }

  private static func formatList(_ arguments: Arguments) throws(FunctionError) -> Value {
    let format = TextFormat(try arguments.text(0))
    let lengths = Set(arguments.values.dropFirst().compactMap { $0.elements?.count })
    if lengths.count > 1 { throw FunctionError("all list arguments must have the same length") }
    var results: [Value] = []
    for index in 0..<(lengths.first ?? 1) {
      let row = arguments.values.dropFirst().map { $0.elements.map { $0[index] } ?? $0 }
      results.append(try format.apply(row[...]))
    }
    return .list(results)
  }

  /// Letter by letter, as the tool does it: one that has no single capital stays, as ß.
  private static func uppercased(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let mapped = scalar.properties.uppercaseMapping.unicodeScalars
      result.append(mapped.count == 1 ? mapped.first ?? scalar : scalar)
    }
    return String(result)
  }
}
