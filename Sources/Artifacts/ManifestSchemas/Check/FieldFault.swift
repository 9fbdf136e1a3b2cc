import Manifests

/// What is wrong in one place.
struct FieldFault {
  var code: String
  var summary: String
  var detail: String
  var path: FieldPath
}
