import Experts
import Requirements
import Vocabulary

extension Brief {
  /// The brief with a check for each requirement that came without one and speaks of resource types by name. What the
  /// words do not tell stays unknown.
  ///
  /// - Parameter undecided: the first word of a text that says more than the types, if one does.
  func checked(
    by checklist: Checklist,
    undecided: (_ text: String, _ types: [String], _ count: Int) throws(ExpertError) -> String?
  ) throws(ExpertError) -> Brief {
    var brief = self
    for index in brief.requirements.indices
    where brief.requirements[index].gap == nil && brief.requirements[index].check?.all.isEmpty ?? true {
      let lines = checklist.requirements(for: brief.requirements[index].text)
      let types = lines.compactMap(\.check).flatMap(\.all).filter { !$0.types.isEmpty && $0.condition == nil }
      guard !types.isEmpty else { continue }
      brief.requirements[index].check = RequirementCheck(all: types)
      // The types show that things are there, and nothing of what else the words say.
      let count = types.map(\.minimum).max() ?? 1
      guard let rest = try undecided(brief.requirements[index].text, types.flatMap(\.types), count) else {
        continue
      }
      brief.requirements[index].gap = Requirement.Gap(
        status: .unknown, reason: "Nothing decides '\(rest)'; that something of the type is there does not.")
    }
    return brief
  }
}
