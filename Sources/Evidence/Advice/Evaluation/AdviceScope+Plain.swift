import Basics
import HCL
import Policies

extension AdviceScope {
  /// Functions of their arguments alone.
  static let plainFunctions: [String: Function] = [
    "dollars": Function(1) { arguments throws(FunctionError) in .string(Money.text(try arguments.number(0)))
    },
    // A price of one unit, with all its digits.
    "rate": Function(1) { arguments throws(FunctionError) in
      .string("$" + numberText(try arguments.number(0)))
    },
    // A number with so many decimals, for texts.
    "fixed": Function(2) { arguments throws(FunctionError) in
      .string(Money.decimal(try arguments.number(0), places: min(6, max(0, try arguments.integer(1)))))
    },
    // Code that is written as it stands: a reference.
    "expression": Function(1) { arguments throws(FunctionError) in
      .object([Value.codeMark: .string(try arguments.text(0))])
    },
    "quantity": Function(1) { arguments throws(FunctionError) in
      guard let text = arguments[0].text else { return .null }
      return Quantity.number(text).map(Value.number) ?? .null
    },
    "cores": Function(1) { arguments throws(FunctionError) in .string(Quantity.cores(try arguments.number(0)))
    },
    "bytes": Function(1) { arguments throws(FunctionError) in .string(Quantity.bytes(try arguments.number(0)))
    },
    "pod_spec": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
      PodTemplate.spec(of: arguments[0]) ?? .null
    },
    "pod_path": Function(1) { arguments throws(FunctionError) in
      .list((PodTemplate.path(try arguments.text(0)) ?? []).map { Value.string($0) })
    },
    "containers": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
      PodTemplate.containers(of: arguments[0], includingInitial: false)
    },
    // Days from the second day to the first.
    "days_between": Function(2) { arguments throws(FunctionError) in
      guard let end = CalendarDay(try arguments.text(0)), let start = CalendarDay(try arguments.text(1))
      else {
        throw FunctionError("not a day as 2026-11-23", argument: 0)
      }
      return .number(Double(end.daysSince1970 - start.daysSince1970))
    },
    // Whether a text holds one of several words.
    "matches": Function(2) { arguments throws(FunctionError) in
      let (text, words) = (try arguments.text(0).lowercased(), try arguments.texts(1))
      return .bool(words.contains { text.contains($0) })
    },
  ]
}
