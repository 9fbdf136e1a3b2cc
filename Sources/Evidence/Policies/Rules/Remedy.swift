import HCL

/// A change that makes a rule pass.
package struct Remedy: Sendable {
  /// One argument to set: the path through nested blocks, and the expression as text.
  package struct Setting: Hashable, Sendable {
    package let path: [String]
    package let source: String
  }

  /// Arguments of the resource itself.
  package let settings: [Setting]
  /// A companion resource as text, in which `self` is the address, and as a label the name, of the resource.
  package let companion: String?
  /// For manifests: members to merge into the object, its pod specification and each of its containers.
  package let object: Value
  package let pod: Value
  package let container: Value
}
