import HCL

/// A place in code where an argument of a resource can be changed: not always the block of the resource itself.
struct CodePlace: Sendable {
  /// The part of the file that is edited.
  var slice: CodeSlice
  /// The block within it; nil for a file of values, whose arguments stand in no block.
  var block: BlockAddress?
  /// The argument: `["version"]`, `["root_block_device", "volume_type"]`.
  var path: [String]
}

/// Why an argument cannot be changed where it stands, for a reader of the advice.
struct CodePlaceFault: Error {
  var reason: String
}
