import HCL
import Vocabulary

extension MutantMaker {
  /// For what is said to be private, a way out of every network that leads through the gateway to the internet; for what is said to be
  /// public, none.
  func routes(_ requirement: Requirement) -> [Mutant] {
    let words = Set(requirement.text.lowercased().split { !$0.isLetter }.map(String.init))
    guard words.contains(where: { $0.hasPrefix("subnet") || $0.hasPrefix("subred") }) else { return [] }
    var mutants: [Mutant] = []
    if words.contains("private"), let gateway = blocks(ofTypes: ["aws_internet_gateway"]).first {
      let opened = changing(blocks(ofTypes: ["aws_route"])) { edit, address in
        guard try edit.remove(["nat_gateway_id"], in: address) else { return false }
        try edit.set(["gateway_id"], to: "aws_internet_gateway.\(gateway.labels[1]).id", in: address)
        return true
      }
      if let opened {
        mutants.append(
          Mutant(requirement: requirement, change: "routed to the internet", files: opened, breaks: true))
      }
    }
    if words.contains("public") {
      let closed = changing(blocks(ofTypes: ["aws_route"])) { edit, address in
        guard edit.blocks(address).contains(where: { $0.body.attribute("gateway_id") != nil }) else {
          return false
        }
        return try edit.remove(address)
      }
      if let closed {
        mutants.append(
          Mutant(requirement: requirement, change: "without a route out", files: closed, breaks: true))
      }
    }
    return mutants
  }
}
