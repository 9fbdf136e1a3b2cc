import Basics

extension AnswerFormat {
  /// More values than this are not listed: providers take no longer lists, and nobody reads them.
  private static let mostValues = 250

  /// The form in which a text is one of the values that exist in this very call, so that a provider that holds an answer to
  /// its form cannot have another one.
  /// - Parameters:
  ///   - path: the keys down to the text; lists on the way are passed through.
  ///   - values: none and too many leave the form as it is.
  package func choosing(_ path: [String], among values: [String]) -> AnswerFormat {
    var seen: Set<String> = []
    let values = values.filter { seen.insert($0).inserted }
    guard !values.isEmpty, values.count <= Self.mostValues else { return self }
    return AnswerFormat(name: name, schema: Self.schema(schema, at: path[...], values: values))
  }

  private static func schema(_ schema: JSONValue, at path: ArraySlice<String>, values: [String]) -> JSONValue
  {
    guard let members = schema.object else { return schema }
    if schema["items"] != nil {
      return .object(
        members.map {
          $0.key == "items"
            ? JSONMember("items", value: Self.schema($0.value, at: path, values: values)) : $0
        })
    }
    guard let key = path.first else {
      return .object(
        members.filter { $0.key != "enum" } + [
          JSONMember("enum", value: .array(values.map(JSONValue.string)))
        ])
    }
    return .object(
      members.map { member in
        guard member.key == "properties", let properties = member.value.object else { return member }
        return JSONMember(
          "properties",
          value: .object(
            properties.map {
              $0.key == key
                ? JSONMember(key, value: Self.schema($0.value, at: path.dropFirst(), values: values)) : $0
            }))
      })
  }
}
