import FoundationEssentials

/// Finds the data that come with the program: a folder for each room that has some, beside the program or in
/// `share/consilium` of the same prefix. Nothing of where the program was built is looked at.
package enum ProgramData {
  /// The folder of a room's data.
  /// - Throws: `ProgramDataError` that names every place where it was looked for.
  package static func folder(of room: String) throws(ProgramDataError) -> URL {
    let place = try ProgramPlace.folder()
    let beside = place.appending(path: "consilium_\(room).resources")
    let shared = place.appending(path: "../share/consilium/consilium_\(room).resources").standardized
    for folder in [beside, shared] where FileManager.default.fileExists(atPath: folder.path) { return folder }
    // A package that takes the rooms over, as the benchmarks do, puts its own name before a room's.
    // A folder that cannot be listed has none for us; what follows then says where the data was looked for.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    if let name = names.sorted().first(where: { $0.hasSuffix("_\(room).resources") }) {
      return place.appending(path: name)
    }
    throw ProgramDataError(
      .missing, summary: "Cannot find the program's data",
      detail:
        "Looked for \(beside.path) and \(shared.path). Install Consilium again, with its data beside it.")
  }
}
