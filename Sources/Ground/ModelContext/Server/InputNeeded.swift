/// Stops a call that needs a person's answer first; the client asks and calls again.
struct InputNeeded: Error {
  let key: String
  let elicitation: Elicitation
}
