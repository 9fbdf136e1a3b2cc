{{#is.mode.fixed}}
data "google_compute_zones" "available" {
  region = var.region
  status = "UP"
}
{{/is.mode.fixed}}
