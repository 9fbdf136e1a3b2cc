import Experts
import Basics
import LanguageModels
import Vocabulary

extension ModelExpert {
  package func draft(_ assignment: DraftAssignment) async throws -> Draft {
    let types = assignment.brief.requirements.flatMap { $0.check?.all.flatMap(\.types) ?? [] }
    let words = try prompts.text(
      "steps/draft",
      values: [
        "request": .string(assignment.request.text), "brief": .string(try shown(assignment.brief)),
        "priority": .string(assignment.agent.priority.rawValue), "schemas": schemas(of: types),
      ])
    return try await written(
      words, agent: assignment.agent, label: assignment.label, brief: assignment.brief,
      base: assignment.request.base
    ).draft
  }

  package func revision(_ assignment: RevisionAssignment) async throws -> Revision {
    let candidate = assignment.candidate
    let words = try prompts.text(
      "steps/revision",
      values: [
        "request": .string(assignment.request.text), "brief": .string(try shown(assignment.brief)),
        "priority": .string(assignment.agent.priority.rawValue),
        "schemas": schemas(of: candidate.evidence.price.resources.map(\.type)),
        "draft": .string(DraftText(candidate.draft).text),
        "evidence": .string(EvidenceDocument(candidate.evidence).text),
        "objections": .string(try JSONValue(encoding: assignment.objections).compact),
      ])
    let reading = try await written(
      words, agent: assignment.agent, label: assignment.label, brief: assignment.brief,
      base: assignment.request.base)
    return Revision(draft: reading.draft, answers: reading.answers)
  }

  /// Asks for a draft, and once more with what the checks say where they do not accept it.
  private func written(
    _ words: String, agent: AgentProfile, label: String, brief: Brief, base: [Artifact]?
  ) async throws -> DraftReading {
    var words = words
    if let base {
      let files = Draft(label: "", author: "", summary: "", files: base, confidence: 0)
      words += "\n\n" + (try prompts.text("steps/change", values: ["files": .string(DraftText(files).text)]))
    }
    var request = try conversation.request(agent, words: words)
    let first = try await conversation.answer(request)
    let reading = DraftReading(
      first, form: forms.draft, label: label, author: agent.key, workbench: workbench, base: base)
    let faults = reading.faults(brief: brief, workbench)
    guard !faults.isEmpty else { return reading }
    request.messages += [
      .assistant(first.text),
      .user(
        try prompts.text("steps/repair-draft", values: ["faults": .string(faults.joined(separator: "\n"))])),
    ]
    let second = try await repaired(request)
    let mended = second.map {
      DraftReading(
        $0, form: forms.draft, label: label, author: agent.key, workbench: workbench, base: base)
    }
    let best = [mended, reading].compactMap { $0 }.min { left, right in
      if left.draft.files.isEmpty != right.draft.files.isEmpty { return right.draft.files.isEmpty }
      return left.faults(brief: brief, workbench).count < right.faults(brief: brief, workbench).count
    }
    // Also a draft without a file goes on: the checks say what it is worth, and the report says so.
    return best ?? reading
  }

  /// The second answer; nil where it failed and the first one has to do.
  private func repaired(_ request: ModelRequest) async throws -> ModelResponse? {
    do {
      return try await conversation.answer(request)
    } catch let error as ModelError where error.code != .budget {
      conversation.observe(.retry(after: .zero, reason: "The repair failed: \(error.detail)"))
      return nil
    }
  }

  /// The exact arguments of the types in play, as many as there is room for; null where there are none.
  private func schemas(of types: [String]) -> JSONValue {
    var room =
      conversation.options.contextLength.map { ($0 - conversation.options.maximumTokens) * 3 / 2 } ?? 60_000
    var texts: [String] = []
    var seen: Set<String> = []
    for type in types where seen.insert(type).inserted && room > 400 {
      guard let text = desk.schema(of: type, limit: min(room, 6000)) else { continue }
      room -= text.utf8.count
      texts.append(text)
    }
    return texts.isEmpty ? .null : .string(texts.joined(separator: "\n"))
  }

  func shown(_ brief: Brief) throws -> String {
    let requirements = brief.requirements.map {
      ["id": .string($0.id), "text": .string($0.text)] as JSONValue
    }
    return JSONValue.object([
      JSONMember("title", value: .string(brief.title)),
      JSONMember("requirements", value: .array(requirements)),
      JSONMember("constraints", value: try JSONValue(encoding: brief.constraints)),
      JSONMember("assumptions", value: .array(brief.assumptions.map(JSONValue.string))),
      JSONMember("questions", value: .array(brief.questions.map(JSONValue.string))),
    ]).compact
  }
}
