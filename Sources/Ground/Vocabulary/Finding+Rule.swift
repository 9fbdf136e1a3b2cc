extension Finding {
  /// Rules that more than one room has to know by name.
  package enum Rule {
    /// What all rules begin with whose findings refuse a draft by themselves, whoever looks at it.
    package static let effect = "effect-"
    /// A plan looks something up in the account.
    package static let readsAccount = "draft-reads-account"
    /// A plan asks a person for a value.
    package static let asksInput = "draft-asks-input"
    /// An identifier is written out instead of referred to.
    package static let hardCoded = "draft-hard-coded-id"
    /// An argument the provider is about to drop.
    package static let deprecated = "draft-deprecated-argument"
  }
}
