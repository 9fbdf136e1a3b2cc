import Basics
import HCL
import ResourceGraph
import Pricing
import Vocabulary

extension AdviceRun {
  func recommendation(
    _ group: HitGroup, rule: AdviceRule, fingerprint: String, saving: AdviceSaving,
    difference: PriceDifference
  ) -> Recommendation {
    let first = group.hits[0]
    var evidence: [String] = []
    for hit in group.hits {
      for line in hit.evidence where !evidence.contains(line) { evidence.append(line) }
    }
    if group.isEveryInstance, !group.isPartOfBlock {
      evidence.append("The block makes \(group.addresses.count) instances and this is so for all of them.")
    }
    let others = Set(group.edits.compactMap { $0.change == .remove ? $0.address : nil })
      .subtracting(group.addresses).sorted().filter { (costs[$0] ?? 0) > 0 }
    if !others.isEmpty {
      evidence.append("With it goes what is paid for beside it: \(others.joined(separator: ", ")).")
    }
    return Recommendation(
      fingerprint: fingerprint, rule: rule.id, number: rule.number, title: rule.title, action: rule.action,
      estate: estate.name, addresses: group.addresses, type: first.resource.type,
      place: place(of: first.resource),
      evidence: evidence, formula: formula(group, saving: saving, difference: difference), saving: saving,
      confidence: rule.confidence,
      effort: rule.effort, risk: rule.risk, isReversible: rule.isReversible,
      steps: Self.once(group.hits.flatMap(\.steps)), basis: basis(rule))
  }

  private static func once(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  private func place(of resource: Resource) -> AdvicePlace {
    if let range = estate.code.range(of: resource) {
      return AdvicePlace(file: range.file, line: range.start.line)
    }
    let export = resource.attributes["$source"]?.text
    return AdvicePlace(file: export ?? (estate.document.isEmpty ? estate.name : estate.document))
  }

  private func formula(_ group: HitGroup, saving: AdviceSaving, difference: PriceDifference) -> String {
    let own = Self.once(group.hits.compactMap(\.formula)).joined(separator: "; ")
    switch saving.basis {
    case .priced: return difference.formula { shares[$0] ?? 1 }
    case .unpriced:
      return "not known: \(difference.unpriced ?? group.addresses[0]) has no price in the book"
        + (own.isEmpty ? "" : "; \(own)")
    case .enabler: return own.isEmpty ? "saves nothing by itself" : own
    case .usage: return own.isEmpty ? "depends on an amount that no source tells" : own
    case .computed, .reclaimable:
      let arithmetic = group.hits.reduce(0) { $0 + ($1.saving ?? 0) }
      guard let saved = saving.monthly, arithmetic - saved > 0.01 else { return own }
      return "\(own); no more than the \(Money.text(saved)) that are left of its cost"
    }
  }

  /// What the numbers rest on.
  private func basis(_ rule: AdviceRule) -> [String] {
    var basis = ["prices of \(prices.date)"]
    if rule.needs.contains(.metrics), let metrics = estate.metrics {
      basis.append("metrics of \(metrics.window) days from \(metrics.origin)")
    }
    return basis
  }

  func proposal(
    _ advice: Recommendation, group: HitGroup, rule: AdviceRule, change: GraphChange
  ) -> AdviceProposal {
    let touched = Set(group.addresses).union(change.resources.keys).sorted()
    let resources = touched.compactMap { address -> (before: Resource, after: Resource?)? in
      guard let before = working[address] else { return nil }
      guard let after = change.resources[address] else { return (before, before) }
      return (before, after)
    }
    return AdviceProposal(
      recommendation: advice, resources: resources, added: change.added, keepsData: rule.keepsData,
      environment: environments.environment(of: group.hits[0].resource))
  }

  /// The patch, or why there is none.
  func draft(
    _ edits: [ResourceEdit], group: HitGroup, rule: AdviceRule, advice: inout Recommendation
  ) -> PatchWriter.Draft? {
    guard !edits.isEmpty else {
      advice.withheld =
        group.hits[0].withheld ?? "There is nothing in code to change; what to do stands in the steps."
      return nil
    }
    if let failed = advice.checks.first(where: { $0.status == .failed }) {
      advice.withheld = "The patch fails the check of \(failed.name): \(failed.detail)"
      return nil
    }
    if let reason = group.hits[0].withheld {
      advice.withheld = reason
      return nil
    }
    if group.isPartOfBlock {
      advice.withheld =
        "The block makes several instances and this is about one of them; a change of the block would change all."
      return nil
    }
    do {
      let draft = try writer.draft(edits, mayChangeBlocks: group.extent == .block) { working[$0] }
      if let draft {
        advice.patch = draft.patch
        return draft
      }
      advice.withheld =
        estate.code.files.isEmpty
        ? "No code was given, so there is no file to patch; give the folder beside the state."
        : "The code that makes it is not among the files given, or is JSON."
      advice.patch = AdvicePatch(
        language: .hcl, file: "", diff: "", edited: edits.map { snippet($0) }.joined(separator: "\n"))
    } catch let fault as CodePlaceFault {
      advice.withheld = fault.reason
    } catch {
      advice.withheld = "The file cannot be changed in place: \(error)"
    }
    return nil
  }

  /// What to set, for those who have the code elsewhere.
  private func snippet(_ edit: ResourceEdit) -> String {
    func path(_ steps: [ResourceEdit.Step]) -> String {
      steps.reduce(into: "") { text, step in
        switch step {
        case .name(let name): text += (text.isEmpty ? "" : ".") + name
        case .index(let index): text += "[\(index)]"
        }
      }
    }
    switch edit.change {
    case .set(let steps, let value): return "\(edit.address): \(path(steps)) = \(value.source)"
    case .unset(let steps): return "\(edit.address): remove \(path(steps))"
    case .remove: return "\(edit.address): remove the block"
    case .add(let text): return text
    }
  }
}
