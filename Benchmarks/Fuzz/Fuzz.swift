import Glibc

/// Feeds bytes to the reader that `CONSILIUM_FUZZ` names, all of them where it names none. Nothing may crash or hang.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  for reader in chosen { reader.read(bytes) }
  return 0
}

private let chosen: [FuzzedReader] = {
  guard let name = getenv("CONSILIUM_FUZZ").map({ String(cString: $0) }) else { return FuzzedReader.allCases }
  guard let reader = FuzzedReader(rawValue: name) else {
    fatalError("CONSILIUM_FUZZ is one of \(FuzzedReader.allCases.map(\.rawValue).joined(separator: ", "))")
  }
  return [reader]
}()
