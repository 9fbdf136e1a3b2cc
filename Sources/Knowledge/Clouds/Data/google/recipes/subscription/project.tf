{{#dead_letter}}
data "google_project" "current" {}
{{/dead_letter}}
