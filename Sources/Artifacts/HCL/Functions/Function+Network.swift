extension Function {
  static let network: [String: Function] = [
    "cidrhost": Function(2) { arguments throws(FunctionError) in
      let network = try block(arguments, index: 0)
      guard let address = network.host(try arguments.integer(1)) else {
        throw FunctionError(
          "prefix of \(network.prefix) does not accommodate a host numbered \(try arguments.text(1))")
      }
      return .string(address)
    },
    "cidrnetmask": Function(1) { arguments throws(FunctionError) in
      let network = try block(arguments, index: 0)
      guard network.bits == 32 else {
        throw FunctionError("IPv6 addresses cannot have a netmask", argument: 0)
      }
      return .string(AddressBlock.text(of: network.mask, bits: 32))
    },
    "cidrsubnet": Function(3) { arguments throws(FunctionError) in
      let network = try block(arguments, index: 0)
      let (more, number) = (try arguments.integer(1), try arguments.integer(2))
      guard let subnet = network.subnet(addingBits: more, number: number) else {
        throw FunctionError("prefix extension of \(more) does not accommodate a subnet numbered \(number)")
      }
      return .string(subnet.description)
    },
    "cidrsubnets": Function(from: 1) { arguments throws(FunctionError) in
      let network = try block(arguments, index: 0)
      var sizes: [Int] = []
      for index in 1..<arguments.count { sizes.append(try arguments.integer(index)) }
      guard let subnets = network.subnets(addingBits: sizes) else {
        throw FunctionError("not enough remaining address space for the requested subnets")
      }
      return .list(subnets.map { .string($0.description) })
    },
    "cidrcontains": Function(2) { arguments throws(FunctionError) in
      let network = try block(arguments, index: 0)
      let text = try arguments.text(1)
      guard let inner = AddressBlock(text.contains("/") ? text : text + (text.contains(":") ? "/128" : "/32"))
      else {
        throw FunctionError("invalid IP address or prefix", argument: 1)
      }
      return .bool(network.contains(inner))
    },
  ]

  private static func block(_ arguments: Arguments, index: Int) throws(FunctionError) -> AddressBlock {
    let text = try arguments.text(index)
    guard let block = AddressBlock(text) else {
      throw FunctionError("invalid CIDR expression: invalid CIDR address: \(text)", argument: index)
    }
    return block
  }
}
