import Experts
import Basics
import Templates
import Vocabulary

/// A resource expectation with holes for the component's parameters.
struct CheckTemplate: Sendable {
  let types: [String]
  private let condition: Template?
  private let weight: String?
  private let minimum: Template
  /// Renders to nothing where there is no most.
  private let maximum: Template?
  /// Renders to nothing where not every resource has to hold.
  private let each: Template?
  /// So many are there besides those that are asked for, as the writer of a cluster.
  private let beyond: Int
  /// Holds for those that are not there for another one, as a bucket for its logs: only these can be too many, and a companion
  /// alone may or may not be one that is asked for. Nil where all of the types count.
  let companions: String?

  init(_ data: DataNode) throws(ExpertError) {
    try data.allow(["types", "condition", "weight", "minimum", "maximum", "each", "beyond", "companions"])
    types = data.strings("types")
    weight = data.child("weight")?.text
    beyond = data.integer("beyond") ?? 0
    companions = data.child("companions")?.text
    do {
      condition = try Self.template("condition", data: data)
      maximum = try Self.template("maximum", data: data)
      each = try Self.template("each", data: data)
      minimum = try Template(data.string("minimum", default: "1"), file: data.file)
    } catch {
      throw HandbookData.broken(error)
    }
  }

  private static func template(_ key: String, data: DataNode) throws(Diagnostic) -> Template? {
    guard let text = data.child(key)?.text else { return nil }
    return try Template(text, file: data.file)
  }

  func expectation(_ context: JSONValue) throws(ExpertError) -> ResourceExpectation {
    do {
      let least = Int(try minimum.render(context)) ?? 1
      let most = try maximum.map { template throws(Diagnostic) in Int(try template.render(context)) } ?? nil
      let isEach =
        try each.map { template throws(Diagnostic) in try !template.render(context).isEmpty } ?? false
      return ResourceExpectation(
        types: types, condition: try condition?.render(context), weight: weight,
        minimum: least.addingSaturated(beyond),
        maximum: most.map { $0.addingSaturated(beyond) }, each: isEach ? true : nil)
    } catch {
      throw HandbookData.broken(error)
    }
  }
}
