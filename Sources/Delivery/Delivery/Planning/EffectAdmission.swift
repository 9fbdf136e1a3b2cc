import Basics
import Effects
import FoundationEssentials
import Masking
import Records
import Store

/// Lets nothing run, be asked, fetched or read at plan time that a person has not allowed by name, on the record. It is
/// asked before any tool starts.
struct EffectAdmission: Sendable {
  let trail: DeliveryTrail
  let sources: ProviderSources

  /// The effects of what is to be planned, each of them allowed.
  /// - Throws: `DeliveryError` with every one that is not, and how it is allowed.
  func admitted(_ goal: PlanGoal) async throws -> [Effect] {
    let files = goal.configuration.infrastructure.mapValues { String(decoding: $0, as: UTF8.self) }
    let effects = EffectScan(files: files, sources: sources).effects()
    try await admit(effects, remembering: { $0.kind == .backend }, goal: goal)
    return effects
  }

  /// Refuses what nobody allowed, and records what somebody did.
  /// - Parameter remembering: whether it is enough that the very text was allowed before.
  /// - Throws: as `admitted`.
  func admit(
    _ effects: [Effect], remembering: (Effect) -> Bool, goal: PlanGoal
  ) async throws {
    guard let allowed = goal.allowed, !effects.isEmpty else { return }
    let remembered = try await remembered()
    let refused = effects.filter { effect in
      !allowed.contains(effect.id) && !(remembering(effect) && remembered.contains(effect.id))
    }
    guard refused.isEmpty else {
      let names = refused.map(\.id)
      try await trail.record(
        .refused, subject: goal.folder, detail: "plan: not allowed: \(names.joined(separator: ", "))")
      let list = refused.map { effect in
        "\(trail.mask.masked(effect.summary)) [\(effect.id)]\n\(trail.mask.masked(Self.indented(effect.text)))"
      }
      let flags = names.map { "--allow \($0)" }.joined(separator: " ")
      throw DeliveryError(
        .effects, summary: "The configuration does more than describe resources",
        detail:
          "No tool was started.\n\(list.joined(separator: "\n"))\nTake it out, or allow exactly this, on the record: consilium plan \(goal.folder) \(flags)"
      )
    }
    for effect in effects where allowed.contains(effect.id) {
      try await trail.record(.allowed, subject: effect.id, detail: "\(effect.summary): \(effect.text)")
    }
  }

  /// What was allowed before. Backends count, as by `ask --backend`: the same text keeps the state in the same place; and
  /// programs of the client's own configuration, which are the person's.
  private func remembered() async throws -> Set<String> {
    Set(try await trail.store.audit().filter { $0.entry.action == .allowed }.map(\.entry.subject))
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n").prefix(20).map { "    \($0)" }.joined(separator: "\n")
  }
}
