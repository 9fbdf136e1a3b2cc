import Basics
import Foundation

/// Where a cloud's own client keeps profiles, and what in them says where it goes and as whom: `Data/profiles.json`.
struct ProfileFiles: Sendable, Decodable {
  struct Place: Sendable, Decodable {
    /// That names another file.
    var variable: String
    /// In the client's folder.
    var file: String
  }

  /// Below the home folder.
  var folder: String
  /// In which sections of profiles are called `profile NAME`.
  var configuration: Place
  /// In which every section is a profile.
  var credentials: Place
  /// Variables that choose a profile, the first before the second.
  var profile: [String]
  /// The setting that an account can be read from.
  var accessKey: String
  /// Settings that are a program with its words, one of which may be secret.
  var programs: [String]
  var secrets: [String]
  /// Settings that lead to another section, with what that section is called before its name.
  var ways: [String: String]

  static let all = Result { () throws in
    let file = try ProgramData.folder(of: "ExternalTools").appending(path: "Data/profiles.json")
    return try JSONDecoder().decode([ProfileFiles].self, from: Data(contentsOf: file))
  }
}
