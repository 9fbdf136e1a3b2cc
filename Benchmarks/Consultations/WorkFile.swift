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
  private let first: String
  private let revise: String
  private let synthesis: String
  private let position: String
  private let task: String
  private let fanIn: String

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
    self.first = first
    self.revise = revise
    self.synthesis = synthesis
    self.position = position
    self.task = task
    self.fanIn = fanIn
  }

  func firstPrompt() -> String { fill(first, ["request": request]) }

  func revision(own: String, others: String) -> String {
    fill(revise, ["request": request, "own": own, "others": others])
  }

  func synthesis(_ all: String) -> String { fill(synthesis, ["request": request, "all": all]) }

  func positions(_ answers: [(role: String, text: String)]) -> String {
    answers.map { fill(position, ["role": $0.role, "text": $0.text]) }.joined(separator: "\n\n")
  }

  func task(_ number: Int) -> String { fill(task, ["i": String(number)]) }

  func fanIn(_ all: String) -> String { fill(fanIn, ["all": all]) }

  /// The template with each `{name}` replaced.
  private func fill(_ template: String, _ values: [String: String]) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      text += values[String(rest[rest.index(after: open)..<close])] ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
