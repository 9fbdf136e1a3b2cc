import Experts

extension DraftPlan.Component {
  /// Whether a resource address, as `aws_db_instance.database[0]` or `Deployment/default/web`, is of this component.
  func isAddressed(_ address: String) -> Bool {
    if recipe.isKubernetes {
      let parts = address.split(separator: "/")
      guard let kind = parts.first, let name = parts.last else { return false }
      return recipe.types.contains(String(kind)) && name.hasPrefix(Identifier.slug(self.name ?? label))
    }
    let parts = address.split(separator: ".", omittingEmptySubsequences: true)
    guard let type = parts.first, parts.count > 1, recipe.types.contains(String(type)) else { return false }
    let rest = parts[1].prefix { $0 != "[" }
    return rest == label || rest.hasPrefix("\(label)_")
  }
}
