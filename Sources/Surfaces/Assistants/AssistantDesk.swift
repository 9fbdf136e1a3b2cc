import ModelContext
import Services

/// The services as one caller is given them.
struct AssistantDesk {
  let consulting: ConsultTools
  let checking: CheckTools
  let estate: EstateTools
  let lookups: LookupTools

  init(
    installation: Installation, place: Workplace, caller: ContextCaller, gate: ConsultGate, prices: PriceShelf
  ) {
    let caller = Caller(name: caller.name, authentication: place.authentication)
    consulting = ConsultTools(
      installation: installation,
      runs: RunService(installation: installation, storeFile: place.storeFile, caller: caller),
      consultations: place.consultations, gate: gate)
    checking = CheckTools(installation: installation)
    estate = EstateTools(installation: installation, caller: caller)
    lookups = LookupTools(
      installation: installation,
      memory: MemoryService(installation: installation, storeFile: place.storeFile), prices: prices)
  }

  var resources: AssistantResources { AssistantResources(runs: consulting.runs, lookups: lookups) }
}
