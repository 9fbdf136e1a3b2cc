import Experts
import Basics
import Templates
import Vocabulary

/// A resource expectation with holes for the component's parameters.
struct CheckTemplate: Sendable {
  private let types: [String]
  private let condition: Template?
  private let weight: String?
  private let minimum: Template
  private let maximum: Int?

  init(_ data: DataNode) throws(ExpertError) {
    try data.allow(["types", "condition", "weight", "minimum", "maximum"])
    types = data.strings("types")
    weight = data.child("weight")?.text
    maximum = data.integer("maximum")
    do {
      condition = try data.child("condition")?.text.map { text throws(Diagnostic) in
        try Template(text, file: data.file)
      }
      minimum = try Template(data.string("minimum", default: "1"), file: data.file)
    } catch {
      throw HandbookData.broken(error)
    }
  }

  /// - Parameter earlier: how many the components before this one already account for.
  func expectation(_ context: JSONValue, earlier: Int = 0) throws(ExpertError) -> ResourceExpectation {
    do {
      let text = try minimum.render(context)
      return ResourceExpectation(
        types: types, condition: try condition?.render(context), weight: weight,
        minimum: (Int(text) ?? 1).addingSaturated(earlier), maximum: maximum)
    } catch {
      throw HandbookData.broken(error)
    }
  }
}
