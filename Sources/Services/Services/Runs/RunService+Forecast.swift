import CrewFile
import ModelExperts
import Trust

extension RunService {
  /// What a run would ask and what that costs. No model is asked; a provider may be asked for its list of models, as it would
  /// be for the run itself.
  package func forecast(_ options: AskOptions) async throws -> RunForecast {
    let trusted = try installation.crew(options.crewFile)
    var crew = trusted.file.crew
    if let rounds = options.rounds { crew.rounds = rounds }
    if let drafts = options.drafts { crew.drafts = drafts }
    let answerers = try await ModelChoice(
      trusted, options: options.models, environment: installation.environment
    ).answerers(crew)
    return try RunForecast(
      crew: crew, mode: options.mode ?? crew.mode, answerers: answerers, sizes: try StepSize.usual())
  }
}
