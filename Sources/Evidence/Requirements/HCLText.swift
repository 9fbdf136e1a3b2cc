/// Texts as HCL writes them.
enum HCLText {
  /// A quoted literal in which nothing is a template.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "$": result += "$"
      default: result.append(character)
      }
    }
    return result.replacing("${", with: "$${").replacing("%{", with: "%%{") + "\""
  }
}
