import HCL

extension Traversal {
  private static let others: Set<String> = [
    "var", "local", "count", "each", "self", "path", "terraform", "module",
  ]

  /// What it refers to, input variables included: `var.name` or the address of a resource.
  package var referenceTarget: (address: String, rest: ArraySlice<Step>)? {
    if root == "var", let name = steps.first?.name { return ("var.\(name)", steps.dropFirst()) }
    return resourceTarget
  }

  /// The resource or data source it names, and the steps after that; nil for other names.
  package var resourceTarget: (address: String, rest: ArraySlice<Step>)? {
    if root == "data" {
      guard steps.count >= 2, let type = steps[0].name, let name = steps[1].name else { return nil }
      return ("data.\(type).\(name)", steps.dropFirst(2))
    }
    // `resource.TYPE.NAME` is the long form of `TYPE.NAME`, for types that are called like something else.
    if root == "resource" {
      guard steps.count >= 2, let type = steps[0].name, let name = steps[1].name else { return nil }
      return ("\(type).\(name)", steps.dropFirst(2))
    }
    guard !Self.others.contains(root), let name = steps.first?.name else { return nil }
    return ("\(root).\(name)", steps.dropFirst())
  }
}
