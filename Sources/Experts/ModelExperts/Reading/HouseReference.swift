import Experts
import Handbook
import Vocabulary

/// What the handbook writes for the same brief: the companions of what was asked for, as the house's rules want them. It reads
/// less than a model and never guesses, so it is shown and never taken for the answer.
struct HouseReference {
  /// The files; nil where the handbook reads nothing that it could write.
  let text: String?
  /// The resource types in them.
  let types: [String]
  /// More than this is cut off at a file's end, in bytes: it is paid for with every draft.
  private static let longest = 12_000

  init(_ assignment: DraftAssignment, workbench: any Workbench) {
    let files = Self.files(assignment, workbench: workbench)
    var texts: [String] = []
    var size = 0
    for file in files {
      size += file.content.utf8.count
      guard size <= Self.longest else { break }
      texts.append("```\n# \(file.path)\n\(file.content)```")
    }
    text = texts.isEmpty ? nil : texts.joined(separator: "\n")
    var seen: Set<String> = []
    types = files.flatMap { file in
      file.content.matches(of: /(?m)^resource\s+"(\w+)"/).map { String($0.output.1) }
    }.filter { seen.insert($0).inserted }
  }

  /// Nothing for a change: what is there is shown in its place.
  private static func files(_ assignment: DraftAssignment, workbench: any Workbench) -> [Artifact] {
    guard assignment.request.base == nil else { return [] }
    do throws(ExpertError) {
      return try HandbookReading().draft(assignment, workbench: workbench).files
    } catch {
      // The handbook knows nothing of many requests; that is no error here.
      return []
    }
  }
}
