import HCL

/// Whether a firewall rule lets through one of several ports.
enum PortRange {
  /// Arguments: the rule (an object with `from_port`, `to_port` and `protocol` or `ip_protocol`), then the ports.
  static func covers(_ arguments: Arguments) throws(FunctionError) -> Value {
    let rule = arguments[0]
    guard case .object = rule else { return rule.isUnknown ? .unknown : .bool(false) }
    let kind = rule["protocol"] ?? rule["ip_protocol"] ?? .null
    if kind.isUnknown { return .unknown }
    if let text = kind.text?.lowercased() {
      if text == "-1" || text == "all" { return .bool(true) }
      if !["tcp", "udp", "6", "17"].contains(text) { return .bool(false) }
    }
    let (from, to) = (rule["from_port"] ?? .null, rule["to_port"] ?? .null)
    if from.isUnknown || to.isUnknown { return .unknown }
    guard let low = from.integer, let high = to.integer ?? from.integer else { return .bool(false) }
    for index in 1..<arguments.count {
      let port = try arguments.integer(index)
      if low <= port, port <= high || (low <= 0 && high <= 0) { return .bool(true) }
    }
    return .bool(false)
  }
}
