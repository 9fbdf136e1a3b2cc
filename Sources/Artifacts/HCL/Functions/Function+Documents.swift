import Basics
import StrictYAML
import Tables

extension Function {
  static let documents: [String: Function] = [
    "csvdecode": Function(1) { arguments throws(FunctionError) in
      let text = try arguments.text(0)
      var rows: [[String]]
      do throws(CSVFault) {
        rows = try CSVText.rows(text.utf8).map(\.cells)
      } catch {
        throw FunctionError("line \(error.line): \(error)", argument: 0)
      }
      guard !rows.isEmpty else { throw FunctionError("missing header line", argument: 0) }
      let header = rows.removeFirst()
      guard Set(header).count == header.count else {
        throw FunctionError("duplicate column name", argument: 0)
      }
      var objects: [Value] = []
      for row in rows {
        guard row.count == header.count else { throw FunctionError("wrong number of fields", argument: 0) }
        objects.append(.object(Dictionary(zip(header, row.map(Value.string))) { first, _ in first }))
      }
      return .list(objects)
    },
    "yamldecode": Function(1) { arguments throws(FunctionError) in
      // What strict YAML refuses, as anchors, the real function may read, and words such as `no` it reads as YAML 1.1
      // does: the value is then not known here.
      do {
        let node = try StrictYAML.document(try arguments.text(0), file: "yaml")
        return isPlain(node) ? Value(node.json) : .unknown
      } catch let error as FunctionError {
        throw error
      } catch {
        return .unknown
      }
    },
    "yamlencode": Function(1) { arguments throws(FunctionError) in
      guard let lines = yaml(arguments[0], indent: "") else { return .unknown }
      return .string(lines)
    },
  ]

  /// Whether every version of YAML reads the document alike.
  private static func isPlain(_ node: YAMLNode) -> Bool {
    if let pairs = node.pairs { return pairs.allSatisfy { isPlain($0.value) } }
    if let elements = node.elements { return elements.allSatisfy(isPlain) }
    guard let scalar = node.scalar, !scalar.isString else { return true }
    let text = scalar.text.lowercased()
    if ["y", "n", "yes", "no", "on", "off"].contains(text) { return false }
    guard node.json.string != nil else {
      return !(text.hasPrefix("0") && text.count > 1 && !text.hasPrefix("0."))
    }
    return text.first.map { !($0.isNumber || "+-.~<=".contains($0)) } ?? true
  }

  /// As the real function prints it: every string quoted, lists not indented in mappings. Nil for texts of several
  /// lines, whose form depends on what is in them.
  private static func yaml(_ value: Value, indent: String) -> String? {
    switch value {
    case .list(let items) where !items.isEmpty:
      var text = ""
      for item in items {
        guard let inner = yaml(item, indent: indent + "  ") else { return nil }
        text += "\(indent)- \(inner.drop { $0 == " " })"
      }
      return text
    case .object(let members) where !members.isEmpty:
      var text = ""
      for (key, member) in members.sorted(by: { $0.key < $1.key }) {
        let isNested = (member.elements?.isEmpty == false) || (member.members?.isEmpty == false)
        let isList = member.elements != nil
        guard let inner = yaml(member, indent: isNested && !isList ? indent + "  " : indent),
          !key.contains("\n")
        else { return nil }
        text +=
          "\(indent)\(Value.string(key).json):\(isNested ? "\n\(inner)" : " \(inner.drop { $0 == " " })")"
      }
      return text
    case .list: return "[]\n"
    case .object: return "{}\n"
    case .string(let text) where text.contains("\n"): return nil
    default: return value.json + "\n"
    }
  }
}
