import Basics
import Yams

/// YAML as configuration should be: no anchors, aliases, merge keys, custom tags or duplicate keys, and every node
/// knows its place. A document means the same to every reader or it is refused.
package enum StrictYAML {
  /// Every document of a text, in order. An empty document is an empty plain scalar, which converts to null.
  /// - Parameters:
  ///   - file: the name that diagnostics carry.
  ///   - isForeign: whether others wrote it for other readers: anchors, aliases and merge keys are followed then, within
  ///     limits.
  /// - Throws: a `Diagnostic` with code `yaml.…` and the place of the first mistake.
  package static func documents(
    _ text: String, file: String, limits: YAMLLimits = YAMLLimits(), isForeign: Bool = false
  ) throws(Diagnostic) -> [YAMLNode] {
    let fault = YAMLFault(file: file)
    guard text.utf8.count <= limits.maximumSize else {
      throw fault.make(
        "too-large", summary: "YAML text too large",
        detail: "The text has \(text.utf8.count) bytes and at most \(limits.maximumSize) are read.")
    }
    try ComplexKeyScan.refuse(text, fault: fault)
    var converter = NodeConverter(text: text, fault: fault, limits: limits, followsAliases: isForeign)
    var documents: [YAMLNode] = []
    do {
      let parser = try Parser(yaml: text, resolver: .basic)
      while let root = try parser.nextRoot() { documents.append(try converter.convert(root, depth: 0)) }
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch let error as YamlError {
      throw fault.make(error)
    } catch {
      throw fault.make("syntax", summary: "Invalid YAML", detail: "The text could not be read as YAML.")
    }
    return documents
  }

  /// The only document of a text; an empty text is an empty plain scalar.
  package static func document(
    _ text: String, file: String, limits: YAMLLimits = YAMLLimits()
  ) throws(Diagnostic) -> YAMLNode {
    let documents = try documents(text, file: file, limits: limits)
    if documents.count > 1 {
      throw YAMLFault(file: file).make(
        "several-documents", summary: "More than one YAML document",
        detail: "The file has \(documents.count) documents, separated by '---', and one is expected here.",
        at: documents[1].position)
    }
    return documents.first
      ?? YAMLNode(.scalar(.init(text: "", style: .plain, isString: false)), at: SourcePosition())
  }
}
