import Services

extension RunService {
  /// For runs that are there already: nothing of an installation is needed to read them.
  static func reading(_ storeFile: String) -> RunService {
    RunService(installation: Installation(environment: [:], executable: ""), storeFile: storeFile)
  }
}
