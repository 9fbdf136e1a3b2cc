resource "acme_rocket" "{{label}}" {
  name   = "{{name}}"
  region = "{{region}}"
  sealed = {{encrypted}}
}
