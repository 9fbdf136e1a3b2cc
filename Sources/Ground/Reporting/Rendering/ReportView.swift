import Basics
import TaskGraph
import Vocabulary

/// The report as the words and numbers a template writes: the same for Markdown and HTML.
struct ReportView {
  let report: Report

  var values: JSONValue {
    .object([
      JSONMember("title", value: .string(report.brief.title)),
      JSONMember("run", value: .string(report.run)),
      JSONMember("created", value: .string(report.created)),
      JSONMember("request", value: .string(report.request)),
      JSONMember("mode", value: .string(report.mode.rawValue)),
      JSONMember("handbook", value: .bool(report.experts.contains { $0.kind == .handbook })),
      JSONMember("decision", value: decision),
      JSONMember("attention", value: attention),
      JSONMember("hasAttention", value: .bool(!(attention.array ?? []).isEmpty)),
      JSONMember("requirements", value: list(report.brief.requirements, view: requirement)),
      JSONMember("placements", value: list(report.brief.placements ?? [], view: placement)),
      JSONMember("hasPlacements", value: .bool(!(report.brief.placements ?? []).isEmpty)),
      JSONMember("confidenceParts", value: .string(confidenceParts)),
      JSONMember("hasConfidenceParts", value: .bool(report.verdict.parts != nil)),
      JSONMember("constraints", value: list(report.brief.constraints, view: constraint)),
      JSONMember("hasConstraints", value: .bool(!report.brief.constraints.isEmpty)),
      JSONMember("assumptions", value: texts(report.brief.assumptions)),
      JSONMember("hasAssumptions", value: .bool(!report.brief.assumptions.isEmpty)),
      JSONMember("questions", value: texts(report.brief.questions)),
      JSONMember("hasQuestions", value: .bool(!report.brief.questions.isEmpty)),
      JSONMember("drafts", value: list(report.drafts, view: draft)),
      JSONMember("gateReason", value: .string(report.gate.reason)),
      JSONMember("debated", value: .bool(report.gate.debate)),
      JSONMember("objections", value: list(report.objections, view: objection)),
      JSONMember("hasObjections", value: .bool(!report.objections.isEmpty)),
      JSONMember("ballots", value: .array(ballots)),
      JSONMember("hasBallots", value: .bool(!report.ballots.isEmpty)),
      JSONMember("dissent", value: list(report.verdict.dissent, view: dissent)),
      JSONMember("hasDissent", value: .bool(!report.verdict.dissent.isEmpty)),
      JSONMember("vetoes", value: list(report.verdict.vetoes, view: veto)),
      JSONMember("hasVetoes", value: .bool(!report.verdict.vetoes.isEmpty)),
      JSONMember("findings", value: list(report.findings, view: finding)),
      JSONMember("hasFindings", value: .bool(!report.findings.isEmpty)),
      JSONMember("validation", value: list(report.validation, view: stage)),
      JSONMember("decisions", value: list(chosen?.decisions ?? [], view: choice)),
      JSONMember("notes", value: texts(chosen?.notes ?? [])),
      JSONMember("repairs", value: texts(repairs)),
      JSONMember("hasRepairs", value: .bool(!repairs.isEmpty)),
      JSONMember("hasNotes", value: .bool(!(chosen?.notes ?? []).isEmpty)),
      JSONMember("prices", value: list(priced, view: price)),
      JSONMember("price", value: total),
      JSONMember("modes", value: list(report.modes, view: mode)),
      JSONMember("artifacts", value: list(report.artifacts, view: artifact)),
      JSONMember("experts", value: list(report.experts, view: expert)),
      JSONMember("steps", value: list(report.steps.filter { $0.status != "idle" }, view: step)),
      JSONMember("remembered", value: list(report.remembered ?? [], view: remembered)),
      JSONMember("hasRemembered", value: .bool(!(report.remembered ?? []).isEmpty)),
      JSONMember("usage", value: usage),
      JSONMember("graph", value: .string(report.drawing().svg)),
      JSONMember("conformity", value: list(report.conformity ?? [], view: conformity)),
      JSONMember("hasConformity", value: .bool(!(report.conformity ?? []).isEmpty)),
      JSONMember("sent", value: list(report.sent ?? [], view: sent)),
      JSONMember("hasSent", value: .bool(!(report.sent ?? []).isEmpty)),
      JSONMember("revisions", value: .array(revisions)),
      JSONMember("hasRevisions", value: .bool(!revisions.isEmpty)),
      JSONMember("crew", value: .string("\(report.crew.name) (\(report.crew.digest.prefix(12)))")),
    ])
  }

