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

  init() throws(ExpertError) {
    brief = try Self.form("brief")
    draft = try Self.form("draft")
    objections = try Self.form("objections")
    ballot = try Self.form("ballot")
    assessment = try Self.form("assessment")
    delegation = try Self.form("delegation")
  }

  private static func form(_ name: String) throws(ExpertError) -> AnswerFormat {
    do {
      let url = try ProgramData.folder(of: "ModelExperts").appending(path: "Data/answers/\(name).json")
      return AnswerFormat(name: name, schema: try JSONValue(parsing: Array(Data(contentsOf: url))))
    } catch {
      throw ExpertError(
        .failed, summary: "A form is missing",
        detail: "The form of '\(name)' does not come with this program: \(error)")
    }
  }
}
