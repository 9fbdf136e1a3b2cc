import Experts
import Basics
import LanguageModels
import Vocabulary

extension ModelExpert {
  package func draft(_ assignment: DraftAssignment) async throws -> Draft {
    let asked = assignment.brief.requirements.flatMap { requirement in
      // The first ones of several that would show it are the usual ones.
      (requirement.check?.all ?? []).flatMap { $0.types.prefix(Self.alternatives) }
    }
    let reference = HouseReference(assignment, asked: asked, workbench: workbench)
    let words = try prompts.text(
      "steps/draft",
      values: [
        "request": .string(assignment.request.text), "brief": .string(try shown(assignment.brief)),
        "priority": .string(assignment.agent.priority.rawValue),
        "schemas": schemas(of: asked + reference.types),
        "reference": reference.text.map(JSONValue.string) ?? .null,
        "providers": desk.providers(of: asked + reference.types).map(JSONValue.string) ?? .null,
        "kubernetes": .bool(asked.contains { $0.first?.isUppercase == true }),
      ])
    return try await written(
      words, agent: assignment.agent, label: assignment.label, brief: assignment.brief,
      base: assignment.request.base,
      // Where critics follow, findings are theirs: the whole draft again for each drafter costs more than one revision.
      mendsFindings: assignment.request.mode != .debate, variant: assignment.variant
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
        "providers": desk.providers(of: candidate.evidence.price.resources.map(\.type))
          .map(JSONValue.string) ?? .null,
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
    _ words: String, agent: AgentProfile, label: String, brief: Brief, base: [Artifact]?,
    mendsFindings: Bool = false, variant: Int = 0
  ) async throws -> DraftReading {
    var words = words
    if let base {
      let files = Draft(label: "", author: "", summary: "", files: base, confidence: 0)
      words += "\n\n" + (try prompts.text("steps/change", values: ["files": .string(DraftText(files).text)]))
    }
    var request = try conversation.request(agent, words: words)
    func reading(_ response: ModelResponse) -> DraftReading {
      DraftReading(
        response, form: forms.draft, label: label, author: agent.key, workbench: workbench, base: base)
    }
    if variant > 0 { request.temperature = Self.variety[(variant - 1) % Self.variety.count] }
    var answer = try await conversation.answer(request)
    let first = reading(answer)
    func examined(_ reading: DraftReading) -> DraftFaults {
      reading.faults(brief: brief, workbench: workbench)
    }
    var best = (reading: first, faults: examined(first))
    var faults = best.faults
    var last = first
    // Once with what is wrong, and once more where that changed nothing and the checks still refuse it.
    for isSame in [false, true] {
      let sentences = faults.sentences(withFindings: mendsFindings)
      let isMended =
        isSame ? faults.refusals.isEmpty || last.draft.files != first.draft.files : sentences.isEmpty
      if isMended { break }
      if isSame {
        request.temperature = Self.anotherTemperature
        conversation.observe(
          .retry(after: .zero, reason: "The repair changed nothing; it is asked for differently."))
      }
      request.messages += [
        .assistant(answer.text), .user(try repair(sentences, of: last.draft, isSame: isSame)),
      ]
      guard let next = try await repaired(request) else { break }
      answer = next
      last = reading(next)
      faults = examined(last)
      if !best.faults.isBetter(than: faults) { best = (last, faults) }
    }
    // Also a draft without a file goes on: the checks say what it is worth, and the report says so.
    return best.reading
  }

  /// Types that are shown of those of which one would show a requirement.
  private static let alternatives = 2
  /// Of a slice of a type's schema, and of all of them, in bytes: they are paid for with every call of a step.
  private static let (longestSlice, longestSlices) = (2500, 16_000)

  /// Temperatures of an agent's drafts after the first, which has the model's own.
  private static let variety = [0.8, 0.4, 1.0, 0.6]

  /// At which the same words may get another answer.
  private static let anotherTemperature = 0.9

  /// What is wrong, the lines it is about and what may stand there instead.
  private func repair(_ faults: [String], of draft: Draft, isSame: Bool) throws -> String {
    let excerpt = FaultExcerpt(faults, files: draft.files)
    return try prompts.text(
      "steps/repair-draft",
      values: [
        "faults": .string(faults.joined(separator: "\n")),
        "lines": excerpt.lines.isEmpty ? .null : .string(excerpt.lines.joined(separator: "\n")),
        "accepted": schemas(of: excerpt.types), "same": .bool(isSame),
      ])
  }

  /// The second answer; nil where it failed and the first one has to do.
  private func repaired(_ request: ModelRequest) async throws -> ModelResponse? {
    do {
      return try await conversation.answer(request)
    } catch let error as ModelError {
      // Also where the budget is used up: what is there already is paid for.
      conversation.observe(.retry(after: .zero, reason: "The repair failed: \(error.detail)"))
      return nil
    }
  }

  /// The exact arguments of the types in play, as many as there is room for; null where there are none.
  private func schemas(of types: [String]) -> JSONValue {
    let most =
      conversation.options.contextLength.map { ($0 - conversation.options.maximumTokens) * 3 / 2 } ?? .max
    var room = min(most, Self.longestSlices)
    var texts: [String] = []
    var seen: Set<String> = []
    for type in types where seen.insert(type).inserted && room > 400 {
      guard let text = desk.schema(of: type, limit: min(room, Self.longestSlice)) else { continue }
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
