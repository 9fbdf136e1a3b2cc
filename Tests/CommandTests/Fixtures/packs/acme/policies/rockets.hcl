rule "acme-rocket-guarded" {
  title      = "Rocket is not guarded"
  severity   = "medium"
  category   = "security"
  resource   = "acme_rocket"
  require    = self.guarded == true
  message    = "Nobody guards the rocket ${self.name}."
  why        = "Whoever comes by may start it."
  advice     = "Set guarded."
  references = ["Acme's handbook, page 1"]
  remedy {
    set {
      guarded = true
    }
  }
  pass {
    resource "acme_rocket" "r" {
      guarded = true
    }
  }
  fail {
    resource "acme_rocket" "r" {
      name = "one"
    }
  }
}