  private var chosen: DraftReport? {
    report.drafts.first { $0.label == report.verdict.draft }
  }

  private var repairs: [String] {
    report.drafts.flatMap { draft in draft.repairs.map { "Draft \(draft.label): \($0)" } }
  }

  func role(_ key: String) -> String {
    report.crew.agents.first { $0.key == key }?.role ?? key
  }

  func list<Element>(_ elements: [Element], view: (Element) -> JSONValue) -> JSONValue {
    .array(elements.map(view))
  }

  private func texts(_ texts: [String]) -> JSONValue {
    .array(texts.map { ["text": .string($0)] })
  }

  private var decision: JSONValue {
    let unmet = report.brief.requirements.count { $0.status == .unmet }
    let unknown = report.brief.requirements.count { $0.status == .unknown }
    return [
      "draft": .string(report.verdict.draft), "author": .string(role(chosen?.author ?? "")),
      "summary": .string(chosen?.summary ?? ""), "reason": .string(report.verdict.reason),
      "confidence": .string(Money.percent(report.verdict.confidence)),
      "calibration": .string(report.verdict.calibration),
      "price": .string(Money.text(report.price.monthly)),
      "coverage": .string(Money.percent(report.price.coverage)),
      "met": .integer(report.brief.requirements.count - unmet - unknown),
      "total": .integer(report.brief.requirements.count), "unmet": .integer(unmet),
      "unknown": .integer(unknown),
      "vetoes": .integer(report.verdict.vetoes.count),
    ]
  }

  /// What a reviewer has to decide before signing, the gravest first.
  private var attention: JSONValue {
    var lines: [String] = []
    if let reason = report.usage.exceeded {
      let missing = report.steps.filter { $0.status == "failed" }.map(\.title)
      let gaps = missing.isEmpty ? "nothing that was asked for" : missing.joined(separator: "; ")
      lines.append("The budget ended before the work. \(reason) Missing: \(gaps).")
    }
    if let calls = report.usage.unpricedCalls {
      lines.append(
        "\(calls) calls were of models without a price; the dollars of the run have nothing of them.")
    }
    lines += report.verdict.vetoes.map { "Veto of the \(role($0.by)): \($0.reason) (\($0.objection))" }
    lines += report.validation.filter { $0.status == .failed }.map {
      "The stage \($0.stage) failed: \($0.detail)"
    }
    lines += report.brief.constraints.compactMap { limit in
      // Reports of versions that did not say it stay as they are.
      guard report.verdict.parts != nil, limit.kind == .budget, let most = limit.number,
        report.price.monthly > most
      else { return nil }
      return
        "The price, \(Money.text(report.price.monthly)) a month, is above the limit of the request, \(Money.text(most))."
    }
    lines += report.brief.requirements.filter { $0.status == .unmet }.map {
      "\($0.id) is not met: \($0.reason)"
    }
    lines += report.validation.filter { $0.status == .unchecked }.map {
      "Not checked: \($0.stage). \($0.detail)"
    }
    lines += report.brief.requirements.filter { $0.status == .unknown }.map {
      "\($0.id) cannot be shown: \($0.reason)"
    }
    lines += report.findings.compactMap { finding in
      finding.awaits.map { "\(finding.summary) (\(finding.address)) until you supply \($0)." }
    }
    if !report.price.unpriced.isEmpty {
      lines.append("No price is known for \(report.price.unpriced.joined(separator: ", ")).")
    }
    lines += report.brief.questions.map { "Open question: \($0)" }
    return texts(lines)
  }

  private func requirement(_ requirement: BriefReport.Requirement) -> JSONValue {
    [
      "id": .string(requirement.id), "text": .string(requirement.text),
      "status": .string(requirement.status.rawValue),
      "evidence": .string(
        requirement.evidence.isEmpty ? requirement.reason : witnesses(requirement).joined(separator: ", ")),
    ]
  }

