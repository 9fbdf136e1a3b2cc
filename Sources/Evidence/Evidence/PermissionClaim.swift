import Permissions
import ResourceGraph
import Vocabulary

/// Decides what an identity of the configuration may do, and whether it may do anything else, by the policies that it has.
struct PermissionClaim {
  private let model: PermissionModel?
  private let question: PermissionQuestion?
  /// Why nothing is known of permissions; nil where they can be read.
  let fault: String?

  /// - Parameter files: those of the draft.
  init(_ files: [Artifact]) {
    do {
      let book = try PermissionBook.shipped()
      model = book.map { book in
        PermissionModel(
          ResourceGraph(
            ConfigurationSources(files: files.texts(of: .openTofu)), names: book.computedNames), book: book)
      }
      fault = book == nil ? "No cloud's permissions are known." : nil
    } catch {
      model = nil
      fault = "\(error)"
    }
    question = model.map { PermissionQuestion($0) }
  }

  /// Who acts as the resource; nil for what is nobody, of which a claim about permissions is open: the error would say no more.
  private func requester(_ resource: Resource) -> Requester? {
    try? question?.requester(resource.address)
  }

  /// Whether the identity may do each action to what it is for.
  /// - Parameter grants: an action, a space and a resource each: an ARN, or `*` for what no statement can narrow.
  /// - Returns: nil where the files do not tell.
  func may(_ resource: Resource, grants: [String]) -> Bool? {
    guard let model, let question, let requester = requester(resource) else { return nil }
    var isOpen = false
    for grant in grants {
      let parts = grant.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return nil }
      // Of several of a type one is enough: which is meant the claim does not say.
      let outcomes = names(parts[1], in: model).map {
        question.decide(requester, action: parts[0], resource: $0).outcome
      }
      if outcomes.contains(.allowed) { continue }
      guard outcomes.contains(where: { [.conditional, .unknown].contains($0) }) else { return false }
      isOpen = true
    }
    return isOpen ? nil : true
  }

  /// Whether the identity's own policies allow it nothing but these actions and these resources.
  /// - Parameters:
  ///   - actions: with wildcards.
  ///   - free: actions that no resource narrows.
  ///   - resources: ARNs with wildcards, or the type of what the configuration has.
  func mayOnly(_ resource: Resource, actions: [String], resources: [String], free: [String]) -> Bool? {
    guard let model, let requester = requester(resource),
      let identity = model.identities.first(where: { $0.requester.name == requester.name })
    else { return nil }
    let patterns = resources.flatMap { names($0, in: model) }.map { PolicyPattern($0) }
    let allowed = actions.map { PolicyPattern($0, isFolded: true) }
    let free = free.map { PolicyPattern($0, isFolded: true) }
    var isOpen = false
    for policy in identity.ownPolicies {
      guard policy.unread == nil else { return nil }
      for statement in policy.statements where statement.effect != .deny {
        guard let actions = statement.actions, let names = statement.resources, !actions.isInverted,
          !names.isInverted
        else { return false }
        // What can be narrowed to nothing is allowed on everything.
        if !actions.texts.isEmpty, !actions.hasUnknown,
          actions.texts.allSatisfy({ text in
            free.contains { $0.extent(over: PolicyPattern(text, isFolded: true)) == .whole }
          })
        {
          continue
        }
        if actions.hasUnknown || names.hasUnknown { isOpen = true }
        for (texts, known, isFolded) in [(actions.texts, allowed, true), (names.texts, patterns, false)] {
          for text in texts {
            let extents = known.map { $0.extent(over: PolicyPattern(text, isFolded: isFolded)) }
            if extents.contains(.whole) { continue }
            guard extents.contains(.open) else { return false }
            isOpen = true
          }
        }
      }
    }
    return isOpen ? nil : true
  }

  /// The names that a claim means: its own text, or what the configuration calls the resources of a type, with their parts.
  private func names(_ text: String, in model: PermissionModel) -> [String] {
    guard text != "*", !text.hasPrefix("arn:") else { return [text] }
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return model.names(ofType: parts[0]).map { parts.count == 2 ? "\($0)/\(parts[1])" : $0 }
  }
}
