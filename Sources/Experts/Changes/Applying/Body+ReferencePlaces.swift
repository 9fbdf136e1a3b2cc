import Basics
import HCL

extension Body {
  /// Where in the text the address of a resource is written as a reference, as bytes.
  func referencePlaces(to address: String) -> [Range<Int>] {
    let parts = address.split(separator: ".").map(String.init)
    guard parts.count == 2 else { return [] }
    return allReferences.filter { $0.root == parts[0] && $0.steps.first?.name == parts[1] }.compactMap {
      traversal in
      traversal.steps.first.map { traversal.rootRange.start.offset..<$0.range.end.offset }
    }
  }
}
