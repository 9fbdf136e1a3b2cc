import Basics

/// What the server does to the requests that hold certain words.
package struct ServerScript: Sendable {
  /// One rule. The first that matches and is not used up decides.
  package struct Rule: Sendable {
    /// Words in the request's body; empty for every request.
    package var match: String
    /// How many requests it is good for.
    package var times: Int
    package var fault: ServerFault?
    /// The text of the answer; nil for the next rule's.
    package var text: String?
    /// The tool that is called instead of a text.
    package var tool: (name: String, arguments: String)?

    package init(
      match: String = "", times: Int = .max, fault: ServerFault? = nil, text: String? = nil,
      tool: (name: String, arguments: String)? = nil
    ) {
      self.match = match
      self.times = times
      self.fault = fault
      self.text = text
      self.tool = tool
    }
  }

  package var rules: [Rule]

  package init(_ rules: [Rule]) {
    self.rules = rules
  }

  /// What to do with a request; uses the rules up.
  mutating func plan(for body: String) -> (fault: ServerFault?, text: String, tool: (String, String)?) {
    var fault: ServerFault?
    for index in rules.indices where rules[index].times > 0 && body.contains(rules[index].match) {
      let rule = rules[index]
      // A rule with a fault alone leaves the answer to the rules after it.
      if rule.text == nil, rule.tool == nil {
        guard fault == nil else { continue }
        rules[index].times -= 1
        fault = rule.fault
        continue
      }
      rules[index].times -= 1
      return (fault ?? rule.fault, rule.text ?? "", rule.tool)
    }
    return (fault, "The script has no answer for this.", nil)
  }
}
