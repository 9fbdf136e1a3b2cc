import Basics

/// The words of the work: roles and the shape of each prompt.
struct WorkFile: Sendable {
  struct Role: Sendable {
    let name: String
    let system: String
  }

  let model: String
  let request: String
  let roles: [Role]
  let moderator: Role
  let worker: Role
  private let first: Phrase
  private let revise: Phrase
  private let synthesis: Phrase
  private let position: Phrase
  private let task: Phrase
  private let fanIn: Phrase

  init?(_ document: JSONValue) {
    func role(_ value: JSONValue?) -> Role? {
      guard let name = value?[0]?.string, let system = value?[1]?.string else { return nil }
      return Role(name: name, system: system)
    }
    func text(_ key: String) -> String? { document[key]?.string }
    guard let model = text("model"), let request = text("request"), let first = text("first"),
      let revise = text("revise"), let synthesis = text("synthesis"), let position = text("position"),
      let task = text("task"), let fanIn = text("fanin"), let moderator = role(document["moderator"]),
      let worker = role(document["worker"]), let roles = document["roles"]?.array?.compactMap(role),
      !roles.isEmpty
    else { return nil }
    self.model = model
    self.request = request
    self.roles = roles
    self.moderator = moderator
    self.worker = worker
    self.first = Phrase(first)
    self.revise = Phrase(revise)
    self.synthesis = Phrase(synthesis)
    self.position = Phrase(position)
    self.task = Phrase(task)
    self.fanIn = Phrase(fanIn)
  }

  func firstPrompt() -> String { first.filled(["request": request]) }

  func revision(own: String, others: String) -> String {
    revise.filled(["request": request, "own": own, "others": others])
  }

  func synthesis(_ all: String) -> String { synthesis.filled(["request": request, "all": all]) }

  func positions(_ answers: [(role: String, text: String)]) -> String {
    answers.map { position.filled(["role": $0.role, "text": $0.text]) }.joined(separator: "\n\n")
  }

  func task(_ number: Int) -> String { task.filled(["i": String(number)]) }

  func fanIn(_ all: String) -> String { fanIn.filled(["all": all]) }
}
