import Experts
import Handbook
import Vocabulary

/// What the handbook writes for the same brief, as far as it belongs to what was asked for: the resources themselves and their
/// companions, as the house's rules want them. The handbook reads less than a model, so it is shown and never taken for the
/// answer.
struct HouseReference {
  /// The blocks; nil where the handbook reads nothing that it could write.
  let text: String?
  /// The resource types in them.
  let types: [String]
  /// More is cut off at a block's end, in bytes: it is paid for with every draft.
  private static let longest = 6000

  /// - Parameter asked: the types that would show the requirements.
  init(_ assignment: DraftAssignment, asked: [String], workbench: any Workbench) {
    let blocks = Self.files(assignment, workbench: workbench).filter { $0.format == .openTofu }
      .flatMap { Self.blocks($0.content) }
    let asked = Set(asked)
    let own = blocks.filter { block in
      asked.contains { block.type == $0 || block.type.hasPrefix("\($0)_") }
    }
    let near = blocks.filter { block in
      !own.contains(block)
        && own.contains { $0.text.contains(block.address) || block.text.contains($0.address) }
    }
    var size = 0
    let shown = (own + near).prefix { block in
      size += block.text.utf8.count
      return size <= Self.longest
    }
    text = shown.isEmpty ? nil : "```hcl\n\(shown.map(\.text).joined(separator: "\n\n"))\n```"
    var seen: Set<String> = []
    types = shown.map(\.type).filter { seen.insert($0).inserted }
  }

  private struct Block: Hashable {
    let type: String
    let address: String
    let text: String
  }

  /// The resources of a file as `fmt` prints it, where a block ends with the first bracket at the margin.
  private static func blocks(_ content: String) -> [Block] {
    content.matches(of: /(?ms)^resource "(\w+)" "(\w+)" \{.*?^\}/).map { match in
      let (text, type, name) = (String(match.output.0), String(match.output.1), match.output.2)
      return Block(type: type, address: "\(type).\(name)", text: text)
    }
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
