import Basics
import HCL
import ProviderSchemas
import Validation

/// The places of one resource where a mistake can be planted that its provider refuses for certain.
struct ResourceMistakes {
  private let block: Block
  private let schema: ProviderSchema
  private let type: BlockSchema?
  private let declared: [Block]

  /// - Parameter declared: all resources of the file.
  init(_ block: Block, schema: ProviderSchema, declared: [Block]) {
    self.block = block
    self.schema = schema
    self.declared = declared
    type = schema.resource(block.labels[0])
  }

  func edits(_ kind: MistakeKind) -> [MistakeEdit] {
    guard let type else { return [] }
    let arguments = block.body.attributes.compactMap { argument in
      type.attributes[argument.name].map { (argument, $0) }
    }
    let blocks = block.body.blocks.compactMap { nested in type.blocks[nested.type].map { (nested, $0) } }
    switch kind {
    case .unknownArgument:
      return [MistakeEdit(after: block.openBrace, "\n  setting_of_nobody = true\n", what: block.labels[0])]
    case .missingArgument:
      return arguments.filter { $0.1.use == .required }.map { removal(of: $0.0) }
    case .wrongType: return arguments.compactMap { wrongType($0.0, $0.1.type) }
    case .unknownReference:
      return arguments.filter { $0.1.type == .string }.map { replacement(of: $0.0, by: "local.not_there") }
    case .wrongAttribute: return arguments.flatMap { wrongAttributes($0.0) }
    case .wrongWord: return arguments.compactMap { wrongWord($0.0) }
    case .wrongArity:
      return arguments.filter { $0.1.type == .string }.map {
        replacement(of: $0.0, by: "upper(\"a\", \"b\")")
      }
    case .missingBlock:
      return blocks.filter { pair in
        pair.1.minimum > 0 && block.body.blocks(pair.0.type).count == pair.1.minimum
          && !hasDynamic(pair.0.type)
      }.map { MistakeEdit(replacing: $0.0.range, "", what: $0.0.type) }
    case .repeatedBlock:
      return blocks.filter { $0.1.maximum == 1 && $0.1.hasKnownLimit && !hasDynamic($0.0.type) }.map {
        MistakeEdit(after: $0.0.closeBrace, "\n  \($0.0.type) {\n  }\n", what: $0.0.type)
      }
    case .repetition:
      let isRepeated = ["count", "for_each"].contains { block.body.attribute($0) != nil }
      return isRepeated
        ? [] : [MistakeEdit(after: block.openBrace, "\n  for_each = [\"a\", \"b\"]\n", what: block.labels[0])]
    case .moduleInput, .missingModuleInput: return []
    }
  }

  private func hasDynamic(_ type: String) -> Bool {
    block.body.blocks("dynamic").contains { $0.labels.first == type }
  }

  private func removal(of argument: Attribute) -> MistakeEdit {
    MistakeEdit(replacing: argument.range, "", what: "\(block.labels[0]).\(argument.name)")
  }

  private func replacement(of argument: Attribute, by text: String) -> MistakeEdit {
    MistakeEdit(replacing: argument.value.range, text, what: "\(block.labels[0]).\(argument.name)")
  }

  private func wrongType(_ argument: Attribute, _ type: ValueType) -> MistakeEdit? {
    switch type {
    case .string: replacement(of: argument, by: "[\"a\"]")
    case .number: replacement(of: argument, by: "\"many\"")
    case .bool: replacement(of: argument, by: "\"perhaps\"")
    case .list(.string), .set(.string): replacement(of: argument, by: "{ a = \"b\" }")
    case .map(.string): replacement(of: argument, by: "[\"a\"]")
    default: nil
    }
  }

  /// A letter more at the end of `type.name.attribute`.
  private func wrongAttributes(_ argument: Attribute) -> [MistakeEdit] {
    argument.value.references.compactMap { reference in
      guard reference.steps.count == 2, let last = reference.steps.last, last.name != nil,
        declared.contains(where: {
          $0.labels == [reference.root, reference.steps[0].name ?? ""] && $0.body.attribute("count") == nil
            && $0.body.attribute("for_each") == nil
        })
      else { return nil }
      return MistakeEdit(after: last.range, "_of_nobody", what: "\(reference)")
    }
  }

  private func wrongWord(_ argument: Attribute) -> MistakeEdit? {
    let words = ConstraintSet.shipped.constraints(for: block.labels[0]).flatMap {
      $0.values + $0.wordsInAnyCase
    }
    .first { $0.path == argument.name }
    guard let words, !words.texts.isEmpty, argument.value.literalString != nil else { return nil }
    return replacement(of: argument, by: "\"word_of_nobody\"")
  }
}
