import ResourceGraph
import ProviderSchemas
import Validation
import Basics
import HCL

extension BodyRepair {
  /// The required argument that a misnamed one stands for: `environment_name` for `name`, `name` for `policy_name`.
  func missingArgument(for name: String, body: Body, block: BlockSchema) -> String? {
    let missing = block.attributes.filter {
      $0.value.use == .required && body.attribute($0.key) == nil && !given.contains($0.key)
    }.keys
    let candidates = missing.filter { wanted in
      name.hasSuffix("_\(wanted)") || wanted.hasSuffix("_\(name)")
        || Self.forms.contains { name == "\(wanted)_\($0)" }
    }
    return candidates.count == 1 ? candidates.first : nil
  }

  /// Words that say in which form a value is given, and not what it is.
  private static let forms = ["document", "json", "text", "value", "arn", "arns", "id", "ids", "list"]

  /// The known name that was meant by one there is not: a similar one, or one with words more or less, whose type fits.
  func knownName(for attribute: Attribute, body: Body, block: BlockSchema) -> String? {
    let known = block.attributes.filter {
      $0.value.use != .computed && body.attribute($0.key) == nil && !given.contains($0.key)
    }
    if let near = nearestName(to: attribute.name, among: known.keys) { return near }
    guard let name = kindredName(of: attribute.name, among: known.keys), let type = known[name]?.type,
      type.problem(with: evaluator.peek(attribute.value)) == nil
    else { return nil }
    return name
  }

  /// The only name that starts or ends with all words of the other one.
  func kindredName(of name: String, among known: some Sequence<String>) -> String? {
    let words = name.stems
    let found = known.filter { candidate in
      let other = candidate.stems
      let (short, long) = words.count < other.count ? (words, other) : (other, words)
      return long.starts(with: short) || long.suffix(short.count).elementsEqual(short)
    }
    return found.count == 1 ? found.first : nil
  }

  /// An optional argument that reads a file which is not there; what is required becomes a variable.
  mutating func repairFileArgument(_ attribute: Attribute, isRequired: Bool, files: any FileFinder) {
    let calls = attribute.value.calls.filter { FileCheck.readers.contains($0.name) }
    let isMissing = calls.contains { call in
      guard let path = call.arguments.first.flatMap({ evaluator.peek($0).text }) else { return false }
      return files.find(path) == .absent
    }
    guard isMissing else { return }
    if !isRequired {
      drop(attribute.range, reason: "\"\(attribute.name)\" was removed: it reads a file that is not there.")
      return
    }
    let variable = "\(address.split(separator: ".").suffix(1).joined())_\(attribute.name)"
    replace(
      attribute.value.range, text: "var.\(variable)",
      reason: "\"\(attribute.name)\" reads a file that is not there, and became a variable.", isLossy: true)
  }
}

extension String {
  /// Its words in the singular.
  fileprivate var stems: [Substring] {
    split(separator: "_").map { $0.last == "s" && $0.count > 3 ? $0.dropLast() : $0 }
  }
}
