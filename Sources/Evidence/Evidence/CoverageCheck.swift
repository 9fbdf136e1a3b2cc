import HCL
import ResourceGraph
import Repair
import Vocabulary

/// Marks each requirement met, unmet or unknown on the resource graph, with the resources that show it. Met only with a
/// witness, or, where absence is asked for, with what was looked at.
struct CoverageCheck {
  private let graph: ResourceGraph
  private let files: [Artifact]
  private let witnesses: WitnessFinder
  /// Read once for a brief, and only where a claim asks it.
  private var access: AccessClaim?
  /// Likewise.
  private var permissions: PermissionClaim?

  /// - Parameter files: those behind the graph, for what has to be as it was, lines and networks.
  init(graph: ResourceGraph, files: [Artifact]) {
    self.graph = graph
    self.files = files
    witnesses = WitnessFinder(files)
  }

  /// More places than these nobody looks at.
  private static let placesAtMost = 12

  func coverage(of brief: Brief) -> [Coverage] {
    var check = self
    let conditions = brief.requirements.flatMap { $0.check?.all ?? [] }.compactMap(\.condition)
    if conditions.contains(where: { $0.contains("reached_only_from(") }) { check.access = AccessClaim(files) }
    if conditions.contains(where: { $0.contains("may(") || $0.contains("may_only(") }) {
      check.permissions = PermissionClaim(files)
    }
    return brief.requirements.map { [check] requirement in
      let found = check.decided(requirement)
      guard let gap = requirement.gap, found.status != .unmet else { return found }
      // Whatever else is there, what reading left open stays open.
      return Coverage(
        requirement: requirement.id, status: gap.status == .met ? .unknown : gap.status,
        evidence: found.evidence, reason: gap.reason, places: found.places)
    }
  }

  private func decided(_ requirement: Requirement) -> Coverage {
    if let check = requirement.check, let kept = check.kept {
      return UnchangedCheck(files: files, kept: kept, mayAppear: check.mayAppear ?? []).coverage(
        of: requirement.id)
    }
    guard let check = requirement.check, !check.all.isEmpty else {
      return Coverage(
        requirement: requirement.id, status: .unknown, reason: "No check is known that would show it.")
    }
    return combine(requirement.id, results: check.all.map(result))
  }

  private struct Result {
    var status: Coverage.Status
    var evidence: [String]
    var reason: String
    /// Where each says so, by address.
    var places: [String: String] = [:]
  }

