import ArgumentParser

/// How a plan is printed.
enum PlanForm: String, ExpressibleByArgument, CaseIterable {
  case text, json
  /// As a comment on a pull request.
  case markdown
}
