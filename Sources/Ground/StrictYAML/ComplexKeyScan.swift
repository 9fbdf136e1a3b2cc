import Basics
import CYaml

/// The parser hashes, compares and sorts mapping keys by their whole content, so keys that are mappings, or aliases to piles
/// of aliases, cost time that grows with every level, before any node can be looked at. The events of the text are read
/// first, which costs its length, and such a key is refused there; no reader of this room takes one anyway.
struct ComplexKeyScan {
  /// What is open: a mapping that waits for a key or for a value, or a sequence.
  private enum Place {
    case key, value, element
  }

  private var open: [Place] = []
  /// Names of anchors that stand for a word.
  private var words: Set<String> = []

  /// - Throws: a `Diagnostic` where a key is no word. A text that is no YAML is left to the parser, which says why.
  static func refuse(_ text: String, fault: YAMLFault) throws(Diagnostic) {
    var scan = ComplexKeyScan()
    guard let line = scan.firstFault(Array(text.utf8)) else { return }
    throw fault.make(
      "key", summary: "Key is not a word",
      detail: "A key has to be a single word or a quoted text, not a list, a mapping or an alias of one.",
      at: line)
  }

  private mutating func firstFault(_ bytes: [UInt8]) -> SourcePosition? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return nil }
    defer { yaml_parser_delete(&parser) }
    return bytes.withUnsafeBufferPointer { bytes in
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      var event = yaml_event_t()
      while yaml_parser_parse(&parser, &event) == 1 {
        defer { yaml_event_delete(&event) }
        if event.type == YAML_STREAM_END_EVENT { return nil }
        if take(event) {
          let mark = event.start_mark
          return SourcePosition(
            offset: Int(clamping: mark.index), line: Int(clamping: mark.line) + 1,
            column: Int(clamping: mark.column) + 1)
        }
      }
      return nil
    }
  }

  /// Whether the event begins a key that is no word.
  private mutating func take(_ event: yaml_event_t) -> Bool {
    switch event.type {
    case YAML_SCALAR_EVENT:
      if let anchor = event.data.scalar.anchor { words.insert(Self.text(anchor)) }
      passed()
    case YAML_ALIAS_EVENT:
      if open.last == .key, !words.contains(Self.text(event.data.alias.anchor)) { return true }
      passed()
    case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT:
      if open.last == .key { return true }
      open.append(event.type == YAML_MAPPING_START_EVENT ? .key : .element)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      _ = open.popLast()
      passed()
    default: break
    }
    return false
  }

  /// A node is whole: what follows a key is its value, and then another key.
  private mutating func passed() {
    switch open.popLast() {
    case .key: open.append(.value)
    case .value: open.append(.key)
    case .element: open.append(.element)
    case nil: break
    }
  }

  private static func text(_ pointer: UnsafePointer<yaml_char_t>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
