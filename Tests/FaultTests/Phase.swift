/// A step of a run that a model answers, with words of its prompt that are in no other's.
enum Phase: String, CaseIterable {
  case brief, draft, objections, revision, ballot

  var words: String {
    switch self {
    case .brief: "Read the request and write the ledger"
    case .draft: "Draft the whole infrastructure"
    case .objections: "Raise the objections"
    case .revision: "Rewrite your draft"
    case .ballot: "Score each candidate"
    }
  }

  var answer: String {
    switch self {
    case .brief:
      #"{"infrastructure":true,"title":"Bucket","requirements":[{"text":"a bucket for reports","resources":[],"minimum":1}],"constraints":[],"assumptions":[],"questions":[]}"#
    case .draft:
      "```json\n{\"summary\": \"A bucket.\", \"confidence\": 0.8}\n```\n\n```hcl\n# infrastructure/main.tf\nresource \"aws_s3_bucket\" \"b\" {}\n```\n"
    case .objections:
      #"{"objections":[{"against":"A","claim":"It is open.","severity":"high","veto":false,"kind":"finding","reference":"r@b","detail":"open"},{"against":"B","claim":"It is open.","severity":"high","veto":false,"kind":"finding","reference":"r@b","detail":"open"}]}"#
    case .revision:
      "```json\n{\"summary\": \"A closed bucket.\", \"confidence\": 0.9, \"answers\": []}\n```\n\n```hcl\n# infrastructure/main.tf\nresource \"aws_s3_bucket\" \"closed\" {}\n```\n"
    case .ballot:
      #"{"scores":[{"draft":"A","requirements":5,"security":5,"reliability":5,"cost":5,"total":5,"reason":"r"},{"draft":"B","requirements":5,"security":5,"reliability":5,"cost":5,"total":5,"reason":"r"},{"draft":"A2","requirements":9,"security":9,"reliability":9,"cost":9,"total":9,"reason":"r"},{"draft":"B2","requirements":9,"security":9,"reliability":9,"cost":9,"total":9,"reason":"r"}]}"#
    }
  }
}
