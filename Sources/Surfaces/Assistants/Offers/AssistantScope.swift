/// What a caller may do.
package enum AssistantScope: String, Sendable, CaseIterable {
  /// Look at files, reports, prices, schemas and memory.
  case read
  /// Have the crew consulted, which may cost money and writes a bundle.
  case consult

  /// Everything, for who sits at this machine.
  package static let all = Set(allCases.map(\.rawValue))
}
