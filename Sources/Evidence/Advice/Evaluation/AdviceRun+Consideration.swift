import Basics
import HCL
import ResourceGraph
import Policies
import Pricing
import Vocabulary

extension AdviceRun {
  /// What comes of a group of hits: an advice with its price, its patch and what speaks against it; nil where it would
  /// save nothing or was dismissed. What holds is taken, and the next rule sees the estate with it.
  mutating func consider(_ group: HitGroup, rule: AdviceRule, scope: AdviceScope) -> Recommendation? {
    let fingerprint = group.fingerprint(rule: rule.id, estate: estate.name)
    guard !options.dismissed.contains(fingerprint),
      group.hits.allSatisfy({ working[$0.resource.address] != nil })
    else {
      return nil
    }
    let edits = group.edits.filter { working[$0.address] != nil }
    let change = GraphChange(edits, in: working)
    let surroundings = working.neighbourhood(of: group.addresses + edits.map(\.address))
      .filter { $0.export == nil }
    let before = graph(surroundings)
    let after = graph(change.applied(to: surroundings))
    let estimate = estimator.estimate(before, region: region, pricesManifests: estate.isCluster)
    let difference = PriceDifference(
      before: estimate,
      after: edits.isEmpty
        ? estimate : estimator.estimate(after, region: region, pricesManifests: estate.isCluster))
    let isOnTop = rule.surcharge.map { !difference.hasComponent($0) } ?? false
    guard
      let saving = saving(
        group, rule: rule, difference: edits.isEmpty ? nil : difference, removed: change.removed,
        isOnTop: isOnTop)
    else {
      return nil
    }
    var advice = recommendation(
      group, rule: rule, fingerprint: fingerprint, saving: saving, difference: difference)
    advice.checks = checks(
      saving, difference: difference,
      findings: edits.isEmpty ? [] : policy(before, after: after, change: change),
      hasEdits: !edits.isEmpty)
    if let refusal = options.refusals[fingerprint] {
      advice.checks.append(AdviceCheck(name: "validation", status: .failed, detail: refusal))
    }
    let proposal = proposal(advice, group: group, rule: rule, change: change)
    let review = HandbookReview(rules: book.reviews, reviewers: options.reviewers)
    advice.objections =
      review.objections(to: proposal) { scope.scope($0) } + (options.objections[fingerprint] ?? [])
    _ = missing.take()
    let draft = draft(edits, group: group, rule: rule, advice: &advice)
    guard advice.isSound else { return advice }
    let isSurcharge = isOnTop && saving.basis == .computed
    // What is saved of something that the estimate has no price of is a cost that was found out.
    let isFound = saving.basis == .computed && costs[advice.address] == nil
    if isSurcharge || isFound { surcharges[advice.address, default: 0] += saving.monthly ?? 0 }
    take(change, difference: difference, group: group, saving: isSurcharge ? nil : saving)
    if let draft {
      writer.take(draft, fingerprint: fingerprint)
      taken.append((fingerprint, draft))
    }
    return advice
  }

  private func graph(_ resources: [Resource]) -> ResourceGraph {
    ResourceGraph(resources: resources, configuration: estate.graph.configuration)
  }

  // MARK: Saving