  /// `aws_db_instance.database (infrastructure/database.tf:12)`.
  private func witnesses(_ requirement: BriefReport.Requirement) -> [String] {
    requirement.evidence.enumerated().map { index, address in
      let places = requirement.places ?? []
      guard places.indices.contains(index), !places[index].isEmpty else { return address }
      return "\(address) (\(places[index]))"
    }
  }

  private func constraint(_ constraint: Constraint) -> JSONValue {
    let value =
      constraint.value ?? constraint.number.map { Money.decimal($0, places: $0 == $0.rounded() ? 0 : 2) }
      ?? ""
    return [
      "id": .string(constraint.id), "kind": .string(constraint.kind.rawValue),
      "text": .string(constraint.text),
      "value": .string(
        [constraint.relation, value, constraint.unit ?? ""].filter { !$0.isEmpty }.joined(separator: " ")),
    ]
  }

  private func draft(_ draft: DraftReport) -> JSONValue {
    let failing = draft.findings.filter { $0.outcome == .fail }
    let grave = failing.count { $0.severity >= .high }
    let state = draft.validation.contains { $0.status == .failed } ? "fails" : "passes"
    return [
      "label": .string(draft.label), "author": .string(role(draft.author)), "summary": .string(draft.summary),
      "price": .string(Money.text(draft.price.monthly)), "findings": .integer(failing.count),
      "grave": .integer(grave),
      "met": .integer(draft.coverage.count { $0.status == .met }), "total": .integer(draft.coverage.count),
      "validation": .string(state), "chosen": .bool(draft.label == report.verdict.draft),
      "mark": .string(draft.label == report.verdict.draft ? "chosen" : ""),
      "lost": .string(draft.lost ?? "Chosen."),
    ]
  }

  private func finding(_ finding: Finding) -> JSONValue {
    [
      "rule": .string(finding.rule), "severity": .string(finding.severity.rawValue),
      "category": .string(finding.category.rawValue), "outcome": .string(finding.outcome.rawValue),
      "address": .string(finding.address),
      "place": .string(finding.range.map { "\($0.file):\($0.start.line)" } ?? ""),
      "summary": .string(finding.summary), "evidence": .string(finding.evidence),
      "remedy": .string(finding.remedy),
    ]
  }

  private func stage(_ stage: ValidationStage) -> JSONValue {
    [
      "stage": .string(stage.stage), "tool": .string(stage.tool), "status": .string(stage.status.rawValue),
      "detail": .string(stage.detail),
    ]
  }

  private func choice(_ decision: Decision) -> JSONValue {
    [
      "topic": .string(decision.topic), "choice": .string(decision.choice),
      "rationale": .string(decision.rationale),
      "alternatives": .string(decision.alternatives.joined(separator: " ")),
    ]
  }

  private func mode(_ mode: ModeReport) -> JSONValue {
    let grave = (mode.findings["critical"] ?? 0) + (mode.findings["high"] ?? 0)
    return [
      "mode": .string(mode.mode.rawValue), "draft": .string(mode.draft),
      "valid": .string(mode.valid ? "yes" : "no"),
      "met": .integer(mode.met), "unmet": .integer(mode.unmet), "price": .string(Money.text(mode.monthly)),
      "grave": .integer(grave), "medium": .integer(mode.findings["medium"] ?? 0),
      "low": .integer(mode.findings["low"] ?? 0),
    ]
  }

  private func artifact(_ artifact: ArtifactReport) -> JSONValue {
    [
      "path": .string(artifact.path), "sha256": .string(artifact.sha256),
      "kind": .string(artifact.kind.rawValue),
    ]
  }

  private func expert(_ expert: ExpertIdentity) -> JSONValue {
    [
      "agent": .string(role(expert.agent)), "kind": .string(expert.kind.rawValue),
      "model": .string(expert.model), "reason": .string(expert.reason ?? ""),
    ]
  }

  private func step(_ step: StepReport) -> JSONValue {
    [
      "title": .string(step.title), "status": .string(step.status), "detail": .string(step.detail),
      "time": .string(step.time?.words ?? ""),
    ]
  }

  private var usage: JSONValue {
    [
      "calls": .integer(report.usage.calls), "tokens": .integer(report.usage.tokens),
      "usd": .string(Money.text(report.usage.usd)),
      "seconds": .string(Money.decimal(report.usage.seconds, places: 1)),
    ]
  }
}
