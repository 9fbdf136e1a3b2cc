import Basics
import Reporting
import Vocabulary

extension Report {
  /// What a script is told: a budget that ended; a veto or a broken draft refuses; anything that was asked for and is
  /// not shown to be there, and a price above the limit of the request, cannot be decided without a person.
  package var exitStatus: ExitStatus {
    if usage.exceeded != nil { return .budget }
    if !verdict.vetoes.isEmpty || validation.contains(where: { $0.status == .failed }) { return .refused }
    let isCovered = brief.requirements.allSatisfy { $0.status == .met }
    return isCovered && !isOverLimit ? .done : .undecided
  }

  /// Whether the known part of the price is above a limit that the request states.
  private var isOverLimit: Bool {
    brief.constraints.contains { limit in
      limit.kind == .budget && limit.number.map { price.monthly > $0 } ?? false
    }
  }
}