  /// Nil where nothing is saved and nothing is enabled.
  private func saving(
    _ group: HitGroup, rule: AdviceRule, difference: PriceDifference?, removed: Set<String>, isOnTop: Bool
  ) -> AdviceSaving? {
    // What goes with it counts as its cost: the address of a gateway.
    let known = Set(group.addresses).union(removed).sorted().compactMap { address in
      costs[address].map { $0 * (shares[address] ?? 1) }
    }
    let before = known.isEmpty ? nil : Self.cents(known.reduce(0, +))
    // Of what depends on use, the part that is paid for all the same is known: what is provisioned.
    if rule.basis == .usage, rule.saving == nil || group.hits.contains(where: \.lacksPrice), let difference,
      difference.unpriced == nil
    {
      let saved = difference.saving { shares[$0] ?? 1 }
      if saved > 0.004 { return AdviceSaving(monthly: Self.cents(saved), basis: .priced, before: before) }
    }
    if rule.basis == .enabler || rule.basis == .usage, rule.saving == nil {
      return AdviceSaving(monthly: nil, basis: rule.basis, before: before)
    }
    if rule.isPriced, let difference, difference.unpriced == nil {
      let saved = difference.saving { shares[$0] ?? 1 }
      return saved > 0.004 ? AdviceSaving(monthly: Self.cents(saved), basis: .priced, before: before) : nil
    }
    if rule.surcharge != nil, let difference, difference.unpriced == nil {
      // The estimator may know of the surcharge itself.
      let saved = difference.saving { shares[$0] ?? 1 }
      if saved > 0.004 { return AdviceSaving(monthly: Self.cents(saved), basis: .priced, before: before) }
    }
    if rule.isPriced { return AdviceSaving(monthly: nil, basis: .unpriced, before: before) }
    if group.hits.contains(where: \.lacksPrice) {
      return AdviceSaving(monthly: nil, basis: rule.basis == .usage ? .usage : .unpriced, before: before)
    }
    // No more than the resource still costs.
    let saved = group.hits.reduce(0) { sum, hit in
      let cost = isOnTop ? nil : costs[hit.resource.address].map { $0 * (shares[hit.resource.address] ?? 1) }
      return sum + min(hit.saving ?? 0, cost ?? .infinity)
    }
    guard saved > 0.004 else { return nil }
    // Where the amount that it depends on was measured, the sum is known.
    let basis = rule.basis == .usage ? AdviceSaving.Basis.computed : rule.basis
    if isOnTop {
      return AdviceSaving(monthly: Self.cents(saved), basis: basis, before: (before ?? 0) + saved)
    }
    return AdviceSaving(monthly: Self.cents(min(saved, before ?? saved)), basis: basis, before: before)
  }

  static func cents(_ amount: Double) -> Double { (amount * 100).rounded() / 100 }

  /// Makes the change, and takes what it saves away from what the resources still cost.
  private mutating func take(
    _ change: GraphChange, difference: PriceDifference, group: HitGroup, saving: AdviceSaving?
  ) {
    working.apply(change)
    let changed = difference.changed
    for change in changed { costs[change.address] = change.after.flatMap(Self.cost) }
    // Where the estimate knows of the change, what is left is its own.
    guard changed.isEmpty, let saving, saving.basis == .computed, let saved = saving.monthly else { return }
    var left = saved
    for address in group.addresses {
      guard let cost = costs[address], cost > 0 else { continue }
      let remaining = cost * (shares[address] ?? 1)
      let part = min(left, remaining)
      shares[address] = remaining > 0 ? (shares[address] ?? 1) * (remaining - part) / remaining : 0
      left -= part
    }
  }

  // MARK: Checks

  /// Findings of high or more that the change brings.
  private func policy(_ before: ResourceGraph, after: ResourceGraph, change: GraphChange) -> [Finding] {
    // What is added may concern any resource around it; what is changed, only itself.
    let subjects = change.added.isEmpty ? Set(change.resources.keys) : nil
    let found = policies.failures(in: after, of: subjects, atLeast: .high)
    guard !found.isEmpty else { return [] }
    let known = Set(policies.failures(in: before, of: subjects, atLeast: .high).map(\.id))
    return found.filter { !known.contains($0.id) }
  }

  private func checks(
    _ saving: AdviceSaving, difference: PriceDifference, findings: [Finding], hasEdits: Bool
  ) -> [AdviceCheck] {
    guard hasEdits else { return [] }
    var checks: [AdviceCheck] = []
    if let finding = findings.first {
      checks.append(
        AdviceCheck(
          name: "policy", status: .failed,
          detail: "\(finding.rule) (\(finding.severity.rawValue)) on \(finding.address): \(finding.summary)"))
    } else {
      checks.append(AdviceCheck(name: "policy", status: .passed, detail: "No new finding of high or more."))
    }
    if let unpriced = difference.unpriced {
      checks.append(
        AdviceCheck(name: "price", status: .unchecked, detail: "\(unpriced) has no price in the book."))
    } else {
      let saved = difference.saving { shares[$0] ?? 1 }
      checks.append(
        AdviceCheck(
          name: "price", status: .passed,
          detail: abs(saved) < 0.005 && saving.basis != .priced
            ? "The estimate stays as it is: what is saved is not in it, or depends on use."
            : "With the patch the estimate is \(Money.text(saved)) a month less."))
    }
    return checks
  }
}
