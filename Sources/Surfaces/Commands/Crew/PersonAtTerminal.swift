import CrewTasks
import Foundation
import Terminal

/// Asks whoever sits at the terminal about a task's result; answers given with the command come first.
struct PersonAtTerminal: Sendable {
  let answers: [String: String]
  let progress: RunProgress

  /// Nil where nobody is there.
  @Sendable func answer(_ question: PersonQuestion) async throws -> String? {
    // An answer that sends the result back is given once; what comes of it wants another.
    if question.number == 1, let answer = answers[question.task] { return answer }
    guard Console.errorIsTerminal, isatty(STDIN_FILENO) == 1 else { return nil }
    return try await progress.paused {
      Console.error(
        "\n\(question.result)\n\nThe result of '\(question.task)'. Enter accepts it; or say what has to change: "
      )
      // Reading blocks, for as long as a person thinks: not on a thread that other tasks need.
      return await withCheckedContinuation { line in
        Thread.detachNewThread { line.resume(returning: readLine()) }
      }
    }
  }
}
