import Basics

extension Module {
  /// Undeclared references and cycles, in source order.
  package func checkedReferences() -> [Diagnostic] {
    var check = ReferenceCheck(self)
    check.run()
    return check.diagnostics.sorted { left, right in
      (left.range?.file ?? "", left.range?.start.offset ?? 0) < (
        right.range?.file ?? "", right.range?.start.offset ?? 0
      )
    } + CycleCheck(self).diagnostics()
  }
}
