resource "acme_rocket" {
  components = fixed("Rocket", "months", 1, price("rockets", "rocket"))
}
