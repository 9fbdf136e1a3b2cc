import ArgumentParser
import Basics
import Services
import Terminal

/// Prints what tests of rules or recipes came to, and ends with 3 where one is not proved.
enum ProofOutput {
  static func give(_ proofs: [KnowledgeProof], format: OutputFormat) throws {
    switch format {
    case .json: Console.output(try JSONValue(encoding: proofs).pretty)
    case .text:
      let paint = Paint.standardOutput
      for proof in proofs {
        let mark = proof.faults.isEmpty ? paint.green("proved") : paint.red("fails ")
        Console.output("\(mark) \(proof.name)\n" + proof.faults.map { "       \($0)\n" }.joined())
      }
    }
    guard proofs.allSatisfy(\.faults.isEmpty) else { throw ExitCode(ExitStatus.refused.rawValue) }
  }
}
