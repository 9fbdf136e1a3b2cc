import Basics

/// Reads the state as `show -json` prints it.
struct StateReading {
  let state: JSONValue

  init(_ state: JSONValue) {
    self.state = state
  }

  /// The address of every resource.
  var addresses: Set<String> {
    Set(resources.compactMap { $0["address"]?.string })
  }

  /// Every value the state marks as sensitive.
  var sensitiveValues: [String] {
    let outputs = (state["values"]?["outputs"]?.object ?? []).flatMap { output in
      PlanReading.marked(output.value["value"], mask: output.value["sensitive"])
    }
    return outputs + resources.flatMap { PlanReading.marked($0["values"], mask: $0["sensitive_values"]) }
  }

  /// The outputs by name; a sensitive one, or one that does not say, only as `(sensitive)`.
  var shownOutputs: [JSONMember] {
    (state["values"]?["outputs"]?.object ?? []).map { output in
      let isHidden = output.value["sensitive"]?.bool ?? true
      return JSONMember(output.key, value: isHidden ? "(sensitive)" : output.value["value"] ?? .null)
    }
  }

  private var resources: [JSONValue] {
    func all(_ module: JSONValue?) -> [JSONValue] {
      (module?["resources"]?.array ?? []) + (module?["child_modules"]?.array ?? []).flatMap(all)
    }
    return all(state["values"]?["root_module"])
  }
}
