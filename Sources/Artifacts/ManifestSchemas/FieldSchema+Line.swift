import Basics

extension FieldSchema {
  /// One line of a file of kinds: a JSON object with keys of one or two letters, properties as `name:7 !required:9`.
  init(line: JSONValue) {
    func limits(_ key: String) -> Limits? {
      line[key].map { Limits(least: $0[0]?.integer, most: $0[1]?.integer) }
    }
    kind = line["t"]?.string.flatMap(Kind.init) ?? .any
    isNullable = line["u"] != nil
    for part in (line["p"]?.string ?? "").split(separator: " ") {
      guard let colon = part.lastIndex(of: ":"), let number = Int(part[part.index(after: colon)...]) else {
        continue
      }
      let isRequired = part.first == "!"
      let name = part[..<colon].dropFirst(isRequired ? 1 : 0)
      properties[String(name)] = Property(schema: number, isRequired: isRequired)
    }
    required = line["rq"]?.array?.compactMap(\.string) ?? []
    others = line["a"]?.integer
    keepsUnknown = line["k"] != nil
    isResource = line["er"] != nil
    items = line["i"]?.integer
    format = line["f"]?.string
    pattern = line["r"]?.string
    values = line["e"]?.array ?? []
    takenValues = line["tv"]?.array?.compactMap(\.string) ?? []
    minimum = line["g"]?.double
    maximum = line["l"]?.double
    excludesMinimum = line["G"] != nil
    excludesMaximum = line["L"] != nil
    multipleOf = line["m"]?.double
    lengths = limits("s")
    counts = limits("c")
    sizes = limits("d")
    listKeys = line["lk"]?.array?.compactMap(\.string) ?? []
    isSet = line["ls"] != nil
    standard = line["df"]
    all = line["A"]?.array?.compactMap(\.integer) ?? []
    any = line["O"]?.array?.compactMap(\.integer) ?? []
    one = line["X"]?.array?.compactMap(\.integer) ?? []
    not = line["N"]?.integer
    rules = (line["v"]?.array ?? []).map {
      Rule(rule: $0["r"]?.string ?? "", message: $0["m"]?.string, messageExpression: $0["x"]?.string)
    }
  }

  /// As `init(line:)` reads it.
  var line: JSONValue {
    var members: [JSONMember] = []
    func add(_ key: String, value: JSONValue?) {
      if let value { members.append(JSONMember(key, value: value)) }
    }
    func flag(_ key: String, isOn: Bool) { if isOn { add(key, value: 1) } }
    func limits(_ key: String, of limits: Limits?) {
      guard let limits else { return }
      add(
        key,
        value: .array([limits.least.map { .integer($0) } ?? .null, limits.most.map { .integer($0) } ?? .null])
      )
    }
    func numbers(_ key: String, of list: [Int]) {
      if !list.isEmpty { add(key, value: .array(list.map { .integer($0) })) }
    }
    func texts(_ key: String, of list: [String]) {
      if !list.isEmpty { add(key, value: .array(list.map { .string($0) })) }
    }
    func number(_ value: Double?) -> JSONValue? {
      value.map { value in Int(exactly: value).map { .integer($0) } ?? .number(value) }
    }
    if kind != .any { add("t", value: .string(kind.rawValue)) }
    flag("u", isOn: isNullable)
    if !properties.isEmpty {
      let parts = properties.sorted { $0.key < $1.key }.map {
        "\($1.isRequired ? "!" : "")\($0):\($1.schema)"
      }
      add("p", value: .string(parts.joined(separator: " ")))
    }
    texts("rq", of: required)
    add("a", value: others.map { .integer($0) })
    flag("k", isOn: keepsUnknown)
    flag("er", isOn: isResource)
    add("i", value: items.map { .integer($0) })
    add("f", value: format.map { .string($0) })
    add("r", value: pattern.map { .string($0) })
    if !values.isEmpty { add("e", value: .array(values)) }
    texts("tv", of: takenValues)
    add("g", value: number(minimum))
    add("l", value: number(maximum))
    flag("G", isOn: excludesMinimum)
    flag("L", isOn: excludesMaximum)
    add("m", value: number(multipleOf))
    limits("s", of: lengths)
    limits("c", of: counts)
    limits("d", of: sizes)
    texts("lk", of: listKeys)
    flag("ls", isOn: isSet)
    add("df", value: standard)
    numbers("A", of: all)
    numbers("O", of: any)
    numbers("X", of: one)
    add("N", value: not.map { .integer($0) })
    if !rules.isEmpty {
      add(
        "v",
        value: .array(
          rules.map { rule in
            var entry = [JSONMember("r", value: .string(rule.rule))]
            if let message = rule.message { entry.append(JSONMember("m", value: .string(message))) }
            if let expression = rule.messageExpression {
              entry.append(JSONMember("x", value: .string(expression)))
            }
            return .object(entry)
          }))
    }
    return .object(members)
  }
}
