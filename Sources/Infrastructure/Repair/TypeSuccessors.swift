import Foundation
import HCL

/// What a resource type that does not exist is really called.
struct TypeSuccessors: Sendable {
  private let types: [String: String]

  /// Those for AWS that come with the program, read when first asked for.
  static let aws: TypeSuccessors = {
    let url = Bundle.module.bundleURL.appending(path: "Data/aws-successors.hcl")
    let data = FileManager.default.contents(atPath: url.path) ?? Data()
    let file = HCLFile(path: "aws-successors.hcl", text: String(decoding: data, as: UTF8.self))
    var evaluator = Evaluator(scope: Scope())
    let members = file.body.attribute("types").flatMap { evaluator.evaluate($0.value).members } ?? []
    return TypeSuccessors(
      types: Dictionary(members.compactMap { member in member.value.text.map { (member.key, $0) } }) {
        first, _ in first
      })
  }()

  /// The successor, the same name with other underscores, or the nearest name there is.
  func successor(of type: String, among known: some Collection<String>) -> String? {
    if let successor = types[type], known.contains(successor) { return successor }
    let letters = type.filter { $0 != "_" }
    if let same = known.first(where: { $0.count <= type.count + 2 && $0.filter { $0 != "_" } == letters }) {
      return same
    }
    return nearestName(to: type, among: known)
  }
}
