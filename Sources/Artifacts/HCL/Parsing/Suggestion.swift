import Basics

/// ` Did you mean "x"?` for the name nearest to `given`, as the infrastructure tools say it, or nothing when none is near.
package func suggestion(for given: String, among names: some Sequence<String>) -> String {
  nearestName(to: given, among: names).map { " Did you mean \"\($0)\"?" } ?? ""
}

/// The name that the infrastructure tools would suggest; nil where none is near.
package func nearestName(to given: String, among names: some Sequence<String>) -> String? {
  Spelling.nearest(to: given, in: names, within: .tool)
}
