/// The arguments of one call, read with the conversions the language makes.
package struct Arguments: Sendable {
  package let values: [Value]

  package init(_ values: [Value]) {
    self.values = values
  }

  package var count: Int { values.count }
  package subscript(_ index: Int) -> Value { values[index] }

  package func text(_ index: Int) throws(FunctionError) -> String {
    guard let text = values[index].text else { throw unsuitable(index, "string") }
    return text
  }

  package func number(_ index: Int) throws(FunctionError) -> Double {
    guard let number = values[index].number else { throw unsuitable(index, "a number is") }
    return number
  }

  package func integer(_ index: Int) throws(FunctionError) -> Int {
    guard let integer = values[index].integer else { throw unsuitable(index, "a whole number is") }
    return integer
  }

  package func bool(_ index: Int) throws(FunctionError) -> Bool {
    guard let flag = values[index].bool else { throw unsuitable(index, "bool") }
    return flag
  }

  package func list(_ index: Int) throws(FunctionError) -> [Value] {
    guard case .list(let items) = values[index] else { throw unsuitable(index, "list") }
    return items
  }

  package func texts(_ index: Int) throws(FunctionError) -> [String] {
    var texts: [String] = []
    for item in try list(index) {
      guard let text = item.text else { throw unsuitable(index, "list of string") }
      texts.append(text)
    }
    return texts
  }

  package func object(_ index: Int) throws(FunctionError) -> [String: Value] {
    guard case .object(let members) = values[index] else { throw unsuitable(index, "map") }
    return members
  }

  package func unsuitable(_ index: Int, _ wanted: String) -> FunctionError {
    if values[index].isNull { return FunctionError("argument must not be null", argument: index) }
    return FunctionError("\(wanted) required", argument: index)
  }
}
