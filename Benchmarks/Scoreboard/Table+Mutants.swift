import Evidence
import Experts
import Foundation
import Handbook
import Vocabulary

extension Table {
  /// Whether a claim that no longer holds is still met, and one that holds in another way no longer: by kind of claim, over requests of
  /// the project's own and, where it is here, of the public data.
  func measureMutants(_ corpora: Corpora?, requests file: String, listsLeft: Bool) async throws {
    let checks = try OfflineChecks()
    let profile = AgentProfile(key: "architect", role: "Architect")
    let expert = try HandbookExpert(
      profile: profile, workbench: ScoreboardWorkbench(checks: checks), edition: "scoreboard")
    let own = try JSONDecoder().decode([AskedRequest].self, from: Data(contentsOf: URL(filePath: file)))
      .map { (name: $0.request, text: $0.request) }
    var falseMet = 0
    // Two requests in one: what one says must not show what the other asks for.
    let pairs = zip(own, own.dropFirst()).map {
      (name: "\($0.name) + \($1.name)", text: "\($0.text). \($1.text)")
    }
    let sets = [("own", own), ("own in pairs", pairs), ("public", try corpora?.prompts() ?? [])]
    for (name, requests) in sets where !requests.isEmpty {
      var counts: [ClaimKind: MutantCount] = [:]
      for request in requests {
        guard let answer = await HandbookAnswer(to: request.text, by: expert, as: profile) else { continue }
        for mutant in MutantMaker(answer: answer).mutants() {
          let fault = mutant.fault(in: answer.brief)
          counts[mutant.requirement.kind ?? .exists, default: MutantCount()].add(
            mutant, isRight: fault == nil)
          guard let fault, listsLeft else { continue }
          note(
            "\(mutant.breaks ? "still met" : "no longer met"): \(request.name.prefix(80)): "
              + "\(mutant.requirement.text): \(mutant.change): \(fault.evidence.prefix(3)) \(fault.reason)")
        }
      }
      for (kind, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        row("mutants, \(name), \(kind.rawValue)", count.text)
      }
      let all = counts.values.reduce(MutantCount(), +)
      falseMet += all.falseMet
      row("mutants, \(name), all", all.text, goal: "0 false met, 2 % false unmet")
    }
    guard falseMet == 0 else {
      note("\(falseMet) claims are still met although what was asked was taken away.")
      exit(1)
    }
  }
}

/// A request of the recorded claims.
private struct AskedRequest: Decodable {
  let request: String
}
