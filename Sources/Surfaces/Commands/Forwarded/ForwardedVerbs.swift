/// The verbs that the executor answers: the only list of them on this side.
enum ForwardedVerbs {
  enum Plan: ForwardedVerb {
    static let name = "plan"
    static let abstract = "Plans a bundle or a folder with the real tool and shows what would change."
    static let examples = ["plan consultations/RUN"]
  }

  enum Approve: ForwardedVerb {
    static let name = "approve"
    static let abstract = "Approves a plan, for one apply and a limited time."
    static let examples = ["approve PLAN --as maria --comment 'seen with the team'"]
  }

  enum Apply: ForwardedVerb {
    static let name = "apply"
    static let abstract = "Applies exactly an approved plan, once."
    static let examples = ["apply PLAN"]
  }

  enum Undo: ForwardedVerb {
    static let name = "undo"
    static let abstract = "Plans the way back from an apply."
    static let examples = ["undo APPLY"]
  }

  enum Drift: ForwardedVerb {
    static let name = "drift"
    static let abstract = "Finds what was changed behind the state's back."
    static let examples = ["drift"]
  }

  enum Reconcile: ForwardedVerb {
    static let name = "reconcile"
    static let abstract = "Shows what an interrupted apply left undone."
    static let examples = ["reconcile PLAN"]
  }

  enum Approvals: ForwardedVerb {
    static let name = "approvals"
    static let abstract = "Lists approvals and what each is worth now; exports and imports them."
    static let examples = ["approvals", "approvals export APPROVAL > tom.json", "approvals import tom.json"]
  }

  enum Revoke: ForwardedVerb {
    static let name = "revoke"
    static let abstract = "Takes an approval back before it is used."
    static let examples = ["revoke APPROVAL"]
  }

  enum Keys: ForwardedVerb {
    static let name = "keys"
    static let abstract = "The keys that may approve: lists, exports, trusts and removes them."
    static let examples = ["keys", "keys trust tom"]
  }

  enum Publish: ForwardedVerb {
    static let name = "publish"
    static let abstract = "Commits a bundle to a branch of a Git repository; pushes only when told."
    static let examples = ["publish RUN --git ../deployments --path shop"]
  }
}
