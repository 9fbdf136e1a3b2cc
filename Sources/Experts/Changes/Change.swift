import HCL

/// One edit of a configuration, decided down to the block and the argument.
package enum Change: Hashable, Sendable {
  /// Gives the argument at a path an expression.
  case set(address: String, path: [String], source: String)
  /// Takes an argument or nested blocks away.
  case unset(address: String, path: [String])
  /// Appends blocks, as text, to a file.
  case append(file: String, source: String, addresses: [String])
  /// Takes a block away.
  case remove(address: String)
  /// Gives a block another label; references follow, and the state is told.
  case move(from: String, to: String)
  /// Gives a variable another default, because that is what decides the argument.
  case setDefault(variable: String, source: String)

  /// The blocks that it changes, adds or takes away.
  package var addresses: [String] {
    switch self {
    case .set(let address, _, _), .unset(let address, _), .remove(let address): [address]
    case .append(_, _, let addresses): addresses
    case .move(let from, let to): [from, to]
    case .setDefault(let variable, _): ["var.\(variable)"]
    }
  }
}
