/// Which properties and items of one instance were looked at by keywords that allowed them.
struct SchemaAnnotations {
  var properties: Set<String> = []
  var items: Set<Int> = []

  mutating func merge(_ other: SchemaAnnotations) {
    properties.formUnion(other.properties)
    items.formUnion(other.items)
  }
}
