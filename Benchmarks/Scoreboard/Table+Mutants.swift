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
    // Two requests in one: what one says must not show what the other asks for. Each stands in one pair.
    let pairs = stride(from: 0, to: own.count - 1, by: 2).map {
      (name: "\(own[$0].name) + \(own[$0 + 1].name)", text: "\(own[$0].text). \(own[$0 + 1].text)")
    }
    let sets = [("own", own), ("own in pairs", pairs), ("public", try corpora?.prompts() ?? [])]
    for (name, requests) in sets where !requests.isEmpty {
      let tally = await tally(of: requests, by: expert, as: profile)
      let counts = tally.counts
      if listsLeft { tally.left.forEach { note($0) } }
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

  /// Decides all mutants of the answers, on each processor a part of the requests.
  private func tally(
    of requests: [(name: String, text: String)], by expert: HandbookExpert, as profile: AgentProfile
  ) async -> MutantTally {
    let workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
    return await withTaskGroup(of: MutantTally.self) { group in
      for worker in 0..<workers {
        let part = stride(from: worker, to: requests.count, by: workers).map { requests[$0] }
        group.addTask {
          var tally = MutantTally()
          for request in part {
            guard let answer = await HandbookAnswer(to: request.text, by: expert, as: profile) else {
              continue
            }
            for mutant in MutantMaker(answer: answer).mutants() {
              tally.add(mutant, fault: mutant.fault(in: answer.brief), request: request.name)
            }
          }
          return tally
        }
      }
      return await group.reduce(into: MutantTally()) { $0.add($1) }
    }
  }
}

/// What mutants of several requests came to.
private struct MutantTally: Sendable {
  var counts: [ClaimKind: MutantCount] = [:]
  /// Those that were decided wrongly, as lines.
  var left: [String] = []

  mutating func add(_ mutant: Mutant, fault: Coverage?, request: String) {
    counts[mutant.requirement.kind ?? .exists, default: MutantCount()].add(mutant, isRight: fault == nil)
    guard let fault else { return }
    left.append(
      "\(mutant.breaks ? "still met" : "no longer met"): \(request.prefix(80)): "
        + "\(mutant.requirement.text): \(mutant.change): \(fault.evidence.prefix(3)) \(fault.reason)")
  }

  mutating func add(_ other: MutantTally) {
    counts.merge(other.counts, uniquingKeysWith: +)
    left += other.left
  }
}

/// A request of the recorded claims.
private struct AskedRequest: Decodable {
  let request: String
}
