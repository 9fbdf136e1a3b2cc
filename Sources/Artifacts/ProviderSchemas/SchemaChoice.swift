/// The schema that a provider's blocks are held against.
package struct SchemaChoice: Sendable {
  /// Nil where none is here that says anything of the version in use.
  package let schema: ProviderSchema?
  /// What it leaves open, as messages name it; nil where it is of a version that the configuration takes. What a schema of
  /// a later version of the same major refuses is wrong all the same.
  package let gap: String?

  package init(schema: ProviderSchema?, gap: String?) {
    self.schema = schema
    self.gap = gap
  }
}