  /// Every expectation has to hold: one that fails decides, one that is unknown leaves it open.
  private func combine(_ id: String, results: [Result]) -> Coverage {
    let evidence = results.flatMap(\.evidence)
    var seen: Set<String> = []
    let shown = evidence.filter { seen.insert($0).inserted }
    let places = results.reduce(into: [String: String]()) { $0.merge($1.places) { first, _ in first } }
    func coverage(_ status: Coverage.Status, reason: String) -> Coverage {
      Coverage(
        requirement: id, status: status, evidence: shown, reason: reason,
        places: shown.map { places[$0] ?? "" })
    }
    if let failed = results.first(where: { $0.status == .unmet }) {
      return coverage(.unmet, reason: failed.reason)
    }
    if let open = results.first(where: { $0.status == .unknown }) {
      return coverage(.unknown, reason: open.reason)
    }
    return coverage(.met, reason: results.map(\.reason).filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// What was found of an expectation.
  private struct Count {
    /// Resources of the types, whatever their arguments.
    var all = 0
    var sure = 0.0
    var possible = 0.0
    var evidence: [String] = []
    /// Those of the types that do not satisfy the condition.
    var others: [String] = []
  }

  private func result(_ expectation: ResourceExpectation) -> Result {
    let condition: HCLExpression?
    let weight: HCLExpression?
    do {
      condition = try expectation.condition.map { try HCLExpression(parsing: $0) }
      weight = try expectation.weight.map { try HCLExpression(parsing: $0) }
    } catch {
      return Result(status: .unknown, evidence: [], reason: "Its check cannot be read: \(error)")
    }
    var count = Count()
    for resource in candidates(expectation) {
      count.all += 1
      var evaluator = Evaluator(
        scope: ClaimScope(resource: resource, graph: graph, access: access, permissions: permissions).scope,
        isLenient: true)
      let holds = condition.map { evaluator.evaluate($0) } ?? .bool(true)
      guard holds != .bool(false), holds != .null else {
        count.others.append(resource.address)
        continue
      }
      let counts = weight.map { evaluator.evaluate($0) } ?? .number(1)
      count.evidence.append(resource.address)
      guard holds == .bool(true), counts.isNumber, let amount = counts.number else {
        count.possible += 1
        continue
      }
      count.sure += amount
    }
    var found =
      CoverageVerdict(expectation: expectation).isAbsence
      ? absence(expectation, count: count) : presence(expectation, count: count)
    if let remark = remark(on: condition, count: count) { found.reason = remark }
    for address in found.evidence.prefix(Self.placesAtMost) {
      found.places[address] = graph[address].flatMap {
        witnesses.place(of: $0, condition: expectation.condition)
      }
    }
    return found
  }

  /// Of a claim about who gets in: who does, and by which rule.
  private func remark(on condition: HCLExpression?, count: Count) -> String? {
    if let fault = permissions?.fault { return fault }
    guard let address = count.others.first ?? count.evidence.first else { return nil }
    if let words = condition?.onlyFromWords {
      return OnlyFromClaim(graph).decide(policy: address, words: words).reason
    }
    guard let claim = condition?.reachedOnlyFrom,
      let target = (count.others + count.evidence).compactMap({ graph[$0] }).first(where: {
        claim.target.map($0.name.hasPrefix) ?? true
      }), let name = claim.words.first, let access
    else { return nil }
    return access.onlyReached(target, named: name, parties: Set(claim.words.dropFirst())).reason
  }

  /// What is read and not made by the configuration shows nothing of what it builds.
  private func candidates(_ expectation: ResourceExpectation) -> [Resource] {
    let all =
      expectation.types.isEmpty
      ? graph.resources + graph.configuration : expectation.types.flatMap(graph.resources(ofType:))
    return all.filter { $0.kind != .data }
  }

  private func absence(_ expectation: ResourceExpectation, count: Count) -> Result {
    let what = CoverageVerdict(expectation: expectation).what
    if count.sure > 0 {
      let found = count.evidence.prefix(3).joined(separator: ", ")
      return Result(
        status: .unmet, evidence: count.evidence, reason: "There shall be no \(what), and there is \(found).")
    }
    if count.possible > 0 {
      return Result(
        status: .unknown, evidence: count.evidence,
        reason: "Whether there is no \(what) is not known before it is applied.")
    }
    return Result(
      status: .met, evidence: [], reason: "None of the \(graph.resources.count) resources is \(what).")
  }

  private func presence(_ expectation: ResourceExpectation, count: Count) -> Result {
    let verdict = CoverageVerdict(expectation: expectation)
    let wanted = Double(expectation.minimum)
    guard expectation.minimum > 0 || expectation.maximum != nil else {
      return Result(status: .unknown, evidence: [], reason: "Its check would hold whatever is there.")
    }
    if let maximum = expectation.maximum, count.sure > Double(maximum) {
      return Result(
        status: .unmet, evidence: count.evidence,
        reason: "Found \(verdict.number(count.sure)) \(verdict.what), at most \(maximum) are wanted.")
    }
    if expectation.each == true, let other = count.others.first {
      return Result(
        status: .unmet, evidence: [other], reason: "Every \(verdict.what) is asked for; \(other) is not.")
    }
    let mayExceed = expectation.maximum.map { count.sure + count.possible > Double($0) } ?? false
    let isOpen = mayExceed || (expectation.each == true && count.possible > 0)
    if count.sure >= wanted, !isOpen { return Result(status: .met, evidence: count.evidence, reason: "") }
    if isOpen || count.possible > 0 {
      return Result(
        status: .unknown, evidence: count.evidence,
        reason: "Whether there is \(verdict.what) is not known before it is applied.")
    }
    return Result(
      status: .unmet, evidence: count.evidence,
      reason: "Found \(verdict.number(count.sure)) of \(expectation.minimum) \(verdict.what).")
  }
}
