import ArgumentParser
import Basics
import Bundles
import Clouds
import Consultation
import Engine
import Experts
import ExternalTools
import Foundation
import LanguageModels
import Store

/// Turns what went wrong into a message on standard error and the exit status of the contract.
enum CommandFailure {
  static func run(_ parse: @Sendable () throws -> any ParsableCommand) async {
    do {
      try CloudCatalog.load()
      var command = try parse()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      exit(with: error)
    }
  }

  private static func exit(with error: any Error) -> Never {
    if error is ExitCode || error is ValidationError || error is CleanExit || isParserError(error) {
      ConsiliumCommand.exit(withError: error)
    }
    Console.error(message(error) + "\n")
    Foundation.exit(status(of: error).rawValue)
  }

  /// A diagnostic begins with its place, as editors expect it; everything else with the word.
  private static func message(_ error: any Error) -> String {
    let word = Paint.standardError.bold("error:")
    switch error {
    case is Diagnostic, is DiagnosticsError: return "\(error)"
    case let error as CocoaError:
      let path = (error.userInfo[NSFilePathErrorKey] as? String).map { "\($0): " } ?? ""
      return "\(word) \(path)\(error.localizedDescription)"
    default: return "\(word) \(error)"
    }
  }

  /// The parser's own errors carry their message and exit status.
  private static func isParserError(_ error: any Error) -> Bool {
    String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
  }

  private static func status(of error: any Error) -> ExitStatus {
    switch error {
    case is RequestError: .usage
    case let error as ExpertError:
      switch error.code {
      case .notInfrastructure, .unknownName: .usage
      case .contradiction: .undecided
      case .cannotPerform, .failed: .error
      }
    case let error as ModelError: error.code == .budget ? .budget : .error
    case let error as ConsultationError: error.code == .budget ? .budget : .error
    default: .error
    }
  }
}
