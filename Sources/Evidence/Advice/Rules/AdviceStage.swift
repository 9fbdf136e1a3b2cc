/// When a rule has its turn. What would be gone needs no smaller type, and a smaller type is what is then bought ahead:
/// each stage works on what the stages before it left.
package enum AdviceStage: String, Sendable, CaseIterable {
  case remove, resize, modernise, architecture, schedule, commit, govern
}
