import Foundation
import HCL
import Testing

@testable import Advice

struct AdviceFunctionTests {
  /// The functions of one resource are made with its estate, so their names are read from where they are written.
  @Test func theDefinitionsAreTheFunctions() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Evidence/Advice/Evaluation")
    let written = try ["AdviceScope.swift", "AdviceScope+Plain.swift"].flatMap { file in
      try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        .matches(of: /\n +"([a-z_]+)": Function\(/).map { String($0.1) }
    }
    let defined = AdviceFunctions.definitions.map(\.name)
    #expect(Set(defined) == Set(written) && defined.count == written.count)
    #expect(Set(written).isSuperset(of: AdviceScope.plainFunctions.keys))
    #expect(AdviceFunctions.definitions.allSatisfy { $0.summary.hasSuffix(".") })
  }
}
