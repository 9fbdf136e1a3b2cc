import Basics
import Foundation
import Services
import Terminal

/// Asks whoever sits at the terminal about each open line of a run.
struct OpenLineDialogue {
  let run: String

  /// What was said; lines that were left open are not among it.
  /// - Throws: `RequestError` with code `.unanswered` where nobody is there, nothing is open, or nothing was said.
  func answers(to lines: [OpenLine]) async throws -> [RequestAnswer] {
    guard !lines.isEmpty else {
      throw RequestError(
        .unanswered, summary: "Nothing to answer", detail: "\(run) left nothing open.")
    }
    guard Console.errorIsTerminal, Console.inputIsTerminal else {
      throw RequestError(
        .unanswered, summary: "Nobody to ask",
        detail: "Give answers with --line \(lines[0].id)=\"your words\". Open are:\n"
          + lines.map { "  \($0.id) \($0.text)\($0.reason.isEmpty ? "" : ": \($0.reason)")" }
          .joined(separator: "\n"))
    }
    Console.say(
      "\(lines.count) lines are open. Say each in other words; '-' leaves it out of the request, Enter leaves it open."
    )
    var answers: [RequestAnswer] = []
    for line in lines {
      Console.error(
        "\n\(line.id) \(line.text)\(line.reason.isEmpty ? "" : "\n  \(line.reason)")\n> ")
      guard let said = await Self.read() else { break }
      let words = said.trimmingCharacters(in: .whitespaces)
      if !words.isEmpty { answers.append(RequestAnswer(line: line.id, text: words == "-" ? "" : words)) }
    }
    guard !answers.isEmpty else {
      throw RequestError(
        .unanswered, summary: "Nothing was answered", detail: "Every line stays open; nothing was begun.")
    }
    return answers
  }

  /// Reading blocks, for as long as a person thinks: not on a thread that other tasks need. Nil at the end of input.
  private static func read() async -> String? {
    await withCheckedContinuation { line in
      Thread.detachNewThread { line.resume(returning: readLine()) }
    }
  }
}
