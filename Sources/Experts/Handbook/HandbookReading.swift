import Clouds
import Experts
import Vocabulary

/// The handbook's reading of a request, for experts that are grounded by it.
package struct HandbookReading: Sendable {
  /// - Throws: `ExpertError` with code `.failed` where the handbook's data cannot be read.
  package init() throws(ExpertError) { _ = try Handbook.shared() }

  /// What the handbook understands of a request.
  /// - Throws: `ExpertError` where it finds nothing that could be built, and where the request contradicts itself.
  package func brief(of request: Request) throws(ExpertError) -> Brief {
    try Handbook.shared(for: request).reader.read(request).brief
  }

  /// The cloud that a request speaks of, or the one that is meant where nothing names one.
  /// - Throws: `ExpertError` with code `.failed` where the handbook's data cannot be read.
  package func cloud(of request: Request) throws(ExpertError) -> Cloud {
    try CloudChoice.shared().cloud(of: request.text)
  }

  /// What a request for a change comes to on the configuration that it is of: what has to be so, and what has to stay.
  /// - Throws: `ExpertError` where it asks for no change.
  package func change(
    of base: [Artifact], by request: Request, workbench: any Workbench
  ) throws(ExpertError) -> Brief {
    try ChangeWriter(
      handbook: try Handbook.shared(), workbench: workbench, weights: try Weights.shipped().claim
    ).brief(for: request, on: base)
  }

  /// What the handbook would draft for a brief of somebody else's.
  /// - Throws: `ExpertError` where it has no recipe for any of it.
  package func draft(
    _ assignment: DraftAssignment, workbench: any Workbench
  ) throws(ExpertError) -> Draft {
    try Drafter(
      handbook: try Handbook.shared(for: assignment.request), workbench: workbench,
      weights: try Weights.shipped().claim
    ).draft(assignment)
  }

  /// A brief of somebody else's, with what the request asks for and the brief leaves out.
  /// - Throws: `ExpertError` with code `.failed` where the handbook's data cannot be read.
  package func completed(_ brief: Brief, of request: Request) throws(ExpertError) -> Brief {
    BriefCompletion(reader: try Handbook.shared(for: request).reader).completed(brief, of: request)
  }

  /// The first word of a text, in lower case and singular, that the names of resource types do not account for; nil where it
  /// only names them.
  /// - Parameter count: how many the check asks for; that number is accounted for as well.
  /// - Throws: `ExpertError` with code `.failed` where the handbook's data cannot be read.
  package func undecided(
    in text: String, besides types: [String], count: Int
  ) throws(ExpertError) -> String? {
    let cloud = types.lazy.compactMap { CloudCatalog.current.cloud(ofType: $0) }.first { !$0.isForManifests }
    return WordResidue(lexicon: try Handbook.shared(of: cloud).reader.lexicon)
      .words(of: text, besides: types, count: count).first
  }
}
