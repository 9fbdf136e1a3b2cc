/// The settings each connection gets; a test reads them back from a live one.
enum StoreSettings {
  /// Besides WAL and `synchronous=FULL`, with which an acknowledged step survives a power cut: `trusted_schema` off and `cell_size_check` on: a planted or
  /// damaged file is found, not obeyed. `mmap_size` 0: an I/O error is a result, not a signal.
  static let pragmas: [(name: String, value: String)] = [
    ("trusted_schema", "OFF"), ("cell_size_check", "ON"), ("mmap_size", "0"),
    ("temp_store", "MEMORY"), ("journal_size_limit", "67108864"),
  ]

  /// "CNSL" as a number: tells our file from any other SQLite file.
  static let applicationID = 0x434E_534C
}
