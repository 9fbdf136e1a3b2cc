import Experts
import Basics
import Vocabulary

/// The embedded default: answers by recipes and rules, without a model and without a network. The same request, priority
/// and evidence always give the same answer.
package struct HandbookExpert: Expert {
  package let identity: ExpertIdentity
  private let profile: AgentProfile
  private let workbench: any Workbench
  private let weights: Weights

  /// - Parameters:
  ///   - edition: shown as the expert's model in every report.
  ///   - reason: why the handbook, in a few words, for the report.
  ///   - workbench: the checks that the handbook runs on its own work.
  /// - Throws: `ExpertError` with code `.failed` where the handbook's data cannot be read.
  package init(profile: AgentProfile, workbench: any Workbench, edition: String, reason: String? = nil)
    throws(ExpertError)
  {
    self.profile = profile
    self.workbench = workbench
    _ = try Handbook.shared()
    weights = try Weights.shipped()
    identity = ExpertIdentity(agent: profile.key, kind: .handbook, model: edition, reason: reason)
  }

  package func brief(for request: Request) async throws -> Brief {
    if let base = request.base { return try changes.brief(for: request, on: base) }
    return try Handbook.shared(for: request).reader.read(request).brief
  }

  package func draft(_ assignment: DraftAssignment) async throws -> Draft {
    if let base = assignment.request.base { return try changes.draft(assignment, on: base) }
    return try drafter(for: assignment.request).draft(assignment)
  }

  package func objections(_ assignment: ReviewAssignment) async throws -> [Objection] {
    Critic(assignment: assignment).objections()
  }

  package func revision(_ assignment: RevisionAssignment) async throws -> Revision {
    if assignment.request.base != nil { return ChangeWriter.revision(assignment) }
    return try Reviser(
      assignment: assignment, drafter: drafter(for: assignment.request), workbench: workbench
    ).revision()
  }

  package func ballot(_ assignment: BallotAssignment) async throws -> Ballot {
    Judge(assignment: assignment, weights: weights.judge).ballot()
  }

  private var changes: ChangeWriter {
    get throws(ExpertError) {
      ChangeWriter(handbook: try Handbook.shared(), workbench: workbench, weights: weights.claim)
    }
  }

  private func drafter(for request: Request) throws(ExpertError) -> Drafter {
    Drafter(handbook: try Handbook.shared(for: request), workbench: workbench, weights: weights.claim)
  }
}
