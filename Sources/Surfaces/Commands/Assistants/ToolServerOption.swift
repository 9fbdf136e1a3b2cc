import ArgumentParser
import Services

/// Whose servers of tools are meant.
struct ToolServerOption: ParsableArguments {
  @Option(name: .long, help: "The crew file. By default agents.yaml here, else the one that ships.")
  var crew: String?

  @OptionGroup var store: StoreOption

  var service: ToolServerService {
    ToolServerService(installation: StoreOption.installation, storeFile: store.store, crewFile: crew)
  }
}
