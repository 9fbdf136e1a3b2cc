/// A kind of mistake that people and models make in configurations, and that is planted into right ones.
enum MistakeKind: String, CaseIterable {
  case unknownArgument = "an unknown argument"
  case missingArgument = "a missing argument"
  case wrongType = "a value of the wrong type"
  case unknownReference = "a reference to nothing"
  case wrongAttribute = "an attribute that a resource has not"
  case wrongWord = "a word that an argument does not take"
  case wrongArity = "a call with too many arguments"
  case missingBlock = "a missing block"
  case repeatedBlock = "a block twice where one is allowed"
  case moduleInput = "an input that a module has not"
  case missingModuleInput = "a missing input of a module"
  case repetition = "count or for_each over what they do not take"
}
