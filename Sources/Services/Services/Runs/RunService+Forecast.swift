import CrewFile
import ModelExperts
import Trust

extension RunService {
  /// What a run would ask and what that costs. No model is asked; a provider may be asked for its list of models, as it would
  /// be for the run itself.
  package func forecast(_ options: AskOptions) async throws -> RunForecast {
    let trusted = try installation.crew(options.crewFile)
    let crew = options.applied(to: trusted.file.crew)
    let answerers = try await ModelChoice(
      trusted, options: options.models, environment: installation.environment
    ).answerers(crew)
    return try RunForecast(
      crew: crew, mode: options.mode ?? crew.mode, answerers: answerers, sizes: try StepSize.usual())
  }
}
