import HCL
import ResourceGraph

/// What resources are called in policies, as far as the configuration tells, and the symbols that stand for what it does not.
struct ResourceNames {
  private let book: PermissionBook
  /// By address.
  private var arns: [String: String] = [:]
  /// By symbol.
  private var meanings: [String: String] = [:]

  /// - Parameters:
  ///   - account: the number of the account, where a person told it.
  ///   - region: the region, where a person or the configuration told it.
  init(_ graph: ResourceGraph, book: PermissionBook, account: String?, region: String?) {
    self.book = book
    let given = [("account", account), ("region", region)].compactMap { name, value in
      value.map { ("\u{27E8}\(name)\u{27E9}", $0) }
    }
    meanings = Dictionary(given) { first, _ in first }
    for resource in graph.resources where resource.kind == .data {
      for (path, meaning) in book.symbols where path.hasPrefix("data.\(resource.type).") {
        meanings["\u{27E8}\(resource.address).\(path.split(separator: ".").last ?? "")\u{27E9}"] =
          meanings[meaning] ?? meaning
      }
    }
    for resource in graph.resources where resource.kind == .managed {
      if let form = book.names[resource.type] {
        let name = filled(form, resource: resource)
        arns[resource.address] = name
        meanings["\u{27E8}\(resource.address).arn\u{27E9}"] = name
      }
      for (attribute, form) in book.aliases[resource.type] ?? [:] {
        meanings["\u{27E8}\(resource.address).\(attribute)\u{27E9}"] = filled(form, resource: resource)
      }
    }
  }

  /// The name policies know a resource by; a symbol where its type's form is not known.
  func name(of resource: Resource) -> String {
    arns[resource.address] ?? "\u{27E8}\(resource.address).arn\u{27E9}"
  }

  /// `{argument}` and `{argument:default}` with the resource's values.
  private func filled(_ form: String, resource: Resource) -> String {
    var text = ""
    var rest = form[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let parts = rest[rest.index(after: open)..<close].split(
        separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let argument = String(parts[0])
      let value = resource.attributes[argument]
      if value == nil || value == .null, parts.count == 2 {
        text += parts[1]
      } else {
        // The beginning of a name that is made up behind it.
        text += value == nil ? resource.attributes["\(argument)_prefix"]?.text ?? "" : ""
        text += value?.text ?? "\u{27E8}\(resource.address).\(argument)\u{27E9}"
      }
      rest = rest[rest.index(after: close)...]
    }
    return meaning(of: text + rest)
  }

  /// A text with each symbol that stands for something known replaced by it.
  func meaning(of text: String) -> String {
    guard text.unicodeScalars.contains(PolicyPattern.symbolStart) else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "\u{27E8}"), let close = rest[open...].firstIndex(of: "\u{27E9}") {
      result += rest[..<open]
      let symbol = String(rest[open...close])
      result += meanings[symbol] ?? symbol
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// A value with the symbols of its texts replaced.
  func meaning(of value: Value) -> Value {
    switch value {
    case .string(let text): .string(meaning(of: text))
    case .list(let items): .list(items.map { meaning(of: $0) })
    case .object(let members):
      .object(
        Dictionary(members.map { (meaning(of: $0.key), meaning(of: $0.value)) }) { first, _ in first })
    default: value
    }
  }
}
