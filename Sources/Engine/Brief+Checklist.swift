import Requirements
import Vocabulary

extension Brief {
  /// The brief with a check for each requirement that came without one and speaks of resource types by name. What the
  /// words do not tell stays unknown.
  func checked(by checklist: Checklist) -> Brief {
    var brief = self
    for index in brief.requirements.indices
    where brief.requirements[index].gap == nil && brief.requirements[index].check?.all.isEmpty ?? true {
      let lines = checklist.requirements(for: brief.requirements[index].text)
      let types = lines.compactMap(\.check).flatMap(\.all).filter { !$0.types.isEmpty && $0.condition == nil }
      if !types.isEmpty { brief.requirements[index].check = RequirementCheck(all: types) }
    }
    return brief
  }
}
