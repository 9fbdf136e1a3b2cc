import Basics
import JSONSchema

extension Elicitation {
  /// The client's answer, held against the form: what does not fit is refused.
  func answer(_ json: JSONValue) throws(ProtocolFault) -> ElicitationAnswer {
    let answer = try ElicitationAnswer(json)
    guard case .accepted(let content) = answer, case .form(_, let schema) = self else { return answer }
    if let violation = JSONSchema(schema).violations(in: content).first {
      throw .invalidParams("The answer does not fit the form: \(violation)")
    }
    return answer
  }
}
