// The standard library's conversions of a floating-point number stop the program for what does not fit, and no number
// from a file, a server or a model may do that. These take their place wherever this room is imported, and the compiler
// refuses their use: `exactly:`, `saturating:` or `clamping:` say what is meant. A test of the rooms holds that files
// which convert numbers import this room.

extension Int {
  @available(*, deprecated, message: "it traps: use Int(exactly:) or Int(saturating:)")
  package init(_ number: Double) { self.init(saturating: number) }
}

extension Int64 {
  @available(*, deprecated, message: "it traps: use Int64(exactly:)")
  package init(_ number: Double) { self = Int64(Int(saturating: number)) }
}

extension Int32 {
  @available(*, deprecated, message: "it traps: use Int32(exactly:)")
  package init(_ number: Double) { self = Int32(clamping: Int(saturating: number)) }
}

extension Int128 {
  @available(*, deprecated, message: "it traps: use Int128(exactly:)")
  package init(_ number: Double) { self = Int128(Int(saturating: number)) }
}

extension UInt {
  @available(*, deprecated, message: "it traps: use UInt(exactly:)")
  package init(_ number: Double) { self = UInt(clamping: Int(saturating: number)) }
}

extension UInt64 {
  @available(*, deprecated, message: "it traps: use UInt64(exactly:)")
  package init(_ number: Double) { self = UInt64(clamping: Int(saturating: number)) }
}

extension UInt32 {
  @available(*, deprecated, message: "it traps: use UInt32(exactly:)")
  package init(_ number: Double) { self = UInt32(clamping: Int(saturating: number)) }
}

extension UInt8 {
  @available(*, deprecated, message: "it traps: use UInt8(exactly:)")
  package init(_ number: Double) { self = UInt8(clamping: Int(saturating: number)) }
}
