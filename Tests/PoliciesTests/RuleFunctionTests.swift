import HCL
import ResourceGraph
import Testing

@testable import Policies

struct RuleFunctionTests {
  @Test func everyFunctionIsDefined() throws {
    let resource = try #require(
      ResourceGraph(files: ["main.tf": "resource \"a_b\" \"c\" {}"]).resources.first)
    let functions = RuleScope(resource, graph: ResourceGraph(resources: [resource])).scope.functions
    #expect(Set(functions.keys) == Set(RuleFunctions.definitions.map(\.name)))
    #expect(RuleFunctions.definitions.allSatisfy { $0.summary.hasSuffix(".") })
  }
}
