import Experts
import Basics
import JSONSchema
import LanguageModels
import Vocabulary

/// A model's answer as a draft: the object that says why, and the files.
struct DraftReading {
  let draft: Draft
  let answers: [Revision.Answer]
  /// What is wrong with the object, each with its place.
  private let formFaults: [String]

  init(
    _ response: ModelResponse, form: AnswerFormat, label: String, author: String, workbench: any Workbench,
    base: [Artifact]? = nil
  ) {
    let head = Self.head(of: response.text)
    formFaults = head.map { JSONSchema(form.schema).violations(in: $0).map(\.description) } ?? []
    var notes = (head?["notes"]?.array ?? []).compactMap(\.string)
    if response.finish == .length { notes.append("The answer was cut off at its longest.") }
    draft = Draft(
      label: label, author: author, summary: head?["summary"]?.string ?? Self.firstWords(of: response.text),
      decisions: (head?["decisions"]?.array ?? []).compactMap(Self.decision),
      files: Self.files(DraftFiles(response.text).files, on: base, workbench: workbench),
      assumptions: (head?["assumptions"]?.array ?? []).compactMap(\.string),
      confidence: min(1, max(0, head?["confidence"]?.double ?? 0.5)), notes: notes)
    answers = (head?["answers"]?.array ?? []).compactMap { answer in
      guard let objection = answer["objection"]?.string else { return nil }
      return Revision.Answer(
        objection: objection, accepted: answer["accepted"]?.bool ?? false,
        reason: answer["reason"]?.string ?? "")
    }
  }

  /// A change is of the files that are there: those that the answer has not stay as they are.
  private static func files(_ written: [Artifact], on base: [Artifact]?, workbench: any Workbench)
    -> [Artifact]
  {
    guard let base else { return workbench.formatted(written) }
    let new = Dictionary(written.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    let known = Set(base.map(\.path))
    return base.map { new[$0.path] ?? $0 } + written.filter { !known.contains($0.path) }
  }

  /// What a second answer should mend.
  func faults(brief: Brief, workbench: any Workbench) -> DraftFaults {
    guard !draft.files.isEmpty else {
      return DraftFaults(
        refusals: formFaults + ["\(ArtifactFormat.openTofu.folder)/: there is no file in the answer"],
        hasFiles: false)
    }
    let evidence = workbench.examine(draft.files, brief: brief)
    let stages = evidence.validation.filter { $0.status == .failed }
    let grave = evidence.findings.filter { $0.outcome == .fail && $0.severity >= .high }
    return DraftFaults(
      refusals: formFaults + stages.map { "\($0.stage): \($0.detail.prefix(2000))" },
      unmet: evidence.unmet.count, grave: grave.map { "\($0.id): \($0.summary) \($0.remedy)" })
  }

  /// The first object in a fence that is no file's, or that stands bare before the files.
  private static func head(of text: String) -> JSONValue? {
    let blocks = FencedBlock.blocks(in: text)
    for block in blocks where DraftFiles.path(of: block) == nil {
      if let document = AnswerDocument.find(in: block.text), document["summary"] != nil { return document }
    }
    let prose = text.firstRange(of: "```").map { String(text[..<$0.lowerBound]) } ?? text
    return AnswerDocument.find(in: prose).flatMap { $0.object == nil ? nil : $0 }
  }

  private static func firstWords(of text: String) -> String {
    let prose = text.firstRange(of: "```").map { text[..<$0.lowerBound] } ?? text[...]
    return String(prose.prefix(400)).split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
  }

  private static func decision(_ document: JSONValue) -> Decision? {
    guard let topic = document["topic"]?.string, let choice = document["choice"]?.string else { return nil }
    return Decision(
      topic: topic, choice: choice, rationale: document["rationale"]?.string ?? "",
      alternatives: (document["alternatives"]?.array ?? []).compactMap(\.string))
  }
}
