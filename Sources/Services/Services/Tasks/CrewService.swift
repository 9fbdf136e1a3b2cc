import CrewFile

/// The crew: checked, shown and started from.
package struct CrewService: Sendable {
  private let installation: Installation

  package init(installation: Installation) {
    self.installation = installation
  }

  /// What is allowed in a crew and changes nothing, and whether its tasks could run.
  /// - Parameter path: a crew file or a project's folder; nil for the installation's own.
  /// - Throws: `DiagnosticsError` with everything that is wrong.
  package func lint(_ path: String?) throws -> CrewLint {
    try CrewLint(path ?? installation.crewFile, prompts: installation.shippedPrompts)
  }

  /// What a crew is, in words. Parameters and errors as `lint`.
  package func show(_ path: String?) throws -> CrewDescription {
    try CrewDescription(
      CrewFile.load(CrewProject(at: path ?? installation.crewFile), prompts: installation.shippedPrompts).crew
    )
  }

  /// Copies the crew that ships into a folder and gives the paths; touches nothing where one of them is there already.
  package func write(to folder: String) throws -> [String] {
    try ShippedCrew(installation: installation).write(to: folder)
  }
}
