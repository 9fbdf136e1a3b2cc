import Basics
import HCL
import Vocabulary

/// Reads the rules of a file; every mistake in it is a diagnostic with its place.
struct AdviceReader: ArgumentReading {
  static let code = "advice.rule"
  private let file: HCLFile
  private let bytes: [UInt8]
  private(set) var rules: [AdviceRule] = []
  private(set) var reviews: [ReviewRule] = []
  var diagnostics: [Diagnostic]

  private static let arguments: Set<String> = [
    "number", "title", "origin", "action", "stage", "needs", "resource", "confidence", "effort", "risk",
    "reversible",
    "keeps_data", "each", "when", "evidence", "formula", "saving", "basis", "steps",
    "surcharge", "withhold",
  ]
  private static let blocks: Set<String> = [
    "let", "obstacle", "patch", "fires", "spares", "edge", "unjudged",
  ]

  init(path: String, text: String) {
    file = HCLFile(path: path, text: text)
    bytes = Array(text.utf8)
    diagnostics = file.diagnostics
    for block in file.body.blocks {
      switch (block.type, block.labels.count) {
      case ("rule", 1): if let rule = readRule(block) { rules.append(rule) }
      case ("objection", 1): if let review = readReview(block) { reviews.append(review) }
      default:
        report(
          "Unsupported block", detail: "Only rule \"id\" and objection \"id\" are expected here.",
          range: block.typeRange)
      }
    }
  }

  private mutating func readRule(_ block: Block) -> AdviceRule? {
    refuseUnknown(in: block)
    guard let number = value(block, name: "number")?.integer, let title = text(block, name: "title"),
      let action = word(block, name: "action", make: AdviceAction.init(rawValue:)),
      let stage = word(block, name: "stage", make: AdviceStage.init(rawValue:)),
      let types = texts(block, name: "resource"),
      let confidence = word(block, name: "confidence", make: Recommendation.Level.init(rawValue:)),
      let effort = word(block, name: "effort", make: AdviceEffort.init(rawValue:)),
      let risk = word(block, name: "risk", make: Recommendation.Level.init(rawValue:)),
      let reversible = value(block, name: "reversible")?.bool, let when = expression(block, name: "when"),
      let evidence = expression(block, name: "evidence"), let origin = text(block, name: "origin")
    else { return nil }
    let saving = block.body.attribute("saving")?.value
    let basis =
      block.body.attribute("basis") == nil
      ? (saving == nil ? AdviceSaving.Basis.priced : .computed)
      : word(block, name: "basis", make: AdviceSaving.Basis.init(rawValue:)) ?? .computed
    let words = texts(block, name: "needs") ?? []
    let needs = words.compactMap(AdviceSource.init(rawValue:))
    if needs.count < words.count {
      report(
        "Invalid value",
        detail:
          "A rule needs \(AdviceSource.allCases.map(\.rawValue).joined(separator: ", ")), nothing else.",
        range: block.headerRange)
    }
    let lets = block.body.blocks("let").flatMap {
      $0.body.attributes.map { (name: $0.name, value: $0.value) }
    }
    let names = Set(lets.map(\.name) + ["region"])
    return AdviceRule(
      id: block.labels[0], number: number, title: title, origin: origin, action: action, stage: stage,
      needs: needs,
      types: types, confidence: confidence, effort: effort, risk: risk, isReversible: reversible,
      keepsData: block.body.attribute("keeps_data") != nil && value(block, name: "keeps_data")?.bool == true,
      each: block.body.attribute("each")?.value, lets: lets, when: when,
      obstacles: block.body.blocks("obstacle").compactMap { obstacle($0) }, evidence: items(evidence),
      formula: block.body.attribute("formula")?.value, saving: saving, basis: basis,
      steps: block.body.attribute("steps").map { items($0.value) } ?? [],
      surcharge: block.body.attribute("surcharge") == nil ? nil : text(block, name: "surcharge"),
      withhold: block.body.attribute("withhold")?.value,
      patches: block.body.blocks("patch").map { patch($0, names: names) }, cases: proofs(block))
  }

