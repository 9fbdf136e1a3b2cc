/// The names of what a run of tasks writes about itself.
package enum TaskFiles {
  package static let json = "tasks.json"
  package static let markdown = "tasks.md"
  package static let drawing = "tasks.svg"

  static let reserved = [json, markdown, drawing, "bundle.json"]
}
