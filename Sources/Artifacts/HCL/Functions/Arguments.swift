/// The arguments of one call, read with the conversions the language makes.
package struct Arguments: Sendable {
  package let values: [Value]

  package init(_ values: [Value]) {
    self.values = values
  }

  /// How many there are.
  package var count: Int { values.count }
  /// As it was given, without conversion.
  package subscript(_ index: Int) -> Value { values[index] }

  /// A string, or what converts to one.
  package func text(_ index: Int) throws(FunctionError) -> String {
    guard let text = values[index].text else { throw unsuitable(index, wanted: "string") }
    return text
  }

  /// All of them as strings.
  package func texts() throws(FunctionError) -> [String] {
    var texts: [String] = []
    for index in values.indices { texts.append(try text(index)) }
    return texts
  }

  /// A number, or a string that holds one.
  package func number(_ index: Int) throws(FunctionError) -> Double {
    guard let number = values[index].number else { throw unsuitable(index, wanted: "a number is") }
    return number
  }

  /// A number to the last digit, or what a string holds of one.
  func numeric(_ index: Int) throws(FunctionError) -> Value {
    guard let number = values[index].numeric else { throw unsuitable(index, wanted: "a number is") }
    return number
  }

  /// A whole number.
  package func integer(_ index: Int) throws(FunctionError) -> Int {
    guard let integer = values[index].integer else { throw unsuitable(index, wanted: "a whole number is") }
    return integer
  }

  /// A boolean, or one of the strings `true` and `false`.
  package func bool(_ index: Int) throws(FunctionError) -> Bool {
    guard let flag = values[index].bool else { throw unsuitable(index, wanted: "bool") }
    return flag
  }

  /// The elements of a list, tuple or set.
  package func list(_ index: Int) throws(FunctionError) -> [Value] {
    guard case .list(let items) = values[index] else { throw unsuitable(index, wanted: "list") }
    return items
  }

  /// The elements of a list of strings.
  package func texts(_ index: Int) throws(FunctionError) -> [String] {
    var texts: [String] = []
    for item in try list(index) {
      guard let text = item.text else { throw unsuitable(index, wanted: "list of string") }
      texts.append(text)
    }
    return texts
  }

  /// The members of an object or map.
  package func object(_ index: Int) throws(FunctionError) -> [String: Value] {
    guard case .object(let members) = values[index] else { throw unsuitable(index, wanted: "map") }
    return members
  }

  /// The error for an argument that is not what was wanted.
  package func unsuitable(_ index: Int, wanted: String) -> FunctionError {
    if values[index].isNull { return FunctionError("argument must not be null", argument: index) }
    return FunctionError("\(wanted) required", argument: index)
  }
}