  private mutating func refuseUnknown(in block: Block) {
    for attribute in block.body.attributes where !Self.arguments.contains(attribute.name) {
      report(
        "Unsupported argument",
        detail: "A rule has no argument \"\(attribute.name)\"."
          + suggestion(for: attribute.name, among: Self.arguments),
        range: attribute.nameRange)
    }
    for inner in block.body.blocks where !Self.blocks.contains(inner.type) {
      report("Unsupported block", detail: "A rule has no block \"\(inner.type)\".", range: inner.typeRange)
    }
  }

  private mutating func obstacle(_ block: Block) -> Obstacle? {
    guard let when = expression(block, name: "when"), let reason = expression(block, name: "reason") else {
      return nil
    }
    return Obstacle(when: when, reason: reason)
  }

  private func patch(_ block: Block, names: Set<String>) -> PatchTemplate {
    let settings = block.body.blocks("set").flatMap { self.settings($0.body, path: []) }
    let edits = block.body.blocks("edit").compactMap { edit -> PatchTemplate.Setting? in
      guard let path = edit.body.attribute("path")?.value, let value = edit.body.attribute("value")?.value
      else {
        return nil
      }
      return PatchTemplate.Setting(path: path, value: value)
    }
    return PatchTemplate(
      condition: block.body.attribute("when")?.value, target: block.body.attribute("target")?.value,
      removesResource: block.body.attribute("remove")?.value.kind == .literal(.bool(true)),
      settings: settings + edits, removals: block.body.attribute("unset").map { items($0.value) } ?? [],
      companion: block.body.blocks("add").first.map { Companion($0, in: bytes, names: names) })
  }

  /// Arguments of nested blocks as paths.
  private func settings(_ body: Body, path: [String]) -> [PatchTemplate.Setting] {
    let own = body.attributes.map { attribute in
      let names = (path + [attribute.name]).map {
        HCLExpression(.literal(.string($0)), range: attribute.nameRange)
      }
      return PatchTemplate.Setting(
        path: HCLExpression(.tuple(names), range: attribute.nameRange), value: attribute.value)
    }
    return own + body.blocks.flatMap { self.settings($0.body, path: path + [$0.type]) }
  }

  private mutating func proofs(_ block: Block) -> [AdviceCase] {
    var cases: [AdviceCase] = []
    for inner in block.body.blocks {
      guard let kind = AdviceCase.Kind(rawValue: inner.type) else { continue }
      let content = String(
        decoding: bytes[inner.openBrace.end.offset..<inner.closeBrace.start.offset], as: UTF8.self)
      var evaluator = Evaluator(scope: Scope())
      cases.append(
        AdviceCase(
          kind: kind, label: inner.labels.last ?? "",
          advises: kind == .fires || (kind == .edge && inner.labels.first == "fires"),
          saves: inner.body.attribute("saves").flatMap { evaluator.evaluate($0.value).number }, text: content)
      )
    }
    for kind in [AdviceCase.Kind.fires, .spares, .edge] where !cases.contains(where: { $0.kind == kind }) {
      report(
        "Missing case", detail: "A rule needs a \"\(kind.rawValue)\" block to be tried on.",
        range: block.headerRange)
    }
    return cases
  }

  private mutating func readReview(_ block: Block) -> ReviewRule? {
    guard let focus = word(block, name: "focus", make: Finding.Category.init(rawValue:)),
      let when = expression(block, name: "when"),
      let reason = expression(block, name: "reason")
    else { return nil }
    return ReviewRule(
      id: block.labels[0], focus: focus,
      types: block.body.attribute("resource") == nil ? [] : texts(block, name: "resource") ?? [], when: when,
      reason: reason)
  }

  // MARK: Arguments

  /// The elements of a list as written, or the expression itself.
  private func items(_ expression: HCLExpression) -> [HCLExpression] {
    if case .tuple(let items) = expression.kind { return items }
    return [expression]
  }

}
