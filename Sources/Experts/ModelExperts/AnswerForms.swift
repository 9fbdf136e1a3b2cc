import Experts
import Basics
import Foundation
import LanguageModels

/// The forms of structured answers, read once from the room's data.
struct AnswerForms: Sendable {
  let brief: AnswerFormat
  let draft: AnswerFormat
  let objections: AnswerFormat
  let ballot: AnswerFormat
  let assessment: AnswerFormat
  let delegation: AnswerFormat
  /// The longest answer in each form, in tokens without thoughts; what is not here may be as long as the model allows. Some
  /// three times what answers have: a budget sets aside all of it.
  private let limits: [String: Int]

  init() throws(ExpertError) {
    brief = try Self.form("brief")
    draft = try Self.form("draft")
    objections = try Self.form("objections")
    ballot = try Self.form("ballot")
    assessment = try Self.form("assessment")
    delegation = try Self.form("delegation")
    limits = Dictionary(
      uniqueKeysWithValues: (try Self.document("limits").object ?? []).compactMap { member in
        member.value.integer.map { (member.key, $0) }
      })
  }

  /// The longest answer in a form, in tokens; nil where there is no limit of its own.
  func limit(_ form: AnswerFormat) -> Int? { limits[form.name] }

  private static func form(_ name: String) throws(ExpertError) -> AnswerFormat {
    AnswerFormat(name: name, schema: try document(name))
  }

  static func document(_ name: String) throws(ExpertError) -> JSONValue {
    do {
      let url = try ProgramData.folder(of: "ModelExperts").appending(path: "Data/answers/\(name).json")
      return try JSONValue(parsing: Array(Data(contentsOf: url)))
    } catch {
      throw ExpertError(
        .failed, summary: "A form is missing",
        detail: "The form of '\(name)' does not come with this program: \(error)")
    }
  }
}
